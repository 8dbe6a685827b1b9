import Expressions
import FlowLanguage

/// A small flow followed state by state: every combination of values that can arise at each node,
/// as far as options and constants tell them apart.
///
/// A path is followed up to its first fault: a read of something unset, or the lack of a way.
/// What is found is exact but for conditions that hang on more than comparisons with constants,
/// which may come out either way. Flows of more than `mostNodes` nodes or `mostStates` states are
/// not followed.
///
/// Where it is `mending`, a path goes on behind a read of something unset as if that had some value:
/// so is seen what lies behind those faults once they are mended.
struct StateExploration: Sendable {
  /// A read of a variable without a value.
  struct UnsetRead: Sendable {
    let node: Int
    let expression: FlowExpression
    let variable: Int
    /// The shortest path on which it happens.
    let path: [Int]
  }

  /// What was seen of a condition of a route.
  struct Tried: Sendable {
    var held = false
    var failed = false
    /// Whether it had a value at least once, or could not be told without one.
    var wasTold = false
  }

  /// Every unset read that is the first on some path, in the order of the nodes.
  private(set) var unsetReads: [UnsetRead] = []
  /// What was seen of each node's conditions, those never asked left out.
  private(set) var tried: [[Int: Tried]]
  /// Whether some path enters each node.
  private(set) var isReached: [Bool]
  /// The nodes at which paths begin that never end, each with the shortest path to it.
  private(set) var trapped: [(node: Int, path: [Int])] = []
  /// All nodes at which some path is that never ends.
  private(set) var trappedNodes: Set<Int> = []
  /// Ways from nodes back to themselves without a question between, the node at both ends.
  private(set) var loops: [[Int]] = []
  /// The repetitions that some path enters while their count may be beyond `Each.mostTurns`.
  private(set) var unbounded: Set<Int> = []

  /// So many nodes a flow may have.
  static let mostNodes = 300
  /// So many states there may be.
  static let mostStates = 30_000

  private let flow: Flow
  private let graph: FlowGraph
  private let steps: PointSteps
  private let live: [UInt64]
  /// The nodes of which not every answer or outcome leads on.
  private let open: Set<Int>
  private let isMending: Bool
  private var states: [State] = []
  private var places: [State: Int] = [:]
  private var came: [Int] = []
  private var follows: [[Int]] = []
  private var ends: [Bool] = []
  /// Of `follows` those by which a counted repetition begins its next turn.
  private var counted: [Set<Int>] = []
  private var noted: Set<Noted> = []

  private struct State: Hashable, Sendable {
    let node: Int
    let point: Point
    /// In the body of a counted repetition the turns behind this one.
    var turns: Turns?
  }

  private struct Noted: Hashable, Sendable {
    let node: Int
    let expression: Int
    let slot: Int
  }

  /// A way through one node.
  private struct Path: Hashable {
    var point: Point
    var missing: UInt64 = 0
  }

  /// What came out of a condition, and the path behind it.
  private struct Tested {
    let value: Bool?
    let path: Path
    /// Whether all that was read had a value.
    let readAll: Bool
  }

  /// Follows a flow; `nil` where it is too large.
  init?(
    _ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph, _ assignments: AssignmentAnalysis,
    isSilent: (Int) -> Bool, circles: Set<Int>, open: Set<Int>, mending: Bool = false
  ) {
    guard flow.nodes.count <= StateExploration.mostNodes, let start = graph.start,
      let steps = PointSteps(flow, compiled, graph, assignments)
    else { return nil }
    self.flow = flow
    self.graph = graph
    self.steps = steps
    tried = [[Int: Tried]](repeating: [:], count: graph.count)
    isReached = [Bool](repeating: false, count: graph.count)
    live = LivePoints.slots(steps, graph)
    self.open = open
    isMending = mending
    var starts = [Point(slots: steps.table.count + 1)]
    for variable in flow.variables where variable.role == .input {
      guard let (slot, cells) = steps.table.slot(ofVariable: variable.name.text) else { continue }
      starts = starts.flatMap { point in
        cells.all.places.map { point.setting(slot, to: $0) }
      }
      guard starts.count <= StateExploration.mostStates else { return nil }
    }
    for point in starts {
      _ = place(of: State(node: start, point: point.keeping(live[start])), from: nil)
    }
    guard explore(compiled) else { return nil }
    findTraps(circles)
    findLoops(circles, isSilent)
  }

  // MARK: - The states

  private mutating func place(of state: State, from: Int?) -> Int {
    if let place = places[state] { return place }
    let place = states.count
    places[state] = place
    states.append(state)
    came.append(from ?? place)
    follows.append([])
    ends.append(false)
    counted.append([])
    isReached[state.node] = true
    return place
  }

  private mutating func explore(_ compiled: CompiledFlow) -> Bool {
    var next = 0
    while next < states.count {
      guard states.count <= StateExploration.mostStates else { return false }
      expand(next, compiled)
      next += 1
    }
    return true
  }

  private mutating func expand(_ place: Int, _ compiled: CompiledFlow) {
    let state = states[place]
    let node = flow.nodes[state.node]
    let script = steps.scripts[state.node]
    let paths = run(script.main, Path(point: state.point), place, compiled)
    if case .outcome = node.kind {
      ends[place] = true
      return
    }
    if case .each(let each) = node.kind { return begin(each, place, paths, compiled) }
    leave(place, node.next, paths, skipped: false, compiled)
    guard case .ask(let ask) = node.kind, let skip = ask.skip else { return }
    let skipped = run(script.skipped, Path(point: state.point), place, compiled)
    if skip.next == nil {
      leave(place, node.next, skipped, skipped: true, compiled)
    } else {
      for path in skipped { go(place, path, by: .skip, skipped: true, compiled) }
    }
  }

  /// Begins a repetition, or passes it where there may be no turn.
  private mutating func begin(
    _ each: Each, _ place: Int, _ paths: [Path], _ compiled: CompiledFlow
  ) {
    let node = states[place].node
    for path in paths {
      let turns = steps.turns(of: node, at: path.point)
      if path.missing == 0, steps.mayHaveTooManyTurns(node, at: path.point) {
        unbounded.insert(node)
      }
      for begun in run(steps.scripts[node].begins, path, place, compiled) {
        if turns?.mayFollow ?? true {
          arrive(place, begun, at: flow.nodeIndex(each.start.text), turns: turns?.following)
        }
        guard turns?.mayEnd ?? false else { continue }
        if case .node(let target) = each.next {
          arrive(place, begun, at: flow.nodeIndex(target.text))
        } else {
          leave(place, each.next, [begun], skipped: false, compiled)
        }
      }
    }
  }

  private mutating func run(
    _ script: [PointSteps.Step], _ path: Path, _ place: Int, _ compiled: CompiledFlow
  ) -> [Path] {
    var paths = [path]
    for step in script {
      var next: [Path] = []
      var seen: Set<Path> = []
      for path in paths {
        let results =
          if case .read(let truth, let expression) = step {
            outcomes(of: truth, path, expression, place, compiled).map(\.path)
          } else {
            steps.perform(step, at: path.point).map { Path(point: $0, missing: path.missing) }
          }
        for after in results where seen.insert(after).inserted { next.append(after) }
      }
      paths = next
    }
    return paths
  }

  /// What may come out of a condition, and the path behind it; what it read though it was not set
  /// is noted.
  private mutating func outcomes(
    of truth: Truth, _ path: Path, _ expression: FlowExpression, _ place: Int,
    _ compiled: CompiledFlow
  ) -> [Tested] {
    let outcomes = truth.outcomes(at: path.point)
    let missing = outcomes.reduce(0) { $0 | $1.missing }
    guard isMending, missing != 0 else {
      return outcomes.map { outcome in
        var after = path
        after.missing |= note(outcome.missing, path, expression, place, compiled)
        return Tested(value: outcome.value, path: after, readAll: outcome.missing == 0)
      }
    }
    _ = note(missing, path, expression, place, compiled)
    var mended = path
    mended.point.giveValues(missing)
    return outcomes.filter { $0.missing == 0 }
      .map { Tested(value: $0.value, path: path, readAll: true) }
      + self.outcomes(of: truth, mended, expression, place, compiled)
  }

  /// Notes what an expression read though it was not set; of that, what no question guards.
  private mutating func note(
    _ missing: UInt64, _ path: Path, _ expression: FlowExpression, _ place: Int,
    _ compiled: CompiledFlow
  ) -> UInt64 {
    guard missing & ~path.missing != 0, let checked = compiled[expression] else { return 0 }
    var found: UInt64 = 0
    for name in Set(checked.reads.filter { !$0.isGuarded }.map(\.name)) {
      guard let variable = flow.variableIndex(name),
        let slot = steps.table.slot(ofVariable: name)?.slot,
        missing & ~path.missing & (1 << UInt64(slot)) != 0
      else { continue }
      found |= 1 << UInt64(slot)
      let key = Noted(node: states[place].node, expression: expression.index, slot: slot)
      guard noted.insert(key).inserted else { continue }
      unsetReads.append(
        UnsetRead(
          node: states[place].node, expression: expression, variable: variable,
          path: trail(to: place)))
    }
    return found
  }

  private mutating func leave(
    _ place: Int, _ next: Next?, _ paths: [Path], skipped: Bool, _ compiled: CompiledFlow
  ) {
    let node = states[place].node
    // So leads on the question that decides on another turn too.
    if !skipped, graph.ways[node].contains(where: \.cause.isAnswer) {
      return leave(place, byAnswer: paths, compiled)
    }
    switch next {
    case .node:
      for path in paths { go(place, path, by: .always, skipped: skipped, compiled) }
    case .rules(let rules, _):
      var open = paths
      for (number, rule) in rules.enumerated() {
        open = ask(rule, number, of: node, open, place, compiled) { exploration, path in
          exploration.go(place, path, by: .rule(number), skipped: skipped, compiled)
        }
      }
      for path in open { go(place, path, by: .otherwise, skipped: skipped, compiled) }
    case .byAnswer, .missing, .unreadable, nil: if !paths.isEmpty { ends[place] = true }
    }
  }

  private mutating func leave(_ place: Int, byAnswer paths: [Path], _ compiled: CompiledFlow) {
    let node = states[place].node
    // Which outcome a call comes to is not known: one without a route ends the path.
    if open.contains(node), case .call = flow.nodes[node].kind { ends[place] = true }
    for path in paths {
      let ways = steps.answering(graph.ways[node], at: node, path.point)
      if ways.isEmpty { ends[place] = true }
      var causes: Set<FlowGraph.Cause> = []
      for edge in ways where causes.insert(edge.cause).inserted {
        guard case .answer(let answer) = edge.cause else { continue }
        let script = steps.scripts[node].byOutcome[answer] ?? []
        for after in run(script, path, place, compiled) {
          go(place, after, by: edge.cause, skipped: false, compiled)
        }
      }
    }
  }

  /// Takes the way of a rule where it holds; the paths on which it does not.
  private mutating func ask(
    _ rule: Rule, _ number: Int, of node: Int, _ paths: [Path], _ place: Int,
    _ compiled: CompiledFlow, take: (inout StateExploration, Path) -> Void
  ) -> [Path] {
    var open: [Path] = []
    var seen: Set<Path> = []
    for path in paths {
      let truth = steps.rules[node][number]
      for tested in outcomes(of: truth, path, rule.condition, place, compiled) {
        var tried = tried[node][number] ?? Tried()
        if tested.readAll { tried.wasTold = true }
        if tested.value == true { tried.held = true } else { tried.failed = true }
        self.tried[node][number] = tried
        if tested.value == true {
          take(&self, tested.path)
        } else if seen.insert(tested.path).inserted {
          open.append(tested.path)
        }
      }
    }
    return open
  }

  /// Follows a path out of a node; at a fault it ends.
  private mutating func go(
    _ place: Int, _ path: Path, by cause: FlowGraph.Cause, skipped: Bool, _ compiled: CompiledFlow
  ) {
    let ways = graph.ways[states[place].node].filter { $0.cause == cause && $0.skipped == skipped }
    guard path.missing == 0, !ways.isEmpty else {
      ends[place] = true
      return
    }
    for way in ways where way.ends == nil { arrive(place, path, at: way.to) }
    guard let each = ways.lazy.compactMap({ $0.ends?.each }).first else { return }
    for after in run(steps.scripts[each].turnEnd, path, place, compiled) {
      guard after.missing == 0 else {
        ends[place] = true
        continue
      }
      let turns = states[place].turns
      if turns?.mayFollow ?? true {
        for way in ways where way.ends.map({ $0.leaves == nil }) ?? false {
          arrive(place, after, at: way.to, turns: turns?.following, isCounted: true)
        }
      }
      guard turns?.mayEnd ?? (cause != .answer("no")) else { continue }
      leaveTurns(of: each, place, after, ways, compiled)
    }
  }

  /// Leaves a repetition behind its last turn.
  private mutating func leaveTurns(
    of each: Int, _ place: Int, _ path: Path, _ ways: [FlowGraph.Edge], _ compiled: CompiledFlow
  ) {
    func target(_ cause: FlowGraph.Cause) -> Int? { ways.first { $0.ends?.leaves == cause }?.to }
    guard case .rules(let rules, _) = flow.nodes[each].next else {
      // A way to a node that is not there, or none at all, is no way of the graph.
      return arrive(place, path, at: target(.always))
    }
    var open = [path]
    for (number, rule) in rules.enumerated() {
      let to = target(.rule(number))
      open = ask(rule, number, of: each, open, place, compiled) { exploration, path in
        exploration.arrive(place, path, at: to)
      }
    }
    for path in open { arrive(place, path, at: target(.otherwise)) }
  }

  private mutating func arrive(
    _ place: Int, _ path: Path, at node: Int?, turns: Turns? = nil, isCounted: Bool = false
  ) {
    guard let node, path.missing == 0 else {
      ends[place] = true
      return
    }
    let isInBody = flow.nodes[node].each != nil
    let to = self.place(
      of: State(
        node: node, point: path.point.keeping(live[node]),
        turns: isInBody ? turns ?? states[place].turns : nil), from: place)
    if isCounted { counted[place].insert(to) }
    if !follows[place].contains(to) { follows[place].append(to) }
  }

  private func trail(to place: Int) -> [Int] {
    var place = place
    var trail = [states[place].node]
    while came[place] != place {
      place = came[place]
      trail.append(states[place].node)
    }
    return trail.reversed()
  }

  // MARK: - Paths that never end

  private mutating func findTraps(_ circles: Set<Int>) {
    var arrivals = [[Int]](repeating: [], count: states.count)
    for place in states.indices {
      for next in follows[place] { arrivals[next].append(place) }
    }
    var escapes = ends
    for place in states.indices where follows[place].isEmpty { escapes[place] = true }
    for place in turning(circles) { escapes[place] = true }
    var stack = states.indices.filter { escapes[$0] }
    while let place = stack.popLast() {
      for from in arrivals[place] where !escapes[from] {
        escapes[from] = true
        stack.append(from)
      }
    }
    var seen: Set<Int> = []
    for place in states.indices where !escapes[place] {
      trappedNodes.insert(states[place].node)
      let begins = came[place] == place || arrivals[place].contains { escapes[$0] }
      guard begins, seen.insert(states[place].node).inserted else { continue }
      trapped.append((states[place].node, trail(to: place)))
    }
  }

  /// The states that lead back to themselves without a question: a fault of its own.
  private func turning(_ circles: Set<Int>) -> [Int] {
    guard !circles.isEmpty else { return [] }
    let ways = states.indices.map { place in
      circles.contains(states[place].node)
        ? follows[place].filter {
          circles.contains(states[$0].node) && !isIdle(place, $0)
        } : []
    }
    return StronglyConnected.components(of: ways).filter { component in
      component.count > 1 || component.contains { ways[$0].contains($0) }
    }.flatMap { $0 }
  }

  /// Whether a way begins the next turn of which nobody can tell how many come behind it.
  ///
  /// Where that is told, there is one turn less to come, so that the way leads back only through
  /// the beginning of the repetition.
  private func isIdle(_ place: Int, _ next: Int) -> Bool {
    counted[place].contains(next) && states[place].turns == states[next].turns
  }

  // MARK: - Paths that ask nothing

  /// Of the nodes in circles without a question those to which a path really comes back.
  private mutating func findLoops(_ circles: Set<Int>, _ isSilent: (Int) -> Bool) {
    guard !circles.isEmpty else { return }
    var found: Set<Int> = []
    for place in states.indices where circles.contains(states[place].node) {
      guard !found.contains(states[place].node), let loop = loop(from: place, isSilent) else {
        continue
      }
      found.formUnion(loop)
      loops.append(loop)
    }
  }

  private func loop(from first: Int, _ isSilent: (Int) -> Bool) -> [Int]? {
    let node = states[first].node
    var came: [Int: Int] = [first: first]
    var queue = [first]
    var next = 0
    while next < queue.count, queue.count <= 2_000 {
      let place = queue[next]
      next += 1
      for to in follows[place] where isSilent(states[to].node) && !counted[place].contains(to) {
        if states[to].node == node {
          var loop = [node]
          var back = place
          while back != first, let before = came[back] {
            loop.append(states[back].node)
            back = before
          }
          return loop.prefix(1) + Array(loop[1...].reversed()) + [node]
        }
        guard came[to] == nil else { continue }
        came[to] = place
        queue.append(to)
      }
    }
    return nil
  }
}

extension FlowGraph.Cause {
  /// Whether it is an answer, or an outcome of a called flow.
  fileprivate var isAnswer: Bool { if case .answer = self { true } else { false } }
}
