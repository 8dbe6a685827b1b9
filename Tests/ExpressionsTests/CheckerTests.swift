import Testing

@testable import Expressions

struct CheckerTests {
  private static let types: [String: ExpressionType] = [
    "amount": .money, "n": .int, "x": .double, "s": .string, "ok": .bool, "day": .date, "r": .rate,
    "names": .list(.string), "m": .map(key: .string, value: .int), "d": .dyn,
    "letter": .record("Letter"),
    "letters": .list(.record("Letter")), "today": .date, "debt.owed": .money, "debt.days": .int,
  ]

  private func type(_ source: String) -> String {
    switch Expression.check(
      source, environment: Letter.environment, variables: Self.types, allowingAbsent: true)
    {
    case .success(let expression): expression.type.name
    case .failure(let faults):
      "faults: \(faults.faults.map(\.code.rawValue).joined(separator: ", "))"
    }
  }

  @Test(
    arguments: [
      ("1", "int"), ("1.0", "double"), ("'a'", "string"), ("null", "null_type"),
      ("[]", "list(dyn)"),
      ("{}", "map(dyn, dyn)"), ("[1, 'a']", "list(dyn)"),
      ("[[[[[]]]], [], [[[]]]]", "list(list(list(list(list(dyn)))))"),
      ("[[], [[[]]], [[[[]]]]]", "list(list(list(list(list(dyn)))))"), ("[1] + []", "list(int)"),
      ("{'a': 1}['a']", "int"), ("([].map(x, x))[0].foo", "dyn"), ("ok ? 1 : 2", "int"),
      ("ok ? [] : [1]", "list(int)"),
      ("ok ? d : 1", "dyn"), ("x > 0", "bool"), ("n < 0.5", "bool"), ("amount > 500", "bool"),
      ("amount == 0", "bool"),
      ("amount * 2", "money"), ("day + 7", "date"), ("day - today", "int"),
      ("names.map(n, n.size())", "list(int)"),
      ("m.map(k, k)", "list(string)"), ("m.transformMap(k, v, v > 0)", "map(string, bool)"),
      ("names.transformList(i, v, i)", "list(int)"),
      ("letters.map(l, l.phones)", "list(list(string))"),
      ("sum(letters.map(l, l.amount))", "money"), ("max([1, 2])", "int"), ("max([day])", "date"),
      ("math.greatest(1, 2)", "int"), ("math.greatest(1, 2.0)", "dyn"),
      ("math.least(1.0)", "double"),
      ("letter.reply.reply.text", "string"), ("d.a.b + 1", "dyn"), ("d.a.b - 1.5", "double"),
      ("d + d", "dyn"),
      ("d[0]", "dyn"), ("-d", "dyn"),
      ("debt.owed", "money"), ("debt.days + 1", "int"), ("letter.read(s)", "Letter"),
      ("type(1)", "type"), ("int", "type"),
      ("cel.bind(y, n, y + 1)", "int"), ("has(letter.amount)", "bool"), ("m.k", "int"),
      ("'a' in m", "bool"),
    ])
  func `the type of an expression is deduced`(source: String, expected: String) {
    #expect(type(source) == expected)
  }

  @Test(
    arguments: [
      ("x == 0", "type"), ("x * 2", "type"), ("s > 5", "type"), ("!s", "type"), ("s && ok", "type"),
      ("s + n", "type"),
      ("ok ? 1 : 'a'", "type"), ("1 ? 2 : 3", "type"), ("[1] + ['a']", "type"),
      ("'a' in s", "type"), ("1 in m", "type"),
      ("n.foo", "type"), ("names['a']", "type"), ("m[1]", "type"), ("1 < 2 < 3", "type"),
      ("names.all(x, x)", "type"),
      ("n.all(x, x > 0)", "type"), ("amount > n", "type"), ("amount == x", "type"),
      ("n < amount", "type"),
      ("amount + 1", "type"), ("amount * 1.5", "type"), ("day > 'x'", "type"), ("r < r", "type"),
      ("letter == letter", "type"),
      ("letter in letters", "type"), ("letters == letters", ""), ("s.contains(1)", "type"),
      ("size()", "type"), ("size(n)", "type"),
      ("letter.foo", "unknown-field"), ("has(letter.foo)", "unknown-field"),
      ("letter.reply.txt", "unknown-field"),
      ("foo", "unknown-name"), ("foo.bar.baz", "unknown-name"), ("debt", "unknown-name"),
      ("debt.owd", "unknown-name"),
      ("foo(1)", "unknown-function"), ("s.foo()", "unknown-function"),
      ("letter.rad(s)", "unknown-function"),
      ("s.matches('a')", "not-in-profile"), ("timestamp('x')", "not-in-profile"),
      ("money('1.234')", "bad-literal"),
      ("money('abc')", "bad-literal"), ("date('2026-02-30')", "bad-literal"),
      ("date('2026-2-3')", "bad-literal"),
      ("{[1]: 2}", "type"), ("{amount: 2}", "type"), ("foo + bar", "unknown-name, unknown-name"),
      ("foo + 1 == 'a' && !foo", "unknown-name, unknown-name"),
      ("math.greatest('a')", "type"), ("sum(names)", "type"), ("max(1)", "type"),
      ("math.round(1)", "type"),
    ])
  func `what does not fit is a fault, once`(source: String, expected: String) {
    let codes = faults(source, Self.types, environment: Letter.environment)
      .map(\.code.rawValue).joined(separator: ", ")
    #expect(codes == expected)
  }

  @Test func `a value of another type than expected is a fault`() {
    #expect(faults("1", expecting: .bool).map(\.code) == [.type])
    #expect(faults("'a'", expecting: .bool).first?.message.en.contains("== 'yes'") == true)
    #expect(faults("[]", expecting: .list(.string)).isEmpty)
    #expect(faults("dyn(1)", expecting: .bool).isEmpty)
    #expect(faults("1", expecting: .money).map(\.code) == [.type])
  }

  @Test func `what hides mistakes is allowed with a warning`() throws {
    let expression = try #require(
      checked("dyn(1) == 1.0 && type(1) == int && cel.bind(x, 1, x) == 1"))
    #expect(expression.profileWarnings.map(\.code) == [.discouraged, .discouraged, .discouraged])
    #expect(checked("[1, 'a'] == []")?.profileWarnings.map(\.code) == [.discouraged])
    #expect(checked("[1, dyn('a')] == [[], [1]]")?.profileWarnings.count == 1)
    #expect(checked("{'a': 1, 'b': 'x'}.a == 1")?.profileWarnings.map(\.range) == [14..<17])
    #expect(checked("1 == 1")?.profileWarnings.isEmpty == true)
  }

  @Test func `heavy functions are noted`() {
    let environment = Letter.environment
    #expect(checked("letter.read('a').text", environment: environment)?.isHeavy == true)
    #expect(checked("size('a')", environment: environment)?.isHeavy == false)
  }
}
