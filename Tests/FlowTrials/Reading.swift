import Expressions
import FlowEngine
import FlowLanguage
import Wording

/// Evaluates what a node shows, sets and decides, in order, with the values it had.
struct Reading {
  /// What was seen.
  struct Seen {
    /// Variables that had no value though nothing asked for it.
    var unset: Set<String> = []
    /// The conditions that were tried, by their place among the flow's expressions.
    var rules: [Int: ExhaustiveRun.Tried] = [:]
    /// The whole number that came out.
    var number: Int?

    /// Both together.
    func adding(_ other: Seen) -> Seen {
      var both = self
      both.unset.formUnion(other.unset)
      both.rules.merge(other.rules) { first, _ in first }
      return both
    }
  }

  private let program: FlowProgram
  private let step: WalkedStep?
  private let before: [String: Value]

  /// Of a node that was passed.
  init(_ program: FlowProgram, _ step: WalkedStep) {
    self.program = program
    self.step = step
    before = Dictionary(uniqueKeysWithValues: step.entry.values.map { ($0.key, $0.value) })
  }

  /// Of a node that stopped.
  init(_ program: FlowProgram, values: [(String, Value)]?) {
    self.program = program
    step = nil
    before = Dictionary(uniqueKeysWithValues: values ?? [])
  }

  private var after: [String: Value] {
    Dictionary(uniqueKeysWithValues: step?.exit.values.map { ($0.key, $0.value) } ?? [])
  }

  private func evaluate(
    _ expression: FlowExpression, _ values: [String: Value], _ seen: inout Seen
  ) -> Value {
    let checked = program.expression(expression)
    var unset: Set<String> = []
    func value(of name: String) -> Value? {
      switch name {
      case "today": return step.map { .date($0.entry.today) }
      case "lang": return .string("zh")
      case "flow": return .string(program.flow.id)
      case "answer": return step?.answer?.value
      default:
        if values[name] == nil { unset.insert(name) }
        return values[name]
      }
    }
    let result = checked.evaluate(variables: value)
    if let separate = SeparateReads(of: checked, in: program.environment) {
      seen.unset.formUnion(unset.intersection(separate.unset(where: value)))
    } else {
      let unguarded = Set(checked.reads.filter { !$0.isGuarded }.map(\.name))
      seen.unset.formUnion(unset.intersection(unguarded))
    }
    return result
  }

  /// Everything but a repetition.
  func node() -> Seen {
    var seen = Seen()
    guard let step, let node = program.flow.node(step.node) else { return seen }
    var values = before
    func show(_ text: FlowText?) {
      for expression in (text?.zh.expressions ?? []) + (text?.en.expressions ?? []) {
        if case .printed(hasFallback: true) = expression.purpose { continue }
        _ = evaluate(expression, values, &seen)
      }
    }
    func assign(_ set: [Assignment]) {
      for assignment in set {
        let value = evaluate(assignment.value, values, &seen)
        values[assignment.variable.text] = value.isErrorOrUnknown ? nil : value
      }
    }
    switch node.kind {
    case .ask(let ask):
      for text in [ask.text, ask.why, ask.help, ask.skip?.text] { show(text) }
      if step.answer == .skipped {
        assign(ask.skip?.set ?? [])
        if ask.skip?.next != nil { return seen }
      } else {
        for check in ask.checks { _ = evaluate(check.that, values, &seen) }
        assign(ask.set)
      }
    case .say(let say): show(say.text)
    case .compute(let compute): assign(compute.set)
    case .outcome(let outcome): show(outcome.title)
    case .call(let call):
      for argument in call.arguments { _ = evaluate(argument.value, values, &seen) }
      values = after
    case .branch, .each, .review: break
    }
    decide(node, values, &seen)
    return seen
  }

  private func decide(_ node: Node, _ values: [String: Value], _ seen: inout Seen) {
    guard case .rules(let rules, _) = node.next else { return }
    for rule in rules {
      var own = Seen()
      let value = evaluate(rule.condition, values, &own)
      seen.unset.formUnion(own.unset)
      var tried = ExhaustiveRun.Tried()
      tried.readUnset = !own.unset.isEmpty
      if case .bool(true) = value { tried.held = true } else { tried.failed = true }
      seen.rules[rule.condition.index] = tried
      if tried.held { break }
    }
  }

  /// How many turns a repetition has.
  func count(_ count: FlowExpression) -> Seen {
    var seen = Seen()
    if case .int(let number) = evaluate(count, before, &seen) { seen.number = Int(number) }
    return seen
  }

  /// What a turn adds to the list.
  func collected(by each: Each) -> Seen {
    var seen = Seen()
    for expression in each.collect?.expressions ?? [] {
      _ = evaluate(expression, before, &seen)
    }
    return seen
  }

  /// The conditions by which a repetition is left.
  func leaving() -> Seen {
    var seen = Seen()
    if let node = step.flatMap({ program.flow.node($0.node) }) { decide(node, after, &seen) }
    return seen
  }
}
