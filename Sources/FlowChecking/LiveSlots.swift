import FlowLanguage

/// At each node the variables for which a condition further on may still ask, before they are set
/// anew.
struct LiveSlots: Sendable {
  private var live: [Bits]
  private var dropped: Set<Int> = []
  private let count: Int

  /// The live variables of a flow; where they are more than `most`, all nodes together, those alive
  /// at the most nodes are dropped.
  init(_ moves: NodeMoves, _ graph: FlowGraph, most: Int) {
    count = moves.table.count
    live = [Bits](repeating: Bits(below: moves.table.count), count: graph.count)
    guard count > 0 else { return }
    solve(moves, graph)
    drop(most)
  }

  /// Whether a slot matters at a node.
  func contains(_ slot: Int, at node: Int) -> Bool {
    slot < count && live[node].contains(slot) && !dropped.contains(slot)
  }

  private mutating func solve(_ moves: NodeMoves, _ graph: FlowGraph) {
    var queue = Array((0..<graph.count).reversed())
    var isQueued = [Bool](repeating: true, count: graph.count)
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      if next > 4_096, next * 2 > queue.count {
        queue.removeFirst(next)
        next = 0
      }
      isQueued[node] = false
      let now = entry(of: node, moves, graph)
      guard now != live[node] else { continue }
      live[node] = now
      for edge in graph.arrivals[node] where !isQueued[edge.from] {
        isQueued[edge.from] = true
        queue.append(edge.from)
      }
    }
  }

  /// What a node does, without the values of variables for which nothing asks behind.
  func needed(at node: Int, _ moves: NodeMoves, _ graph: FlowGraph) -> NodeMoves.Effects {
    func needed(_ effects: [NodeMoves.Move], skipped: Bool) -> [NodeMoves.Move] {
      guard effects.contains(where: \.setsSlot),
        var bits = end(of: node, skipped: skipped, moves, graph)
      else { return effects }
      var needed: [NodeMoves.Move] = []
      for move in effects.reversed() {
        if case .set(let slot, _, _) = move, !bits.contains(slot) { continue }
        step(back: move, &bits)
        needed.append(move)
      }
      return needed.reversed()
    }
    let effects = moves.effects[node]
    return NodeMoves.Effects(
      main: needed(effects.main, skipped: false), skipped: needed(effects.skipped, skipped: true))
  }

  /// What matters at the entry of a node, from what matters at the ends of its ways.
  private func entry(of node: Int, _ moves: NodeMoves, _ graph: FlowGraph) -> Bits {
    var entry = Bits(below: count)
    for skipped in [false, true] {
      guard var bits = end(of: node, skipped: skipped, moves, graph) else { continue }
      let effects = skipped ? moves.effects[node].skipped : moves.effects[node].main
      for move in effects.reversed() { step(back: move, &bits) }
      entry.formUnion(bits)
    }
    return entry
  }

  /// What matters behind what a node does, before its routes; `nil` where no way leads on so.
  private func end(
    of node: Int, skipped: Bool, _ moves: NodeMoves, _ graph: FlowGraph
  ) -> Bits? {
    var bits = Bits(below: count)
    var isTaken = graph.ways[node].isEmpty && !skipped
    for edge in graph.ways[node] where edge.skipped == skipped {
      isTaken = true
      bits.formUnion(live[edge.to])
      if let end = edge.ends {
        for truth in moves.rules[end.each] { insert(truth.slots, into: &bits) }
      }
    }
    guard isTaken else { return nil }
    for truth in moves.rules[node] { insert(truth.slots, into: &bits) }
    for truth in moves.items[node] { insert(truth.slots, into: &bits) }
    return bits
  }

  private func step(back move: NodeMoves.Move, _ bits: inout Bits) {
    switch move {
    case .answer: break
    case .require(let truth): insert(truth.slots, into: &bits)
    case .forget(let slot, _): bits.remove(slot)
    case .set(let slot, let source, _):
      guard bits.contains(slot) else { return }
      bits.remove(slot)
      insert(source.slots, into: &bits)
    }
  }

  private func insert(_ slots: [Int], into bits: inout Bits) {
    for slot in slots where slot < count { bits.insert(slot) }
  }

  private mutating func drop(_ most: Int) {
    var uses = [Int](repeating: 0, count: count)
    for bits in live { bits.forEach { uses[$0] += 1 } }
    var total = uses.reduce(0, +)
    guard total > most else { return }
    for slot in uses.indices.sorted(by: { uses[$0] > uses[$1] }) where total > most {
      dropped.insert(slot)
      total -= uses[slot]
    }
  }
}

extension NodeMoves.Move {
  /// Whether a variable takes a value.
  fileprivate var setsSlot: Bool { if case .set = self { true } else { false } }
}
