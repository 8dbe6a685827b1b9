import Expressions
import FlowChecking
import FlowEngine
import FlowLanguage
import Wording

extension WalkedStep {
  /// The flow it belongs to.
  package var flow: Flow { entry.program.flow }

  /// By which of the node's ways it was left; `nil` for an outcome and where no way fits.
  package func way(in language: Language) -> (cause: FlowGraph.Cause, skipped: Bool)? {
    guard target != nil, let node = flow.node(node) else { return nil }
    let skipped = answer == .skipped
    if case .each(let each) = node.kind, target == each.start.text || target == untilNode(of: each)
    {
      return nil
    }
    if skipped, case .ask(let ask) = node.kind, ask.skip?.next != nil { return (.skip, true) }
    switch node.next {
    case .node: return (.always, skipped)
    case .byAnswer:
      guard case .option(let id) = answer else { return nil }
      return (.answer(id), false)
    case .rules(let rules, _):
      let place = rules.firstIndex { exit.holds($0.condition, lang: language) }
      return (place.map { .rule($0) } ?? .otherwise, skipped)
    case .missing, .unreadable, nil: return nil
    }
  }

  /// The question that ends a turn, where a turn comes back to its repetition first.
  private func untilNode(of each: Each) -> String? {
    if case .until(let until) = each.rounds { until.text } else { nil }
  }

  /// The conditions of routes it evaluated, in order, each with whether it held.
  package func conditions(in language: Language) -> [(condition: FlowExpression, held: Bool)] {
    guard let node = flow.node(node), case .rules(let rules, _) = node.next else { return [] }
    if answer == .skipped, case .ask(let ask) = node.kind, ask.skip?.next != nil { return [] }
    if case .each(let each) = node.kind, target == each.start.text || target == untilNode(of: each)
    {
      return []
    }
    var tried: [(FlowExpression, Bool)] = []
    for rule in rules {
      let held = exit.holds(rule.condition, lang: language)
      tried.append((rule.condition, held))
      if held { break }
    }
    return tried
  }
}
