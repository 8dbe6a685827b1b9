import SourceText

/// Splits a text into plain runs and `{expression | fallback}`s, in one pass.
struct TemplateParser {
  /// A piece before its expression has a place in the flow's table.
  enum Piece {
    case literal(String)
    /// The expression's bytes and the fallback's text.
    case expression(Range<Int>, fallback: String?)
  }

  /// Something wrong, at an offset of the text.
  enum Fault {
    case unclosed(Int)
    case strayClose(Int)
    case empty(Int)
  }

  /// The text, where there is a brace in it.
  let bytes: [UInt8]
  private var offset = 0
  private var literal: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private(set) var faults: [Fault] = []

  /// Parses a text.
  init(_ text: String) {
    // Most texts are one plain run.
    guard TemplateParser.holdsBrace(text) else {
      bytes = []
      pieces = text.isEmpty ? [] : [.literal(text)]
      return
    }
    bytes = Array(text.utf8)
    while offset < bytes.count { step() }
    flush()
  }

  private static func holdsBrace(_ text: String) -> Bool {
    let isBrace = { (byte: UInt8) in byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") }
    return text.utf8.withContiguousStorageIfAvailable { $0.contains(where: isBrace) }
      ?? text.utf8.contains(where: isBrace)
  }

  private mutating func step() {
    let byte = bytes[offset]
    let doubled = offset + 1 < bytes.count && bytes[offset + 1] == byte
    switch byte {
    case UInt8(ascii: "{") where doubled, UInt8(ascii: "}") where doubled:
      literal.append(byte)
      offset += 2
    case UInt8(ascii: "{"):
      flush()
      readExpression()
    case UInt8(ascii: "}"):
      faults.append(.strayClose(offset))
      offset += 1
    default:
      let start = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "{"),
        bytes[offset] != UInt8(ascii: "}")
      { offset += 1 }
      literal += bytes[start..<offset]
    }
  }

  private mutating func flush() {
    guard !literal.isEmpty else { return }
    pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
    literal = []
  }

  private mutating func readExpression() {
    let open = offset
    offset += 1
    let start = offset
    skipExpression()
    let end = offset
    var fallback: String?
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "|") {
      offset += 1
      let from = offset
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
      fallback = trimmed(from..<offset).map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    }
    guard offset < bytes.count else {
      faults.append(.unclosed(open))
      return
    }
    offset += 1
    guard let range = trimmed(start..<end) else {
      faults.append(.empty(open))
      return
    }
    pieces.append(.expression(range, fallback: fallback))
  }

  /// Goes to the `}` or `|` that ends the expression: not one in a string, in brackets, or of `||`.
  private mutating func skipExpression() {
    var depth = 0
    var quote: UInt8?
    while offset < bytes.count {
      let byte = bytes[offset]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: "}"):
          if depth <= 0 { return }
          depth -= 1
        case UInt8(ascii: "|"):
          let doubled = offset + 1 < bytes.count && bytes[offset + 1] == byte
          if !doubled, depth <= 0 { return }
          if doubled { offset += 1 }
        default: break
        }
      }
      offset += 1
    }
    offset = min(offset, bytes.count)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x0A { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A { end -= 1 }
    return start < end ? start..<end : nil
  }
}
