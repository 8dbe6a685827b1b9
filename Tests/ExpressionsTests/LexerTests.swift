import Testing

@testable import Expressions

struct LexerTests {
  @Test(
    arguments: [
      ("a（1 ⟦）⟧", ")"), ("x ⟦＞⟧ 0", ">"), ("x ⟦≥⟧ 0", ">="), ("x ⟦＝＝⟧ 1", "=="), ("[1⟦，⟧ 2]", ","),
      ("[1⟦、⟧ 2]", ","), ("a ⟦＆＆⟧ b", "&&"), ("a ⟦｜｜⟧ b", "||"), ("⟦！⟧a", "!"), ("a ⟦≠⟧ b", "!="),
      ("a⟦。⟧b", "."), ("⟦ａｂ⟧ + 1", "ab"), ("⟦１２⟧ + 1", "12"), ("1 ⟦×⟧ 2", "*"), ("1 ⟦÷⟧ 2", "/"),
      ("1 ⟦－⟧ 2", "-"), ("c ⟦？⟧ 1 : 2", "?"), ("c ? 1 ⟦：⟧ 2", ":"), ("⟦【⟧1]", "["),
    ])
  func `a sign of the Chinese keyboard is a fault that names the ASCII sign`(
    marked: String, meant: String
  ) throws {
    let (text, ranges) = unmarked(marked)
    let faults = Lexer.tokens(of: text).faults
    let fault = try #require(faults.first { $0.range == ranges[0] })
    #expect(fault.code == .wideCharacter)
    #expect(fault.message.en.hasSuffix("write \(meant)"))
    #expect(fault.message.zh.hasSuffix(meant))
  }

  @Test(
    arguments: [
      ("a ⟦=⟧ 1", "=="), ("a ⟦＝⟧ 1", "=="), ("a ⟦&⟧ b", "&&"), ("a ⟦|⟧ b", "||"),
      ("a ⟦=>⟧ 1", ">="),
      ("a ⟦=<⟧ 1", "<="), ("a ⟦<>⟧ 1", "!="), ("a ⟦===⟧ 1", "=="), ("a ⟦!==⟧ 1", "!="),
      ("a ⟦并且⟧ b", "&&"),
      ("a ⟦或者⟧ b", "||"), ("a ⟦等于⟧ 1", "=="), ("a ⟦大于⟧ 1", ">"),
    ])
  func `a sign or word of another language is one fault that names ours`(
    marked: String, meant: String
  ) throws {
    let (text, ranges) = unmarked(marked)
    let (tokens, faults) = Lexer.tokens(of: text)
    #expect(faults.count == 1)
    #expect(faults.first?.code == .foreignOperator)
    #expect(faults.first?.range == ranges[0])
    #expect(tokens.contains { $0.kind == .sign(Token.Sign(rawValue: meant) ?? .dot) })
    #expect(faults.first?.message.zh.contains(meant) == true)
  }

  @Test(arguments: ["true\u{3000}&& true", "a\u{00A0}+ b", "a\u{200B} + b", "\u{FEFF}a"])
  func `a blank that is no ordinary one is a fault, and read as a blank`(text: String) {
    let (tokens, faults) = Lexer.tokens(of: text)
    #expect(faults.map(\.code) == [.wideCharacter])
    #expect(tokens.count == (text.hasSuffix("a") ? 2 : 4))
  }

  @Test func `comments and line ends are blanks`() {
    let (tokens, faults) = Lexer.tokens(of: "1 // 一 ( ' \n + 2\r\n// end")
    #expect(faults.isEmpty)
    #expect(tokens.map(\.kind) == [.int(1), .sign(.plus), .int(2), .end])
  }

  @Test(arguments: ["notice.⟦金额⟧ > 0", "⟦欠款⟧", "a ⟦#⟧ b", "⟦@⟧", "a⟦$⟧", "⟦`abc"])
  func `what has no meaning is one fault of syntax`(marked: String) {
    let (text, _) = unmarked(marked)
    #expect(Lexer.tokens(of: text).faults.map(\.code) == [.syntax])
  }

  @Test func `places count Unicode scalars, not characters or bytes`() {
    let word = Lexer.tokens(of: "'e\u{301}😀催' + x").tokens[2]
    #expect(word.range == 9..<10)
  }
}
