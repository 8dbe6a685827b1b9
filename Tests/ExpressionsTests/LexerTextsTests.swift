import Testing

@testable import Expressions

struct LexerTextsTests {
  @Test(
    arguments: [
      (#"'a"b'"#, "a\"b"), (#""a'b""#, "a'b"), (#"'\n\t\\\'\"\?\`'"#, "\n\t\\'\"?`"),
      (#"'\x41\u4E00\U0001F600\101'"#, "A一😀A"), (#"r'\n\'"#, #"\n\"#), (#"R"\d""#, #"\d"#),
      ("'''a'b\n''c'''", "a'b\n''c"), (#""""a\n""b""""#, "a\n\"\"b"), ("''", ""), ("''''''", ""),
      ("r''''''", ""), ("'催收'", "催收"), ("'（，）'", "（，）"),
    ])
  func `texts are read with their escapes`(source: String, text: String) {
    let (tokens, faults) = Lexer.tokens(of: source)
    #expect(faults.isEmpty)
    guard case .string(let read) = tokens[0].kind else {
      Issue.record("no text: \(tokens[0])")
      return
    }
    #expect(read.hasSameScalars(as: text))
    #expect(tokens.count == 2)
  }

  @Test(
    arguments: [
      "'abc", "\"abc'", "'a\nb'", "'''abc''", #"'\q'"#, #"'\uD83D'"#, #"'\U00110000'"#, #"'\x4'"#,
      #"'\400'"#, #"'\18'"#, #"'\"#, "'", "r'", #"'\u12"#,
    ])
  func `a text without an end or with a bad escape is a fault`(source: String) {
    #expect(Lexer.tokens(of: source).faults.map(\.code).contains(.badText))
  }

  @Test func `bytes are outside of the profile`() {
    #expect(Lexer.tokens(of: "b'a'").faults.map(\.code) == [.notInProfile])
    #expect(Lexer.tokens(of: "rb'a'").faults.map(\.code) == [.notInProfile])
  }

  @Test(arguments: ["“95188”", "”95188”", "‘95188’", "「95188」", "＇95188＇", "“95188"])
  func `a text in Chinese quotes is one fault that shows the ASCII ones`(source: String) {
    let (tokens, faults) = Lexer.tokens(of: source)
    #expect(faults.map(\.code) == [.wideCharacter])
    #expect(faults.first?.message.en.contains("'95188'") == true)
    #expect(tokens.map(\.kind) == [.string("95188"), .end])
  }
}
