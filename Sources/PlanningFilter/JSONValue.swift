/// A value of JSON text.
///
/// Numbers keep their digits, so whole numbers have no bound here.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One name and value of an object, in the order of the text.
  struct Member: Hashable, Sendable {
    let name: String
    let value: JSONValue
  }

  /// The value of a name in an object; names are compared byte for byte.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The place of a name that stands twice in one object (`in.payments`), byte for byte; `nil` where
  /// every name is alone.
  ///
  /// Such a text says two things, and no reading of it can be trusted.
  func repeatedName(below path: String = "") -> String? {
    switch self {
    case .object(let members):
      var seen: Set<[UInt8]> = []
      for member in members {
        let place = path.isEmpty ? member.name : "\(path).\(member.name)"
        guard seen.insert(Array(member.name.utf8)).inserted else { return place }
        if let inner = member.value.repeatedName(below: place) { return inner }
      }
      return nil
    case .array(let items):
      for (index, item) in items.enumerated() {
        switch item {
        case .object, .array:
          if let inner = item.repeatedName(below: "\(path)[\(index)]") { return inner }
        default: continue
        }
      }
      return nil
    default: return nil
    }
  }

  /// The value as compact JSON text.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): JSONValue.write(text, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      // Controls, separators and marks that steer the writing direction: a line shown on a
      // terminal does nothing.
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: bytes += String(scalar).utf8
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
