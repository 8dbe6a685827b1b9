/// Finds out the type of every part of an expression and collects what does not fit.
///
/// A faulty part gets the type `error`, which fits everywhere, so that one mistake gives one
/// message.
struct Checker {
  var scope: NameScope
  var solver = TypeSolver()
  var faults: [ExpressionFault] = []
  var warnings: [ExpressionFault] = []
  /// The function of each call for which exactly one fits.
  private(set) var chosen: [Int: Function] = [:]
  /// What each name means, by the part that is the whole name.
  private(set) var meanings: [Int: NameScope.Meaning] = [:]
  private var types: [Int: ExpressionType] = [:]
  private(set) var isHeavy = false

  init(_ scope: NameScope) { self.scope = scope }

  /// The type of a part that was checked.
  func type(of syntax: Syntax) -> ExpressionType { solver.resolved(types[syntax.id] ?? .dyn) }

  /// Checks a part and all inside it.
  @discardableResult
  mutating func check(_ syntax: Syntax) -> ExpressionType {
    let type = typeOf(syntax)
    types[syntax.id] = type
    return type
  }

  private mutating func typeOf(_ syntax: Syntax) -> ExpressionType {
    switch syntax.kind {
    case .literal(let value): return literalType(value)
    case .name(let name): return nameType(syntax, name)
    case .select(let operand, let field): return selectType(syntax, operand, field)
    case .has(let operand, let field):
      _ = fieldType(of: check(operand), operand, field)
      return .bool
    case .index(let operand, let position): return indexType(syntax, operand, position)
    case .call(let name, let target, let arguments):
      return callType(syntax, name, target, arguments)
    case .not(let operand):
      require(.bool, operand)
      return .bool
    case .negate(let operand): return negateType(operand)
    case .binary(let sign, let left, let right, let place):
      return binaryType(sign, left, right, place)
    case .and(let parts), .or(let parts):
      for part in parts { require(.bool, part) }
      return .bool
    case .conditional(let condition, let then, let otherwise):
      return conditionalType(condition, then, otherwise)
    case .list(let elements): return .list(commonType(elements))
    case .map(let entries): return mapType(entries)
    case .macro(let macro): return macroType(macro)
    case .bind(let name, let value, let body): return bindType(syntax, name, value, body)
    case .answered(let name): return answeredType(syntax, name)
    }
  }

  private func literalType(_ value: Value) -> ExpressionType {
    switch value {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    default: .string
    }
  }

  // MARK: Names and fields

  private mutating func note(_ meaning: NameScope.Meaning, at syntax: Syntax) -> ExpressionType {
    meanings[syntax.id] = meaning
    switch meaning {
    case .local(let local): return local.type
    case .variable(_, let type): return type
    case .type: return .type
    }
  }

  private mutating func nameType(_ syntax: Syntax, _ name: Syntax.Name) -> ExpressionType {
    guard let meaning = scope.meaning(of: [name.text], isAbsolute: name.isAbsolute) else {
      return fault(unknownName(name.text, at: name.range))
    }
    return note(meaning, at: syntax)
  }

  private mutating func selectType(
    _ syntax: Syntax, _ operand: Syntax, _ field: Syntax.Name
  ) -> ExpressionType {
    guard let (words, isAbsolute) = syntax.dottedName else {
      return fieldType(of: check(operand), operand, field)
    }
    if let meaning = scope.meaning(of: words, isAbsolute: isAbsolute) {
      return note(meaning, at: syntax)
    }
    let hasMeaning = (1...words.count).contains {
      scope.meaning(of: Array(words.prefix($0)), isAbsolute: isAbsolute) != nil
    }
    guard hasMeaning || (!isAbsolute && scope.local(words[0]) != nil) else {
      return fault(unknownName(words.joined(separator: "."), at: syntax.range))
    }
    return fieldType(of: check(operand), operand, field)
  }

  private mutating func fieldType(
    of type: ExpressionType, _ operand: Syntax, _ field: Syntax.Name
  ) -> ExpressionType {
    switch solver.known(type) {
    case .map(_, let value): return value
    case .dyn, .error, .parameter: return type == .error ? .error : .dyn
    case .record(let name):
      guard let record = scope.environment.type(name) else { return .dyn }
      guard let declared = record.field(field.text) else {
        return fault(unknownField(field, of: record))
      }
      return declared.type
    case let other: return fault(noFields(other, field))
    }
  }

  private mutating func answeredType(_ syntax: Syntax, _ name: Syntax.Name) -> ExpressionType {
    if let meaning = scope.meaning(of: [name.text], isAbsolute: false),
      case .variable = meaning
    {
      _ = note(meaning, at: syntax)
    } else {
      _ = fault(unknownName(name.text, at: name.range))
    }
    return .bool
  }

  // MARK: Operators

  /// Reports a part that is not of the type wanted.
  private mutating func require(_ wanted: ExpressionType, _ syntax: Syntax) {
    let type = check(syntax)
    if !solver.accepts(wanted, type) {
      faults.append(notOfType(wanted, solver.resolved(type), at: syntax.range))
    }
  }

  private mutating func negateType(_ operand: Syntax) -> ExpressionType {
    let type = solver.known(check(operand))
    switch type {
    case .int, .double, .dyn, .error: return type
    case .parameter: return .dyn
    default: return fault(notOfType(.number, type, at: operand.range))
    }
  }

  private mutating func binaryType(
    _ sign: BinaryOperator, _ left: Syntax, _ right: Syntax, _ place: Range<Int>
  ) -> ExpressionType {
    let given = [check(left), check(right)]
    let overloads = OperatorType.all(for: sign).map { ([$0.left, $0.right], $0.result) }
    let (fitting, type) = resolve(overloads, given)
    let (leftType, rightType) = (solver.resolved(given[0]), solver.resolved(given[1]))
    guard !fitting.isEmpty else {
      return fault(noOperation(sign, left, leftType, right, rightType, at: place))
    }
    if let fault = unfitComparison(sign, left, leftType, right, rightType, at: place) {
      faults.append(fault)
    }
    return type
  }

  private mutating func indexType(
    _ syntax: Syntax, _ operand: Syntax, _ position: Syntax
  ) -> ExpressionType {
    let given = [check(operand), check(position)]
    let (a, b) = (ExpressionType.parameter("A"), ExpressionType.parameter("B"))
    let overloads = [([ExpressionType.list(a), .int], a), ([.map(key: a, value: b), a], b)]
    let (fitting, type) = resolve(overloads, given)
    guard !fitting.isEmpty else {
      let types = given.map { solver.resolved($0) }
      return fault(noElement(types[0], types[1], at: syntax.range))
    }
    return type
  }

  private mutating func conditionalType(
    _ condition: Syntax, _ then: Syntax, _ otherwise: Syntax
  ) -> ExpressionType {
    require(.bool, condition)
    let types = [check(then), check(otherwise)]
    let open = solver.openType()
    guard solver.accepts(open, types[0]), solver.accepts(open, types[1]) else {
      return fault(
        differentBranches(
          solver.resolved(types[0]), solver.resolved(types[1]), at: otherwise.range))
    }
    return open
  }

  private mutating func commonType(_ elements: [Syntax]) -> ExpressionType {
    var common: ExpressionType?
    for element in elements {
      let type = check(element)
      guard let before = common else {
        common = type
        continue
      }
      let joined = solver.join(before, type)
      let (one, other) = (solver.resolved(before), solver.resolved(type))
      if joined == .dyn, one != .dyn, other != .dyn {
        warnings.append(mixedElements(one, other, at: element.range))
      }
      common = joined
    }
    return common ?? solver.openType()
  }

  private mutating func mapType(_ entries: [Syntax.MapEntry]) -> ExpressionType {
    var key: ExpressionType = commonType(entries.map(\.key))
    switch solver.known(key) {
    case .bool, .int, .string, .dyn, .parameter, .error: break
    // CEL's suite wants these to fail when they are evaluated.
    case .null, .double: break
    default:
      if let first = entries.first {
        faults.append(badKey(solver.resolved(key), at: first.key.range))
      }
      key = .error
    }
    return .map(key: key, value: commonType(entries.map(\.value)))
  }

  // MARK: Macros

  private mutating func macroType(_ macro: Syntax.Macro) -> ExpressionType {
    let range = solver.known(check(macro.range))
    let (key, element) = loopTypes(range, macro)
    let types = macro.variables.count > 1 ? [key, element] : [isMap(range) ? key : element]
    _ = scope.enter(zip(macro.variables.map(\.text), types).map { (name: $0, type: $1) })
    defer { scope.leave(macro.variables.count) }
    if let filter = macro.filter { require(.bool, filter) }
    switch macro.kind {
    case .all, .exists, .existsOne:
      require(.bool, macro.body)
      return .bool
    case .filter:
      require(.bool, macro.body)
      return .list(types[0])
    case .map, .transformList: return .list(check(macro.body))
    case .transformMap: return .map(key: key, value: check(macro.body))
    }
  }

  private func isMap(_ type: ExpressionType) -> Bool {
    if case .map = type { true } else { false }
  }

  /// The types of position or key, and of element.
  private mutating func loopTypes(
    _ range: ExpressionType, _ macro: Syntax.Macro
  ) -> (key: ExpressionType, element: ExpressionType) {
    switch range {
    case .list(let element): return (.int, element)
    case .map(let key, let value): return (key, value)
    case .dyn, .parameter: return (.dyn, .dyn)
    case .error: return (.error, .error)
    default:
      faults.append(notIterable(range, macro))
      return (.error, .error)
    }
  }

  private mutating func bindType(
    _ syntax: Syntax, _ name: Syntax.Name, _ value: Syntax, _ body: Syntax
  ) -> ExpressionType {
    warnings.append(discouraged("cel.bind", at: syntax.range))
    let type = check(value)
    _ = scope.enter([(name: name.text, type: type)])
    defer { scope.leave(1) }
    return check(body)
  }

  // MARK: Calls

  private mutating func callType(
    _ syntax: Syntax, _ name: Syntax.Name, _ target: Syntax?, _ arguments: [Syntax]
  ) -> ExpressionType {
    let (functions, isMember) = scope.callees(name, target: target)
    guard !functions.isEmpty else { return unknownCall(name, target, arguments) }
    let all = (isMember ? target.map { [$0] } ?? [] : []) + arguments
    let given = all.map { check($0) }
    let candidates = functions.filter { $0.takes(all.count) }
    let overloads = candidates.map { function in
      (all.indices.map { function.parameter(at: $0) ?? .dyn }, function.result)
    }
    let (fitting, type) = resolve(overloads, given)
    guard let first = fitting.first else {
      if given.contains(where: { solver.known($0) == .error }) { return .error }
      return fault(
        noOverload(functions, name, given.map { solver.resolved($0) }, isMember: isMember))
    }
    if fitting.count == 1 { chosen[syntax.id] = candidates[first] }
    isHeavy = isHeavy || fitting.contains { candidates[$0].isHeavy }
    notice(candidates[first], all, syntax, name)
    return type
  }

  /// What else there is to say about a call that fits.
  private mutating func notice(
    _ function: Function, _ arguments: [Syntax], _ syntax: Syntax, _ name: Syntax.Name
  ) {
    if ["dyn", "type"].contains(function.name) {
      warnings.append(discouraged(function.name, at: syntax.range))
    }
    for needed in function.reads where scope.variables[needed] == nil {
      faults.append(missingContext(function, needed, at: name.range))
    }
    if Environment.literalFunctions.contains(function.name), arguments.count == 1,
      case .literal(let literal) = arguments[0].kind,
      function.implementation([literal], nil).isErrorOrUnknown
    {
      faults.append(badLiteral(function.name, literal, at: arguments[0].range))
    }
  }

  private mutating func unknownCall(
    _ name: Syntax.Name, _ target: Syntax?, _ arguments: [Syntax]
  ) -> ExpressionType {
    guard let target else {
      faults.append(unknownFunction(name))
      for argument in arguments { check(argument) }
      return .error
    }
    if let (words, isAbsolute) = target.dottedName, !isAbsolute, scope.local(words[0]) == nil,
      !words.indices.contains(where: {
        scope.meaning(of: Array(words[...$0]), isAbsolute: false) != nil
      })
    {
      faults.append(unknownNamespaced(words, name, target))
    } else if check(target) != .error {
      faults.append(unknownMember(name))
    }
    for argument in arguments { check(argument) }
    return .error
  }

  /// The overloads that take the given types, by position, and the type of the result: `dyn` where
  /// open types leave several.
  private mutating func resolve(
    _ overloads: [(parameters: [ExpressionType], result: ExpressionType)], _ given: [ExpressionType]
  ) -> (fitting: [Int], type: ExpressionType) {
    var fitting: [Int] = []
    var result: ExpressionType?
    let isOpen = given.contains { solver.resolved($0).holdsDyn }
    for (position, overload) in overloads.enumerated() {
      let types = solver.opened(overload.parameters + [overload.result])
      let before = solver
      guard zip(types, given).allSatisfy({ solver.accepts($0, $1) }) else {
        solver = before
        continue
      }
      fitting.append(position)
      let type = solver.known(types[types.count - 1])
      result = result.map { $0 == type ? type : .dyn } ?? type
      if !isOpen { break }
    }
    return (fitting, result ?? .error)
  }

  /// Notes a fault; the part it is about has no type.
  mutating func fault(_ fault: ExpressionFault) -> ExpressionType {
    faults.append(fault)
    return .error
  }
}

extension ExpressionType {
  /// Whether `dyn` stands in it or is it.
  fileprivate var holdsDyn: Bool {
    switch self {
    case .dyn, .error: true
    case .list(let element): element.holdsDyn
    case .map(let key, let value): key.holdsDyn || value.holdsDyn
    default: false
    }
  }
}
