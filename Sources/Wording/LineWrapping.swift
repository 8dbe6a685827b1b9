extension String {
  /// The text with line ends put in so that no line is wider than `columns`.
  ///
  /// Columns are display columns, at least 20. Lines break between words in Latin text, between
  /// characters in Chinese, never before closing punctuation and never inside a number or a link.
  /// Existing line ends stay. The lines a line is broken into begin under its text: behind its own
  /// indent and behind its mark (`- `, `· `, `2. `, `10  `), up to half of the width; or at the
  /// column `hanging` where that is given.
  package func wrapped(to columns: Int, hanging: Int? = nil) -> String {
    let columns = max(20, columns)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrap(line: $0, to: columns, hanging: hanging) }
      .joined(separator: "\n")
  }
}

/// How many signs at the beginning of a line are the mark of a list with the blanks behind it.
private func markLength(of line: Substring) -> Int {
  let digits = line.prefix(4).prefix { ("0"..."9").contains($0) }.count
  let mark: Int
  switch (digits, line.dropFirst(digits).first) {
  case (0, "-"), (0, "·"), (0, "!"), (0, "*"): mark = 1
  case (1...3, "."): mark = digits + 1
  // A number alone begins a sentence too: as a mark it has a gap behind it.
  case (1...3, " ") where line.dropFirst(digits).hasPrefix("  "): mark = digits
  default: return 0
  }
  let gap = line.dropFirst(mark).prefix(3).prefix { $0 == " " }.count
  return gap == 0 ? 0 : mark + gap
}

private func wrap(line: Substring, to columns: Int, hanging: Int?) -> String {
  guard line.displayWidth > columns else { return String(line) }
  let blanks = line.prefix { $0 == " " }
  let first = String(blanks.prefix(columns / 2))
  let text = line.dropFirst(blanks.count)
  let hang = hanging ?? blanks.count + text.prefix(markLength(of: text)).displayWidth
  let rest = String(repeating: " ", count: min(hang, columns / 2))
  var indent = first
  var result = ""
  var width = 0
  var pendingBlank = ""
  for piece in pieces(of: text) {
    if piece.allSatisfy({ $0 == " " }) {
      pendingBlank += piece
      continue
    }
    let pieceWidth = piece.displayWidth
    if width > 0, width + pendingBlank.displayWidth + pieceWidth > columns {
      result += "\n"
      indent = rest
      width = 0
      pendingBlank = ""
    }
    if width == 0 {
      result += indent
      width = indent.displayWidth
    }
    result += pendingBlank + piece
    width += pendingBlank.displayWidth + pieceWidth
    pendingBlank = ""
  }
  return result
}

/// The line cut into what must stay together: runs of blanks, Latin words, single wide characters
/// with the closing punctuation that follows and the opening punctuation that precedes them, a number with its unit.
private func pieces(of line: Substring) -> [String] {
  var pieces: [String] = []
  var current = ""
  var previous: Joint = .blank
  for character in line {
    let joint = Joint(character)
    let stays: Bool =
      switch (previous, joint) {
      case (.blank, .blank), (.narrow, .narrow), (.opening, _): true
      case (.blank, _), (_, .blank): false
      case (_, .closing): true
      case (_, .narrow) where "])}".contains(character): true
      // A number keeps its unit: 3,500.00元, 11月, 24期.
      case (.narrow, .wide)
      where current.utf8.last.map { (0x30...0x39).contains($0) } == true
        && "元万亿年月日天期笔个折".contains(character):
        true
      // A command keeps its name, a line to write on its length: :修改, ＿＿＿＿.
      case (_, .wide) where isNameOrBlank(current, character): true
      default: false
      }
    if stays || current.isEmpty {
      current.append(character)
    } else {
      pieces.append(current)
      current = String(character)
    }
    previous = joint
  }
  if !current.isEmpty { pieces.append(current) }
  return pieces
}

/// Whether a sign goes on with the name of a command or with a line to write on, as far as a short one goes.
private func isNameOrBlank(_ begun: String, _ next: Character) -> Bool {
  let scalars = begun.unicodeScalars
  guard scalars.prefix(6).count < 6 else { return false }
  return scalars.first == ":" || (next == "＿" && scalars.last == "＿")
}

private enum Joint {
  case blank, narrow, wide, opening, closing

  init(_ character: Character) {
    switch character {
    case " ": self = .blank
    case "（", "「", "『", "《", "【", "“", "‘": self = .opening
    case "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "》", "】", "”", "’", "…", "％":
      self = .closing
    default: self = String(character).displayWidth > 1 ? .wide : .narrow
    }
  }
}
