import Testing

@testable import Expressions

struct ReadingsTests {
  private static let types: [String: ExpressionType] = [
    "l": .record("Letter"), "ls": .list(.record("Letter")), "kind": .string, "n": .int,
    "owed": .money, "day": .date,
    "picked": .list(.string), "debt.days": .int, "today": .date,
  ]

  private func unguarded(_ source: String) -> [String] {
    checked(source, Self.types, environment: Letter.environment, allowingAbsent: true)?
      .unguardedReads.map(\.field) ?? ["faults"]
  }

  @Test(
    arguments: [
      "has(l.amount) && l.amount > 5", "!has(l.amount) || l.amount > 5",
      "has(l.amount) ? l.amount : money('0')",
      "!has(l.amount) ? money('0') : l.amount", "has(l.amount) && n > 1 && l.amount > 5",
      "has(l.amount) && has(l.deadline) && l.amount > 5 && l.deadline > day",
      "(has(l.amount) && has(l.deadline)) ? l.deadline > day : true",
      "!(has(l.amount) && has(l.deadline)) || l.deadline > day",
      "ls.exists(x, has(x.amount) && x.amount > 5)", "ls.map(x, has(x.amount), x.amount)",
      "has(l.reply) && has(l.reply.amount) && l.reply.amount > 1",
      "has(ls[0].amount) && ls[0].amount > 1", "(has(l.amount) || has(l.amount)) && l.amount > 1",
      "l.text.size() > 0",
      "!(!has(l.amount) || n > 1) ? l.amount > 1 : false",
    ])
  func `a read behind has() is guarded`(source: String) {
    #expect(unguarded(source) == [])
  }

  @Test(
    arguments: [
      ("l.amount > 5", ["amount"]), ("has(l.amount) || l.amount > 5", ["amount"]),
      ("has(l.deadline) && l.amount > 5", ["amount"]),
      ("(has(l.amount) || n > 1) && l.amount > 5", ["amount"]),
      ("has(l.amount) ? 1 : (l.amount > 1 ? 2 : 3)", ["amount"]),
      ("ls.map(x, x.amount)", ["amount"]),
      ("has(l.amount) && ls.exists(l, l.amount > 5)", ["amount"]),
      ("ls.all(x, has(x.amount)) && ls.all(x, x.amount > 1)", ["amount"]),
      ("letter.read('a').amount", ["amount"]),
      ("has(l.reply) && l.reply.amount > 1", ["amount"]), ("l.reply.amount", ["reply", "amount"]),
      ("has(ls[0].amount) && ls[1].amount > 1", ["amount"]),
      ("!(has(l.amount) || n > 1) ? l.amount > 1 : true", ["amount"]),
      ("has(l.reply.amount)", ["reply"]),
    ])
  func `a read that nothing guards is found`(source: String, fields: [String]) {
    #expect(unguarded(source).sorted() == fields.sorted())
    #expect(
      faults(source, Self.types, environment: Letter.environment).allSatisfy {
        $0.code == .unguardedField
      })
    #expect(!faults(source, Self.types, environment: Letter.environment).isEmpty)
  }

  @Test func `the message of an unguarded read shows the guard to write`() {
    let fault = faults("l.amount > 5", Self.types, environment: Letter.environment).first
    #expect(fault?.message.en.contains("has(l.amount) &&") == true)
    #expect(fault?.range == 0..<8)
  }

  @Test func `variables are listed in the order of places, names of macros are not`() {
    let expression = checked(
      "n > 1 && ls.exists(x, x.text == kind) || answered(day) && day < today || debt.days > n",
      Self.types,
      environment: Letter.environment)
    #expect(expression?.variables == ["n", "ls", "kind", "day", "today", "debt.days"])
    #expect(expression?.reads.filter(\.isGuarded).map(\.range) == [41..<54, 58..<61])
  }

  private func comparisons(_ source: String) -> [String] {
    (checked(source, Self.types, environment: Letter.environment, allowingAbsent: true)?.comparisons
      ?? []).map {
        comparison in
        let subject = ([comparison.variable] + comparison.fields).joined(separator: ".")
        let values = comparison.values.map(shown).joined(separator: ",")
        return
          "\(comparison.variableIsList ? "list " : "")\(subject) \(comparison.sign.rawValue) \(values)"
      }
  }

  @Test(
    arguments: [
      ("kind == 'sms'", ["kind == 'sms'"]), ("'sms' != kind", ["kind != 'sms'"]),
      ("n > -3", ["n > -3"]), ("3 <= n", ["n >= 3"]),
      ("kind in ['a', 'b']", ["kind in 'a','b'"]), ("'a' in picked", ["list picked in 'a'"]),
      ("owed > 500", ["owed > 500"]),
      ("owed > money('12.5')", ["owed > money('12.50')"]),
      ("day < date('2026-03-01')", ["day < date('2026-03-01')"]),
      ("l.text == 'x'", ["l.text == 'x'"]),
      ("debt.days >= 30 && debt.days < 90", ["debt.days >= 30", "debt.days < 90"]),
      ("n == n", []), ("n + 1 > 3", []), ("kind in [kind, 'a']", []),
      ("ls.exists(x, x.text == 'a')", []), ("!(kind == 'a')", ["kind == 'a'"]),
    ])
  func `comparisons with written values are listed`(source: String, expected: [String]) {
    #expect(comparisons(source) == expected)
  }

  @Test(arguments: [
    ("n > 3 ? date('2026-03-01') : day", "date"), ("n > 3 ? money('5') : owed", "money"),
    ("n > 3 ? money('0') - money('5') : owed", ""),
  ])
  func `a part that is written out has its value`(source: String, type: String) throws {
    let expression = try #require(checked(source, Self.types))
    guard case .conditional(_, let then, let otherwise) = expression.syntax.kind else {
      Issue.record("no conditional")
      return
    }
    switch (expression.literal(then), type) {
    case (.date(let day)?, "date"): #expect(day.iso == "2026-03-01")
    case (.money(let amount)?, "money"): #expect(amount.fen == 500)
    case (nil, ""): break
    default: Issue.record("\(source)")
    }
    #expect(expression.literal(otherwise) == nil)
  }
}
