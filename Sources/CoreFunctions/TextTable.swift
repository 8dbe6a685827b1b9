import Wording

/// A table in plain text whose columns line up on a terminal, wide characters included.
struct TextTable {
  /// How a column is set.
  enum Side {
    case left, right
  }

  private let header: [String]
  private let sides: [Side]
  private let rows: [[String]]

  init(_ columns: [(title: String, side: Side)], rows: [[String]]) {
    self.header = columns.map(\.title)
    self.sides = columns.map(\.side)
    self.rows = rows
  }

  /// The table, a line a row, without a final line end.
  var text: String {
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].displayWidth }.max() ?? 0 }
    return lines.map { cells in
      let line = cells.indices.map { set(cells[$0], to: widths[$0], sides[$0]) }
      return line.joined(separator: "  ").trimmingTrailingBlanks
    }.joined(separator: "\n")
  }

  private func set(_ cell: String, to width: Int, _ side: Side) -> String {
    let blanks = String(repeating: " ", count: max(0, width - cell.displayWidth))
    return side == .left ? cell + blanks : blanks + cell
  }
}

extension String {
  fileprivate var trimmingTrailingBlanks: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
