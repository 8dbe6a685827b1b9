import MoneyAndDates
import Testing

@testable import Expressions

struct EvaluationTests {
  private static let types: [String: ExpressionType] = [
    "a": .bool, "b": .bool, "n": .int, "s": .string, "l": .list(.int),
  ]

  @Test(
    arguments: [
      ("false && 1 / 0 > 0", "false"), ("1 / 0 > 0 && false", "false"),
      ("true || 1 / 0 > 0", "true"), ("1 / 0 > 0 || true", "true"),
      ("1 / 0 > 0 && true", "error: divisionByZero"),
      ("1 / 0 > 0 || false", "error: divisionByZero"),
      ("a && false", "false"), ("a || true", "true"), ("a && true", "unknown: a"),
      ("a || false", "unknown: a"), ("a && b", "unknown: a, b"), ("a || 1 / 0 > 0", "unknown: a"),
      ("1 / 0 > 0 || a", "unknown: a"), ("!a", "unknown: a"), ("n + 1", "unknown: n"),
      ("n + 1 / 0", "error: divisionByZero"), ("n + s.size()", "unknown: n, s"),
      ("a ? 1 : 2", "unknown: a"), ("true ? 1 : n", "1"), ("false ? n : 2", "2"),
      ("1 / 0 > 0 ? 1 : 2", "error: divisionByZero"), ("[n, 1]", "unknown: n"),
      ("l.exists(x, x > 0)", "unknown: l"), ("[1, 2].exists(x, x == n || x == 2)", "true"),
      ("[1, 2].exists(x, x == n)", "unknown: n"), ("[1, 2].all(x, x == n && x == 3)", "false"),
      ("{'k': n}.k", "unknown: n"), ("size(s)", "unknown: s"), ("[1, 2][n]", "unknown: n"),
    ])
  func `errors and unknowns are absorbed where something else decides`(
    source: String, expected: String
  ) {
    #expect(evaluated(source, types: Self.types) == expected)
  }

  @Test func `a variable is asked for once, and only where the result hangs on it`() throws {
    let expression = try #require(
      checked("a && (n > 1 || n < -1) && [1, 2, 3].all(x, x < n)", Self.types))
    var asked: [String] = []
    _ = expression.evaluate { name in
      asked.append(name)
      return name == "a" ? .bool(true) : .int(10)
    }
    #expect(asked == ["a", "n"])
    asked = []
    _ = expression.evaluate { name in
      asked.append(name)
      return .bool(false)
    }
    #expect(asked == ["a"])
  }

  @Test(
    arguments: [
      ("[1, 2, 3].filter(x, x > 1)", "[2, 3]"), ("[1, 2].map(x, x * 2)", "[2, 4]"),
      ("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"), ("[1, 1].exists_one(x, x == 1)", "false"),
      ("[1, 2].existsOne(x, x == 1)", "true"), ("[5, 6].transformList(i, v, i + v)", "[5, 7]"),
      ("[5, 6].transformList(i, v, i > 0, v)", "[6]"),
      ("{'a': 1}.transformMap(k, v, k + string(v))", "{'a': 'a1'}"),
      ("{'b': 1, 'a': 2}.map(k, k)", "['b', 'a']"),
      ("{'a': 1}.exists(k, v, k == 'a' && v == 1)", "true"),
      ("[3, 1].all(i, v, v > i)", "false"),
      ("[[1], [2, 3]].map(l, l.map(x, x + size(l)))", "[[2], [4, 5]]"),
      ("[1].map(x, [2].map(x, x))", "[[2]]"),
      ("[1, 2].map(x, 1 / (x - 1))", "error: divisionByZero"),
      ("[1, 0].exists_one(x, 1 / x > 5)", "error: divisionByZero"),
      ("[1, 0].exists(x, 1 / x == 1)", "true"), ("[0, 1].exists(x, 1 / x == 1)", "true"),
      ("[].all(x, x)", "true"), ("cel.bind(x, 3, x * x)", "9"),
      ("cel.bind(x, 1, [2].map(x, x)) ", "[2]"),
      ("[2].map(x, x) == [2] && cel.bind(y, 1, y) == 1", "true"),
    ])
  func `macros go through lists and maps`(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test(
    arguments: [
      ("[1, 2][1]", "2"), ("[1, 2][2]", "error: noSuchPosition(\"2\")"),
      ("[1][-1]", "error: noSuchPosition(\"-1\")"), ("{'a': 1}['a']", "1"), ("{'a': 1}.a", "1"),
      ("{'a': 1}.b", "error: noSuchKey(\"\\'b\\'\")"), ("has({'a': null}.a)", "true"),
      ("has({}.a)", "false"),
      ("{1: 1, 1: 2}", "error: badKey(\"1\")"), ("{null: 1}", "error: badKey(\"null\")"),
      ("{1.5: 1}", "error: badKey(\"1.5\")"), ("{true: 1, 'true': 2}.size()", "2"),
      ("[7][dyn(0.0)]", "7"), ("[1, 2,]", "[1, 2]"), ("{'a': 1,}", "{'a': 1}"),
    ])
  func `lists and maps are read`(source: String, expected: String) {
    #expect(evaluated(source) == expected)
  }

  @Test func `fields of records are read, absent ones are errors that has() foresees`() {
    let letter = Letter(fields: [
      "text": .string("喂"), "reply": .record(Letter(fields: ["amount": .money(Money(fen: 100))])),
    ])
    func value(_ source: String) -> String {
      evaluated(
        source, ["l": .record(letter)], environment: Letter.environment, allowingAbsent: true)
    }
    #expect(value("l.text") == "'喂'")
    #expect(value("l.amount") == "error: absentField(\"amount\")")
    #expect(value("has(l.amount)") == "false")
    #expect(value("has(l.amount) && l.amount > 5") == "false")
    #expect(value("has(l.reply) ? l.reply.amount : money('0')") == "money('1.00')")
    #expect(value("letter.read('x').text") == "'x'")
    #expect(value("l.text.size() > 0 || l.amount > 5") == "true")
  }

  @Test func `a function is given the variables it names, and waits for them`() throws {
    let day = try #require(CalendarDate(iso: "2026-03-01"))
    let letter = Value.record(Letter(fields: ["deadline": .date(day)]))
    let types: [String: ExpressionType] = ["l": .record("Letter"), "today": .date]
    let today = Value.date(try #require(day.adding(days: 9)))
    let source = "letter.age(l)"
    let environment = Letter.environment
    #expect(evaluated(source, ["l": letter, "today": today], environment: environment) == "9")
    #expect(
      evaluated(source, ["l": letter], types: types, environment: environment) == "unknown: today")
    #expect(checked(source, types, environment: environment)?.variables == ["today", "l"])
    #expect(evaluated(source, ["l": letter], environment: environment) == "faults: unknown-name")
  }

  @Test func `answered() tells whether a variable has a value`() {
    #expect(evaluated("answered(n) ? n : 0", ["n": .int(3)]) == "3")
    #expect(evaluated("answered(n) ? n : 0", types: ["n": .int]) == "0")
    #expect(evaluated("answered(x)") == "faults: unknown-name")
  }

  @Test func `a condition that is no bool counts as an error`() {
    #expect(uncheckedValue("'x' && false") == "false")
    #expect(uncheckedValue("'x' || true") == "true")
    #expect(uncheckedValue("'x' || false") == "error: notBool(\"string\")")
    #expect(uncheckedValue("1 ? 2 : 3") == "error: notBool(\"int\")")
    #expect(uncheckedValue("[1].filter(x, x)") == "error: notBool(\"int\")")
    #expect(uncheckedValue("x || true") == "true")
    #expect(uncheckedValue("x") == "error: noSuchVariable(\"x\")")
    #expect(uncheckedValue("f(1) || true") == "true")
  }
}
