import Expressions
import FlowLanguage

/// Which values each variable can have at each node, as far as options and constants tell values
/// apart; from it, which conditions can never hold and which always do.
///
/// Variables are looked at one by one, and every doubt counts as possible: a condition found to be
/// impossible is so, but not every impossible one is found.
struct FeasibilityAnalysis: Sendable {
  /// A condition whose value is always the same.
  struct Finding: Sendable {
    /// The condition.
    let condition: FlowExpression
    /// The value it always has.
    let value: Bool
  }

  /// The conditions of reachable rules whose value never changes, in file order.
  ///
  /// An always-true one is listed only where another rule stands behind it.
  private(set) var findings: [Finding] = []
  private let flow: Flow
  private let compiled: CompiledFlow
  private let graph: FlowGraph
  private var cells: [Cells?] = []
  /// The place of each variable in a store; only those that conditions tell apart have one.
  private var slots: [Int?] = []
  private var slotCount = 0
  private var entries: [Store?]

  /// The cells each variable may be in, by slot.
  private typealias Store = [Cells.Subset]

  /// Words of all stores together; beyond it further variables are left out (32 MiB).
  private static let budget = 4 << 20

  init(_ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph) {
    self.flow = flow
    self.compiled = compiled
    self.graph = graph
    self.entries = [Store?](repeating: nil, count: flow.nodes.count)
    chooseCells()
    guard slotCount > 0, graph.start != nil else { return }
    solve()
    for index in flow.nodes.indices { findConstantRules(at: index) }
  }

  private mutating func chooseCells() {
    var values = [[Value]](repeating: [], count: flow.variables.count)
    for expression in flow.expressions {
      guard let checked = compiled[expression] else { continue }
      for comparison in checked.comparisons where comparison.fields.isEmpty {
        guard let index = variable(comparison.variable, expression) else { continue }
        values[index] += comparison.values.prefix(64)
      }
    }
    let most = FeasibilityAnalysis.budget / max(1, flow.nodes.count)
    for (index, variable) in flow.variables.enumerated() {
      let isCompared = !values[index].isEmpty || variable.type == .bool
      let found =
        isCompared && slotCount < most
        ? Cells(variable.type, comparedWith: values[index]) : nil
      cells.append(found)
      slots.append(found == nil ? nil : slotCount)
      if found != nil { slotCount += 1 }
    }
  }

  /// The variable that a name means: `answer` is the one that takes the answer as it is.
  private func variable(_ name: String, _ expression: FlowExpression) -> Int? {
    guard name == "answer" else { return flow.variableIndex(name) }
    guard case .ask(let ask) = flow.node(expression.node)?.kind else { return nil }
    return FeasibilityAnalysis.taker(of: ask).flatMap { flow.variableIndex($0) }
  }

  private static func taker(of ask: Ask) -> String? {
    ask.set.first { $0.value.text == "answer" }?.variable.text
  }

  // MARK: - The solution

  private mutating func solve() {
    guard let start = graph.start else { return }
    var first = Store(repeating: Cells.unset, count: slotCount)
    for (index, variable) in flow.variables.enumerated() where variable.role == .input {
      if let slot = slots[index], let cells = cells[index] { first[slot] = cells.all }
    }
    entries[start] = first
    var queue = [start]
    var isQueued = [Bool](repeating: false, count: graph.count)
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      for edge in graph.ways[node] {
        guard let store = store(after: edge), join(store, into: edge.to), !isQueued[edge.to] else {
          continue
        }
        isQueued[edge.to] = true
        queue.append(edge.to)
      }
    }
  }

  /// Adds what one way brings to what others brought; whether that changed anything.
  private mutating func join(_ store: Store, into node: Int) -> Bool {
    guard var entry = entries[node] else {
      entries[node] = store
      return true
    }
    var changed = false
    for slot in entry.indices where store[slot] & ~entry[slot] != 0 {
      entry[slot] |= store[slot]
      changed = true
    }
    if changed { entries[node] = entry }
    return changed
  }

  /// What holds at the end of a way; `nil` where it can never be taken.
  private func store(after edge: FlowGraph.Edge) -> Store? {
    guard let entry = entries[edge.from] else { return nil }
    let node = flow.nodes[edge.from]
    let store = run(node, on: entry, edge)
    guard case .rules(let rules, _) = node.next, edge.cause != .skip else { return store }
    switch edge.cause {
    case .rule(let place):
      return passing(rules.prefix(place), from: store)
        .flatMap { assume(rules[place].condition, is: true, in: $0) }
    case .otherwise: return passing(rules[...], from: store)
    default: return store
    }
  }

  /// What holds when none of some rules held.
  private func passing(_ rules: ArraySlice<Rule>, from store: Store) -> Store? {
    rules.reduce(Optional(store)) { store, rule in
      store.flatMap { assume(rule.condition, is: false, in: $0) }
    }
  }

  private func run(_ node: Node, on entry: Store, _ edge: FlowGraph.Edge) -> Store {
    var store = entry
    switch node.kind {
    case .ask(let ask):
      if edge.skipped {
        for assignment in ask.skip?.set ?? [] { assign(assignment, in: &store) }
      } else {
        answer(ask, edge, in: &store)
      }
    case .compute(let compute):
      for assignment in compute.set { assign(assignment, in: &store) }
    case .call(let call):
      for take in call.takes { forget(take.variable.text, in: &store) }
    case .say, .branch, .each, .review, .outcome: break
    }
    return store
  }

  /// After an answer its variable may have any value that passes the checks and fits the route.
  private func answer(_ ask: Ask, _ edge: FlowGraph.Edge, in store: inout Store) {
    if let name = FeasibilityAnalysis.taker(of: ask), let index = flow.variableIndex(name),
      let slot = slots[index], let cells = cells[index]
    {
      store[slot] = cells.all
      if case .answer(let option) = edge.cause,
        let cell = cells.holding(.equal, [.string(option)])
      {
        store[slot] = cell
      }
      for check in ask.checks { store = assume(check.that, is: true, in: store) ?? store }
    }
    for assignment in ask.set where assignment.value.text != "answer" {
      assign(assignment, in: &store)
    }
    for assignment in ask.set.dropFirst() where assignment.value.text == "answer" {
      if assignment.variable.text != FeasibilityAnalysis.taker(of: ask) {
        forget(assignment.variable.text, in: &store)
      }
    }
  }

  private func assign(_ assignment: Assignment, in store: inout Store) {
    guard let index = flow.variableIndex(assignment.variable.text), let slot = slots[index],
      let cells = cells[index]
    else { return }
    store[slot] = cells.all
    guard let syntax = compiled[assignment.value]?.syntax else { return }
    if case .literal(let value) = syntax.kind, let cell = cells.holding(.equal, [value]), cell != 0
    {
      store[slot] = cell
    }
  }

  private func forget(_ name: String, in store: inout Store) {
    guard let index = flow.variableIndex(name), let slot = slots[index], let cells = cells[index]
    else { return }
    store[slot] = cells.all | Cells.unset
  }

  // MARK: - Conditions

  /// What holds when a condition has a value; `nil` where it can't have it.
  private func assume(_ condition: FlowExpression, is value: Bool, in store: Store) -> Store? {
    guard let checked = compiled[condition] else { return store }
    return assume(checked.syntax, is: value, in: store, Condition(condition, checked))
  }

  private struct Condition {
    let expression: FlowExpression
    let comparisons: [CheckedExpression.LiteralComparison]

    init(_ expression: FlowExpression, _ checked: CheckedExpression) {
      self.expression = expression
      self.comparisons = checked.comparisons
    }

    /// The comparison written at a place of the syntax tree.
    func comparison(within range: Range<Int>) -> CheckedExpression.LiteralComparison? {
      comparisons.first { comparison in
        comparison.fields.isEmpty && !comparison.variableIsList && !comparison.ranges.isEmpty
          && comparison.ranges.allSatisfy {
            range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
          }
      }
    }
  }

  private func assume(
    _ syntax: Syntax, is value: Bool, in store: Store, _ condition: Condition
  ) -> Store? {
    switch syntax.kind {
    case .literal(.bool(let literal)): return literal == value ? store : nil
    case .not(let operand): return assume(operand, is: !value, in: store, condition)
    case .and(let parts): return combine(parts, is: value, all: value, in: store, condition)
    case .or(let parts): return combine(parts, is: value, all: !value, in: store, condition)
    case .name(let name):
      guard let index = variable(name.text, condition.expression) else { return store }
      return narrow(index, .equal, [.bool(value)], is: true, in: store)
    case .binary(let sign, let left, let right, _):
      guard isName(left) || isName(right), sign.isComparison || sign == .isIn,
        let comparison = condition.comparison(within: syntax.range),
        let index = variable(comparison.variable, condition.expression)
      else { return store }
      return narrow(index, comparison.sign, comparison.values, is: value, in: store)
    default: return store
    }
  }

  private func isName(_ syntax: Syntax) -> Bool {
    if case .name = syntax.kind { true } else { false }
  }

  /// Several parts that all have a value, or of which one at least has it.
  private func combine(
    _ parts: [Syntax], is value: Bool, all: Bool, in store: Store, _ condition: Condition
  ) -> Store? {
    if all {
      return parts.reduce(Optional(store)) { store, part in
        store.flatMap { assume(part, is: value, in: $0, condition) }
      }
    }
    var joined: Store?
    for part in parts {
      guard let found = assume(part, is: value, in: store, condition) else { continue }
      joined = joined.map { zip($0, found).map { $0 | $1 } } ?? found
    }
    return joined
  }

  private func narrow(
    _ index: Int, _ sign: BinaryOperator, _ values: [Value], is value: Bool, in store: Store
  ) -> Store? {
    guard let slot = slots[index], let cells = cells[index],
      let holding = cells.holding(sign, values)
    else { return store }
    // Without any value the read itself is the fault, and another check reports it.
    guard store[slot] != Cells.unset else { return store }
    let left = store[slot] & (value ? holding : cells.all & ~holding)
    guard left != 0 else { return nil }
    var store = store
    store[slot] = left
    return store
  }

  // MARK: - Findings

  private mutating func findConstantRules(at index: Int) {
    let node = flow.nodes[index]
    guard case .rules(let rules, let otherwise) = node.next, let entry = entries[index] else {
      return
    }
    let edges = graph.ways[index].filter { $0.cause != .skip }
    var stores = [false, true].compactMap { skipped in
      edges.first { $0.skipped == skipped }.map { run(node, on: entry, $0) }
    }
    for (place, rule) in rules.enumerated() where compiled[rule.condition] != nil {
      let held = stores.compactMap { assume(rule.condition, is: true, in: $0) }
      let failed = stores.compactMap { assume(rule.condition, is: false, in: $0) }
      if held.isEmpty { findings.append(Finding(condition: rule.condition, value: false)) }
      let isLast = place == rules.count - 1
      if failed.isEmpty, !isLast || (otherwise != nil && place == 0) {
        findings.append(Finding(condition: rule.condition, value: true))
      }
      if held.isEmpty != failed.isEmpty, failed.isEmpty { return }
      stores = failed
    }
  }
}
