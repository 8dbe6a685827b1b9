import Recognizers
import Testing

struct NumberContinuationTests {
  private func money(_ text: String) -> [String] {
    Example.recognizer.recognize(text, reference: Example.reference).entities
      .filter { $0.kind == .money }.map(\.text)
  }

  @Test(arguments: [
    "欠7,6543.2元", "欠7 600.25元", "欠7,600,25元", "欠76,00元", "欠7.600,25元", "¥7,6543.2", "应还：7,6543.2",
  ])
  func `the tail of a number is no sum`(text: String) {
    #expect(money(text).count == 1)
    #expect(money(text).first?.contains("7") == true)
  }

  @Test(arguments: [
    "欠款5000，300元另计", "已还120.50,300元未还", "第3期 200元", "2026.11.23,500元", "已还2，5800元",
    "02155550123,200元",
  ])
  func `what stands behind a wide comma or behind cents is another sum`(text: String) {
    #expect(money(text).last?.hasSuffix("00元") == true)
    #expect(money(text).last?.contains(where: { ",，".contains($0) }) == false)
  }

  @Test func `Indian groups are read in English alone`() {
    let entity = Example.recognizer.recognize("Rs 3,20,500.00 due").entities.first
    #expect(entity?.short == "320500 INR")
    #expect(Example.recognizer.recognize("还3,20,500元").entities.first?.short == "?…? CNY")
  }

  @Test func `a long row of commas is read to its end`() {
    #expect(money(String(repeating: "1,", count: 5_000) + "元").count <= 1)
  }
}
