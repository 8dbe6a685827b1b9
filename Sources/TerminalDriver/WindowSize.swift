/// The size of a pseudo-terminal in character cells.
package struct WindowSize: Hashable, Sendable {
  /// Cells in a row.
  package let columns: Int
  /// Rows.
  package let rows: Int

  /// A window of so many columns and rows.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
