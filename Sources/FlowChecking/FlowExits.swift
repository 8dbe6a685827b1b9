import Expressions
import FlowLanguage

/// What a flow promises those who call it: which outputs are set at which outcome.
struct FlowExits: Sendable {
  /// The outputs set at each outcome, on every path to it.
  let outputs: [String: Set<String>]
  /// All outputs it declares.
  let known: Set<String>
  /// Whether every path asks the person something before an outcome.
  let alwaysAsks: Bool

  /// The outputs set whatever the outcome.
  var outputsOfAll: Set<String> {
    var sets = Array(outputs.values)
    guard let last = sets.popLast() else { return known }
    return sets.reduce(last) { $0.intersection($1) }
  }

  /// What a flow promises, told by what is known of its paths.
  init(_ context: CheckContext) {
    let (flow, graph) = (context.flow, context.graph)
    known = Set(flow.outputs.map(\.name.text))
    alwaysAsks = !FlowExits.canEndUnasked(flow, graph, context.exits)
    var outputs: [String: Set<String>] = [:]
    for (index, node) in flow.nodes.enumerated() {
      guard case .outcome(let outcome) = node.kind else { continue }
      let set = flow.variables.indices.filter {
        flow.variables[$0].role == .output && context.assignments.isSet($0, at: index)
      }
      let names = Set(set.map { flow.variables[$0].name.text })
      outputs[outcome.name.text] = outputs[outcome.name.text]?.intersection(names) ?? names
    }
    self.outputs = outputs
  }

  /// Whether some path leads to an outcome without a question.
  private static func canEndUnasked(
    _ flow: Flow, _ graph: FlowGraph, _ exits: [String: FlowExits]
  ) -> Bool {
    guard let start = graph.start else { return false }
    var seen = [Bool](repeating: false, count: graph.count)
    var stack = [start]
    seen[start] = true
    while let node = stack.popLast() {
      if asks(flow.nodes[node], in: flow, exits) { continue }
      if case .outcome = flow.nodes[node].kind { return true }
      for edge in graph.ways[node] where !seen[edge.to] {
        seen[edge.to] = true
        stack.append(edge.to)
      }
    }
    return false
  }

  /// Whether a node asks the person something on every way through it.
  ///
  /// A repetition itself does not: the nodes of its body are looked at one by one.
  static func asks(_ node: Node, in flow: Flow, _ exits: [String: FlowExits]) -> Bool {
    switch node.kind {
    case .ask, .review: true
    case .call(let call):
      flow.use(call.alias.text).flatMap { exits[$0.flow.text] }?.alwaysAsks ?? true
    case .say, .branch, .compute, .each, .outcome: false
    }
  }

  /// The flows of a library, each after those it calls as far as there is no circle (a circle is a
  /// fault of its own).
  static func calledFirst(_ library: FlowLibrary) -> [Flow] {
    var order: [Flow] = []
    var entered: Set<String> = []
    for root in library.flows {
      // Of flows that share an id each is checked.
      guard entered.insert(root.id).inserted else {
        if !order.contains(where: { $0.id == root.id && $0.source.name == root.source.name }) {
          order.append(root)
        }
        continue
      }
      var stack: [(flow: Flow, next: Int)] = [(root, 0)]
      while let (flow, next) = stack.last {
        guard next < flow.uses.count else {
          order.append(flow)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        if let called = library.flow(for: flow.uses[next]), entered.insert(called.id).inserted {
          stack.append((called, 0))
        }
      }
    }
    return order
  }
}
