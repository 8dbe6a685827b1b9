import Charts
import Planning
import Wording

extension PlanContent {
  /// The page as text no wider than `columns` (at least 20); a table that is too wide becomes a
  /// paragraph for each row.
  package func text(columns: Int, drawing: TerminalDrawing) -> String {
    let columns = max(20, columns)
    var parts = [title.safeForTerminal.wrapped(to: columns)]
    for block in blocks {
      switch block {
      case .heading(let words):
        parts.append("\n" + words.safeForTerminal.wrapped(to: columns))
      case .words(let words): parts.append(words.safeForTerminal.wrapped(to: columns))
      case .list(let lines):
        parts += lines.map { PlanContent.item($0.safeForTerminal, columns: columns) }
      case .table(let rows):
        parts.append(
          PlanContent.table(rows.map { $0.map(\.safeForTerminal) }, columns: columns))
      case .chart: parts.append(chart.terminal(columns: columns, drawing: drawing))
      }
    }
    return parts.joined(separator: "\n") + "\n"
  }

  /// A list's line behind a dash; its further lines stand under its words.
  private static func item(_ line: String, columns: Int) -> String {
    let wrapped = line.wrapped(to: max(20, columns - 2))
    return wrapped.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset == 0 ? "- " : "  ") + $0.element }.joined(separator: "\n")
  }

  private static func table(_ rows: [[String]], columns: Int) -> String {
    let text = TextTable(rows).text
    guard text.split(separator: "\n").contains(where: { $0.displayWidth > columns }),
      let heading = rows.first
    else { return text }
    return rows.dropFirst().map { row in
      var lines = [(row.first ?? "").wrapped(to: columns)]
      for (name, cell) in zip(heading, row).dropFirst() where !cell.isEmpty {
        let line = "  \(name) \(cell)"
        lines.append(line.wrapped(to: columns))
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
