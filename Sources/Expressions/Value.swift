import MoneyAndDates

/// What an expression evaluates to.
///
/// Errors and unknowns are values, so that `&&` and `||` can absorb them.
///
/// There is no `==` on values: CEL's equality is not an equivalence (NaN differs from itself, 1
/// equals 1.0), so it has a function of its own, `Value.equal`.
package enum Value: Sendable {
  /// Nothing; never in an author's data.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case int(Int64)
  /// A binary floating-point number.
  case double(Double)
  /// A text, compared by Unicode scalars.
  case string(String)
  /// Values in order.
  case list([Value])
  /// Keys to values, in the order they were put in.
  case map(MapValue)
  /// A record of one of the environment's types.
  indirect case record(any RecordValue)
  /// An amount of money.
  case money(Money)
  /// A day.
  case date(CalendarDate)
  /// A rate with its basis.
  indirect case rate(Rate)
  /// A type, by its outermost name: `"int"`, `"list"`.
  case type(String)
  /// The expression can't be evaluated.
  indirect case error(EvaluationError)
  /// These variables have no value yet, and the result hangs on them.
  case unknown(Set<String>)

  /// The name of the value's type without what it holds, `"list"`; `type(x)` in the language.
  package var typeName: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .double: "double"
    case .string: "string"
    case .list: "list"
    case .map: "map"
    case .record(let record): record.recordType
    case .money: "money"
    case .date: "date"
    case .rate: "rate"
    case .type: "type"
    case .error: "error"
    case .unknown: "unknown"
    }
  }

  /// Whether this is an error or an unknown, which every strict operation passes on.
  package var isErrorOrUnknown: Bool {
    switch self {
    case .error, .unknown: true
    default: false
    }
  }
}

/// A record whose fields a core computes or holds; the one way a core's value enters expressions.
package protocol RecordValue: Sendable {
  /// The name of its type in the environment.
  var recordType: String { get }
  /// The field's value, `nil` where the record has none (the field may be absent, or is unknown).
  func field(_ name: String) -> Value?
}
