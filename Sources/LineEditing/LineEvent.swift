/// What came from the person when a line was asked for.
///
/// No text here holds a control character other than the tab; newlines part lines.
package enum LineEvent: Hashable, Sendable {
  /// One line, without its newline; may be empty.
  case line(String)
  /// Lines that arrived together, as one answer: a pasted message, or what ended with a lone `.`.
  case paste([String])
  /// Ctrl-C: what was typed is dropped, the cursor stands on a new line.
  case interrupted
  /// Ctrl-D on an empty line, the end of a pipe, or a terminal that went away.
  case endOfInput
}
