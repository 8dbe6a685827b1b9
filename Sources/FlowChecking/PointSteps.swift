import Expressions
import FlowLanguage

/// How many turns of a repetition are still to come.
struct Turns: Hashable, Sendable {
  /// At least so many.
  let least: Int
  /// At most so many; beyond `told` any number.
  let most: Int
  /// Up to so many are told apart.
  private static let told: Int64 = 8

  /// A number between some bounds.
  init(_ range: ClosedRange<Int64>) {
    least = Int(min(max(range.lowerBound, 0), Turns.told))
    most = range.upperBound > Turns.told ? .max : Int(max(range.upperBound, 0))
  }

  private init(least: Int, most: Int) {
    self.least = least
    self.most = most
  }

  /// Whether there may be none.
  var mayEnd: Bool { least == 0 }
  /// Whether there may be one.
  var mayFollow: Bool { most > 0 }
  /// What is to come when one more begins.
  var following: Turns { Turns(least: max(0, least - 1), most: most == .max ? most : most - 1) }
}

/// What the nodes of a flow do to points, step by step and with every read.
struct PointSteps: Sendable {
  /// One step of a node.
  enum Step: Sendable {
    /// An expression is evaluated.
    case read(Truth, FlowExpression)
    /// An answer comes: it is in one of these cells.
    case answer(Cells.Subset)
    /// An answer for which this is false is refused.
    case check(Truth)
    /// A variable takes a value.
    case set(slot: Int, NodeMoves.Source)
    /// A variable may have any of these values, or none where that is among them.
    case forget(slot: Int, Cells.Subset)

    /// The slots whose values it uses.
    var uses: [Int] {
      switch self {
      case .read(let truth, _), .check(let truth): truth.slots
      case .answer, .forget: []
      case .set(_, let source): source.slots
      }
    }
  }

  /// A node's steps up to its routes, and on the way of a skipped question.
  struct Script: Sendable {
    var main: [Step] = []
    var skipped: [Step] = []
    /// What happens on the way of each outcome of a call.
    var byOutcome: [String: [Step]] = [:]
    /// At the beginning of a repetition, behind the count: it may ask how long the list was that is
    /// now filled anew.
    var begins: [Step] = []
    /// At the end of each turn of a repetition.
    var turnEnd: [Step] = []
  }

  let table: CellTable
  let scripts: [Script]
  /// The conditions of each node's routes.
  let rules: [[Truth]]
  /// How often counted repetitions run, by their places.
  private let counts: [Int: TurnCount]
  private let flow: Flow
  private let moves: NodeMoves

  /// The steps of a flow; `nil` where it has too many variables.
  ///
  /// Of variables that may be unset when they are read it is told whether they are set.
  init?(
    _ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph, _ assignments: AssignmentAnalysis
  ) {
    let present = assignments.doubtful
    moves = NodeMoves(flow, compiled, graph, most: 62, present: present)
    let table = moves.table
    guard table.count < 62, present.allSatisfy({ flow.isTracked($0, in: table) }) else {
      return nil
    }
    self.table = table
    self.flow = flow
    var counts: [Int: TurnCount] = [:]
    for (place, node) in flow.nodes.enumerated() {
      guard case .each(let each) = node.kind else { continue }
      counts[place] = TurnCount(each, flow, compiled, table)
    }
    self.counts = counts
    rules = moves.rules
    let builder = ScriptBuilder(
      flow: flow, compiled: compiled, moves: moves, assignments: assignments)
    scripts = flow.nodes.indices.map { builder.script(of: $0) }
  }

  /// What a step makes of a point.
  func perform(_ step: Step, at point: Point) -> [Point] {
    switch step {
    case .read: [point]
    case .answer(let cells): cells.places.map { point.setting(table.answer, to: $0) }
    case .check(let truth):
      truth.outcomes(at: point).filter { $0.value != false }.map { _ in point }
    case .set(let slot, let source):
      places(of: source, at: point).map { point.setting(slot, to: $0) }
    case .forget(let slot, let cells): cells.places.map { point.setting(slot, to: $0) }
    }
  }

  private func places(of source: NodeMoves.Source, at point: Point) -> [UInt8] {
    switch source {
    // A value that can't be told is there all the same: what it needs was read before.
    case .cells(let cells): (cells & ~Cells.unset).places
    case .copy(let slot): [point[slot]]
    case .choice(let truth, let one, let other):
      truth.outcomes(at: point).flatMap { outcome in
        outcome.value.map { places(of: $0 ? one : other, at: point) } ?? [Point.unset]
      }
    case .truth(let truth, let yes, let no):
      truth.outcomes(at: point).flatMap { outcome in
        outcome.value.map { ($0 ? yes : no).places } ?? [Point.unset]
      }
    }
  }

  /// How many turns a counted repetition has at a point; `nil` where an answer decides.
  func turns(of each: Int, at point: Point) -> Turns? {
    guard case .each(let loop) = flow.nodes[each].kind else { return nil }
    if case .until = loop.rounds { return nil }
    guard let count = counts[each] else { return Turns(0...Int64.max) }
    return Turns(count.range(at: point))
  }

  /// Whether a counted repetition may have more turns at a point than there may be.
  ///
  /// A count with an error is a fault of its own; nothing is concluded from it.
  func mayHaveTooManyTurns(_ each: Int, at point: Point) -> Bool {
    counts[each].map { $0.range(at: point).upperBound > Int64(Each.mostTurns) } ?? false
  }

  /// The ways that an answer may take, of those for answers.
  func answering(_ ways: [FlowGraph.Edge], at node: Int, _ point: Point) -> [FlowGraph.Edge] {
    let cells = table.answerCells(at: flow.nodes[node].id)
    let place = point[table.answer]
    return ways.filter { edge in
      guard case .answer(let option) = edge.cause else { return false }
      guard let holding = cells?.holding(.equal, [.string(option)]), place < Point.unset else {
        return true
      }
      return holding & (1 << UInt64(place)) != 0
    }
  }
}

extension Flow {
  fileprivate func isTracked(_ variable: Int, in table: CellTable) -> Bool {
    table.slot(ofVariable: variables[variable].name.text) != nil
  }
}

/// Puts the steps of nodes together.
private struct ScriptBuilder {
  let flow: Flow
  let compiled: CompiledFlow
  let moves: NodeMoves
  let assignments: AssignmentAnalysis

  func script(of index: Int) -> PointSteps.Script {
    let node = flow.nodes[index]
    var script = PointSteps.Script()
    switch node.kind {
    case .ask(let ask):
      let shown = [ask.text, ask.why, ask.help, ask.skip?.text].flatMap { reads($0) }
      script.main = shown + answer(to: ask, index) + assignments(ask.set)
      script.skipped = shown + assignments(ask.skip?.set ?? [])
    case .compute(let compute): script.main = assignments(compute.set)
    case .say(let say): script.main = reads(say.text)
    case .outcome:
      script.main = NodeEvents(node, in: flow).main.flatMap { event -> [PointSteps.Step] in
        guard case .read(let expression, let given) = event else { return [] }
        return read(expression, given: given)
      }
    case .call(let call): addCall(call, node, to: &script)
    case .each(let each): addEach(each, node, to: &script)
    case .branch, .review: break
    }
    return script
  }

  private func addCall(_ call: Call, _ node: Node, to script: inout PointSteps.Script) {
    script.main = call.arguments.flatMap { read($0.value) }
    guard case .byAnswer(let routes, _) = node.next else {
      script.main += taken(call, .always)
      return
    }
    for route in routes {
      script.byOutcome[route.answer.text] = taken(call, .answer(route.answer.text))
    }
  }

  /// A variable whose output the called flow may leave unset is unset then, whatever it was.
  private func taken(_ call: Call, _ cause: FlowGraph.Cause) -> [PointSteps.Step] {
    let sure = Set(assignments.taken(by: call, cause))
    return call.takes.compactMap { take in
      guard let variable = flow.variableIndex(take.variable.text),
        let (slot, cells) = moves.table.slot(ofVariable: take.variable.text)
      else { return nil }
      return .forget(slot: slot, sure.contains(variable) ? cells.all : cells.all | Cells.unset)
    }
  }

  private func addEach(_ each: Each, _ node: Node, to script: inout PointSteps.Script) {
    if case .count(let count) = each.rounds { script.main = read(count) }
    if let into = each.collect?.into, let (slot, cells) = moves.table.slot(ofVariable: into.text) {
      script.begins = [.forget(slot: slot, cells.empty)]
      script.turnEnd = [.forget(slot: slot, cells.filled)]
    }
    script.turnEnd.insert(
      contentsOf: (each.collect?.expressions ?? []).flatMap { read($0) }, at: 0)
    for name in flow.turnVariables(of: node.id).sorted() {
      guard let slot = moves.table.slot(ofVariable: name)?.slot else { continue }
      script.turnEnd.append(.forget(slot: slot, Cells.unset))
    }
  }

  /// The offered cells come from the move that the node makes of the answer.
  private func answer(to ask: Ask, _ index: Int) -> [PointSteps.Step] {
    var steps: [PointSteps.Step] = []
    if case .answer(let cells)? = moves.effects[index].main.first { steps.append(.answer(cells)) }
    for check in ask.checks {
      let truth = moves.table.truth(check.that)
      steps.append(.read(truth, check.that))
      for expression in check.say.zh.expressions + check.say.en.expressions {
        steps += read(expression, unless: truth)
      }
      steps.append(.check(truth))
    }
    return steps
  }

  private func assignments(_ set: [Assignment]) -> [PointSteps.Step] {
    set.flatMap { assignment -> [PointSteps.Step] in
      let steps = read(assignment.value)
      guard case .set(let slot, let source, _)? = moves.assignment(assignment) else { return steps }
      return steps + [.set(slot: slot, source)]
    }
  }

  private func reads(_ text: FlowText?) -> [PointSteps.Step] {
    guard let text else { return [] }
    return (text.zh.expressions + text.en.expressions).flatMap { read($0) }
  }

  private func read(
    _ expression: FlowExpression, given: FlowExpression? = nil, unless failed: Truth? = nil
  ) -> [PointSteps.Step] {
    switch expression.purpose {
    case .guess, .printed(hasFallback: true): return []
    default: break
    }
    var truth = moves.table.truth(expression)
    if let given { truth = .conditional(moves.table.truth(given), truth, .constant(false)) }
    if let failed { truth = .conditional(failed, .constant(true), truth) }
    return truth.slots.isEmpty ? [] : [.read(truth, expression)]
  }
}
