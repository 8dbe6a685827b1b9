import Wording

/// Rows of texts in columns of equal display width: the first column flush left, all others right.
package struct TextTable {
  private let rows: [[String]]

  /// A table; the first row is the heading.
  package init(_ rows: [[String]]) {
    self.rows = rows
  }

  /// The table as lines without trailing blanks.
  package var text: String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.displayWidth)
      }
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - cell.displayWidth)
        line += column == 0 ? cell + blanks : "  " + blanks + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
