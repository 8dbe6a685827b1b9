/// How a page of text may look where it is printed.
package struct TextLook: Hashable, Sendable {
  /// Whether colours may be used (a terminal, no `NO_COLOR`, `TERM` not `dumb`).
  package let colour: Bool
  /// The columns to wrap to; `nil` leaves lines as they are (a pipe).
  package let columns: Int?
  /// `ACCESSIBLE=1`, a screen reader may read along: append only, lists in place of tables, no
  /// rules, hints said once.
  package let accessible: Bool

  /// A look.
  package init(colour: Bool, columns: Int?, accessible: Bool) {
    self.colour = colour
    self.columns = columns
    self.accessible = accessible
  }
}
