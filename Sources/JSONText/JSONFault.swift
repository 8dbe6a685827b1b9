/// Why a text is no JSON value, and where.
package struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The text ends inside a value.
    case endsEarly
    /// A byte that can't stand here.
    case unexpectedByte
    /// Something follows the value.
    case trailingText
    /// Bytes of a string that are no UTF-8.
    case invalidUTF8
    /// A control character inside a string that must be escaped.
    case bareControl
    /// A backslash with nothing that can follow it, or half of a surrogate pair.
    case badEscape
    /// A number that is none, such as `01` or `1.`.
    case badNumber
    /// A whole number beyond 64 bits, or a fractional one beyond the largest double.
    case numberOutOfRange
    /// The same name twice in an object.
    case repeatedName(String)
    /// More arrays and objects inside each other than the limit allows.
    case tooDeep
  }

  /// What is wrong.
  package let reason: Reason
  /// Where, in bytes from the start.
  package let offset: Int
}

extension JSONFault: CustomStringConvertible {
  /// The fault in English, for a filter's error line.
  package var description: String {
    let what =
      switch reason {
      case .endsEarly: "the text ends inside a value"
      case .unexpectedByte: "unexpected character"
      case .trailingText: "text after the value"
      case .invalidUTF8: "invalid UTF-8"
      case .bareControl: "control character in a string must be escaped"
      case .badEscape: "bad escape in a string"
      case .badNumber: "malformed number"
      case .numberOutOfRange: "number out of range"
      case .repeatedName(let name): "the name \"\(name)\" stands twice"
      case .tooDeep: "nested too deeply"
      }
    return "invalid JSON at byte \(offset): \(what)"
  }
}
