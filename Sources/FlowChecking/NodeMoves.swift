import Expressions
import FlowLanguage

/// What the nodes of a flow do to boxes: answers, assignments, the ends of turns, routes.
struct NodeMoves: Sendable {
  /// Something a node does, in order.
  enum Move: Sendable {
    /// An answer comes: it is in one of these cells.
    case answer(Cells.Subset)
    /// The answer is one of these, or (for a route) exactly this one.
    case require(Truth)
    /// A variable takes a value.
    case set(slot: Int, Source, all: Cells.Subset)
    /// A variable may have any value, or none.
    case forget(slot: Int, Cells.Subset)
  }

  /// Where a value comes from.
  indirect enum Source: Sendable {
    /// It is in one of these cells.
    case cells(Cells.Subset)
    /// Another variable with the same cells.
    case copy(slot: Int)
    case choice(Truth, Source, Source)
    /// A condition, for a variable that is true or false.
    case truth(Truth, yes: Cells.Subset, no: Cells.Subset)

    /// The slots it reads.
    var slots: [Int] {
      switch self {
      case .cells: []
      case .copy(let slot): [slot]
      case .choice(let truth, let one, let other): truth.slots + one.slots + other.slots
      case .truth(let truth, _, _): truth.slots
      }
    }
  }

  /// What a node does before its routes, on the way of an answer and on that of a skipped question.
  struct Effects: Sendable {
    var main: [Move] = []
    var skipped: [Move] = []
  }

  let table: CellTable
  let effects: [Effects]
  /// The conditions of each node's routes (of a repetition: by which it is left).
  let rules: [[Truth]]
  /// The conditions of what an outcome lists, and the variables that say how often a repetition runs.
  let items: [[Truth]]
  private let flow: Flow
  private let graph: FlowGraph
  private let builder: MoveBuilder

  init(
    _ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph, most: Int,
    present: Set<Int>? = nil
  ) {
    let table = CellTable(flow, compiled, most: most, present: present)
    let builder = MoveBuilder(flow: flow, compiled: compiled, table: table)
    self.table = table
    self.builder = builder
    self.flow = flow
    self.graph = graph
    effects = flow.nodes.map { builder.effects(of: $0) }
    rules = flow.nodes.map { node in
      guard case .rules(let rules, _) = node.next else { return [] }
      return rules.map { table.truth($0.condition) }
    }
    items = flow.nodes.map { builder.items(of: $0) }
  }

  /// The move that an assignment is; `nil` where nothing asks for its variable.
  func assignment(_ assignment: Assignment) -> Move? { builder.move(assignment) }

  // MARK: - Running

  /// What is left of a box at the end of a way.
  func boxes(after edge: FlowGraph.Edge, from box: Box) -> [Box] {
    boxes(after: edge, of: run(edge.from, box, skipped: edge.skipped))
  }

  /// What is left at the end of a way of the boxes behind its node.
  func boxes(after edge: FlowGraph.Edge, of passed: [Box]) -> [Box] {
    var boxes = passed
    if case .answer(let option) = edge.cause { boxes = answering(option, boxes, at: edge.from) }
    boxes = routed(boxes, by: edge.cause, at: edge.from)
    guard let end = edge.ends else { return boxes }
    boxes = boxes.map { endTurn(of: end.each, $0) }
    return end.leaves.map { routed(boxes, by: $0, at: end.each) } ?? boxes
  }

  /// At the end of a turn the list has one element more, and the turn's own variables are gone.
  private func endTurn(of each: Int, _ box: Box) -> Box {
    var box = box
    if case .each(let each) = flow.nodes[each].kind,
      let into = each.collect.flatMap({ table.slot(ofVariable: $0.into.text) }),
      box[into.slot] != nil
    {
      box = box.setting(into.slot, to: into.cells.filled)
    }
    for name in flow.turnVariables(of: flow.nodes[each].id) {
      guard let slot = table.slot(ofVariable: name)?.slot else { continue }
      box = box.setting(slot, to: Cells.unset)
    }
    return box
  }

  /// What is left of a box before the routes of its node.
  func run(_ node: Int, _ box: Box, skipped: Bool) -> [Box] {
    run(skipped ? effects[node].skipped : effects[node].main, on: box)
  }

  /// What is left of a box after some moves.
  func run(_ moves: [Move], on box: Box) -> [Box] {
    moves.reduce([box]) { boxes, move in
      bounded(boxes.flatMap { perform(move, on: $0) })
    }
  }

  /// What is left where the answer was this option.
  func answering(_ option: String, _ boxes: [Box], at node: Int) -> [Box] {
    guard case .ask = flow.nodes[node].kind,
      let cells = table.answerCells(at: flow.nodes[node].id),
      let holding = cells.holding(.equal, [.string(option)])
    else { return boxes }
    return boxes.compactMap { box in
      guard let answer = box[table.answer] else { return box }
      return answer & holding == 0 ? nil : box.setting(table.answer, to: answer & holding)
    }
  }

  private func routed(_ boxes: [Box], by cause: FlowGraph.Cause, at node: Int) -> [Box] {
    switch cause {
    case .rule(let place):
      let passed = passing(rules[node].prefix(place), boxes)
      return passed.flatMap { rules[node][place].boxes($0, is: true, orUndefined: false) }
    case .otherwise: return passing(rules[node][...], boxes)
    case .always, .answer, .skip: return boxes
    }
  }

  /// What is left where none of some rules held.
  private func passing(_ rules: ArraySlice<Truth>, _ boxes: [Box]) -> [Box] {
    rules.reduce(boxes) { boxes, rule in
      bounded(boxes.flatMap { rule.boxes($0, is: false, orUndefined: true) })
    }
  }

  /// Few boxes as they are, many joined as far as a state is.
  private func bounded(_ boxes: [Box]) -> [Box] {
    guard boxes.count > Boxes.most else { return boxes }
    var state = Boxes()
    for box in boxes { _ = state.insert(box) }
    return state.all
  }

  func perform(_ move: Move, on box: Box) -> [Box] {
    switch move {
    case .answer(let cells): return [box.setting(table.answer, to: cells)]
    case .require(let truth): return truth.boxes(box, is: true, orUndefined: false)
    case .forget(let slot, let cells): return [box.setting(slot, to: cells)]
    case .set(let slot, let source, let all): return set(slot, source, all, on: [box])
    }
  }

  private func set(
    _ slot: Int, _ source: Source, _ all: Cells.Subset, on boxes: [Box]
  ) -> [Box] {
    switch source {
    case .cells(let cells): return boxes.map { $0.setting(slot, to: cells) }
    case .copy(let other):
      return boxes.flatMap { box in
        guard let cells = box[other] else { return [box.setting(slot, to: all | Cells.unset)] }
        let values = cells.cells + (cells & Cells.unset != 0 ? [Cells.unset] : [])
        guard values.count <= 8 else { return [box.setting(slot, to: cells)] }
        return values.map { box.setting(other, to: $0).setting(slot, to: $0) }
      }
    case .choice(let truth, let one, let other):
      return Boxes.few(
        set(slot, one, all, on: truth.boxes(boxes, is: true, orUndefined: false))
          + set(slot, other, all, on: truth.boxes(boxes, is: false, orUndefined: false))
          + undefined(truth, slot, boxes))
    case .truth(let truth, let yes, let no):
      return truth.boxes(boxes, is: true, orUndefined: false).map { $0.setting(slot, to: yes) }
        + truth.boxes(boxes, is: false, orUndefined: false).map { $0.setting(slot, to: no) }
        + undefined(truth, slot, boxes)
    }
  }

  /// Where the condition has no value, nor has the variable.
  private func undefined(_ truth: Truth, _ slot: Int, _ boxes: [Box]) -> [Box] {
    let either = truth.boxes(boxes, is: true, orUndefined: true)
    return truth.boxes(either, is: false, orUndefined: true)
      .map { $0.setting(slot, to: Cells.unset) }
  }
}

/// Puts together what nodes do.
private struct MoveBuilder: Sendable {
  let flow: Flow
  let compiled: CompiledFlow
  let table: CellTable

  func effects(of node: Node) -> NodeMoves.Effects {
    switch node.kind {
    case .ask(let ask):
      return NodeMoves.Effects(
        main: answer(to: ask, node) + ask.set.compactMap { move($0) },
        skipped: (ask.skip?.set ?? []).compactMap { move($0) })
    case .compute(let compute):
      return NodeMoves.Effects(main: compute.set.compactMap { move($0) })
    case .call(let call):
      return NodeMoves.Effects(
        main: call.takes.compactMap { take in
          table.slot(ofVariable: take.variable.text)
            .map { .forget(slot: $0.slot, $0.cells.all | Cells.unset) }
        })
    case .each(let each):
      let into = each.collect.flatMap { table.slot(ofVariable: $0.into.text) }
      return NodeMoves.Effects(main: into.map { [.forget(slot: $0.slot, $0.cells.empty)] } ?? [])
    case .say, .branch, .review, .outcome: return NodeMoves.Effects()
    }
  }

  func items(of node: Node) -> [Truth] {
    switch node.kind {
    case .outcome(let outcome):
      return outcome.conditions.map { table.truth($0) }
    case .each(let each):
      guard case .count(let count) = each.rounds, let checked = compiled[count] else { return [] }
      return checked.variables.compactMap { table.slot(ofVariable: $0) }
        .map { .answered(slot: $0.slot) }
    default: return []
    }
  }

  private func answer(to ask: Ask, _ node: Node) -> [NodeMoves.Move] {
    guard let cells = table.answerCells(at: node.id) else {
      return ask.checks.map { .require(table.truth($0.that)) }
    }
    let known = ask.type.options.map { cells.holding(.equal, [.string($0.id)]) }
    let offered =
      known.contains { $0 == nil } ? cells.all : known.reduce(0) { $0 | ($1 ?? 0) }
    return [.answer(offered == 0 ? cells.all : offered)]
      + ask.checks.map { .require(table.truth($0.that)) }
  }

  func move(_ assignment: Assignment) -> NodeMoves.Move? {
    guard let (slot, cells) = table.slot(ofVariable: assignment.variable.text) else { return nil }
    let source = compiled[assignment.value].map {
      self.source($0.syntax, $0, assignment.value, cells)
    }
    return .set(slot: slot, source ?? .cells(cells.all | Cells.unset), all: cells.all)
  }

  private func source(
    _ syntax: Syntax, _ checked: CheckedExpression, _ expression: FlowExpression, _ cells: Cells
  ) -> NodeMoves.Source {
    let anything = NodeMoves.Source.cells(cells.all | Cells.unset)
    switch syntax.kind {
    case .name(let name):
      if let (slot, other) = table.slot(of: name.text, in: expression), other == cells {
        return .copy(slot: slot)
      }
      return name.text == "answer" ? .cells(cells.all) : anything
    case .conditional(let condition, let then, let otherwise):
      return .choice(
        table.truth(condition, checked, expression), source(then, checked, expression, cells),
        source(otherwise, checked, expression, cells))
    case .list(let elements):
      let options = elements.compactMap(\.literalText)
      guard options.count == elements.count, let cell = cells.holding(exactly: options) else {
        return anything
      }
      return .cells(cell)
    default:
      if let value = checked.literal(syntax), let cell = cells.holding(.equal, [value]), cell != 0 {
        return .cells(cell)
      }
      guard let yes = cells.holding(.equal, [.bool(true)]),
        let no = cells.holding(.equal, [.bool(false)])
      else { return anything }
      return .truth(table.truth(syntax, checked, expression), yes: yes, no: no)
    }
  }
}
