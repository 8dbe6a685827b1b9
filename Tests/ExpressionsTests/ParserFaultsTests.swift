import Testing

@testable import Expressions

struct ParserFaultsTests {
  @Test(
    arguments: [
      ("a ⟦and⟧ b", "&&"), ("a ⟦or⟧ b", "||"), ("⟦not⟧ a", "!"), ("⟦not⟧ (a)", "!"),
      ("a ⟦AND⟧ b", "&&"),
      ("a ⟦=⟧ true", "=="), ("a ⟦not⟧ in l", "!(x in list)"), ("a ⟦is⟧ b", "=="),
      ("⟦if⟧ a then b else c", "condition ? this : that"),
      ("a ⟦then⟧ b", "condition ? this : that"),
      ("⟦for⟧ x", "list.all(x"), ("(1 + 2⟦⟧", ")"), ("1 + 2⟦)⟧", "no opening"), ("[1, 2⟦⟧", "]"),
      ("a ⟦'b'⟧", "missing before"), ("1 ⟦2⟧", "without blanks"),
      ("a == 1⟦,⟧000", "without commas"), ("a in (true⟦,⟧ b)", "square brackets"),
      ("1 +⟦⟧", "too early"),
      ("⟦⟧", "too early"),
      ("1 +⟦*⟧ 2", "before *"), ("a ? b⟦⟧", "colon"), ("a.⟦⟧", "field"),
      ("{1⟦}⟧", "colon"),
      ("a.⟦?⟧b", "optional"), ("a[⟦?⟧0]", "optional"), ("A⟦{⟧b: 1}", "records"),
      ("⟦while⟧", "list.all"),
      ("⟦var⟧", "reserved"), ("⟦in⟧", "left of in"), ("a ? b ⟦?⟧ c : d : e", "parentheses"),
    ])
  func `a fault of grammar says what to write, in one message`(marked: String, hint: String) throws
  {
    let (source, ranges) = unmarked(marked)
    let found = faults(source, ["a": .bool, "b": .bool, "c": .bool, "l": .list(.bool)])
    let fault = try #require(found.first)
    #expect(found.count == 1)
    #expect(fault.phase == .parse)
    #expect(fault.range == ranges[0])
    #expect(fault.message.en.contains(hint), "\(fault.message.en)")
  }

  @Test func `several signs of the Chinese keyboard are reported together, without further noise`()
  {
    let found = faults("notice.amount（1） ＞ “a” and 金额 。b")
    #expect(found.map(\.range.lowerBound) == [13, 15, 17, 19, 23, 27, 30])
    #expect(found.filter { $0.code == .syntax }.count == 1)
  }
}
