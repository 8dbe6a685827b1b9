import Recognizers
import Testing

struct NumeralTests {
  @Test(arguments: [
    ("3541.07万元", "35410700"), ("三万五块", "35000"), ("一千零五元", "1005"), ("四万亿元", "4000000000000"),
    ("一千零一万一千零一元", "10011001"), ("卅三元", "33"), ("两千四百五元", "2450"), ("五点六元", "5.6"),
    ("一百二十点五元", "120.5"), ("壹拾壹元", "11"), ("百三元", "130"), ("2千零30万元", "20300000"),
    ("1 0 0 0元", "1000"),
    ("1,234,567.89元", "1234567.89"),
  ])
  func `a number is read exactly`(text: String, number: String) {
    let entity = Example.recognizer.recognize(text).entities.first
    #expect(entity?.short == number + " CNY")
  }

  @Test func `eight or nine hundred million is an estimate`() {
    #expect(Example.recognizer.recognize("八九亿元").entities.first?.short == "800000000…900000000 CNY")
  }

  @Test func `a number too long for 64 bits is no amount`() {
    let text = String(repeating: "9", count: 40) + "元"
    #expect(Example.recognizer.recognize(text).entities.allSatisfy { $0.kind != .money })
  }
}
