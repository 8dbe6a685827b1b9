import Expressions

/// A checked expression of a flow with what its names mean there, looked up once and not at every evaluation.
package struct BoundExpression: Sendable {
  /// What a name in an expression of a flow means.
  package enum Meaning: Sendable {
    /// The day on which the evaluation takes place.
    case today
    /// The language spoken.
    case language
    /// The flow's id.
    case flow
    /// The answer that is just being checked or set.
    case answer
    /// A variable, by its place in `Flow.variables`.
    case variable(Int)
    /// Nothing in this flow.
    case nothing
  }

  /// The expression.
  package let checked: CheckedExpression
  /// What its names mean, in the order of its `slots`.
  package let meanings: [Meaning]
  /// The place of the variable that takes its value; `nil` for an expression that sets none.
  package let target: Int?

  /// An expression of a flow.
  init(_ checked: CheckedExpression, for purpose: FlowExpression.Purpose, in flow: Flow) {
    self.checked = checked
    self.meanings = checked.slots.map { Meaning($0, in: flow) }
    switch purpose {
    case .set(let variable), .setFromAnswer(let variable):
      self.target = flow.variableIndex(variable)
    default: self.target = nil
    }
  }
}

extension BoundExpression.Meaning {
  /// What a name means in a flow.
  package init(_ name: String, in flow: Flow) {
    switch name {
    case "today": self = .today
    case "lang": self = .language
    case "flow": self = .flow
    case "answer": self = .answer
    default: self = flow.variableIndex(name).map { .variable($0) } ?? .nothing
    }
  }
}
