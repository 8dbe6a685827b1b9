import Testing

@testable import Expressions

struct CheckerFaultsTests {
  private static let types: [String: ExpressionType] = [
    "notice.amount": .double, "notice.sender": .string, "known": .list(.string),
    "l": .record("Letter"),
    "borrowed": .string, "amount": .money, "n": .int, "x": .double, "day": .date,
  ]

  @Test(
    arguments: [
      ("⟦notice.amuont⟧ > 0.0", "did you mean notice.amount"),
      ("⟦borowed⟧ == 'yes'", "did you mean borrowed"),
      ("l.⟦body⟧", "it has text, amount"), ("l.⟦amonut⟧", "did you mean amount"),
      ("⟦yes⟧", "'yes'"), ("⟦True⟧", "write true"),
      ("⟦None⟧", "answered(variable)"), ("notice.sender.⟦contain⟧('x')", "did you mean contains"),
      ("⟦contains⟧(notice.sender, 'x')", "x.contains("), ("notice.sender.⟦length⟧()", "x.size()"),
      ("notice.sender.⟦matches⟧('x')", "no regular"),
      ("⟦known⟧()", "is a variable"), ("⟦mony⟧('1')", "did you mean money"),
      ("letter.⟦raed⟧('a')", "did you mean letter.read"),
      ("known.⟦all⟧(x)", "list.all(x"), ("x ⟦==⟧ 2", "write 2.0"), ("n ⟦+⟧ x", "double("),
      ("notice.sender ⟦+⟧ 1", "string("),
      ("'a' ⟦in⟧ notice.sender", "x.contains("), ("known ⟦==⟧ 'a'", "'…' in the list"),
      ("amount ⟦>⟧ '5'", "money('…')"),
      ("day ⟦<⟧ '2026-01-01'", "date('…')"), ("amount ⟦>⟧ n", "type money"),
      ("amount ⟦*⟧ 0.5", "plan functions"), ("amount ⟦+⟧ 5", "money('5')"),
      ("amount ⟦-⟧ 1.5", "money('1.5')"), ("amount ⟦/⟧ 2", "plan functions"),
      ("known.⟦contains⟧('a')", "in the list"), ("⟦q⟧ > 1", "no variable q; a text"),
      ("l ⟦==⟧ l", "compare a field"),
      ("1 < n ⟦<⟧ 3", "&&"), ("⟦borrowed⟧ && true", "== 'yes'"), ("⟦notice.sender['a']⟧", "charAt"),
      ("known.⟦join⟧(1)", "list(string).join(string)"),
      ("money(⟦'1.234'⟧)", "money('3200.50')"), ("date(⟦'2026/03/01'⟧)", "date('2026-03-01')"),
      ("⟦now⟧()", "today"),
    ])
  func `a fault says what to write, at the place of the mistake`(marked: String, hint: String)
    throws
  {
    let (source, ranges) = unmarked(marked)
    let found = faults(source, Self.types, environment: Letter.environment)
    let fault = try #require(found.first)
    #expect(found.count == 1)
    #expect(fault.phase == .check)
    #expect(fault.range == ranges[0])
    #expect(fault.message.en.contains(hint), "\(fault.message.en)")
    #expect(!fault.message.zh.isEmpty)
  }

  @Test func `every fault speaks Chinese in the Chinese message`() {
    for source in ["foo", "1 + 'a'", "l.x", "f()", "x.all()", "amount > n"] {
      for fault in faults(source, Self.types, environment: Letter.environment) {
        #expect(fault.message.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      }
    }
  }
}
