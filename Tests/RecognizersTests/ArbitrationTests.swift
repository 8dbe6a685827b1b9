import Recognizers
import Testing

struct ArbitrationTests {
  private func kinds(_ text: String) -> [EntityKind] {
    Example.recognizer.recognize(text, reference: Example.reference).entities.map(\.kind)
  }

  @Test func `no scalar belongs to two entities`() {
    let text = "2026年11月23日18:00前还3,200.50元,电话13800005555,逾期37天,日息0.05%,尾号1234,第3期"
    let entities = Example.recognizer.recognize(text, reference: Example.reference).entities
    for (one, next) in zip(entities, entities.dropFirst()) {
      #expect(one.range.upperBound <= next.range.lowerBound)
    }
    #expect(
      entities.map(\.kind) == [
        .datetime, .money, .phone, .duration, .percent, .cardTail, .periodCount,
      ])
  }

  @Test func `a contract number is neither date nor phone`() {
    #expect(kinds("合同编号AX20260315-77") == [.identifier])
  }

  @Test(arguments: [
    Example("坐到第三排⟦9⟧座", "number", "9"),
    Example("一共⟦二十八⟧个人", "number", "28"),
    Example("version ⟦2.5⟧ is out", "number", "2.5"),
  ])
  func `a number that nothing else claims is a number`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test func `losing readings are kept`() {
    let entity = Example.recognizer.recognize("15日前", reference: Example.reference).entities.first
    #expect(entity?.rule == "time.bound")
    #expect(entity?.alternatives.contains { $0.rule == "time.length-bound" } == true)
  }

  @Test func `a range of both years stays two readings`() throws {
    let entity = Example.recognizer.recognize("12月5日", reference: Example.reference).entities.first
    guard case .time(let time)? = entity?.value else {
      Issue.record("no time")
      return
    }
    #expect(time.readings.count == 2)
  }

  @Test func `the two digits of one raw scalar are not torn apart`() {
    #expect(kinds("周⑫").allSatisfy { $0 != .datetime })
  }

  @Test func `words without numbers are nothing`() {
    #expect(kinds("请尽快还款，否则将上门处理，后果自负。").isEmpty)
  }

  @Test(arguments: [
    "1", "一", "万", "1,", "1.", "(", "1-", "1:", "百分之", "2026-", "O", "1年", "点", "每",
  ])
  func `a long text of one kind is read to its end`(unit: String) {
    let text = String(repeating: unit, count: 20_000 / unit.unicodeScalars.count)
    // How the time grows with the length is measured by the benchmark `growth`.
    let found = Example.recognizer.recognize(text, reference: Example.reference).entities
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }
}
