extension JSONValue {
  /// The value as JSON on one line, without spaces; members in their order.
  ///
  /// Control characters (C0, delete, C1), line separators and marks that steer the writing
  /// direction are escaped, so that a line shown on a terminal does nothing. Reading it back gives
  /// the same value (a double that is not finite apart: `null`).
  package var jsonText: String {
    String(decoding: jsonBytes, as: UTF8.self)
  }

  /// The bytes of `jsonText`.
  package var jsonBytes: [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter.write(self, to: &bytes)
    return bytes
  }
}

/// Appends values as JSON to bytes.
enum JSONWriter {
  static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .int(let number): bytes.append(contentsOf: String(number).utf8)
    case .double(let number):
      bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    case .string(let text): write(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object): write(object, to: &bytes)
    }
  }

  private static func write(_ object: JSONObject, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in object.members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      write(member.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Most of a text needs no escape and is copied in runs.
      var start = 0
      var place = 0
      while place < utf8.count {
        let width = plainWidth(at: place, in: utf8)
        if width == 0 {
          bytes.append(contentsOf: utf8[start..<place])
          let (scalar, read) = scalar(at: place, in: utf8)
          write(scalar, to: &bytes)
          place += read
          start = place
        } else {
          place += width
        }
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The bytes of the scalar at a place where it surely needs no escape, else 0.
  private static func plainWidth(at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = utf8[place]
    switch lead {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return 0
    case 0x20..<0x7F: return 1
    // U+3000 to U+DFFF, where Chinese stands, and everything from U+10000 on.
    case 0xE3...0xED: return 3
    case 0xF0...: return 4
    default: return 0
    }
  }

  private static func scalar(
    at place: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, width: Int) {
    var rest = utf8[place...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// Appends one scalar of a string, escaped where it must be.
  static func write(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    default:
      if mustEscape(scalar) {
        let digits = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.count).utf8)
        bytes.append(contentsOf: digits.utf8)
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Controls, separators and direction marks; all of them below U+10000.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
