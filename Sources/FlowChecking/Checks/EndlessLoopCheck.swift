import FlowLanguage
import SourceText
import Wording

extension FlowCheck {
  /// Every loop asks the person something, and no flow calls itself, directly or through others.
  static let endlessLoop = FlowCheck(id: "endless-loop") { context in
    silentLoops(context) + callLoops(context) + unboundedTurns(context)
  }
}

/// Repetitions that run as often as a number says which may be any; where every state was looked
/// at, those that some path really enters so.
private func unboundedTurns(_ context: CheckContext) -> [Diagnostic] {
  context.feasibility.findings.compactMap { finding in
    guard case .unbounded(let node) = finding.kind else { return nil }
    if let exploration = context.exploration, !exploration.unbounded.contains(node),
      !context.mayBeReached(node)
    {
      return nil
    }
    return context.fault("endless-loop", at: finding.range, EndlessLoopFault.turns.message)
  }
}

private func silentLoops(_ context: CheckContext) -> [Diagnostic] {
  let seen = context.exploration?.loops ?? []
  let faults = seen.compactMap { loop in
    loop.first.map { first in
      context.fault(
        "endless-loop", at: context.flow.nodes[first].name.range, EndlessLoopFault.silent.message,
        path: loop)
    }
  }
  return faults
    + context.silentLoops.compactMap { component in
      guard let first = component.min() else { return nil }
      if context.exploration != nil, !component.allSatisfy(context.mayBeReached) {
        return nil
      }
      let loop = shortestLoop(through: first, context.silentWays)
      return context.fault(
        "endless-loop", at: context.flow.nodes[first].name.range, EndlessLoopFault.silent.message,
        path: loop)
    }
}

/// The shortest way from a node back to it, the node at both ends.
private func shortestLoop(through node: Int, _ ways: [[Int]]) -> [Int] {
  var came = [Int](repeating: -1, count: ways.count)
  var queue = [node]
  var next = 0
  while next < queue.count {
    let here = queue[next]
    next += 1
    if ways[here].contains(node) {
      var loop = [node, here]
      var back = here
      while back != node {
        back = came[back]
        loop.append(back)
      }
      return here == node ? [node, node] : loop.reversed()
    }
    for to in ways[here] where came[to] < 0 && to != node {
      came[to] = here
      queue.append(to)
    }
  }
  return []
}

/// Calls by which a flow comes back to itself.
private func callLoops(_ context: CheckContext) -> [Diagnostic] {
  context.flow.uses.filter { use in
    var seen: Set<String> = []
    var stack = [use.flow.text]
    while let id = stack.popLast() {
      if id == context.flow.id { return true }
      guard seen.insert(id).inserted, let flow = context.library.flow(id) else { continue }
      stack += flow.uses.map(\.flow.text)
    }
    return false
  }
  .map { use in
    let fault = EndlessLoopFault.calls(context.flow.id, use.flow.text)
    return context.fault("endless-loop", at: use.flow.range, fault.message)
  }
}

private enum EndlessLoopFault {
  case silent
  case calls(String, String)
  case turns

  var message: BilingualText {
    switch self {
    case .silent:
      BilingualText(
        zh: "这些节点会不停地转下去，中间不问任何问题；请在圈里加一个问题，或让一条路走出去",
        en:
          "these nodes go round without ever asking anything; put a question into the loop, or lead a way out"
      )
    case .turns:
      BilingualText(
        zh:
          "看不出重复次数不超过 \(Each.mostTurns)；请在提问处加 check（answer <= \(Each.mostTurns)），或写 math.least(…, \(Each.mostTurns))",
        en:
          "nothing keeps this at \(Each.mostTurns) or less; add a check to the question (answer <= \(Each.mostTurns)), or write math.least(…, \(Each.mostTurns))"
      )
    case .calls(let flow, let called):
      BilingualText(
        zh: "流程 \"\(called)\" 又会调用 \"\(flow)\"，没有尽头；请去掉其中一处调用",
        en: "the flow \"\(called)\" calls \"\(flow)\" again, without end; take one of the calls out"
      )
    }
  }
}
