/// Finds out which types fit each other and what open types stand for: the unification of CEL's
/// gradual type checking.
struct TypeSolver {
  private var meanings: [String: ExpressionType] = [:]
  private var openCount = 0

  /// A type that is still open, such as that of the elements of `[]`.
  mutating func openType() -> ExpressionType {
    openCount += 1
    return .parameter("?\(openCount)")
  }

  /// Whether a value of a type may stand where another is wanted; open types are bound on success
  /// and left alone on failure.
  mutating func accepts(_ wanted: ExpressionType, _ given: ExpressionType) -> Bool {
    let before = meanings
    if unify(wanted, given) { return true }
    meanings = before
    return false
  }

  /// The common type of two elements of a list: the more general one, or `dyn`.
  mutating func join(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
    accepts(left, right) ? mostGeneral(left, right) : .dyn
  }

  /// A copy of declared types in which their parameters are open types of this call.
  mutating func opened(_ types: [ExpressionType]) -> [ExpressionType] {
    var fresh: [String: ExpressionType] = [:]
    return types.map { opened($0, &fresh) }
  }

  private mutating func opened(
    _ type: ExpressionType, _ fresh: inout [String: ExpressionType]
  ) -> ExpressionType {
    switch type {
    case .parameter(let name):
      if let known = fresh[name] { return known }
      let open = openType()
      fresh[name] = open
      return open
    case .list(let element): return .list(opened(element, &fresh))
    case .map(let key, let value):
      return .map(key: opened(key, &fresh), value: opened(value, &fresh))
    default: return type
    }
  }

  /// The type with open types replaced by what they stand for; by `dyn` where that is nothing.
  func resolved(_ type: ExpressionType) -> ExpressionType {
    switch known(type) {
    case .parameter: .dyn
    case .list(let element): .list(resolved(element))
    case .map(let key, let value): .map(key: resolved(key), value: resolved(value))
    case let other: other
    }
  }

  /// What an open type stands for so far, one level deep.
  func known(_ type: ExpressionType) -> ExpressionType {
    var type = type
    while case .parameter(let name) = type, let meaning = meanings[name], meaning != type {
      type = meaning
    }
    return type
  }

  private mutating func unify(_ wanted: ExpressionType, _ given: ExpressionType) -> Bool {
    if case .parameter(let name) = given {
      switch bind(name, to: wanted) {
      case .bound, .agrees: return true
      case .conflicts: return false
      case .circular: break
      }
    }
    if case .parameter(let name) = wanted {
      let outcome = bind(name, to: given)
      return outcome == .bound || outcome == .agrees
    }
    switch (wanted, given) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error), (.number, .int), (.number, .double):
      return true
    case (.list(let wanted), .list(let given)): return unify(wanted, given)
    case (.map(let wantedKey, let wantedValue), .map(let key, let value)):
      return unify(wantedKey, key) && unify(wantedValue, value)
    default: return wanted == given
    }
  }

  private enum Binding { case bound, agrees, conflicts, circular }

  private mutating func bind(_ name: String, to type: ExpressionType) -> Binding {
    if type == .parameter(name) { return .agrees }
    guard let meaning = meanings[name] else {
      guard !occurs(name, in: type) else { return .circular }
      meanings[name] = type
      return .bound
    }
    guard unify(type, meaning) else { return .conflicts }
    let general = mostGeneral(type, meaning)
    if !occurs(name, in: general) { meanings[name] = general }
    return .agrees
  }

  private func occurs(_ name: String, in type: ExpressionType) -> Bool {
    switch type {
    case .parameter(let other):
      other == name || (meanings[other].map { occurs(name, in: $0) } ?? false)
    case .list(let element): occurs(name, in: element)
    case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
    default: false
    }
  }

  private func mostGeneral(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
    isAsGeneral(left, right) ? left : right
  }

  private func isAsGeneral(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
    switch (left, right) {
    case (.dyn, _), (.parameter, _): true
    case (_, .dyn), (_, .parameter): false
    case (.list(let left), .list(let right)): isAsGeneral(left, right)
    case (.map(let leftKey, let leftValue), .map(let key, let value)):
      isAsGeneral(leftKey, key) && isAsGeneral(leftValue, value)
    default: left == right
    }
  }
}
