/// Words of a message and where they stand: what a finding rests on.
///
/// It keeps the message and the place, so that making one costs nothing; the words are copied out
/// when they are asked for.
package struct Quote: Hashable, Sendable {
  /// The place in the raw message, in Unicode scalars from its start, half open.
  package let range: Range<Int>
  private let message: MessageText

  /// The words at a place of a message; the place must lie inside it.
  init(range: Range<Int>, in message: MessageText) {
    self.range = range
    self.message = message
  }

  /// The words exactly as they stand there; make them safe before printing.
  package var text: String { message.text(range) }

  /// The scalars of the words.
  package var scalars: ArraySlice<Unicode.Scalar> { message.scalars[range] }

  /// By place and words.
  package static func == (left: Quote, right: Quote) -> Bool {
    left.range == right.range && left.scalars == right.scalars
  }

  /// By the place alone, which tells the words of one message apart.
  package func hash(into hasher: inout Hasher) { hasher.combine(range) }
}
