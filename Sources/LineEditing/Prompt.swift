/// The text that asks for a line.
package struct Prompt: Hashable, Sendable {
  /// How the text is set off from the answer.
  package enum Colour: String, Hashable, Sendable {
    /// As the terminal writes.
    case plain
    /// Bold.
    case bold
    /// Green, for a question.
    case green
    /// Yellow, for a question that waits for more.
    case yellow
    /// Cyan.
    case cyan

    /// The parameters of the terminal's SGR sequence; `nil` for plain.
    var sequence: String? {
      switch self {
      case .plain: nil
      case .bold: "\u{1B}[1m"
      case .green: "\u{1B}[32m"
      case .yellow: "\u{1B}[33m"
      case .cyan: "\u{1B}[36m"
      }
    }
  }

  /// The text before the cursor, on one line.
  package let text: String
  /// Its colour; the caller passes `.plain` where colour is not wanted.
  package let colour: Colour
  /// The text shown in its place once a paste waits for Enter; the same text where `nil`.
  package let afterPaste: String?
  /// The text before the second and later lines of `readPaste`.
  package let continuation: String

  /// A prompt; `continuation` stands before later lines of an answer of several lines.
  package init(
    _ text: String, colour: Colour = .plain, afterPaste: String? = nil,
    continuation: String = "… "
  ) {
    self.text = text
    self.colour = colour
    self.afterPaste = afterPaste
    self.continuation = continuation
  }
}
