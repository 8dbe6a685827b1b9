import Glibc
import Testing

@testable import LineEditing

struct PipeLineSourceTests {
  /// A source that reads these bytes from a file that has no name.
  func source(_ bytes: [UInt8]) throws -> PipeLineSource {
    let descriptor = fileno(tmpfile())
    try #require(descriptor >= 0)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
    lseek(descriptor, 0, SEEK_SET)
    return PipeLineSource(descriptor: descriptor)
  }

  func events(_ text: String) throws -> [LineEvent] {
    let source = try source(Array(text.utf8))
    var events: [LineEvent] = []
    repeat { events.append(source.readLine(prompt: Prompt("?"))) } while events.last != .endOfInput
    return events
  }

  @Test(
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\n你\r\n", ["a", "你"]), ("\n\n", ["", ""]),
      ("a\u{0}b\u{1B}c\td\n", ["abc\td"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]),
    ] as [(String, [String])])
  func `lines are read to the end`(text: String, lines: [String]) throws {
    #expect(try events(text) == lines.map(LineEvent.line) + [.endOfInput])
  }

  @Test func `invalid UTF-8 is repaired`() throws {
    let line = try source([0x61, 0xFF, 0x62, 0x0A]).readLine(prompt: Prompt("?"))
    #expect(line == .line("a\u{FFFD}b"))
  }

  @Test(arguments: [("a\n\nb\n.\nc\n", LineEvent.line("c")), ("a\n\nb\n", .endOfInput)])
  func `an answer of several lines ends with a lone full stop or the end`(
    text: String, next: LineEvent
  ) throws {
    let source = try source(Array(text.utf8))
    #expect(source.readPaste(prompt: Prompt("?")) == .paste(["a", "", "b"]))
    #expect(source.readLine(prompt: Prompt("?")) == next)
  }

  @Test func `an answer of several lines may be empty or missing`() throws {
    let source = try source(Array(".\n".utf8))
    #expect(source.readPaste(prompt: Prompt("?")) == .paste([]))
    #expect(source.readPaste(prompt: Prompt("?")) == .endOfInput)
  }

  @Test func `a command in place of several lines is returned at once`() throws {
    let source = try source(Array(":back\nb\n".utf8))
    #expect(source.readPaste(prompt: Prompt("?"), endsAtOnce: { $0 == ":back" }) == .line(":back"))
    #expect(source.readLine(prompt: Prompt("?")) == .line("b"))
  }

  @Test func `long and many lines are read`() throws {
    let long = String(repeating: "长", count: 400_000)
    let many = Array(repeating: "x\n", count: 200_000).joined()
    let events = try events(long + "\n" + many)
    #expect(events.count == 200_002)
    #expect(events.first == .line(long))
  }
}
