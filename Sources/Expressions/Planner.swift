/// Turns a syntax tree into a plan.
///
/// It looks names up as the checker does, but asks for no types:
/// what an expression means does not hang on whether it was checked. Where the checker has found
/// the one overload of a call, that is taken (it decides what the sum of an empty list is).
struct Planner {
  private var scope: NameScope
  private let chosen: [Int: Function]
  private var names: [String] = []
  private var slots: [String: Int] = [:]

  static func program(
    for syntax: Syntax, in scope: NameScope, chosen: [Int: Function] = [:]
  ) -> Program {
    var planner = Planner(scope: scope, chosen: chosen)
    let plan = planner.plan(syntax)
    return Program(plan: plan, variables: planner.names, localCount: planner.scope.slotCount)
  }

  private init(scope: NameScope, chosen: [Int: Function]) {
    self.scope = scope
    self.chosen = chosen
  }

  private mutating func plan(_ syntax: Syntax) -> Plan {
    switch syntax.kind {
    case .literal(let value): .constant(value)
    case .name(let name): plan(name)
    case .select(let operand, let field): planSelect(syntax, operand, field)
    case .has(let operand, let field): .has(plan(operand), field: field.text, syntax.range)
    case .index(let operand, let position): .index(plan(operand), plan(position), syntax.range)
    case .call(let name, let target, let arguments): planCall(syntax, name, target, arguments)
    case .not(let operand): .not(plan(operand), syntax.range)
    case .negate(let operand): .negate(plan(operand), syntax.range)
    case .binary(let sign, let left, let right, _):
      .binary(sign, plan(left), plan(right), syntax.range)
    case .and(let parts): .and(parts.map { plan($0) })
    case .or(let parts): .or(parts.map { plan($0) })
    case .conditional(let condition, let then, let otherwise):
      .conditional(plan(condition), then: plan(then), else: plan(otherwise), syntax.range)
    case .list(let elements): planList(elements, syntax.range)
    case .map(let entries):
      .map(entries.map { (key: plan($0.key), value: plan($0.value)) }, syntax.range)
    case .macro(let macro): planLoop(macro, syntax.range)
    case .bind(let name, let value, let body): planBind(name, value, body)
    case .answered(let name): .answered(slot(name.text))
    }
  }

  private mutating func slot(_ name: String) -> Int {
    if let slot = slots[name] { return slot }
    names.append(name)
    slots[name] = names.count - 1
    return names.count - 1
  }

  private mutating func plan(_ meaning: NameScope.Meaning) -> Plan {
    switch meaning {
    case .local(let local): .local(local.slot)
    case .variable(let name, _): .variable(slot(name))
    case .type(let name): .constant(.type(name))
    }
  }

  private mutating func plan(_ name: Syntax.Name) -> Plan {
    guard let meaning = scope.meaning(of: [name.text], isAbsolute: name.isAbsolute) else {
      return .failure(EvaluationError(.noSuchVariable(name.text), at: name.range))
    }
    return plan(meaning)
  }

  private mutating func planSelect(
    _ syntax: Syntax, _ operand: Syntax, _ field: Syntax.Name
  ) -> Plan {
    if let (words, isAbsolute) = syntax.dottedName,
      let meaning = scope.meaning(of: words, isAbsolute: isAbsolute)
    {
      return plan(meaning)
    }
    return .select(plan(operand), field: field.text, syntax.range)
  }

  private mutating func planList(_ elements: [Syntax], _ range: Range<Int>) -> Plan {
    let plans = elements.map { plan($0) }
    let constants = plans.compactMap { if case .constant(let value) = $0 { value } else { nil } }
    return constants.count == plans.count ? .constant(.list(constants)) : .list(plans, range)
  }

  private mutating func planCall(
    _ syntax: Syntax, _ name: Syntax.Name, _ target: Syntax?, _ arguments: [Syntax]
  ) -> Plan {
    let (callees, isMember) = scope.callees(name, target: target)
    let all = (isMember ? target.map { [$0] } ?? [] : []) + arguments
    let fitting = chosen[syntax.id].map { [$0] } ?? callees.filter { $0.takes(all.count) }
    guard let function = fitting.first else {
      let kind: EvaluationError.Kind =
        callees.isEmpty
        ? .noSuchFunction(name.text)
        : .noSuchOperation(name.text, types: String(all.count))
      return .failure(EvaluationError(kind, at: name.range))
    }
    let plans = all.map { plan($0) }
    let reads = Set(fitting.flatMap(\.reads)).sorted().map { (name: $0, slot: slot($0)) }
    let call = Plan.Call(
      name: function.name, functions: fitting, reads: reads, place: syntax.range)
    return folded(call, plans) ?? .call(call, plans)
  }

  /// The value of `money('…')` or `date('…')` of a literal, made once.
  private func folded(_ call: Plan.Call, _ arguments: [Plan]) -> Plan? {
    guard Environment.literalFunctions.contains(call.name), call.functions.count == 1,
      let function = call.functions.first, arguments.count == 1,
      case .constant(let argument) = arguments[0], argument.fits(function.parameters[0])
    else { return nil }
    let value = function.implementation([argument], nil)
    return value.isErrorOrUnknown ? nil : .constant(value)
  }

  private mutating func planLoop(_ macro: Syntax.Macro, _ range: Range<Int>) -> Plan {
    let through = plan(macro.range)
    let slots = scope.enter(macro.variables.map { ($0.text, .dyn) })
    defer { scope.leave(macro.variables.count) }
    return .loop(
      Plan.Loop(
        kind: macro.kind, range: through, first: slots[0],
        second: slots.count > 1 ? slots[1] : nil, filter: macro.filter.map { plan($0) },
        body: plan(macro.body), place: range))
  }

  private mutating func planBind(_ name: Syntax.Name, _ value: Syntax, _ body: Syntax) -> Plan {
    let bound = plan(value)
    let slots = scope.enter([(name.text, .dyn)])
    defer { scope.leave(1) }
    return .bind(slot: slots[0], value: bound, body: plan(body))
  }
}
