import Expressions
import FlowLanguage
import SourceText

/// Which variables are surely set, and which fields surely there, at each node: on every path.
///
/// A forward analysis: what holds at a node is what holds at the end of every way into it. A read
/// of something not set is reported once; behind it the thing counts as set, for nobody comes
/// past that place without it.
struct AssignmentAnalysis: Sendable {
  /// A variable, or a field that may be absent, as `"v"` and `"r.f"`.
  struct Fact: Hashable, Sendable {
    /// The variable's place among the flow's variables.
    let variable: Int
    /// The fields behind it; none for the variable itself.
    let fields: [String]
  }

  /// A read of something that is not there on some path.
  struct Offence: Sendable {
    /// The place of the node.
    let node: Int
    /// The expression that reads it.
    let expression: FlowExpression
    /// Where in the file.
    let range: SourceRange
    /// What it reads.
    let fact: Fact
  }

  /// Every offence at a node that can be reached, in the order of the nodes.
  private(set) var offences: [Offence] = []
  private let flow: Flow
  private let compiled: CompiledFlow
  private let graph: FlowGraph
  private let exits: [String: FlowExits]
  private var facts: [Fact] = []
  private var factIndexes: [String: Int] = [:]
  private var fieldsOfVariable: [[Int]]
  private var nodes: [NodeEffects] = []
  /// What expressions read; a flow says the same short things over and over, and they share it.
  private var readsOf: [ObjectIdentifier: [NodeEffects.Read]] = [:]
  private var entries: [Bits?]

  init(
    _ flow: Flow, _ compiled: CompiledFlow, _ graph: FlowGraph, _ exits: [String: FlowExits]
  ) {
    self.flow = flow
    self.compiled = compiled
    self.graph = graph
    self.exits = exits
    self.entries = [Bits?](repeating: nil, count: flow.nodes.count)
    self.fieldsOfVariable = [[Int]](repeating: [], count: flow.variables.count)
    for place in flow.variables.indices {
      facts.append(Fact(variable: place, fields: []))
      factIndexes[flow.variables[place].name.text] = place
    }
    nodes = flow.nodes.indices.map { effects(of: $0) }
    solve()
    collectOffences()
  }

  /// Whether a variable is set whenever a node is entered; true where the node is never entered.
  func isSet(_ variable: Int, at node: Int, given condition: FlowExpression? = nil) -> Bool {
    guard let entry = entries[node] else { return true }
    return entry.contains(variable) || proven(by: condition).contains(variable)
  }

  /// The reads of an expression that its node's entry does not cover.
  func missing(
    _ expression: FlowExpression, as checked: CheckedExpression, at node: Int,
    given condition: FlowExpression?
  ) -> [Offence] {
    guard let entry = entries[node] else { return [] }
    let given = proven(by: condition)
    return needs(of: checked).compactMap { fact, place in
      let index = factIndexes[name(of: fact)]
      if let index, entry.contains(index) || given.contains(index) { return nil }
      return Offence(
        node: node, expression: expression, range: expression.fileRange(scalars: place), fact: fact)
    }
  }

  /// The variables that may be unset when they are read.
  var doubtful: Set<Int> {
    Set(offences.filter(\.fact.fields.isEmpty).map(\.fact.variable))
  }

  /// What a fact is called in expressions.
  func name(of fact: Fact) -> String {
    ([flow.variables[fact.variable].name.text] + fact.fields).joined(separator: ".")
  }

  /// The shortest way to each node on which a fact does not hold: node places from the start.
  ///
  /// One search serves all nodes that read the same thing.
  func pathsWithout(_ fact: Fact) -> (Int) -> [Int] {
    guard let start = graph.start, let index = factIndexes[name(of: fact)] else {
      return { _ in [] }
    }
    // Each node stands twice: 2n where the fact does not hold, 2n + 1 where it does (and may be
    // forgotten later, at the end of a turn).
    var came = [Int](repeating: -1, count: 2 * graph.count)
    let first = 2 * start + (startsWith(fact) ? 1 : 0)
    came[first] = first
    var queue = [first]
    var next = 0
    while next < queue.count {
      let (node, before) = (queue[next] / 2, queue[next] % 2 == 1)
      for (place, edge) in graph.ways[node].enumerated() {
        let holds = nodes[node].holds(index, after: place, of: edge, before: before)
        let to = 2 * edge.to + (holds ? 1 : 0)
        guard came[to] < 0 else { continue }
        came[to] = queue[next]
        queue.append(to)
      }
      next += 1
    }
    return { FlowGraph.trail(to: 2 * $0, came: came).map { $0 / 2 } }
  }

  private func startsWith(_ fact: Fact) -> Bool {
    fact.fields.isEmpty && flow.variables[fact.variable].role == .input
  }

  // MARK: - What nodes do

  private mutating func effects(of index: Int) -> NodeEffects {
    let node = flow.nodes[index]
    let events = NodeEvents(node, in: flow)
    var effects = NodeEffects(main: steps(events.main), skipped: steps(events.skipped), ways: [])
    effects.ways = graph.ways[index].map { way($0, node) }
    return effects
  }

  private mutating func way(_ edge: FlowGraph.Edge, _ node: Node) -> NodeEffects.Way {
    let gains = gains(of: edge.cause, node)
    guard let end = edge.ends, case .each(let each) = flow.nodes[end.each].kind else {
      return NodeEffects.Way(gains: gains, end: [], endGains: [])
    }
    var steps = self.steps(NodeEvents.collected(by: each))
    let forgotten = flow.turnVariables(of: flow.nodes[end.each].id).sorted()
    steps.append(.forget(forgotten.compactMap { flow.variableIndex($0) }))
    guard let leaves = end.leaves else {
      return NodeEffects.Way(gains: gains, end: steps, endGains: [])
    }
    steps += self.steps(NodeEvents.leaving(each))
    return NodeEffects.Way(
      gains: gains, end: steps, endGains: self.gains(of: leaves, flow.nodes[end.each]))
  }

  private mutating func steps(_ events: [NodeEvents.Event]) -> [NodeEffects.Step] {
    var steps: [NodeEffects.Step] = []
    for event in events {
      switch event {
      case .set(let variable): steps.append(.set(variable))
      case .take(let call):
        let taking = call.takes.compactMap { flow.variableIndex($0.variable.text) }
        guard !taking.isEmpty else { continue }
        steps.append(.forget(taking))
        for variable in taken(by: call, .always) { steps.append(.set(variable)) }
      case .read(let expression, let given):
        let reads = reads(of: expression)
        guard !reads.isEmpty else { continue }
        let known = given.flatMap { compiled[$0] }.map { Narrowing($0.syntax, is: true).known }
        let sure = (known ?? []).compactMap { index(ofName: $0) }
        steps.append(.read(expression, reads, given: sure))
      }
    }
    return steps
  }

  /// What an expression needs where its node is worked through.
  private mutating func reads(of expression: FlowExpression) -> [NodeEffects.Read] {
    switch expression.purpose {
    case .guess, .printed(hasFallback: true): return []
    default: break
    }
    guard let checked = compiled[expression] else { return [] }
    if let known = readsOf[ObjectIdentifier(checked)] { return known }
    let reads = needs(of: checked).map { NodeEffects.Read(fact: index(of: $0.0), place: $0.1) }
    readsOf[ObjectIdentifier(checked)] = reads
    return reads
  }

  /// What an expression needs, and where in it: variables not guarded by `answered`, fields not
  /// guarded by `has`.
  private func needs(of checked: CheckedExpression) -> [(Fact, Range<Int>)] {
    var reads: [(Fact, Range<Int>)] = []
    for read in checked.reads where !read.isGuarded {
      guard let variable = flow.variableIndex(read.name) else { continue }
      reads.append((Fact(variable: variable, fields: []), read.range))
    }
    guard !checked.unguardedReads.isEmpty else { return reads }
    let selects = checked.syntax.selects
    for read in checked.unguardedReads {
      let words = selects.first { $0.place == read.range || $0.range == read.range }?.words
      guard let words, let root = words.first, let variable = flow.variableIndex(root) else {
        continue
      }
      reads.append((Fact(variable: variable, fields: Array(words.dropFirst())), read.range))
    }
    return reads
  }

  private mutating func index(of fact: Fact) -> Int {
    let name = name(of: fact)
    if let index = factIndexes[name] { return index }
    let index = facts.count
    factIndexes[name] = index
    facts.append(fact)
    fieldsOfVariable[fact.variable].append(index)
    return index
  }

  private mutating func index(ofName name: String) -> Int? {
    let words = name.utf8.split(separator: UInt8(ascii: ".")).map { String($0) ?? "" }
    guard let root = words.first, let variable = flow.variableIndex(root) else { return nil }
    return index(of: Fact(variable: variable, fields: Array(words.dropFirst())))
  }

  /// What is known after a way beside what the node itself does.
  private mutating func gains(of cause: FlowGraph.Cause, _ node: Node) -> [Int] {
    switch node.next {
    case .rules(let rules, _):
      let passed: Int
      switch cause {
      case .rule(let place): passed = place
      case .otherwise: passed = rules.count
      default: return []
      }
      var known: Set<String> = []
      for (place, rule) in rules.prefix(passed + 1).enumerated() {
        guard let checked = compiled[rule.condition] else { continue }
        known.formUnion(Narrowing(checked.syntax, is: place == passed).known)
      }
      return known.sorted().compactMap { index(ofName: $0) }
    default:
      guard case .call(let call) = node.kind else { return [] }
      return taken(by: call, cause)
    }
  }

  /// The variables that a call sets: those whose output is set at the outcome.
  func taken(by call: Call, _ cause: FlowGraph.Cause) -> [Int] {
    guard let use = flow.use(call.alias.text), let exits = exits[use.flow.text] else {
      return call.takes.compactMap { flow.variableIndex($0.variable.text) }
    }
    let set: Set<String> =
      if case .answer(let outcome) = cause { exits.outputs[outcome] ?? [] } else {
        exits.outputsOfAll
      }
    return call.takes.filter {
      set.contains($0.output.text) || !exits.known.contains($0.output.text)
    }
    .compactMap { flow.variableIndex($0.variable.text) }
  }

  private func proven(by condition: FlowExpression?) -> Set<Int> {
    guard let condition, let checked = compiled[condition] else { return [] }
    return Set(Narrowing(checked.syntax, is: true).known.compactMap { factIndexes[$0] })
  }

  // MARK: - The solution

  private mutating func solve() {
    guard let start = graph.start else { return }
    var first = Bits(below: facts.count)
    for place in flow.variables.indices where flow.variables[place].role == .input {
      first.insert(place)
    }
    entries[start] = first
    var queue = [start]
    var isQueued = [Bool](repeating: false, count: graph.count)
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      if next > 4_096, next * 2 > queue.count {
        queue.removeFirst(next)
        next = 0
      }
      for to in spread(from: node) where !isQueued[to] {
        isQueued[to] = true
        queue.append(to)
      }
    }
  }

  /// Carries what holds after a node into the nodes behind it; those that changed.
  private mutating func spread(from node: Int) -> [Int] {
    guard let entry = entries[node] else { return [] }
    let after = run(nodes[node].main, on: entry)
    let hasSkip = graph.ways[node].contains(where: \.skipped)
    let afterSkip = hasSkip ? run(nodes[node].skipped, on: entry) : after
    var changed: [Int] = []
    for (place, edge) in graph.ways[node].enumerated() {
      var bits = edge.skipped ? afterSkip : after
      let way = nodes[node].ways[place]
      for gain in way.gains { bits.insert(gain) }
      if !way.end.isEmpty { bits = run(way.end, on: bits) }
      for gain in way.endGains { bits.insert(gain) }
      if entries[edge.to] == nil {
        entries[edge.to] = bits
        changed.append(edge.to)
      } else if entries[edge.to]?.formIntersection(bits) == true {
        changed.append(edge.to)
      }
    }
    return changed
  }

  private func run(_ steps: [NodeEffects.Step], on entry: Bits) -> Bits {
    var bits = entry
    for step in steps {
      switch step {
      case .read(_, let reads, let given):
        for read in reads where !given.contains(read.fact) { bits.insert(read.fact) }
      case .set(let variable):
        for field in fieldsOfVariable[variable] { bits.remove(field) }
        bits.insert(variable)
      case .forget(let variables):
        for variable in variables {
          for field in fieldsOfVariable[variable] { bits.remove(field) }
          bits.remove(variable)
        }
      }
    }
    return bits
  }

  private mutating func collectOffences() {
    for node in flow.nodes.indices {
      guard let entry = entries[node] else { continue }
      var seen: Set<SourceRange> = []
      collect(nodes[node].main, entry, node, &seen)
      collect(nodes[node].skipped, entry, node, &seen)
      for (place, edge) in graph.ways[node].enumerated() {
        let way = nodes[node].ways[place]
        guard !way.end.isEmpty else { continue }
        var bits = run(edge.skipped ? nodes[node].skipped : nodes[node].main, on: entry)
        for gain in way.gains { bits.insert(gain) }
        collect(way.end, bits, node, &seen)
      }
    }
  }

  private mutating func collect(
    _ steps: [NodeEffects.Step], _ entry: Bits, _ node: Int, _ seen: inout Set<SourceRange>
  ) {
    var bits = entry
    for step in steps {
      if case .read(let expression, let reads, let given) = step {
        for read in reads where !bits.contains(read.fact) && !given.contains(read.fact) {
          let range = expression.fileRange(scalars: read.place)
          guard seen.insert(range).inserted else { continue }
          offences.append(
            Offence(node: node, expression: expression, range: range, fact: facts[read.fact]))
        }
      }
      bits = run([step], on: bits)
    }
  }
}

/// What a node does to what is known, in order, by the places of facts.
private struct NodeEffects: Sendable {
  struct Read: Sendable {
    let fact: Int
    /// Where in its expression, in scalars.
    let place: Range<Int>
  }

  enum Step: Sendable {
    case read(FlowExpression, [Read], given: [Int])
    case set(Int)
    case forget([Int])
  }

  /// What a way out proves, and what happens on it at the end of a turn of a repetition.
  struct Way: Sendable {
    let gains: [Int]
    let end: [Step]
    let endGains: [Int]
  }

  let main: [Step]
  let skipped: [Step]
  /// What each way out proves and does beside.
  var ways: [Way]

  /// Whether a fact holds at the end of a way out when it did or did not hold at the entry.
  func holds(_ fact: Int, after way: Int, of edge: FlowGraph.Edge, before: Bool) -> Bool {
    let way = ways[way]
    var holds = before
    run(edge.skipped ? skipped : main, on: fact, &holds)
    if way.gains.contains(fact) { holds = true }
    run(way.end, on: fact, &holds)
    return holds || way.endGains.contains(fact)
  }

  private func run(_ steps: [Step], on fact: Int, _ holds: inout Bool) {
    for step in steps {
      switch step {
      case .read(_, let reads, let given):
        if !given.contains(fact), reads.contains(where: { $0.fact == fact }) { holds = true }
      case .set(let variable):
        if variable == fact { holds = true }
      case .forget(let variables):
        if variables.contains(fact) { holds = false }
      }
    }
  }
}

extension Syntax {
  /// Every `a.b.c` in the expression: its words, its place, and the place of its last word.
  fileprivate var selects: [(words: [String], range: Range<Int>, place: Range<Int>)] {
    var found: [(words: [String], range: Range<Int>, place: Range<Int>)] = []
    var stack = [self]
    while let part = stack.popLast() {
      if case .select(_, let field) = part.kind, let words = part.dottedName?.words {
        found.append((words, part.range, field.range))
      }
      stack += part.children
    }
    return found
  }
}
