import MoneyAndDates
import Wording

/// How a chart may be drawn on a terminal.
package enum TerminalDrawing: Hashable, Sendable {
  /// Lines of Braille dots; with ANSI colours or without.
  case dots(colours: Bool)
  /// Letters in plain ASCII.
  case letters
  /// No picture: a sentence for each plan, for a screen reader.
  case words
}

extension BalanceChart {
  /// The chart as lines no wider than `columns` (at least 20), with a legend.
  package func terminal(columns: Int, drawing: TerminalDrawing) -> String {
    let columns = max(20, columns)
    let legends = curves.indices.map { legend(of: $0).wrapped(to: columns) }
    switch drawing {
    case .words:
      return curves.indices.map { sentence(of: $0).wrapped(to: columns) }.joined(separator: "\n")
    case .dots(let colours):
      return (picture(columns: columns) { dotted(width: $0, colours: colours) } + legends)
        .joined(separator: "\n")
    case .letters:
      return (picture(columns: columns) { lettered(width: $0) } + legends).joined(separator: "\n")
    }
  }

  /// Lines of the picture; enough for the shape, few enough for a small window.
  private static let height = 10

  private func picture(columns: Int, _ drawn: (Int) -> [String]) -> [String] {
    let labels = scaleLabels
    let margin = (labels.compactMap { $0?.count }.max() ?? 1) + 2
    // A very wide window makes no better picture.
    let width = max(8, min(columns, 110) - margin)
    var lines = zip(labels, drawn(width)).map { label, row in
      let text = label ?? ""
      var line = String(repeating: " ", count: margin - 2 - text.count) + text + " |" + row
      while line.last == " " { line.removeLast() }
      return line
    }
    lines.append(
      String(repeating: " ", count: margin - 1) + "+" + String(repeating: "-", count: width))
    lines.append(monthLine(margin: margin, width: width))
    return lines
  }

  /// The label of each line of the picture: the top, the middle, the bottom.
  private var scaleLabels: [String?] {
    var labels = [String?](repeating: nil, count: Self.height)
    labels[0] = BalanceChart.label(fen: top)
    labels[Self.height - 1] = "0"
    return labels
  }

  private func monthLine(margin: Int, width: Int) -> String {
    var cells = [Character](repeating: " ", count: margin + width)
    let unit = BilingualText(zh: "个月", en: "months")[language]
    for month in monthMarks(most: max(1, width / 8)) {
      let text = Array(String(month))
      let place = margin + (width - 1) * month / months - (month == months ? text.count - 1 : 0)
      guard place >= 0, place + text.count <= cells.count else { continue }
      let before = cells[max(0, place - 1)..<place]
      guard before.allSatisfy({ $0 == " " }), cells[place] == " " else { continue }
      for (offset, digit) in text.enumerated() { cells[place + offset] = digit }
    }
    // The unit stands in the margin, before the first mark, where it fits.
    var line = String(cells)
    while line.last == " " { line.removeLast() }
    let blanks = margin - unit.displayWidth - 1
    guard blanks >= 0 else { return line }
    return String(repeating: " ", count: blanks) + unit + " " + line.dropFirst(margin)
  }

  // MARK: Dots

  private func dotted(width: Int, colours: Bool) -> [String] {
    let height = Self.height
    var masks = [[UInt32]](repeating: [UInt32](repeating: 0, count: width), count: height)
    var owners = [[Int]](repeating: [Int](repeating: -1, count: width), count: height)
    let bits: [[UInt32]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
    for (index, curve) in curves.enumerated() {
      var previous: Int?
      for column in 0..<(2 * width) {
        let month = Double(months) * Double(column) / Double(2 * width - 1)
        if let end = curve.paidOff, month > Double(end) + Double(months) / Double(2 * width) {
          break
        }
        let depth = depth(of: curve.balance(at: month), rows: 4 * height)
        let (from, to) = (min(previous ?? depth, depth), max(previous ?? depth, depth))
        for row in from...to {
          masks[row / 4][column / 2] |= bits[column % 2][row % 4]
          owners[row / 4][column / 2] = index
        }
        previous = depth
      }
    }
    return masks.indices.map { row in
      var line = ""
      for column in 0..<width {
        let mask = masks[row][column]
        let dot = Unicode.Scalar(0x2800 + mask).map { String(Character($0)) } ?? " "
        let text = mask == 0 ? " " : dot
        let owner = owners[row][column]
        line += colours && owner >= 0 ? "\u{1B}[3\(owner % 6 + 1)m\(text)\u{1B}[39m" : text
      }
      return line
    }
  }

  /// The line from the top on which a balance lies.
  private func depth(of fen: Double, rows: Int) -> Int {
    let part = min(max(fen / top, 0), 1)
    return min(rows - 1, max(0, Int(((1 - part) * Double(rows - 1)).rounded())))
  }

  // MARK: Letters

  private func lettered(width: Int) -> [String] {
    var rows = [[Character]](
      repeating: [Character](repeating: " ", count: width), count: Self.height)
    for (index, curve) in curves.enumerated() {
      let mark = Character(BalanceChart.letter(index))
      for column in 0..<width {
        let month = Double(months) * Double(column) / Double(max(1, width - 1))
        if let end = curve.paidOff, month > Double(end) + Double(months) / Double(width) { break }
        let row = depth(of: curve.balance(at: month), rows: Self.height)
        rows[row][column] = rows[row][column] == " " ? mark : "*"
      }
    }
    return rows.map { String($0) }
  }

  // MARK: Words

  private func legend(of index: Int) -> String {
    "\(BalanceChart.letter(index))  \(caption(of: index))"
  }

  /// A curve's name and when it ends, in words.
  package func caption(of index: Int) -> String {
    guard curves.indices.contains(index) else { return "" }
    return curves[index].name.safeForTerminal + end(of: index)
  }

  private func end(of index: Int) -> String {
    let text: BilingualText
    if let end = curves[index].paidOff {
      text = BilingualText(zh: "：\(end) 个月还清", en: ": paid off in \(end) months")
    } else {
      text = BilingualText(zh: "：没有还清", en: ": not paid off")
    }
    return text[language]
  }

  /// What is owed at the quarters of the time shown.
  private func sentence(of index: Int) -> String {
    let curve = curves[index]
    let last = min(months, curve.paidOff ?? months)
    let points = Set([0, last / 4, last / 2, last * 3 / 4, last]).sorted()
    let parts = points.compactMap { month -> String? in
      guard curve.balances.indices.contains(month) else { return nil }
      let sum = curve.balances[month].formatted(in: language)
      if month == 0 { return BilingualText(zh: "现在 \(sum)", en: "now \(sum)")[language] }
      return BilingualText(zh: "\(month) 个月后 \(sum)", en: "after \(month) months \(sum)")[language]
    }
    return legend(of: index)
      + BilingualText(zh: "。", en: ". ")[language]
      + parts.joined(separator: BilingualText(zh: "，", en: ", ")[language])
      + BilingualText(zh: "。", en: ".")[language]
  }
}
