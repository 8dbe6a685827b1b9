import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

/// Everything an expression of one flow can see at one moment: a plain value, kept with each
/// event so that it can be printed later, in either language.
package struct Scope: Sendable {
  /// The flow whose variables these are.
  package let program: FlowProgram
  /// The variables that are set.
  package internal(set) var values: VariableValues
  /// The day that `today` means.
  package internal(set) var today: CalendarDate
  /// The answer that is just being checked or set.
  var answer: Value?

  /// A flow's beginning: only its inputs are set.
  init(_ program: FlowProgram, inputs: [String: Value] = [:], today: CalendarDate) {
    self.program = program
    self.values = VariableValues(of: program)
    self.today = today
    for (name, value) in inputs { values[name] = value }
  }

  /// The value of an expression; errors and unknowns are values.
  package func evaluate(_ expression: FlowExpression, lang: Language) -> Value {
    evaluate(program.bound(expression), lang: lang)
  }

  /// The value of an expression whose names are known.
  func evaluate(_ expression: BoundExpression, lang: Language) -> Value {
    expression.checked.evaluate(slots: { value(of: expression.meanings[$0], lang) })
  }

  /// The value of a checked expression of one of this flow's letters.
  func evaluate(_ expression: CheckedExpression, lang: Language) -> Value {
    expression.evaluate { name in value(of: BoundExpression.Meaning(name, in: program.flow), lang) }
  }

  private func value(of name: BoundExpression.Meaning, _ lang: Language) -> Value? {
    switch name {
    case .variable(let index): values[index]
    case .answer: answer
    case .today: .date(today)
    case .language: .string(lang.rawValue)
    case .flow: .string(program.flow.id)
    case .nothing: nil
    }
  }

  /// Whether a condition holds; one that can't be decided does not hold.
  package func holds(_ condition: FlowExpression?, lang: Language) -> Bool {
    guard let condition else { return true }
    if case .bool(true) = evaluate(condition, lang: lang) { return true }
    return false
  }

  /// The day an expression names; `nil` where it can't be known.
  package func day(_ expression: FlowExpression, lang: Language) -> CalendarDate? {
    if case .date(let day) = evaluate(expression, lang: lang) { day } else { nil }
  }
}
