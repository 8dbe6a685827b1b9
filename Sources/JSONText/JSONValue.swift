/// A JSON value (RFC 8259) with whole numbers kept exact and apart from fractional ones.
///
/// `1` is `.int(1)`, `1.0` and `1e0` are `.double(1)`; `true` is never a number.
package enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number written without fraction and exponent, within 64 bits.
  case int(Int)
  /// A number written with a fraction or an exponent. The writer prints one that is not finite as `null`.
  case double(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Named values in the order they were written.
  case object(JSONObject)

  /// An object of these members in this order.
  ///
  /// Example: `JSONValue.object([("id", .int(7))])`. Of equal names the first one counts.
  package static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(JSONObject(members))
  }

  /// The member of this name, or `nil` where this is no object or has no such member.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[name]
  }

  /// The text of a string, else `nil`.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a whole number, else `nil`; `1.0` is none.
  package var int: Int? {
    if case .int(let number) = self { number } else { nil }
  }

  /// The value of any number, else `nil`; a whole number beyond 2^53 is rounded.
  package var double: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  /// The value of `true` or `false`, else `nil`.
  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  /// The elements of an array, else `nil`.
  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members of an object, else `nil`.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }
}
