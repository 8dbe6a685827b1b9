import Wording

/// An expression of the flow language: CEL in its flow profile.
///
///     let checked = Expression.check("owed > money('500')", variables: ["owed": .money])
package struct Expression: Sendable {
  /// The text.
  package let source: String
  /// The syntax tree.
  package let syntax: Syntax

  /// Reads an expression without looking at names and types.
  package static func parse(_ source: String) -> Result<Expression, ExpressionFaults> {
    Parser.parse(source).map { Expression(source: source, syntax: $0) }
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
    let scope = NameScope(environment: environment, variables: variables)
    return parse(source).flatMap {
      check($0, scope: scope, expecting: expected, allowingAbsent: allowingAbsent)
    }
  }

  static func check(
    _ expression: Expression, scope: NameScope, expecting expected: ExpressionType?,
    allowingAbsent: Bool
  ) -> Result<CheckedExpression, ExpressionFaults> {
    let syntax = expression.syntax
    var checker = Checker(scope)
    let type = checker.check(syntax)
    if let expected, !checker.solver.accepts(expected, type) {
      checker.faults.append(
        checker.unexpectedResult(expected, checker.type(of: syntax), at: syntax.range))
    }
    guard checker.faults.isEmpty else { return .failure(ExpressionFaults(checker.faults)) }
    let readings = Readings(of: syntax, checkedBy: checker)
    guard allowingAbsent || readings.unguarded.isEmpty else {
      return .failure(ExpressionFaults(readings.unguarded.map(ExpressionFault.init)))
    }
    let program = Planner.program(for: syntax, in: scope, chosen: checker.chosen)
    return .success(
      CheckedExpression(
        source: expression.source, syntax: syntax, type: checker.type(of: syntax),
        profileWarnings: checker.warnings, reads: readings.reads,
        comparisons: readings.comparisons, unguardedReads: readings.unguarded,
        written: readings.written,
        isHeavy: checker.isHeavy, program: program))
  }
}

extension Expression {
  /// How CEL's conformance tests want an expression to be read; flows use none of it.
  package struct Mode: Sendable {
    /// The container in which names are looked for first, `"com.example"`.
    package let container: String
    /// Whether `has`, `all` and their kind are macros.
    package let macros: Bool
    /// Whether names and types are checked before the evaluation.
    package let checks: Bool

    /// A mode; see the properties.
    package init(container: String, macros: Bool, checks: Bool) {
      self.container = container
      self.macros = macros
      self.checks = checks
    }
  }

  /// The same as `check` in another mode.
  ///
  /// Without checks every type is `dyn` and nothing is known
  /// of reads and comparisons; what the expression means is the same.
  package static func check(
    _ source: String, environment: Environment, variables: [String: ExpressionType], mode: Mode
  ) -> Result<CheckedExpression, ExpressionFaults> {
    let scope = NameScope(
      environment: environment, variables: variables, container: mode.container)
    return Parser.parse(source, macros: mode.macros).flatMap { syntax in
      let expression = Expression(source: source, syntax: syntax)
      guard !mode.checks else {
        return check(expression, scope: scope, expecting: nil, allowingAbsent: false)
      }
      return .success(
        CheckedExpression(
          source: source, syntax: syntax, type: .dyn, profileWarnings: [], reads: [],
          comparisons: [], unguardedReads: [], isHeavy: false,
          program: Planner.program(for: syntax, in: scope)))
    }
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
    Evaluation.run(program, stepBudget: stepBudget) { variables(program.variables[$0]) }
  }

  /// The same for a caller who knows the variables by their places in `slots` and need not look for names.
  package func evaluate(slots variables: (Int) -> Value?) -> Value {
    Evaluation.run(program, stepBudget: ExpressionLimit.steps.most, variables: variables)
  }
}

extension ExpressionFault {
  /// A field that may be absent is read without a guard.
  fileprivate init(_ read: CheckedExpression.UnguardedRead) {
    let what = BilingualText(
      zh: "\(read.recordType) 可能没有 \(read.field)", en: "\(read.recordType) may lack \(read.field)")
    guard let path = read.path else {
      self.init(
        .check, .unguardedField, at: read.range,
        zh: "\(what.zh)；先存进变量 v，再用 has(v.\(read.field)) 判断",
        en: "\(what.en); put the record into a variable v and ask has(v.\(read.field))")
      return
    }
    self.init(
      .check, .unguardedField, at: read.range,
      zh: "\(what.zh)；先判断：has(\(path)) && …，或 has(\(path)) ? … : …",
      en: "\(what.en); ask first: has(\(path)) && …, or has(\(path)) ? … : …")
  }
}
