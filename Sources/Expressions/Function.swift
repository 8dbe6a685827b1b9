import Wording

/// A function that expressions may call: signature, documentation and what it does.
///
/// Several functions may share a name (overloads); the checker takes the one whose parameters fit.
package struct Function: Sendable {
  /// How a function is called.
  package enum Style: Hashable, Sendable {
    /// `size(x)`, `plan.monthly(a, b, c)`.
    case global
    /// `x.contains(y)`: the first parameter stands before the dot.
    case member
  }

  /// An expression that uses the function, and its value written as an expression; run as a test.
  package struct Example: Hashable, Sendable {
    /// The expression.
    package let expression: String
    /// What it evaluates to, written as an expression.
    package let expected: String

    /// An expression and what it evaluates to.
    package init(_ expression: String, gives expected: String) {
      self.expression = expression
      self.expected = expected
    }
  }

  /// What a function does.
  ///
  /// The arguments fit the parameters (where a parameter is a list, the
  /// function checks the elements); none is an error or unknown. The context is there only for
  /// functions that name what they read.
  package typealias Implementation = @Sendable ([Value], EvaluationContext?) -> Value

  /// The name, dotted where it stands in a namespace: `"notice.read"`.
  package let name: String
  /// How it is called.
  package let style: Style
  /// The types of the arguments; for a member, first the value before the dot.
  package let parameters: [ExpressionType]
  /// Whether the last parameter may be given several times.
  package let isVariadic: Bool
  /// The type of what it returns.
  package let result: ExpressionType
  /// Whether it is too slow for the speed bars of replay and step.
  package let isHeavy: Bool
  /// Variables it reads besides its arguments, such as `"today"`; the caller must supply them.
  package let reads: [String]
  /// What it is for, in one sentence.
  package let summary: BilingualText
  /// An example that is run as a test, where there is one.
  package let example: Example?
  /// What it does.
  package let implementation: Implementation

  /// A function; see the properties.
  package init(
    _ name: String, _ style: Style = .global, parameters: [ExpressionType],
    isVariadic: Bool = false, result: ExpressionType, isHeavy: Bool = false, reads: [String] = [],
    summary: BilingualText, example: Example? = nil, implementation: @escaping Implementation
  ) {
    self.name = name
    self.style = style
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.isHeavy = isHeavy
    self.reads = reads
    self.summary = summary
    self.example = example
    self.implementation = implementation
  }

  /// The signature as people read it: `plan.monthly(money, int, rate) -> money`.
  package var signature: String {
    var names = parameters.map(\.name)
    if isVariadic { names.append("…") }
    guard style == .member, let receiver = names.first else {
      return "\(name)(\(names.joined(separator: ", "))) -> \(result.name)"
    }
    return "\(receiver).\(name)(\(names.dropFirst().joined(separator: ", "))) -> \(result.name)"
  }

  /// Whether it takes so many arguments (the receiver of a member counted).
  func takes(_ count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  /// The type of the argument at a position; `nil` past the last.
  func parameter(at position: Int) -> ExpressionType? {
    if position < parameters.count { return parameters[position] }
    return isVariadic ? parameters.last : nil
  }
}

/// What a function may read besides its arguments: the variables it names in `reads`.
package struct EvaluationContext: Sendable {
  /// The values by name; none of them is an error or unknown.
  package let values: [String: Value]

  /// A context with these values.
  package init(values: [String: Value]) {
    self.values = values
  }

  /// The value of a variable, `nil` where the function did not name it in `reads`.
  package subscript(name: String) -> Value? { values[name] }
}
