import SourceText
import YAMLTree

extension OffsetMap {
  /// Where the text of a scalar stands in its file, whatever its style.
  ///
  /// Both are walked side by side: an escape, a doubled quote, a folded line end or an indent
  /// makes a new anchor, so that `"a\"b"` maps `b` to its own place.
  init(
    scalar text: String, style: YAMLNode.ScalarStyle, at range: SourceRange, in source: SourceText
  ) {
    let quote = style == .singleQuoted || style == .doubleQuoted
    let start = min(range.start + (quote ? 1 : 0), source.utf8.count)
    if source.holds(text, at: start) {
      self.init(from: start)
      return
    }
    var walk = ScalarWalk(read: Array(text.utf8), written: source.utf8, file: start, style: style)
    walk.end = min(range.end, source.utf8.count)
    self.init(walk.anchors())
  }
}

extension SourceText {
  /// Whether a text stands at an offset byte by byte.
  fileprivate func holds(_ text: String, at start: Int) -> Bool {
    let count = text.utf8.count
    guard start + count <= utf8.count else { return false }
    return utf8.withUnsafeBufferPointer { written in
      text.utf8.withContiguousStorageIfAvailable { read in
        // An index in place of two iterators: the loop calls nothing.
        for place in 0..<count where read[place] != written[start + place] { return false }
        return true
      } ?? text.utf8.elementsEqual(written[start..<start + count])
    }
  }
}

/// Walks a scalar as read beside the scalar as written.
private struct ScalarWalk {
  let read: [UInt8]
  let written: [UInt8]
  var file: Int
  let style: YAMLNode.ScalarStyle
  var end = 0
  var text = 0
  var found: [OffsetMap.Anchor] = []

  mutating func anchors() -> [OffsetMap.Anchor] {
    if style == .literal || style == .folded { skipHeader() }
    while text < read.count, file < end { step() }
    if found.first?.text != 0 { found.insert(OffsetMap.Anchor(text: 0, file: file), at: 0) }
    return found
  }

  private mutating func step() {
    let byte = written[file]
    if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
      escape()
    } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
      meet(1, 2)
    } else if byte == read[text] {
      meet(1, 1)
    } else if isBlank(byte) {
      file += 1
    } else {
      meet(1, 0)
    }
  }

  /// An escape stands for one scalar, or for nothing at the end of a line.
  private mutating func escape() {
    let next = file + 1 < end ? written[file + 1] : 0
    let length =
      switch next {
      case UInt8(ascii: "x"): 4
      case UInt8(ascii: "u"): 6
      case UInt8(ascii: "U"): 10
      default: 2
      }
    if isBlank(next), next != UInt8(ascii: " "), next != UInt8(ascii: "\t") {
      file += 2
      while file < end, isBlank(written[file]) { file += 1 }
    } else {
      meet(scalarLength(read[text]), length)
    }
  }

  /// `count` bytes as read stand in `length` bytes as written.
  private mutating func meet(_ count: Int, _ length: Int) {
    let runs = found.last.map { $0.file + (text - $0.text) == file } ?? false
    if !runs { found.append(OffsetMap.Anchor(text: text, file: file)) }
    text += count
    file += length
  }

  /// The indicator line of a block scalar: `>-`.
  private mutating func skipHeader() {
    while file < end, written[file] != UInt8(ascii: "\n") { file += 1 }
    file = min(file + 1, end)
    while file < end, let first = read.first, isBlank(written[file]), written[file] != first {
      file += 1
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
