import Expressions
import Testing
import Wording

@testable import FlowEngine

@Suite struct ShownValueTests {
  private struct Pair: RecordValue {
    var recordType: String { "Pair" }
    func field(_ name: String) -> Value? { name == "left" ? .int(3) : nil }
  }

  private static let label = BilingualText(zh: "字段", en: "field")
  private static let environment = Environment.standard.adding(types: [
    RecordType(
      "Pair",
      fields: [
        .init("left", .int, label: label), .init("right", .int, mayBeAbsent: true, label: label),
      ])
  ])

  private func shown(_ source: String) -> [String] {
    guard case .success(let checked) = Expression.check(source, environment: Self.environment)
    else { return ["faults"] }
    let value = checked.evaluate { _ in nil }
    return Language.allCases.map { value.shown(in: $0, types: Self.environment) }
  }

  @Test(arguments: [
    ("[1, 2]", "[1, 2]", "[1, 2]"),
    ("{'a': [true], 'b': []}", "{a: [是], b: []}", "{a: [yes], b: []}"),
    ("2.5 * 2.0", "5", "5"), ("null", "null", "null"), ("1 < 2", "是", "yes"),
    ("[[[[[1]]]]]", "[[[[…]]]]", "[[[[…]]]]"), ("money('7')", "7.00元", "¥7.00"),
  ])
  func `a value is shown in full`(source: String, zh: String, en: String) {
    #expect(shown(source) == [zh, en])
  }

  @Test func `a record shows its fields, and which are absent`() {
    #expect(
      Value.record(Pair()).shown(in: .en, types: Self.environment) == "Pair {left: 3, right: —}")
  }

  @Test func `a long list is cut`() {
    let value = Value.list((0..<1000).map { .int($0) })
    #expect(value.shown(in: .en, types: .standard).hasSuffix("98, 99, …]"))
  }
}
