import FlowLanguage

/// The ways between the nodes of a flow, dangling ones left out.
package struct FlowGraph: Sendable {
  /// What must happen for a way to be taken.
  package enum Cause: Hashable, Sendable {
    /// Nothing: the node has one way.
    case always
    /// An answer, or an outcome of a called flow.
    case answer(String)
    /// The first rule that holds, by its place in the list.
    case rule(Int)
    /// No rule holds.
    case otherwise
    /// The person could not answer, and the question has a way for that.
    case skip
  }

  /// A way from a node to another.
  package struct Edge: Hashable, Sendable {
    /// The place of the node it leaves.
    package let from: Int
    /// The place of the node it reaches.
    package let to: Int
    /// What must happen for it to be taken.
    package let cause: Cause
    /// Whether the question was skipped before; the ways of `next` exist for a skip too when the
    /// skip names no node of its own.
    package let skipped: Bool
    /// The turn of a repetition that ends along it.
    package var ends: TurnEnd?
  }

  /// The end of a turn of a repetition.
  package struct TurnEnd: Hashable, Sendable {
    /// The place of the repetition.
    package let each: Int
    /// What must happen, after the last turn, for this way out of it to be taken; `nil` where the
    /// next turn begins.
    package let leaves: Cause?
  }

  /// How many nodes there are.
  package let count: Int
  /// The place of the first node; `nil` when `start` names no node.
  package let start: Int?
  /// The ways out of each node.
  package let ways: [[Edge]]
  /// The ways into each node.
  package let arrivals: [[Edge]]
  /// Whether each node can be reached from the start.
  package let isReachable: [Bool]

  /// The graph of a flow, in linear time; the repetitions at some places are known to have a turn
  /// at least.
  package init(_ flow: Flow, running: Set<Int> = []) {
    count = flow.nodes.count
    start = flow.nodeIndex(flow.start.text)
    let ways = flow.nodes.indices.map { place in
      FlowGraph.ways(
        of: flow.nodes[place], at: place, in: flow, isRunning: running.contains(place))
    }
    var arrivals = [[Edge]](repeating: [], count: flow.nodes.count)
    for edge in ways.joined() { arrivals[edge.to].append(edge) }
    self.ways = ways
    self.arrivals = arrivals
    self.isReachable = FlowGraph.closure(
      from: flow.nodeIndex(flow.start.text).map { [$0] } ?? [], count: ways.count
    ) { ways[$0].map(\.to) }
  }

  /// Every node that leads to one of these, themselves included.
  package func leading(to targets: [Int]) -> [Bool] {
    FlowGraph.closure(from: targets, count: count) { arrivals[$0].map(\.from) }
  }

  /// The shortest way from the start to a node, both included; empty when there is none.
  package func shortestPath(to target: Int) -> [Int] {
    guard let start else { return [] }
    var came = [Int](repeating: -1, count: count)
    var queue = [start]
    came[start] = start
    var next = 0
    while next < queue.count, came[target] < 0 {
      let node = queue[next]
      next += 1
      for edge in ways[node] where came[edge.to] < 0 {
        came[edge.to] = node
        queue.append(edge.to)
      }
    }
    return FlowGraph.trail(to: target, came: came)
  }

  /// Walks back from a node over the nodes each was reached from, up to one reached from itself.
  static func trail(to target: Int, came: [Int]) -> [Int] {
    guard target < came.count, came[target] >= 0 else { return [] }
    var trail = [target]
    while let last = trail.last, came[last] != last { trail.append(came[last]) }
    return trail.reversed()
  }

  private static func closure(from seeds: [Int], count: Int, next: (Int) -> [Int]) -> [Bool] {
    var seen = [Bool](repeating: false, count: count)
    var stack = seeds
    for seed in seeds { seen[seed] = true }
    while let node = stack.popLast() {
      for other in next(node) where !seen[other] {
        seen[other] = true
        stack.append(other)
      }
    }
    return seen
  }

  private static func ways(
    of node: Node, at index: Int, in flow: Flow, isRunning: Bool
  ) -> [Edge] {
    var ways: [Edge] = []
    func add(_ target: Name, _ cause: Cause, skipped: Bool = false) {
      guard let to = flow.nodeIndex(target.text) else { return }
      let edge = Edge(from: index, to: to, cause: cause, skipped: skipped)
      if let ends = turnEnds(edge, of: node, in: flow) { ways += ends } else { ways.append(edge) }
    }
    func add(_ next: Next?, skipped: Bool) {
      switch next {
      case .node(let target): add(target, .always, skipped: skipped)
      case .byAnswer(let routes, _):
        guard !skipped else { return }
        for route in routes { add(route.target, .answer(route.answer.text)) }
      case .rules(let rules, let otherwise):
        for (place, rule) in rules.enumerated() { add(rule.target, .rule(place), skipped: skipped) }
        if let otherwise { add(otherwise, .otherwise, skipped: skipped) }
      case .missing, .unreadable, nil: break
      }
    }
    if case .each(let each) = node.kind { add(each.start, .always) }
    if canLeaveAtOnce(node), !isRunning { add(node.next, skipped: false) }
    if case .ask(let ask) = node.kind, let skip = ask.skip {
      if let target = skip.next {
        add(target, .skip, skipped: true)
      } else {
        add(node.next, skipped: true)
      }
    }
    return ways
  }

  /// Whether a repetition may have no turn at all; true for every other node.
  private static func canLeaveAtOnce(_ node: Node) -> Bool {
    guard case .each(let each) = node.kind else { return true }
    switch each.rounds {
    case .until: return false
    case .count(let count): return (Int(count.text) ?? 0) <= 0
    case .unreadable: return true
    }
  }

  /// The ways by which a node of a body ends its turn: into the next one, or out behind the
  /// repetition; `nil` for a way that stays in the turn.
  private static func turnEnds(_ edge: Edge, of node: Node, in flow: Flow) -> [Edge]? {
    guard node.each == flow.nodes[edge.to].id, case .each(let each) = flow.nodes[edge.to].kind
    else { return nil }
    func ends(_ target: Name, _ cause: Cause, leaves: Cause?) -> Edge? {
      flow.nodeIndex(target.text).map { to in
        Edge(
          from: edge.from, to: to, cause: cause, skipped: edge.skipped,
          ends: TurnEnd(each: edge.to, leaves: leaves))
      }
    }
    guard case .until(let until) = each.rounds else {
      return ([(each.start, nil)] + exits(each.next)).compactMap {
        ends($0.0, edge.cause, leaves: $0.1)
      }
    }
    guard node.id == until.text else {
      return flow.nodeIndex(until.text).map { to in
        [Edge(from: edge.from, to: to, cause: edge.cause, skipped: edge.skipped)]
      } ?? []
    }
    let again = edge.skipped ? nil : ends(each.start, .answer("no"), leaves: nil)
    let others = edge.skipped ? [edge.cause] : [.answer("yes"), .answer("unsure")]
    return (again.map { [$0] } ?? [])
      + others.flatMap { cause in
        exits(each.next).compactMap { ends($0.0, cause, leaves: $0.1) }
      }
  }

  /// Where a repetition leads after its last turn, and what must happen for that.
  private static func exits(_ next: Next) -> [(Name, Cause?)] {
    switch next {
    case .node(let target): [(target, .always)]
    case .rules(let rules, let otherwise):
      rules.enumerated().map { ($1.target, .rule($0)) }
        + (otherwise.map { [($0, .otherwise)] } ?? [])
    case .byAnswer, .missing, .unreadable: []
    }
  }
}
