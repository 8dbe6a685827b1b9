import Expressions
import MoneyAndDates
import Planning
import Wording

/// Typed reading of a function's arguments; the checker has seen to their types, so a mismatch is
/// an error value and never a trap.
struct Arguments {
  private let values: [Value]
  /// The day that counts as today, for functions that read it.
  let today: CalendarDate?

  init(_ values: [Value], _ context: EvaluationContext?) {
    self.values = values
    if case .date(let day)? = context?["today"] { today = day } else { today = nil }
  }

  func money(_ index: Int) throws(EvaluationError) -> Money {
    guard case .money(let amount)? = at(index) else { throw misfit(index) }
    return amount
  }

  func int(_ index: Int) throws(EvaluationError) -> Int {
    guard case .int(let number)? = at(index) else { throw misfit(index) }
    return Int(number)
  }

  func bool(_ index: Int) throws(EvaluationError) -> Bool {
    guard case .bool(let flag)? = at(index) else { throw misfit(index) }
    return flag
  }

  func date(_ index: Int) throws(EvaluationError) -> CalendarDate {
    guard case .date(let day)? = at(index) else { throw misfit(index) }
    return day
  }

  func rate(_ index: Int) throws(EvaluationError) -> Rate {
    guard case .rate(let rate)? = at(index) else { throw misfit(index) }
    return rate
  }

  func string(_ index: Int) throws(EvaluationError) -> String {
    guard case .string(let text)? = at(index) else { throw misfit(index) }
    return text
  }

  /// Today, for functions that read it.
  func day() throws(EvaluationError) -> CalendarDate {
    guard let today else { throw .function(zh: "不知道今天是哪天", en: "today is not known") }
    return today
  }

  func language(_ index: Int) throws(EvaluationError) -> Language {
    guard let language = Language(rawValue: try string(index)) else {
      throw .function(zh: "语言只能是 'zh' 或 'en'", en: "a language is 'zh' or 'en'")
    }
    return language
  }

  /// A kind of lender; a name that is none is an error, never taken for `unknown`.
  func lender(_ index: Int) throws(EvaluationError) -> LenderKind {
    let name = try string(index)
    if let kind = LenderKind(rawValue: name) { return kind }
    let names = LenderKind.allCases.map(\.rawValue)
    throw .function(
      zh: "没有“\(name)”这类机构；可以写 \(names.joined(separator: "、"))",
      en: "there is no kind of lender \"\(name)\"; write \(names.joined(separator: ", "))")
  }

  func list(_ index: Int) throws(EvaluationError) -> [Value] {
    guard case .list(let values)? = at(index) else { throw misfit(index) }
    return values
  }

  func strings(_ index: Int) throws(EvaluationError) -> [String] {
    var texts: [String] = []
    for value in try list(index) {
      guard case .string(let text) = value else { throw misfit(index) }
      texts.append(text)
    }
    return texts
  }

  func record<Subject: Sendable>(_ index: Int) throws(EvaluationError) -> Subject {
    guard let value = at(index), let subject: Subject = Arguments.subject(of: value) else {
      throw misfit(index)
    }
    return subject
  }

  /// A core's value inside an expression's value; `nil` for anything else.
  static func subject<Subject: Sendable>(of value: Value) -> Subject? {
    guard case .record(let record) = value else { return nil }
    return (record as? CoreRecord<Subject>)?.subject
  }

  private func at(_ index: Int) -> Value? {
    values.indices.contains(index) ? values[index] : nil
  }

  private func misfit(_ index: Int) -> EvaluationError {
    .function(
      zh: "第 \(index + 1) 个参数的类型不对", en: "argument \(index + 1) is of the wrong type")
  }
}

extension Function {
  /// A core's function: its implementation reads typed arguments and throws what goes wrong.
  static func core(
    _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType,
    reads: [String] = [], zh: String, en: String, example: Example? = nil,
    _ body: @escaping @Sendable (Arguments) throws(EvaluationError) -> Value
  ) -> Function {
    Function(
      name, parameters: parameters, result: result, reads: reads,
      summary: BilingualText(zh: zh, en: en), example: example
    ) { values, context in
      do throws(EvaluationError) {
        return try body(Arguments(values, context))
      } catch {
        return .error(error)
      }
    }
  }
}

/// Runs a calculation of the planning core; its faults become errors of the expression.
func planned<Result>(
  _ body: () throws(PlanningFault) -> Result
) throws(EvaluationError) -> Result {
  do throws(PlanningFault) {
    return try body()
  } catch {
    throw EvaluationError(.function(error.message))
  }
}
