/// An expression of the flow language: CEL in its flow profile.
///
///     switch Expression.check("amount > money('500')", variables: ["amount": .money]) { … }
package struct Expression: Sendable {
  /// The text.
  package let source: String
  /// The syntax tree.
  package let syntax: Syntax
  /// How many parts the tree has; the ids of the parts are below.
  let partCount: Int

  /// Reads an expression without looking at names and types.
  package static func parse(_ source: String) -> Result<Expression, ExpressionFaults> {
    .failure(ExpressionFaults([]))
  }

  /// Reads an expression and checks it against the names and types it may use.
  ///
  /// - Parameters:
  ///   - source: The text, without the quotes of the file around it.
  ///   - environment: The record types and functions it may use.
  ///   - variables: The variables it may read, by name (which may be dotted).
  ///   - expected: The type its value must have, `nil` for any.
  ///   - allowingAbsent: Whether fields that may be absent may be read unguarded (in `guess` and
  ///     where a text has a fallback).
  /// - Returns: The expression ready to be evaluated, or all faults found.
  package static func check(
    _ source: String, environment: Environment = .standard,
    variables: [String: ExpressionType] = [:], expecting expected: ExpressionType? = nil,
    allowingAbsent: Bool = false
  ) -> Result<CheckedExpression, ExpressionFaults> {
    .failure(ExpressionFaults([]))
  }
}

extension CheckedExpression {
  /// The expression's value.
  ///
  /// - Parameters:
  ///   - variables: The value of a variable, `nil` where it has none yet; it is asked only for
  ///     variables that the result hangs on, and once for each.
  ///   - stepBudget: How many steps it may take.
  /// - Returns: The value; an error or an unknown is a value too.
  package func evaluate(
    variables: (String) -> Value?, stepBudget: Int = ExpressionLimit.steps.most
  ) -> Value {
    .null
  }
}
