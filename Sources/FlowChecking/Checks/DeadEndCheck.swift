import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every node but an outcome leads somewhere.
  static let deadEnd = FlowCheck(id: "dead-end") { context in
    context.flow.nodes.compactMap { node in
      guard let next = node.next, isEmpty(next) else { return nil }
      return context.fault("dead-end", at: node.name.range, DeadEndFault(name: node.id).message)
    }
  }
}

/// Whether nothing stands there; what could not be read was reported already.
private func isEmpty(_ next: Next) -> Bool {
  switch next {
  case .missing: true
  case .byAnswer(let routes, _): routes.isEmpty
  case .rules(let rules, let otherwise): rules.isEmpty && otherwise == nil
  case .node, .unreadable: false
  }
}

private struct DeadEndFault {
  let name: String

  var message: BilingualText {
    BilingualText(
      zh: "节点 \"\(name)\" 之后没有下一步；请加 next: 节点名，或让它成为 outcome",
      en: "nothing follows the node \"\(name)\"; add next: <node>, or make it an outcome")
  }
}
