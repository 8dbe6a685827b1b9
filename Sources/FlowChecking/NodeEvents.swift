import Expressions
import FlowLanguage

/// What a node does with variables, in order: reads and sets.
struct NodeEvents {
  /// One thing a node does with variables.
  enum Event {
    /// Evaluates an expression where these conditions are known to hold.
    case read(FlowExpression, given: FlowExpression?)
    /// Sets a variable, by its place among the flow's variables.
    case set(Int)
    /// Runs a called flow: a variable that takes an output is unset where that output is.
    case take(Call)
  }

  /// From the node's entry to its routes.
  var main: [Event] = []
  /// From the node's entry to the routes of a skipped question.
  var skipped: [Event] = []

  /// The end of a turn of a repetition: what it collects.
  static func collected(by each: Each) -> [Event] {
    (each.collect?.expressions ?? []).map { .read($0, given: nil) }
  }

  /// The conditions by which a repetition is left.
  static func leaving(_ each: Each) -> [Event] { conditions(each.next) }

  /// The events of a node.
  init(_ node: Node, in flow: Flow) {
    switch node.kind {
    case .ask(let ask): addAsk(ask, flow)
    case .say(let say): main = NodeEvents.reads(say.text)
    case .branch: break
    case .compute(let compute): main = NodeEvents.assignments(compute.set, flow)
    case .call(let call):
      main = call.arguments.map { .read($0.value, given: nil) } + [.take(call)]
    case .each(let each): addEach(each, flow)
    case .review: break
    case .outcome(let outcome): addOutcome(outcome)
    }
    if case .each(let each) = node.kind, case .until = each.rounds { return }
    let routes = NodeEvents.conditions(node.next)
    main += routes
    if case .ask(let ask) = node.kind, let skip = ask.skip, skip.next == nil { skipped += routes }
  }

  private mutating func addAsk(_ ask: Ask, _ flow: Flow) {
    var shown = NodeEvents.reads(ask.text)
    for text in [ask.why, ask.help, ask.skip?.text] { shown += text.map(NodeEvents.reads) ?? [] }
    main = shown
    for check in ask.checks {
      main.append(.read(check.that, given: nil))
      main += NodeEvents.reads(check.say)
    }
    main += NodeEvents.assignments(ask.set, flow)
    if let skip = ask.skip { skipped = shown + NodeEvents.assignments(skip.set, flow) }
  }

  /// Before the first turn: how many there are, and an empty list.
  private mutating func addEach(_ each: Each, _ flow: Flow) {
    if case .count(let count) = each.rounds { main = [.read(count, given: nil)] }
    if let into = each.collect?.into, let variable = flow.variableIndex(into.text) {
      main.append(.set(variable))
    }
  }

  private mutating func addOutcome(_ outcome: Outcome) {
    main = NodeEvents.reads(outcome.title)
    main += outcome.text.map(NodeEvents.reads) ?? []
    for item in outcome.letters + outcome.contacts {
      if let when = item.when { main.append(.read(when, given: nil)) }
    }
    for deadline in outcome.deadlines {
      if let when = deadline.when { main.append(.read(when, given: nil)) }
      main += NodeEvents.reads(deadline.what, given: deadline.when)
      main.append(.read(deadline.on, given: deadline.when))
    }
    for step in outcome.steps {
      if let when = step.when { main.append(.read(when, given: nil)) }
      main += NodeEvents.reads(step.what, given: step.when)
      if let by = step.by { main.append(.read(by, given: step.when)) }
    }
  }

  private static func conditions(_ next: Next?) -> [Event] {
    guard case .rules(let rules, _) = next else { return [] }
    return rules.map { .read($0.condition, given: nil) }
  }

  private static func assignments(_ set: [Assignment], _ flow: Flow) -> [Event] {
    set.flatMap { assignment -> [Event] in
      let read = Event.read(assignment.value, given: nil)
      return [read] + (flow.variableIndex(assignment.variable.text).map { [.set($0)] } ?? [])
    }
  }

  private static func reads(_ text: FlowText) -> [Event] { reads(text, given: nil) }

  private static func reads(_ text: FlowText, given: FlowExpression?) -> [Event] {
    (text.zh.expressions + text.en.expressions).map { .read($0, given: given) }
  }
}
