/// What an expression reads and compares, for the analyses of flows: found in one walk that knows
/// which `has()` and `answered()` hold at each place.
struct Readings {
  /// Something that a condition has made sure of.
  private enum Guard: Hashable {
    /// `has(path)` holds.
    case field(String)
    /// `answered(name)` holds.
    case variable(String)

    /// Whether it speaks of a name, which an inner name hides.
    func starts(with name: String) -> Bool {
      guard case .field(let path) = self else { return self == .variable(name) }
      return path.utf8.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        .elementsEqual(name.utf8)
    }
  }

  private let checker: Checker
  private(set) var reads: [CheckedExpression.VariableRead] = []
  private(set) var comparisons: [CheckedExpression.LiteralComparison] = []
  private(set) var unguarded: [CheckedExpression.UnguardedRead] = []
  private(set) var written: [Int: Value] = [:]

  init(of syntax: Syntax, checkedBy checker: Checker) {
    self.checker = checker
    walk(syntax, [])
    reads.sort { $0.range.lowerBound < $1.range.lowerBound }
    comparisons.sort {
      ($0.ranges.first?.lowerBound ?? 0) < ($1.ranges.first?.lowerBound ?? 0)
    }
    unguarded.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func walk(_ syntax: Syntax, _ guards: Set<Guard>) {
    if let meaning = checker.meanings[syntax.id] {
      note(meaning, syntax, guards)
      return
    }
    switch syntax.kind {
    case .select(let operand, let field):
      noteField(operand, field, syntax, guards)
      walk(operand, guards)
    case .and(let parts): walkJunction(parts, guards, whenTrue: true)
    case .or(let parts): walkJunction(parts, guards, whenTrue: false)
    case .conditional(let condition, let then, let otherwise):
      walk(condition, guards)
      walk(then, guards.union(sure(condition, when: true)))
      walk(otherwise, guards.union(sure(condition, when: false)))
    case .macro(let macro): walkMacro(macro, guards)
    case .bind(let name, let value, let body):
      walk(value, guards)
      walk(body, guards.filter { !$0.starts(with: name.text) })
    case .binary(let sign, let left, let right, _):
      noteComparison(sign, left, right)
      for part in [left, right] { walk(part, guards) }
    case .call(let name, _, _):
      noteContext(syntax, name)
      if let value = literal(syntax) { written[syntax.id] = value }
      for part in walkable(syntax) { walk(part, guards) }
    default:
      for part in syntax.children { walk(part, guards) }
    }
  }

  /// The parts of a call that are values: its namespace is none.
  private func walkable(_ call: Syntax) -> [Syntax] {
    guard case .call(let name, let target?, let arguments) = call.kind,
      !checker.scope.callees(name, target: target).isMember
    else { return call.children }
    return arguments
  }

  private mutating func walkJunction(
    _ parts: [Syntax], _ guards: Set<Guard>, whenTrue: Bool
  ) {
    var guards = guards
    for part in parts {
      walk(part, guards)
      guards.formUnion(sure(part, when: whenTrue))
    }
  }

  private mutating func walkMacro(_ macro: Syntax.Macro, _ guards: Set<Guard>) {
    walk(macro.range, guards)
    var inside = guards
    for name in macro.variables { inside = inside.filter { !$0.starts(with: name.text) } }
    if let filter = macro.filter {
      walk(filter, inside)
      inside.formUnion(sure(filter, when: true))
    }
    walk(macro.body, inside)
  }

  // MARK: What conditions make sure of

  /// What holds where a condition is true (or false).
  private func sure(_ condition: Syntax, when truth: Bool) -> Set<Guard> {
    switch condition.kind {
    case .has(let operand, let field):
      guard truth, let path = Readings.path(operand) else { return [] }
      return [.field("\(path).\(field.text)")]
    case .answered(let name): return truth ? [.variable(name.text)] : []
    case .not(let operand): return sure(operand, when: !truth)
    case .and(let parts): return sure(parts, when: truth, all: truth)
    case .or(let parts): return sure(parts, when: truth, all: !truth)
    default: return []
    }
  }

  /// What holds where all parts have a truth, or where one of them has it.
  private func sure(_ parts: [Syntax], when truth: Bool, all: Bool) -> Set<Guard> {
    let each = parts.map { sure($0, when: truth) }
    guard let first = each.first else { return [] }
    return each.dropFirst().reduce(first) { all ? $0.union($1) : $0.intersection($1) }
  }

  /// The text by which a place in a record is known: `n.amounts[0].value`; `nil` for a call.
  private static func path(_ syntax: Syntax) -> String? {
    switch syntax.kind {
    case .name(let name): return name.text
    case .select(let operand, let field): return path(operand).map { "\($0).\(field.text)" }
    case .index(let operand, let position):
      guard case .literal(let value) = position.kind else { return nil }
      return path(operand).map { "\($0)[\(value.written)]" }
    default: return nil
    }
  }

  // MARK: Notes

  private mutating func note(
    _ meaning: NameScope.Meaning, _ syntax: Syntax, _ guards: Set<Guard>
  ) {
    guard case .variable(let name, _) = meaning else { return }
    if case .answered = syntax.kind {
      reads.append(.init(name: name, range: syntax.range, isGuarded: true))
    } else {
      reads.append(
        .init(name: name, range: syntax.range, isGuarded: guards.contains(.variable(name))))
    }
  }

  private mutating func noteContext(_ syntax: Syntax, _ name: Syntax.Name) {
    for read in checker.chosen[syntax.id]?.reads ?? [] {
      reads.append(.init(name: read, range: name.range, isGuarded: false))
    }
  }

  private mutating func noteField(
    _ operand: Syntax, _ field: Syntax.Name, _ syntax: Syntax, _ guards: Set<Guard>
  ) {
    guard case .record(let name) = checker.type(of: operand),
      checker.scope.environment.type(name)?.field(field.text)?.mayBeAbsent == true
    else { return }
    let path = Readings.path(syntax)
    if let path, guards.contains(.field(path)) { return }
    unguarded.append(
      .init(recordType: name, field: field.text, path: path, range: syntax.range))
  }

  private mutating func noteComparison(_ sign: BinaryOperator, _ left: Syntax, _ right: Syntax) {
    guard sign.isComparison || sign == .isIn else { return }
    if let subject = subject(left) {
      var literals = [right]
      if sign == .isIn, case .list(let elements) = right.kind { literals = elements }
      append(subject, sign, isList: false, literals)
    } else if let subject = subject(right) {
      append(subject, sign.mirrored, isList: sign == .isIn, [left])
    }
  }

  private mutating func append(
    _ subject: (variable: String, fields: [String]), _ sign: BinaryOperator, isList: Bool,
    _ literals: [Syntax]
  ) {
    let values = literals.compactMap { literal($0) }
    guard !values.isEmpty, values.count == literals.count else { return }
    comparisons.append(
      .init(
        variable: subject.variable, fields: subject.fields, sign: sign, variableIsList: isList,
        values: values, ranges: literals.map(\.range)))
  }

  /// The variable and the fields behind it that a part is.
  private func subject(_ syntax: Syntax) -> (variable: String, fields: [String])? {
    if case .variable(let name, _)? = checker.meanings[syntax.id] { return (name, []) }
    guard case .select(let operand, let field) = syntax.kind,
      let inner = subject(operand)
    else { return nil }
    return (inner.variable, inner.fields + [field.text])
  }

  /// The value of a part that is written out: a literal, a negative number, `money('…')`.
  private func literal(_ syntax: Syntax) -> Value? {
    switch syntax.kind {
    case .literal(let value): return value
    case .negate(let operand):
      guard operand.isNumberLiteral else { return nil }
      return literal(operand)?.minus(at: syntax.range)
    case .call(_, nil, let arguments):
      guard let function = checker.chosen[syntax.id], arguments.count == 1,
        Environment.literalFunctions.contains(function.name),
        case .literal(let argument) = arguments[0].kind
      else { return nil }
      let value = function.implementation([argument], nil)
      return value.isErrorOrUnknown ? nil : value
    default: return nil
    }
  }
}
