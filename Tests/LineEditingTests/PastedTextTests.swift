import Testing

@testable import LineEditing

struct PastedTextTests {
  @Test(
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb", ["a", "b"]), ("a\rb\r", ["a", "b"]),
      ("a\n\nb\n\n\n", ["a", "", "b"]), ("\na", ["", "a"]), ("a\u{1B}[2Jb", ["a[2Jb"]),
    ] as [(String, [String])])
  func `a paste falls into lines`(text: String, lines: [String]) {
    #expect(PastedText(Array(text.utf8)).lines == lines)
  }

  @Test func `the echo of a long line is short`() {
    let echo = PastedText.echo(of: String(repeating: "字", count: 1_000))
    #expect(echo.hasSuffix("… (1000)"))
    #expect(echo.unicodeScalars.count < 420)
  }

  @Test func `the echo does not steer the writing direction`() {
    #expect(!PastedText.echo(of: "a\u{202E}b").unicodeScalars.contains("\u{202E}"))
  }
}
