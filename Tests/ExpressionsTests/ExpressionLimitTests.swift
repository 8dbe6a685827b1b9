import Testing

@testable import Expressions

/// What a stranger may send: every bound has a name, and nothing crashes or takes long.
struct ExpressionLimitTests {
  private func limit(_ source: String) -> String? {
    let messages = faults(source).filter { $0.code == .limit }.map(\.message)
    return ExpressionLimit.allCases.first { messages.contains($0.message) }?.rawValue
  }

  @Test func `a source of 1,000 scalars is read, one of 1,001 is not`() {
    #expect(
      evaluated("'\(String(repeating: "催", count: 998))'.size()".replacingSize(to: 1_000)) == "991")
    #expect(limit("'\(String(repeating: "催", count: 999))'") == "source-length")
    #expect(limit(String(repeating: "(", count: 1_000_000)) == "source-length")
  }

  @Test(
    arguments: [
      String(repeating: "(", count: 400) + "1" + String(repeating: ")", count: 400),
      String(repeating: "[", count: 400), String(repeating: "!", count: 900) + "true",
      String(repeating: "-", count: 900) + "1", String(repeating: "{1:", count: 300),
      Array(repeating: "1", count: 400).joined(separator: "+"),
      "a" + String(repeating: ".b", count: 400), "a" + String(repeating: "[0]", count: 300),
      String(repeating: "f(", count: 400), String(repeating: "a?1:", count: 240) + "1",
      String(repeating: "true?", count: 190), "1" + String(repeating: "<1", count: 400),
      "l" + String(repeating: ".f()", count: 200), String(repeating: "(-", count: 400),
    ])
  func `nesting and chains beyond 64 are a fault`(source: String) {
    #expect(limit(source) == "nesting" || faults(source).contains { $0.code == .syntax })
  }

  @Test func `nesting up to the suite's needs is read`() {
    #expect(
      evaluated(String(repeating: "(", count: 60) + "7" + String(repeating: ")", count: 60)) == "7")
    #expect(evaluated(String(repeating: "!", count: 60) + "true") == "true")
    #expect(evaluated(Array(repeating: "1", count: 60).joined(separator: "+")) == "60")
    #expect(evaluated(Array(repeating: "true", count: 150).joined(separator: "&&")) == "true")
    #expect(
      evaluated("[\(Array(repeating: "1", count: 400).joined(separator: ","))].size()") == "400")
  }

  @Test func `macros stand at most three deep, and side by side as often as one likes`() {
    let three = "[1].all(a, [1].all(b, [1].all(c, a == c)))"
    #expect(evaluated(three) == "true")
    #expect(limit("[1].all(z, \(three))") == "macro-nesting")
    #expect(evaluated("[1].map(a, a).map(a, a).map(a, a).map(a, a).filter(a, a > 0)") == "[1]")
  }

  @Test func `an evaluation that takes too many steps is an error that nothing absorbs`() {
    let list = Value.list((0..<1_000).map { .int($0) })
    let square = "l.all(x, l.all(y, x + y >= 0))"
    #expect(evaluated(square, ["l": list]) == "error: limit(Expressions.ExpressionLimit.steps)")
    #expect(evaluated("\(square) || true", ["l": list]).hasPrefix("error: limit"))
    #expect(evaluated("1 + 1", steps: 3) == "2")
    #expect(evaluated("1 + 1", steps: 2).hasPrefix("error: limit"))
    #expect(evaluated("1 + 1", steps: 0).hasPrefix("error: limit"))
    #expect(evaluated("1 + 1", steps: -5).hasPrefix("error: limit"))
  }

  @Test func `texts and lists that an expression makes are bounded`() {
    let text = Value.string(String(repeating: "x", count: 40_000))
    let list = Value.list(Array(repeating: .string("催"), count: 6_000))
    func isLimit(_ source: String, _ limit: ExpressionLimit) -> Bool {
      let result = evaluated(source, ["t": text, "l": list])
      return result == "error: limit(Expressions.ExpressionLimit.\(limit))"
    }
    #expect(isLimit("t + t", .textLength))
    #expect(isLimit("t.replace('x', 'yy')", .textLength))
    #expect(isLimit("t.replace('', 'y')", .textLength))
    #expect(isLimit("l.join('、、、、')", .textLength))
    #expect(isLimit("l + l", .listLength))
    #expect(isLimit("t.split('')", .listLength))
    #expect(isLimit("l.map(x, t.split('x', 9000)).map(x, x)", .steps))
    #expect(evaluated("t.size()", ["t": text]) == "40000")
  }

  @Test func `hostile searches and comparisons stay within the budget`() {
    let long = String(repeating: "a", count: 60_000)
    let variables: [String: Value] = [
      "t": .string(long), "p": .string(String(repeating: "a", count: 30_000) + "b"),
      "l": .list(Array(repeating: .string(long), count: 10_000)),
      "m": .list(Array(repeating: .list(Array(repeating: .int(1), count: 10_000)), count: 10_000)),
    ]
    #expect(evaluated("t.contains(p)", variables) == "false")
    #expect(evaluated("t.lastIndexOf(p)", variables) == "-1")
    for source in [
      "l.all(x, !x.contains(p))", "l.all(x, x == t)", "l == l && false || l == l", "m == m",
      "t in l && p in l",
      "l.all(x, x.size() > 0)", "l.all(x, l.exists(y, x < y))",
      "l.all(x, !(x in {'a': 1, 'b': 2}))",
      "l.transformList(i, v, {v: i})",
    ] {
      _ = evaluated(source, variables)
    }
  }

  @Test(
    arguments: [
      "", " ", "\n", "//", "'", "\"\"\"", "a.", ".", "..", "?", "a?", "a?b", "a?b:", "[", "]", "{",
      "}", "{a", "{a:",
      "f(", "f(,", "f(a,", "has(", "has()", "has(a.b.c)", "a.b.", "a[", "a[]", "1 +", "+ 1", "in",
      "a in",
      "x.all(", "x.all(y)", "x.all(y,", "x.all(1, true)", "x.map()", "cel.bind(", "cel.bind(1,2,3)",
      "&&", "a &&",
      "!!", "- -", "0x", "\\", "`", "``", "a.``", "\u{0}", "\u{202E}a", "\u{FFFF}", "🙂", "a🙂b",
      "💥.💥(💥)",
      "a..b", "1..2", "1.2.3", "a?.b", "a.?b", "a[?0]", "{?a: 1}", "[?a]", "A{b: 1}", "a.B{}",
      "for", "if a", "let x = 1",
    ])
  func `fragments and nonsense are faults with places inside the text`(source: String) {
    let count = source.unicodeScalars.count
    let faults = faults(source)
    #expect(!faults.isEmpty)
    for fault in faults {
      #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= count)
      #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty)
    }
  }

  @Test func `every prefix and every mutilation of an expression is read without harm`() {
    let source =
      "has(n.a) && n.b.filter(x, x.k == '催“收' || x.v >= 0.5e-3).map(y, {'k': [y, -1]}).size() > 0 ? t（） : r'\\d'"
    let scalars = Array(source.unicodeScalars)
    for count in 0...scalars.count {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: scalars.prefix(count))
      _ = faults(String(prefix), ["n": .dyn, "t": .int])
      var without = String.UnicodeScalarView()
      without.append(contentsOf: scalars.enumerated().filter { $0.offset != count }.map(\.element))
      _ = faults(String(without), ["n": .dyn, "t": .int])
    }
  }
}

extension String {
  /// The same test source, a text's size asked, with so many scalars in all.
  fileprivate func replacingSize(to count: Int) -> String {
    let tail = "'.size()"
    return "'" + String(repeating: "催", count: count - 1 - tail.count - 1) + "x" + tail
  }
}
