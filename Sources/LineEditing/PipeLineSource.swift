import Glibc

/// Lines from a pipe or a file: no prompt, no paste timing, no history.
///
/// Invalid UTF-8 is repaired with U+FFFD, CRLF counts as one newline, a last line without newline
/// is a line, controls other than the tab are dropped. Time grows with the length of the lines.
package final class PipeLineSource: LineSource {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtStart = true
  private var hasEnded = false

  /// Reads from this open file descriptor; it stays open.
  package init(descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  /// Never: nobody sees a prompt.
  package var isInteractive: Bool { false }

  /// Does nothing: nobody presses Tab.
  package func setCompletion(_ completer: @escaping Completer) {}

  /// Does nothing: nobody presses the arrow keys.
  package func addHistory(_ line: String) {}

  /// No effect.
  package func useHistory(_ kind: String) {}

  /// The next line.
  package func readLine(prompt: Prompt) -> LineEvent {
    nextLine().map(LineEvent.line) ?? .endOfInput
  }

  /// The lines up to a lone `.` or the end.
  package func readPaste(prompt: Prompt, endsAtOnce: (String) -> Bool) -> LineEvent {
    guard let first = nextLine() else { return .endOfInput }
    if endsAtOnce(first) { return .line(first) }
    var lines: [String] = []
    var line: String? = first
    while let text = line, text != "." {
      lines.append(text)
      line = nextLine()
    }
    return .paste(lines)
  }

  /// The next line without its newline, or `nil` at the end.
  private func nextLine() -> String? {
    var searched = start
    while true {
      if let newline = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = newline + 1 }
        return text(of: buffer[start..<newline])
      }
      searched = buffer.count
      guard fill(&searched) else { break }
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return text(of: buffer[start...])
  }

  /// Reads more, false at the end of input; `place` moves along when used bytes are let go.
  private func fill(_ place: inout Int) -> Bool {
    if start > 0 {
      buffer.removeFirst(start)
      place -= start
      start = 0
    }
    guard !hasEnded else { return false }
    let old = buffer.count
    let (more, count) = SystemRead.bytes(from: descriptor, atMost: 65_536)
    buffer.append(contentsOf: more)
    hasEnded = count <= 0
    return buffer.count > old
  }

  private func text(of bytes: ArraySlice<UInt8>) -> String {
    var text = AnswerText.clean(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
    if isAtStart, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    isAtStart = false
    return text
  }
}
