import Testing

@testable import Expressions

struct ExpressionTypeTests {
  @Test func `a type is named as it is written, and labelled for people`() {
    let type = ExpressionType.map(key: .string, value: .list(.record("Notice")))
    #expect(type.name == "map(string, list(Notice))")
    #expect(type.label.zh == "对照表（map(string, list(Notice))）")
    #expect(ExpressionType.money.label.en == "an amount (money)")
  }
}
