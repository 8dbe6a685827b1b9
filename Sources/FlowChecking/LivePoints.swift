import FlowLanguage

/// At each node the slots that something further on may still ask for before they are set anew.
enum LivePoints {
  static func slots(_ steps: PointSteps, _ graph: FlowGraph) -> [UInt64] {
    var live = [UInt64](repeating: 0, count: graph.count)
    var changed = true
    while changed {
      changed = false
      for node in (0..<graph.count).reversed() {
        let after = graph.ways[node].reduce(bits(steps.rules[node].flatMap(\.slots))) {
          after, way in
          guard let end = way.ends else { return after | live[way.to] }
          let left = bits(steps.rules[end.each].flatMap(\.slots)) | live[way.to]
          return after | before(steps.scripts[end.each].turnEnd, left)
        }
        let script = steps.scripts[node]
        var entry = before(script.main, after)
        if graph.ways[node].contains(where: \.skipped) { entry |= before(script.skipped, after) }
        entry &= ~(1 << UInt64(steps.table.answer))
        if entry != live[node] {
          live[node] = entry
          changed = true
        }
      }
    }
    return live
  }

  private static func before(_ script: [PointSteps.Step], _ after: UInt64) -> UInt64 {
    script.reversed().reduce(after) { live, step in
      var live = live
      switch step {
      case .set(let slot, _), .forget(let slot, _): live &= ~(1 << UInt64(slot))
      case .read, .answer, .check: break
      }
      return live | bits(step.uses)
    }
  }

  private static func bits(_ slots: [Int]) -> UInt64 { slots.reduce(0) { $0 | 1 << UInt64($1) } }
}
