import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Some path from the start leads to every node.
  ///
  /// A misspelt target counts as leading to the node it nearly names, and behind a node that
  /// could not be read everything may follow: one mistake gives one message.
  static let unreachableNode = FlowCheck(id: "unreachable-node") { context in
    let (flow, graph) = (context.flow, context.graph)
    guard graph.start != nil, graph.isReachable.contains(false) else { return [] }
    let reached = reachedWithTypos(flow, graph)
    if flow.nodes.indices.contains(where: { reached[$0] && flow.nodes[$0].next == .unreadable }) {
      return []
    }
    return flow.nodes.indices.filter { !reached[$0] }.map { index in
      context.fault(
        "unreachable-node", at: flow.nodes[index].name.range,
        UnreachableNodeFault(name: flow.nodes[index].id).message)
    }
  }
}

private func reachedWithTypos(_ flow: Flow, _ graph: FlowGraph) -> [Bool] {
  var reached = graph.isReachable
  var speller = Speller(flow.nodes.map(\.id))
  var stack = flow.nodes.indices.filter { reached[$0] }
  while let node = stack.popLast() {
    for target in flow.nodes[node].targets {
      let name = flow.nodeIndex(target.text) == nil ? speller.near(target.text).first : target.text
      guard let name, let index = flow.nodeIndex(name), !reached[index] else { continue }
      reached[index] = true
      stack.append(index)
    }
  }
  return reached
}

private struct UnreachableNodeFault {
  let name: String

  var message: BilingualText {
    BilingualText(
      zh: "没有路走到节点 \"\(name)\"；请让某个 next 指向它，或删掉它",
      en: "nothing leads to the node \"\(name)\"; name it in some next, or take it out")
  }
}
