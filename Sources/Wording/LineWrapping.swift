extension String {
  /// The text with line ends put in so that no line is wider than `columns`.
  ///
  /// Columns are display columns, at least 20. Lines break between words in Latin text, between
  /// characters in Chinese, never before closing punctuation and never inside a number or a link.
  /// Existing line ends stay; a line's own indent is repeated on the lines it is broken into, up to
  /// half of the width.
  package func wrapped(to columns: Int) -> String {
    let columns = max(20, columns)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrap(line: $0, to: columns) }
      .joined(separator: "\n")
  }
}

private func wrap(line: Substring, to columns: Int) -> String {
  guard line.displayWidth > columns else { return String(line) }
  let blanks = line.prefix { $0 == " " }
  let indent = String(blanks.prefix(columns / 2))
  var result = ""
  var width = 0
  var pendingBlank = ""
  for piece in pieces(of: line.dropFirst(blanks.count)) {
    if piece.allSatisfy({ $0 == " " }) {
      pendingBlank += piece
      continue
    }
    let pieceWidth = piece.displayWidth
    if width > 0, width + pendingBlank.displayWidth + pieceWidth > columns {
      result += "\n"
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
