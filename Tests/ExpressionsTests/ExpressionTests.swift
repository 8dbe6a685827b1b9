import Testing

@testable import Expressions

struct ExpressionTests {
  @Test(
    arguments: [
      "1 + 2 * 3", "n > 1 && s.contains('a') || l.exists(x, x == n)", "s in {'a': 1}",
      "money('1.5') * n",
      "sum(l) > 3 ? 'a' : s", "l.map(x, x * n).filter(x, x % 2 == 0)", "date('2026-01-01') + n",
      "1 / (n - n)",
      "[1, 'a', null][n]", "cel.bind(y, n + 1, y * y)", "l.transformMap(k, v, v)", "s.substring(5)",
      "has({'a': 1}.a)",
    ])
  func `an expression means the same whether it was checked or not`(source: String) {
    let values: [String: Value] = [
      "n": .int(2), "s": .string("abc"), "l": .list([.int(1), .int(2), .int(4)]),
    ]
    #expect(evaluated(source, values) == uncheckedValue(source, values))
  }

  @Test func `reading alone asks for no names`() throws {
    let expression = try Expression.parse("unknown.name > 催收('x')".replacing("催收", with: "f")).get()
    #expect(expression.source == "unknown.name > f('x')")
    #expect(expression.syntax.children.count == 2)
  }

  @Test func `faults come in the order of their places`() {
    let found = faults("b ＞ a and c")
    #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
  }

  /// Words and signs thrown together: nothing may trap, whatever comes of it.
  @Test func `any heap of words and signs is read, checked and evaluated without harm`() {
    let words = [
      "a", "n", "s", "l", "m", "letter", "1", "0", "-", "9223372036854775807", "1.5", "'x'", "''",
      "true", "null",
      "+", "-", "*", "/", "%", "==", "!=", "<", ">=", "in", "&&", "||", "!", "?", ":", ".", ",",
      "(", ")", "[", "]",
      "{", "}", "has", "all", "map", "filter", "exists", "size", "sum", "max", "money", "date", "x",
      "x,", "text",
      "contains", "split", "substring", "（", "“", "”", "＝", "and", "催收", "`", "\\", "//", "\n",
      "cel.bind(x,", "answered(",
      "l.map(x,", "l.filter(x,", "m.transformMap(k,v,", "money('1.5')", "date('2026-01-01')",
      "has(letter.amount)",
    ]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let values: [String: Value] = [
      "n": .int(3), "s": .string("催收短信"), "l": .list([.int(1), .double(2.5), .string("x")]),
      "m": MapValue([(key: .string("x"), value: .int(1))]).map { .map($0) } ?? .null,
      "letter": .record(Letter(fields: ["text": .string("喂")])),
    ]
    var evaluations = 0
    for _ in 0..<4_000 {
      let source = (0...next(9)).map { _ in words[next(words.count)] }.joined(separator: " ")
      let count = source.unicodeScalars.count
      for fault in faults(source, values.mapValues { _ in .dyn }, environment: Letter.environment) {
        #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= count, "\(source)")
      }
      if !uncheckedValue(source, values).hasPrefix("faults") { evaluations += 1 }
    }
    #expect(evaluations > 100)
  }
}
