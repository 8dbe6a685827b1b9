import Wording

/// The findings of a message as a table, or as a list where the window is narrow.
///
/// Columns are display columns, so that Chinese and Latin rows align. Long cells go on in further
/// lines; no row is left out and no cell is cut.
package struct FindingTable: Sendable {
  /// The narrowest window for four columns side by side.
  static let narrowest = 72

  private let marks: [FindingMark]
  private let places: [String]
  private let language: Language

  /// A table of the marks of a message.
  package init(_ marked: MarkedMessage, message: String, in language: Language) {
    marks = marked.marks
    places = LinePlaces(message).places(of: marked.marks.map(\.range.lowerBound))
    self.language = language
  }

  /// The table within so many columns; `asList` gives the list at any width.
  package func text(columns: Int, asList: Bool = false) -> StyledText {
    asList || columns < FindingTable.narrowest ? list(columns) : table(columns)
  }

  // MARK: The list

  private func list(_ columns: Int) -> StyledText {
    var text = StyledText()
    for (index, mark) in marks.enumerated() {
      let meaning = mark.meaning[language]
      let colon = language == .zh ? "：" : ": "
      text.append("- ")
      text.append(mark.name[language], .mark(mark.kind))
      text.append((meaning.isEmpty ? "" : colon + meaning) + "\n")
      let place =
        language == .zh ? "（\(places[index])）" : " (\(places[index]))"
      text.append("  " + quoted(mark) + place + "\n", .quiet)
    }
    return text.wrapped(to: columns)
  }

  private func quoted(_ mark: FindingMark) -> String {
    language == .zh ? "「\(mark.line)」" : "“\(mark.line)”"
  }

  // MARK: The table

  private struct Row {
    let cells: [String]
    let style: StyledText.Style
  }

  private func table(_ columns: Int) -> StyledText {
    let head = Row(cells: Words.head.map { $0[language] }, style: .heading)
    let rows = marks.enumerated().map { index, mark in
      Row(
        cells: [
          mark.name[language], mark.line, mark.meaning[language].safeForTerminal,
          places[index],
        ], style: .mark(mark.kind))
    }
    let widths = FindingTable.widths(of: (CollectionOfOne(head) + rows).map(\.cells), in: columns)
    var text = StyledText()
    for row in [head] + rows { text.append(lines(of: row, widths)) }
    return text
  }

  private static let gap = "  "

  /// The last column (the place) and the first (what it is) get what they want up to a quarter of the
  /// window, the words two fifths of what remains, their meaning the rest.
  private static func widths(of rows: [[String]], in columns: Int) -> [Int] {
    let wanted = (0..<4).map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    let name = min(wanted[0], columns / 4)
    let place = min(wanted[3], columns / 4)
    let rest = max(20, columns - name - place - 3 * gap.count)
    if wanted[1] + wanted[2] <= rest { return [name, wanted[1], wanted[2], place] }
    let words = min(wanted[1], max(rest * 2 / 5, rest - wanted[2]))
    return [name, words, min(wanted[2], rest - words), place]
  }

  private func lines(of row: Row, _ widths: [Int]) -> StyledText {
    let cells = zip(row.cells, widths).map { CellLines($0, width: $1).lines }
    var text = StyledText()
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      let filled = cells.lastIndex { line < $0.count && !$0[line].isEmpty } ?? 0
      for (column, cell) in cells.enumerated().prefix(filled + 1) {
        let words = line < cell.count ? cell[line] : ""
        let style: StyledText.Style =
          column == 1 || row.style == .heading ? row.style : .plain
        text.append(words, style)
        guard column < filled else { break }
        let blanks = max(0, widths[column] - words.displayWidth)
        text.append(String(repeating: " ", count: blanks) + FindingTable.gap)
      }
      text.append("\n")
    }
    return text
  }

  private enum Words {
    static let head = [
      BilingualText(zh: "是什么", en: "What"), BilingualText(zh: "原话", en: "Words"),
      BilingualText(zh: "理解为", en: "Understood as"), BilingualText(zh: "行:字", en: "Line:char"),
    ]
  }
}

/// A cell as lines no wider than its column: wrapped as people expect, and by force where a word or
/// link is longer than the column.
private struct CellLines {
  let lines: [String]

  init(_ cell: String, width: Int) {
    // `wrapped(to:)` knows no column below 20; narrower ones are broken by force alone.
    let wrapped = width >= 20 ? cell.wrapped(to: width) : cell
    lines = wrapped.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { CellLines.forced(String($0), width: max(2, width)) }
  }

  private static func forced(_ line: String, width: Int) -> [String] {
    guard line.displayWidth > width else { return [line] }
    var lines: [String] = []
    var current = ""
    var used = 0
    for character in line {
      let needed = String(character).displayWidth
      if used > 0, used + needed > width {
        lines.append(current)
        current = ""
        used = 0
      }
      current.append(character)
      used += needed
    }
    return lines + [current]
  }
}

/// Places in a message as people count them: `3:5`, the fifth character of the third line.
private struct LinePlaces {
  private let scalars: [Unicode.Scalar]

  init(_ message: String) {
    scalars = Array(message.unicodeScalars)
  }

  /// The places of offsets in scalars, which ascend.
  func places(of offsets: [Int]) -> [String] {
    var (line, column, at) = (1, 1, 0)
    return offsets.map { offset in
      while at < min(offset, scalars.count) {
        if scalars[at] == "\n" {
          line += 1
          column = 1
        } else if !scalars[at].steersTerminal, !scalars[at].properties.isGraphemeExtend {
          column += 1
        }
        at += 1
      }
      return "\(line):\(column)"
    }
  }
}
