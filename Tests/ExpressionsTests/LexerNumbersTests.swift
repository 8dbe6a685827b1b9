import Testing

@testable import Expressions

struct LexerNumbersTests {
  @Test(
    arguments: [
      ("0", Token.Kind.int(0)), ("007", .int(7)), ("0x1F", .int(31)), ("0XaB", .int(171)),
      ("9223372036854775808", .int(1 << 63)), ("1.5", .double(1.5)), (".5", .double(0.5)),
      ("1e3", .double(1000)), ("1E-3", .double(0.001)), ("2.5e+2", .double(250)),
      ("１.５", .double(1.5)),
    ])
  func `numbers are read as CEL has them`(text: String, kind: Token.Kind) {
    #expect(Lexer.tokens(of: text).tokens.map(\.kind) == [kind, .end])
  }

  @Test(arguments: ["1.", "1_000", "0xZZ", "1.e3", "0x", "1e", "1e+"])
  func `what is no number ends where the number ends`(text: String) {
    #expect(Lexer.tokens(of: text).tokens.count > 2)
  }

  @Test(
    arguments: [
      "9223372036854775809", "18446744073709551616", "1e999", "0xFFFFFFFFFFFFFFFFF",
      String(repeating: "9", count: 900),
    ])
  func `a number that does not fit is a fault`(text: String) {
    #expect(Lexer.tokens(of: text).faults.map(\.code) == [.badNumber])
  }

  @Test(arguments: ["1u", "0x1FU"])
  func `an unsigned number is outside of the profile`(text: String) {
    #expect(Lexer.tokens(of: text).faults.map(\.code) == [.notInProfile])
  }
}
