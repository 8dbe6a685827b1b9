import BigInt
import MoneyAndDates

/// The `out` of a line as it is put together: names and values in order.
struct Answer {
  private(set) var members: [JSONValue.Member] = []

  mutating func add(_ name: String, _ value: JSONValue) {
    members.append(JSONValue.Member(name: name, value: value))
  }

  var value: JSONValue { .object(members) }
}

extension JSONValue {
  /// A whole number without a bound.
  static func fen(_ number: BigInt) -> JSONValue { .number(String(number)) }

  /// A whole number.
  static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  /// A number of full precision; what no JSON number can hold is `null`.
  static func real(_ number: Double?) -> JSONValue {
    guard let number, number.isFinite else { return .null }
    return .number(String(number))
  }

  /// A day as `YYYY-MM-DD`, or `null`.
  static func date(_ date: CalendarDate?) -> JSONValue {
    date.map { .string($0.iso) } ?? .null
  }
}
