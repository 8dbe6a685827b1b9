/// What `&&`, `||`, `all` and `exists` met besides true and false.
struct Absorbed {
  private var error: Value?
  private var unknown: Set<String> = []

  /// Takes an operand that did not decide; one that is not true or false counts as an error.
  mutating func take(_ value: Value, at place: Range<Int>? = nil) {
    switch value {
    case .unknown(let names): unknown.formUnion(names)
    case .error: error = error ?? value
    default: error = error ?? .error(EvaluationError(.notBool(value.typeName), at: place))
    }
  }

  /// The unknowns, else the first error, else nothing.
  var outcome: Value? { unknown.isEmpty ? error : .unknown(unknown) }
}

/// What a macro has gathered so far.
struct LoopOutcome {
  private let kind: Syntax.Macro.Kind
  private let place: Range<Int>
  private var absorbed = Absorbed()
  private var hits = 0
  private var values: [Value] = []
  private var keys: [Value] = []
  /// The value that ended the macro early.
  private var decided: Value?

  init(_ loop: Plan.Loop) {
    kind = loop.kind
    place = loop.place
  }

  /// Ends the macro with an error or unknown, or with the error of a condition that is neither true
  /// nor false.
  mutating func stop(with value: Value) -> Bool {
    decided =
      value.isErrorOrUnknown
      ? value : .error(EvaluationError(.notBool(value.typeName), at: place))
    return true
  }

  /// Takes the body's value for an element; true where the outcome stands.
  mutating func take(_ value: Value, key: Value, element: Value) -> Bool {
    switch kind {
    case .all, .exists: return absorb(value, deciding: kind == .exists)
    case .existsOne, .filter:
      guard case .bool(let truth) = value else { return stop(with: value) }
      if truth { hits += 1 }
      return truth && kind == .filter ? keep(element) : false
    case .map, .transformList: return value.isErrorOrUnknown ? stop(with: value) : keep(value)
    case .transformMap:
      keys.append(key)
      return value.isErrorOrUnknown ? stop(with: value) : keep(value)
    }
  }

  private mutating func absorb(_ value: Value, deciding: Bool) -> Bool {
    guard case .bool(let truth) = value else {
      absorbed.take(value, at: place)
      return false
    }
    if truth == deciding { decided = .bool(deciding) }
    return truth == deciding
  }

  private mutating func keep(_ value: Value) -> Bool {
    guard values.count < ExpressionLimit.listLength.most else {
      return stop(with: .error(EvaluationError(.limit(.listLength), at: place)))
    }
    values.append(value)
    return false
  }

  /// The macro's value.
  var value: Value {
    if let decided { return decided }
    switch kind {
    case .all: return absorbed.outcome ?? .bool(true)
    case .exists: return absorbed.outcome ?? .bool(false)
    case .existsOne: return .bool(hits == 1)
    case .filter, .map, .transformList: return .list(values)
    case .transformMap: return Value.map(from: Array(zip(keys, values)), at: place)
    }
  }
}
