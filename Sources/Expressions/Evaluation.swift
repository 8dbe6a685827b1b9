/// One evaluation of a plan: the variables asked for so far, the names of macros, the steps left.
struct Evaluation {
  private let names: [String]
  private let lookUp: (Int) -> Value?
  /// The variable of the first slot, once asked for: most expressions read no other, and need no list.
  private var first: Value?
  private var others: [Value?]
  private var locals: [Value]
  private var stepsLeft: Int

  /// The value of a program; `variables` knows them by their slots.
  static func run(
    _ program: Program, stepBudget: Int, variables: (Int) -> Value?
  ) -> Value {
    // The commonest expressions by far, `answer` and a written value, need no bookkeeping.
    switch program.plan {
    case .constant(let value) where stepBudget > 0: return value
    case .variable(let slot) where stepBudget > 0:
      return variables(slot) ?? .unknown([program.variables[slot]])
    default: break
    }
    return withoutActuallyEscaping(variables) { lookUp in
      var evaluation = Evaluation(program, stepBudget: stepBudget, lookUp: lookUp)
      let value = evaluation.value(of: program.plan)
      return evaluation.stepsLeft < 0 ? Evaluation.outOfSteps : value
    }
  }

  private init(_ program: Program, stepBudget: Int, lookUp: @escaping (Int) -> Value?) {
    names = program.variables
    self.lookUp = lookUp
    let others = program.variables.count - 1
    self.others = others > 0 ? Array(repeating: nil, count: others) : []
    locals = program.localCount > 0 ? Array(repeating: .null, count: program.localCount) : []
    stepsLeft = stepBudget
  }

  /// Steps that a heavy function is charged, so that a macro can't call it ten thousand times.
  private static let heavyCost = 1_000
  private static let outOfSteps = Value.error(EvaluationError(.limit(.steps)))

  private mutating func value(of plan: Plan) -> Value {
    stepsLeft -= 1
    guard stepsLeft >= 0 else { return Evaluation.outOfSteps }
    switch plan {
    case .constant(let value): return value
    case .variable(let slot): return variable(slot)
    case .local(let slot): return locals[slot]
    case .select(let operand, let field, let place):
      return value(of: operand).reading(field, at: place)
    case .has(let operand, let field, let place):
      return value(of: operand).having(field, at: place)
    case .index(let operand, let position, let place):
      let (whole, key) = (value(of: operand), value(of: position))
      stepsLeft -= key.cost
      return strict(whole, key, place) { $0.element(at: $1) }
    case .not(let operand, let place): return value(of: operand).negated(at: place)
    case .negate(let operand, let place): return value(of: operand).minus(at: place)
    case .binary(let sign, let left, let right, let place):
      return combine(sign, value(of: left), value(of: right), place)
    case .and(let parts): return junction(parts, deciding: false)
    case .or(let parts): return junction(parts, deciding: true)
    case .conditional(let condition, let then, let otherwise, let place):
      return choose(value(of: condition), then, otherwise, place)
    case .list(let elements, _): return makeList(elements)
    case .map(let entries, let place): return makeMap(entries, place)
    case .call(let call, let arguments): return perform(call, arguments)
    case .loop(let loop): return run(loop)
    case .bind(let slot, let bound, let body):
      locals[slot] = value(of: bound)
      return value(of: body)
    case .answered(let slot): return answered(slot)
    case .failure(let error): return .error(error)
    }
  }

  // MARK: Variables

  private mutating func variable(_ slot: Int) -> Value {
    if let known = slot == 0 ? first : others[slot - 1] { return known }
    let value = lookUp(slot) ?? .unknown([names[slot]])
    if slot == 0 { first = value } else { others[slot - 1] = value }
    return value
  }

  private mutating func answered(_ slot: Int) -> Value {
    if case .unknown = variable(slot) { .bool(false) } else { .bool(true) }
  }

  // MARK: Operators

  private mutating func combine(
    _ sign: BinaryOperator, _ left: Value, _ right: Value, _ place: Range<Int>
  ) -> Value {
    if let result = sign.fastResult(left, right) { return result }
    return strict(left, right, place) { left, right in
      sign.result(left, right, steps: &stepsLeft)
    }
  }

  /// An operation on two values that passes errors on, then unknowns.
  private func strict(
    _ left: Value, _ right: Value, _ place: Range<Int>, _ operation: (Value, Value) -> Value
  ) -> Value {
    if case .error = left { return left }
    if case .error = right { return right }
    if case .unknown(let some) = left {
      if case .unknown(let more) = right { return .unknown(some.union(more)) }
      return left
    }
    if case .unknown = right { return right }
    return operation(left, right).placed(at: place)
  }

  /// `&&` and `||`: a deciding operand wins over errors and unknowns, wherever it stands; an
  /// unknown wins over an error.
  private mutating func junction(_ parts: [Plan], deciding: Bool) -> Value {
    var absorbed = Absorbed()
    for part in parts {
      switch value(of: part) {
      case .bool(let truth):
        if truth == deciding { return .bool(deciding) }
      case let other: absorbed.take(other)
      }
    }
    return absorbed.outcome ?? .bool(!deciding)
  }

  private mutating func choose(
    _ condition: Value, _ then: Plan, _ otherwise: Plan, _ place: Range<Int>
  ) -> Value {
    switch condition {
    case .bool(true): value(of: then)
    case .bool(false): value(of: otherwise)
    case .error, .unknown: condition
    default: .error(EvaluationError(.notBool(condition.typeName), at: place))
    }
  }

  // MARK: Lists, maps, functions

  /// The values of several parts; the first error, else all unknowns, where there are any.
  private mutating func values(of plans: [Plan]) -> (values: [Value], stop: Value?) {
    var values: [Value] = []
    values.reserveCapacity(plans.count)
    var unknown: Set<String> = []
    for plan in plans {
      let value = value(of: plan)
      switch value {
      case .error: return ([], value)
      case .unknown(let names): unknown.formUnion(names)
      default: values.append(value)
      }
    }
    return (values, unknown.isEmpty ? nil : .unknown(unknown))
  }

  private mutating func makeList(_ elements: [Plan]) -> Value {
    let (values, stop) = values(of: elements)
    return stop ?? .list(values)
  }

  private mutating func makeMap(
    _ entries: [(key: Plan, value: Plan)], _ place: Range<Int>
  ) -> Value {
    let (keys, keyStop) = values(of: entries.map(\.key))
    let (values, valueStop) = values(of: entries.map(\.value))
    for key in keys { stepsLeft -= key.textCost }
    if case .error? = keyStop { return keyStop ?? .null }
    if let stop = valueStop ?? keyStop { return stop }
    return Value.map(from: Array(zip(keys, values)), at: place)
  }

  private mutating func perform(_ call: Plan.Call, _ arguments: [Plan]) -> Value {
    let (values, stop) = values(of: arguments)
    if let stop { return stop }
    for value in values { stepsLeft -= value.cost }
    guard let function = call.functions.first(where: { $0.fits(values) }) else {
      let types = values.map(\.typeName).joined(separator: ", ")
      return .error(EvaluationError(.noSuchOperation(call.name, types: types), at: call.place))
    }
    if function.isHeavy { stepsLeft -= Evaluation.heavyCost }
    guard !function.reads.isEmpty else {
      return function.implementation(values, nil).placed(at: call.place)
    }
    var context: [String: Value] = [:]
    for (name, slot) in call.reads {
      let value = variable(slot)
      if value.isErrorOrUnknown { return value }
      context[name] = value
    }
    return function.implementation(values, EvaluationContext(values: context))
      .placed(at: call.place)
  }

  // MARK: Macros

  private mutating func run(_ loop: Plan.Loop) -> Value {
    let range = value(of: loop.range)
    switch range {
    case .list(let elements): return Evaluation.list(elements, loop, &self)
    case .map(let map): return Evaluation.map(map, loop, &self)
    case .error, .unknown: return range
    default:
      let kind = EvaluationError.Kind.noSuchOperation(loop.kind.rawValue, types: range.typeName)
      return .error(EvaluationError(kind, at: loop.place))
    }
  }

  private static func list(
    _ elements: [Value], _ loop: Plan.Loop, _ evaluation: inout Evaluation
  ) -> Value {
    var outcome = LoopOutcome(loop)
    for (position, element) in elements.enumerated() {
      if let second = loop.second {
        evaluation.locals[loop.first] = .int(Int64(position))
        evaluation.locals[second] = element
      } else {
        evaluation.locals[loop.first] = element
      }
      if evaluation.isFinished(&outcome, loop, key: .int(Int64(position)), element) { break }
    }
    return outcome.value
  }

  private static func map(
    _ map: MapValue, _ loop: Plan.Loop, _ evaluation: inout Evaluation
  ) -> Value {
    var outcome = LoopOutcome(loop)
    for (key, element) in map.entries {
      evaluation.locals[loop.first] = key
      if let second = loop.second { evaluation.locals[second] = element }
      if evaluation.isFinished(&outcome, loop, key: key, key) { break }
    }
    return outcome.value
  }

  /// One round of a macro; true where the outcome stands.
  private mutating func isFinished(
    _ outcome: inout LoopOutcome, _ loop: Plan.Loop, key: Value, _ element: Value
  ) -> Bool {
    stepsLeft -= key.textCost
    guard stepsLeft >= 0 else { return true }
    if let filter = loop.filter {
      switch value(of: filter) {
      case .bool(true): break
      case .bool(false): return false
      case let other: return outcome.stop(with: other)
      }
    }
    return outcome.take(value(of: loop.body), key: key, element: element)
  }
}
