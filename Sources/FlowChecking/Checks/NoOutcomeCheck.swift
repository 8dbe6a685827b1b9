import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// From every node some way leads to an outcome; the message shows the shortest path to the
  /// first node of each region that has none.
  static let noOutcome = FlowCheck(id: "no-outcome") { context in
    guard let exploration = context.exploration else { return regions(context) }
    let found = regions(context) {
      exploration.trappedNodes.contains($0) || context.mayBeReached($0)
    }
    // Where whole regions have no way out, they are why others end up without one.
    if !found.isEmpty { return found }
    return exploration.trapped.map { node, path in
      context.fault(
        "no-outcome", at: context.flow.nodes[node].name.range, NoOutcomeFault.message, path: path)
    }
  }
}

/// The first nodes of the regions of the graph that no way leads out of.
private func regions(
  _ context: CheckContext, _ counts: (Int) -> Bool = { _ in true }
) -> [Diagnostic] {
  let (flow, graph) = (context.flow, context.graph)
  guard let start = graph.start else { return [] }
  let ends = graph.leading(to: flow.nodes.indices.filter { isEnd($0, context) })
  return flow.nodes.indices.filter { node in
    guard graph.isReachable[node], !ends[node], counts(node) else { return false }
    return node == start
      || graph.arrivals[node].contains { ends[$0.from] && graph.isReachable[$0.from] }
  }
  .map { node in
    context.fault(
      "no-outcome", at: flow.nodes[node].name.range, NoOutcomeFault.message,
      path: graph.shortestPath(to: node))
  }
}

/// Whether a path may be taken to end here: at an outcome, or where another check reports a fault.
private func isEnd(_ index: Int, _ context: CheckContext) -> Bool {
  let node = context.flow.nodes[index]
  guard let next = node.next else { return true }
  switch next {
  case .missing, .unreadable: return true
  default: break
  }
  if node.targets.isEmpty
    || node.targets.contains(where: { context.flow.nodeIndex($0.text) == nil })
  {
    return true
  }
  return context.silentLoopNodes.contains(index) || context.openNodes.contains(index)
}

private enum NoOutcomeFault {
  static let message = BilingualText(
    zh: "从这里出发，怎么答都到不了任何结果（outcome）；请让其中一条路通向结果",
    en: "from here no answer ever leads to an outcome; lead one of the ways to an outcome")
}
