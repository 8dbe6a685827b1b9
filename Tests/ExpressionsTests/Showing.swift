import MoneyAndDates
import Wording

@testable import Expressions

/// A value as a test writes it: `[1, 'a']`, `{'k': 1}`, `error: divisionByZero`, `unknown: a, b`.
func shown(_ value: Value) -> String {
  switch value {
  case .list(let elements): "[\(elements.map(shown).joined(separator: ", "))]"
  case .map(let map):
    "{\(map.entries.map { "\(shown($0.key)): \(shown($0.value))" }.joined(separator: ", "))}"
  case .error(let error): "error: \(error.kind)"
  case .unknown(let names): "unknown: \(names.sorted().joined(separator: ", "))"
  case .record(let record): record.recordType
  case .rate(let rate): "rate \(rate.digits)/\(rate.scale)"
  case .type(let name): "type \(name)"
  case .double(let number) where number == number.rounded() && number.magnitude < 1e6:
    "\(number.shortest).0"
  default: value.written
  }
}

/// The value of an expression as `shown`, or its faults as `faults: code, code`.
func evaluated(
  _ source: String, _ variables: [String: Value] = [:],
  types: [String: ExpressionType] = [:], environment: Environment = .standard,
  expecting: ExpressionType? = nil, allowingAbsent: Bool = false, steps: Int = 100_000
) -> String {
  let declared = variables.mapValues(\.roughType).merging(types) { $1 }
  let checked = Expression.check(
    source, environment: environment, variables: declared, expecting: expecting,
    allowingAbsent: allowingAbsent)
  switch checked {
  case .success(let expression):
    return shown(expression.evaluate(variables: { variables[$0] }, stepBudget: steps))
  case .failure(let faults):
    return "faults: \(faults.faults.map(\.code.rawValue).joined(separator: ", "))"
  }
}

/// The value of an expression that is not checked.
func uncheckedValue(_ source: String, _ variables: [String: Value] = [:]) -> String {
  let mode = Expression.Mode(container: "", macros: true, checks: false)
  let checked = Expression.check(
    source, environment: .standard, variables: variables.mapValues { _ in .dyn }, mode: mode)
  switch checked {
  case .success(let expression): return shown(expression.evaluate { variables[$0] })
  case .failure(let faults):
    return "faults: \(faults.faults.map(\.code.rawValue).joined(separator: ", "))"
  }
}

/// The faults of an expression.
func faults(
  _ source: String, _ variables: [String: ExpressionType] = [:],
  environment: Environment = .standard, expecting: ExpressionType? = nil
) -> [ExpressionFault] {
  let checked = Expression.check(
    source, environment: environment, variables: variables, expecting: expecting)
  if case .failure(let faults) = checked { return faults.faults }
  return []
}

/// The checked expression, `nil` where it has faults.
func checked(
  _ source: String, _ variables: [String: ExpressionType] = [:],
  environment: Environment = .standard, allowingAbsent: Bool = false
) -> CheckedExpression? {
  try? Expression.check(
    source, environment: environment, variables: variables, allowingAbsent: allowingAbsent
  ).get()
}

/// A text without the marks `⟦ ⟧`, and the ranges between them in Unicode scalars.
func unmarked(_ text: String) -> (text: String, ranges: [Range<Int>]) {
  var plain = String.UnicodeScalarView()
  var ranges: [Range<Int>] = []
  var start = 0
  for scalar in text.unicodeScalars {
    switch scalar {
    case "⟦": start = plain.count
    case "⟧": ranges.append(start..<plain.count)
    default: plain.append(scalar)
    }
  }
  return (String(plain), ranges)
}

/// A record for tests.
struct Letter: RecordValue {
  var recordType: String { "Letter" }
  var fields: [String: Value] = [:]

  func field(_ name: String) -> Value? { fields[name] }

  static let type = RecordType(
    "Letter",
    fields: [
      .init("text", .string, label: BilingualText(zh: "正文", en: "text")),
      .init("amount", .money, mayBeAbsent: true, label: BilingualText(zh: "金额", en: "amount")),
      .init("deadline", .date, mayBeAbsent: true, label: BilingualText(zh: "期限", en: "deadline")),
      .init("phones", .list(.string), label: BilingualText(zh: "电话", en: "phones")),
      .init(
        "reply", .record("Letter"), mayBeAbsent: true, label: BilingualText(zh: "回信", en: "reply")),
    ])

  static let environment = Environment.standard.adding(
    types: [type],
    functions: [
      Function(
        "letter.age", parameters: [.record("Letter")], result: .int, reads: ["today"],
        summary: BilingualText(zh: "到今天几天", en: "days until today")
      ) { arguments, context in
        guard case .record(let letter)? = arguments.first,
          case .date(let day)? = letter.field("deadline"),
          case .date(let today)? = context?["today"]
        else { return .error(.function(zh: "没有期限", en: "no deadline")) }
        return .int(Int64(today.days(since: day)))
      },
      Function(
        "letter.read", parameters: [.string], result: .record("Letter"), isHeavy: true,
        summary: BilingualText(zh: "读信", en: "reads a letter")
      ) { arguments, _ in .record(Letter(fields: ["text": arguments[0]])) },
    ])
}

extension Value {
  /// A type that a variable of this value may be declared with.
  fileprivate var roughType: ExpressionType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .string: .string
    case .list(let elements): .list(elements.first?.roughType ?? .dyn)
    case .map(let map):
      .map(key: map.entries.first?.key.roughType ?? .dyn, value: .dyn)
    case .record(let record): .record(record.recordType)
    case .money: .money
    case .date: .date
    case .rate: .rate
    default: .dyn
    }
  }
}
