/// Words of a message and where they stand: what a finding rests on.
package struct Quote: Hashable, Sendable {
  /// The place in the raw message, in Unicode scalars from its start, half open.
  package let range: Range<Int>
  /// The words exactly as they stand there; make them safe before printing.
  package let text: String

  /// Words at a place.
  package init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }
}
