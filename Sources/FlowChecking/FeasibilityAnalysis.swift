import Expressions
import FlowLanguage
import SourceText

/// Which combinations of values the variables can have at each node, as far as options and
/// constants tell values apart; from it, which conditions can never hold and which always do.
///
/// Every doubt counts as possible: what is found to be impossible is so. Three things bound the
/// cost: at each node only variables count that a condition may still ask for; a node keeps 32
/// boxes at most, then they are joined (`Boxes.most`); where a flow has very many variables in
/// use at once, those that live longest are left out (`mostLive`), and past `mostBoxes` nothing
/// is claimed at all.
struct FeasibilityAnalysis: Sendable {
  /// Something that is decided before it is asked.
  struct Finding: Sendable {
    /// What was found.
    enum Kind: Sendable {
      /// A condition can never hold.
      case never
      /// A condition always holds, so that what follows is never tried.
      case always
      /// A route of an answer that can never be given.
      case noAnswer
      /// A check that no answer passes.
      case noPassing
      /// How often the repetition at this node runs is not seen to stay within its bound.
      case unbounded(Int)
    }

    /// What was found.
    let kind: Kind
    /// Where.
    let range: SourceRange
  }

  /// Everything found at nodes that can be reached, in file order.
  ///
  /// An always-true condition is listed only where `Next.decidesMore` behind it.
  private(set) var findings: [Finding] = []
  /// The places of repetitions that have a turn at least, whatever was answered.
  private(set) var running: Set<Int> = []
  private let flow: Flow
  private let compiled: CompiledFlow
  private let graph: FlowGraph
  private let moves: NodeMoves
  private var states: [Boxes]

  /// Variables alive at nodes, all nodes together.
  private static let mostLive = 1 << 20
  /// Words of the sets of live variables, all nodes together (8 MiB).
  private static let mostWords = 1 << 20

  init(_ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph) {
    self.flow = flow
    self.compiled = compiled
    self.graph = graph
    let most = FeasibilityAnalysis.mostWords * 64 / max(1, flow.nodes.count)
    moves = NodeMoves(flow, compiled, graph, most: most)
    states = [Boxes](repeating: Boxes(), count: flow.nodes.count)
    guard graph.start != nil, solve() else { return }
    for index in flow.nodes.indices where !states[index].all.isEmpty { look(at: index) }
  }

  // MARK: - The solution

  /// Carries boxes along all ways until nothing is new; false where that took too long.
  private mutating func solve() -> Bool {
    guard let start = graph.start else { return false }
    let live = LiveSlots(moves, graph, most: FeasibilityAnalysis.mostLive)
    var first = Box()
    for variable in flow.variables {
      guard let (slot, cells) = moves.table.slot(ofVariable: variable.name.text),
        live.contains(slot, at: start)
      else { continue }
      first = first.setting(slot, to: variable.role == .input ? cells.all : Cells.unset)
    }
    let needed = (0..<graph.count).map { live.needed(at: $0, moves, graph) }
    _ = states[start].insert(first)
    var pending = [[Box]](repeating: [], count: graph.count)
    pending[start] = [first]
    var queue = [start]
    var next = 0
    var left = 50_000 + 60 * graph.count
    while next < queue.count {
      let node = queue[next]
      next += 1
      if next > 4_096, next * 2 > queue.count {
        queue.removeFirst(next)
        next = 0
      }
      let boxes = pending[node]
      pending[node] = []
      let hasSkip = graph.ways[node].contains(where: \.skipped)
      for box in boxes where states[node].all.contains(box) {
        let passed = moves.run(needed[node].main, on: box)
        let skipped = hasSkip ? moves.run(needed[node].skipped, on: box) : []
        for edge in graph.ways[node] {
          for result in moves.boxes(after: edge, of: edge.skipped ? skipped : passed) {
            left -= 1
            let kept = result.keeping { live.contains($0, at: edge.to) }
            guard let new = states[edge.to].insert(kept) else { continue }
            if pending[edge.to].isEmpty { queue.append(edge.to) }
            pending[edge.to].append(new)
          }
        }
        guard left > 0 else { return false }
      }
    }
    return true
  }

  // MARK: - Findings

  private mutating func look(at index: Int) {
    let node = flow.nodes[index]
    switch node.kind {
    case .ask(let ask): look(at: ask, index)
    case .each(let each): look(at: each, index)
    case .outcome(let outcome): look(at: outcome, index)
    case .say, .branch, .compute, .call, .review: break
    }
    findConstantRules(at: index)
  }

  /// The states before the routes of a node, those of a skip that has no node of its own included.
  ///
  /// Those of a repetition are the ends of its turns.
  private func arriving(at index: Int) -> [Box] {
    if case .each = flow.nodes[index].kind { return leaving(index) }
    let ways = graph.ways[index].filter { $0.cause != .skip }
    return [false, true].flatMap { skipped in
      ways.contains { $0.skipped == skipped }
        ? states[index].all.flatMap { moves.run(index, $0, skipped: skipped) } : []
    }
  }

  /// What may hold when a repetition is left, before its routes.
  private func leaving(_ each: Int) -> [Box] {
    var boxes: [Box] = []
    if graph.ways[each].count > 1 {
      boxes = states[each].all.flatMap { moves.run(each, $0, skipped: false) }
    }
    var seen: Set<FlowGraph.Edge> = []
    for node in flow.nodes.indices where flow.nodes[node].each == flow.nodes[each].id {
      for edge in graph.ways[node] {
        guard let end = edge.ends, end.leaves != nil else { continue }
        let left = FlowGraph.Edge(
          from: edge.from, to: edge.to, cause: edge.cause, skipped: edge.skipped,
          ends: FlowGraph.TurnEnd(each: each, leaves: .always))
        guard seen.insert(left).inserted else { continue }
        boxes += states[node].all.flatMap { moves.boxes(after: left, from: $0) }
      }
    }
    return boxes
  }

  private mutating func findConstantRules(at index: Int) {
    guard case .rules(let rules, let otherwise) = flow.nodes[index].next else { return }
    var boxes = arriving(at: index)
    guard !boxes.isEmpty else { return }
    for (place, rule) in rules.enumerated() where compiled[rule.condition] != nil {
      let truth = moves.rules[index][place]
      let held = boxes.contains { !truth.boxes($0, is: true, orUndefined: false).isEmpty }
      let failed = boxes.flatMap { truth.boxes($0, is: false, orUndefined: true) }
      if !held { add(.never, rule.condition.range) }
      if failed.isEmpty, Next.decidesMore(behind: place, of: rules, otherwise) {
        add(.always, rule.condition.range)
      }
      if failed.isEmpty { return }
      boxes = failed
    }
  }

  private mutating func look(at ask: Ask, _ index: Int) {
    var boxes = states[index].all
    for move in moves.effects[index].main.prefix(ask.checks.count + 1) {
      boxes = boxes.flatMap { moves.perform(move, on: $0) }
    }
    if boxes.isEmpty, let check = ask.checks.last { return add(.noPassing, check.that.range) }
    guard case .byAnswer(let routes, _) = ask.next else { return }
    for route in routes where moves.answering(route.answer.text, boxes, at: index).isEmpty {
      add(.noAnswer, route.answer.range)
    }
  }

  private mutating func look(at outcome: Outcome, _ index: Int) {
    for condition in outcome.conditions where compiled[condition] != nil {
      let truth = moves.table.truth(condition)
      let holds = states[index].all.contains {
        !truth.boxes($0, is: true, orUndefined: false).isEmpty
      }
      if !holds { add(.never, condition.range) }
    }
  }

  private mutating func look(at each: Each, _ index: Int) {
    guard case .count(let count) = each.rounds,
      let turns = TurnCount(each, flow, compiled, moves.table)
    else { return }
    // A count without a value is a fault of its own; nothing is concluded from it.
    let ranges = states[index].all.map { turns.range(in: $0) }
    if ranges.contains(where: { $0.upperBound > Int64(Each.mostTurns) }) {
      add(.unbounded(index), count.range)
    }
    if ranges.allSatisfy({ $0.lowerBound >= 1 }) { running.insert(index) }
  }

  private mutating func add(_ kind: Finding.Kind, _ range: SourceRange) {
    findings.append(Finding(kind: kind, range: range))
  }
}

extension Next {
  /// Whether a rule that always holds keeps others from being tried: other rules, or an `else` that
  /// leads elsewhere.
  ///
  /// Behind rules for all options an `else` must stand all the same; where it leads to the node of
  /// the last rule, nothing is lost.
  static func decidesMore(behind place: Int, of rules: [Rule], _ otherwise: Name?) -> Bool {
    guard rules.indices.contains(place), place == rules.count - 1 else { return true }
    guard let otherwise else { return false }
    return place == 0 || !otherwise.text.utf8.elementsEqual(rules[place].target.text.utf8)
  }
}
