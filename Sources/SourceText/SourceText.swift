/// A named text whose places can be told as line and column: a flow file, an expression, a message.
package struct SourceText: Hashable, Sendable {
  /// What people call it: usually the file's path as they gave it.
  package let name: String
  /// The text itself.
  package let utf8: [UInt8]
  /// Where the lines start: seldom asked for, and then often.
  private let lines: LineStarts
  private var lineStarts: [Int] { lines.places(in: utf8).lines }

  /// A text under a name.
  ///
  /// Lines end at LF; a CR before it belongs to the line's end. The mark by which some editors
  /// begin a UTF-8 file (EF BB BF) is no part of the text.
  package init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
    self.lines = LineStarts()
  }

  /// Whether name and text are the same, byte by byte.
  package static func == (one: SourceText, other: SourceText) -> Bool {
    one.name.utf8.elementsEqual(other.name.utf8) && one.utf8 == other.utf8
  }

  /// Names and texts count.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(Array(name.utf8))
    hasher.combine(utf8)
  }

  /// A text under a name.
  package init(name: String, text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  /// The line and column of a byte offset; offsets past the end are taken as the end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), utf8.count)
    let lineStarts = lineStarts
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: scalars(from: lineStarts[low], to: offset) + 1)
  }

  /// How many Unicode scalars stand between two offsets.
  private func scalars(from start: Int, to end: Int) -> Int {
    guard end - start > LineStarts.block else {
      return String(decoding: utf8[start..<end], as: UTF8.self).unicodeScalars.count
    }
    let blocks = lines.places(in: utf8).scalars
    func before(_ offset: Int) -> Int {
      let block = offset / LineStarts.block
      let rest = utf8[block * LineStarts.block..<offset]
      return blocks[block] + rest.count { $0 & 0xC0 != 0x80 }
    }
    return before(end) - before(start)
  }

  /// The byte offset so many scalars away from another (backwards where negative), but not
  /// beyond some bounds.
  func offset(_ offset: Int, movedBy scalars: Int, within bounds: Range<Int>) -> Int {
    var (offset, left) = (offset, abs(scalars))
    while left > 0, scalars > 0, offset < bounds.upperBound {
      offset += 1
      while offset < bounds.upperBound, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    while left > 0, scalars < 0, offset > bounds.lowerBound {
      offset -= 1
      while offset > bounds.lowerBound, utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
      left -= 1
    }
    return offset
  }

  /// The byte offset of a line and column (both from 1), the end of the text when past it.
  package func offset(line: Int, column: Int) -> Int {
    let lineStarts = lineStarts
    guard line >= 1, line <= lineStarts.count else { return utf8.count }
    return offset(
      lineStarts[line - 1], movedBy: max(0, column - 1), within: 0..<utf8.count)
  }

  /// The text from its first to its last byte.
  package var wholeText: String { String(decoding: utf8, as: UTF8.self) }

  /// The text of a range; a range outside the text is cut to it.
  package func text(in range: SourceRange) -> String {
    let start = min(max(range.start, 0), utf8.count)
    let end = min(max(range.end, start), utf8.count)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }

  /// The line (from 1) without its end, empty for a line that is not there.
  package func line(_ number: Int) -> String {
    String(decoding: utf8[bytes(ofLine: number)], as: UTF8.self)
  }

  /// The bytes of a line (from 1) without its end, none for a line that is not there.
  func bytes(ofLine number: Int) -> Range<Int> {
    let lineStarts = lineStarts
    guard number >= 1, number <= lineStarts.count else { return 0..<0 }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }
}

/// A half-open run of bytes of a `SourceText`: UTF-8 offsets from its start.
package struct SourceRange: Hashable, Sendable {
  /// The first byte.
  package let start: Int
  /// One past the last byte.
  package let end: Int

  /// The bytes from `start` up to, not including, `end`.
  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

/// A place for people: line and column, both from 1, the column counted in Unicode scalars.
package struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int

  /// A line and a column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Reading order.
  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
