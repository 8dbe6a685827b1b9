import Expressions
import FlowChecking
import FlowEngine
import FlowLanguage
import FlowTesting
import MoneyAndDates
import SourceText
import Wording

/// What happens in a flow when every class of answer is tried everywhere.
///
/// Each state is looked at once, and a path is followed up to its first read of something unset:
/// what comes behind that fault says nothing. Called flows are run but not looked at. It knows
/// nothing of the checker; the engine is its only witness.
struct ExhaustiveRun {
  /// A read of a variable without a value.
  struct UnsetRead: Hashable {
    let node: String
    let variable: String
  }

  /// What was seen of a condition of a route.
  struct Tried: Hashable {
    var held = false
    var failed = false
    var readUnset = false
  }

  /// Reads of variables that had no value, the first on each path.
  private(set) var unsetReads: Set<UnsetRead> = []
  /// Nodes worked through without an unset read.
  private(set) var passed: Set<String> = []
  /// Nodes behind which the engine found no way.
  private(set) var stops: Set<String> = []
  /// Repetitions that were to have more turns than there may be.
  private(set) var tooMany: Set<String> = []
  /// Repetitions of which some turn came to its end.
  private(set) var turned: Set<String> = []
  /// Nodes passed twice without a question between.
  private(set) var repeats: Set<String> = []
  /// Conditions of routes by their place among the flow's expressions.
  private(set) var tried: [Int: Tried] = [:]
  /// Nodes entered.
  private(set) var visited: Set<String> = []
  /// Ways taken, `from>to`; at the end of a turn from its last node too.
  private(set) var taken: Set<String> = []
  /// Nodes that wait in states from which nothing but questions follows for ever.
  private(set) var trapped: Set<String> = []
  /// Whether every state was looked at.
  private(set) var isComplete = false

  private let program: FlowProgram
  private let programs: ProgramLibrary
  private let classes: ValueClasses
  private static let day = CalendarDate(year: 2026, month: 11, day: 21) ?? .first
  private static let mostStates = 2_000

  private struct State {
    var interview: Interview
    /// How many of its steps were looked at before.
    var steps = 0
    /// Variables whose first unset read on this path was noted.
    var noted: Set<String> = []
    /// The last node of the flow itself that was passed.
    var last: WalkedStep?
    /// The repetition in which the path is, and how many counted turns are still to come.
    var each: String?
    var turnsLeft: Int?
  }

  /// Runs a flow with those it calls.
  init(_ program: FlowProgram, calling others: [FlowProgram] = []) {
    self.program = program
    programs = ProgramLibrary([program] + others)
    classes = ValueClasses(program)
    explore()
  }

  // MARK: - The states

  private mutating func explore() {
    var first = State(
      interview: Interview(
        programs, flow: program.flow.id, today: ExhaustiveRun.day, language: .zh, traced: true))
    look(at: &first)
    let (key, node, isEnd) = signature(of: first)
    var places = [key: 0]
    /// For each place: the node that waits, the places that follow, and whether it ends or stops.
    var graph: [(node: String, next: Set<Int>, isEnd: Bool)] = [(node, [], isEnd)]
    var queue = [first]
    var next = 0
    while next < queue.count {
      guard graph.count < ExhaustiveRun.mostStates else { return }
      let state = queue[next]
      let place = next
      next += 1
      guard state.noted.isEmpty else { continue }
      for value in answers(in: state.interview.state) {
        var follower = state
        follower.interview.answer(value, on: ExhaustiveRun.day)
        look(at: &follower)
        let (key, node, isEnd) = signature(of: follower)
        if let known = places[key] {
          graph[place].next.insert(known)
          continue
        }
        places[key] = graph.count
        graph[place].next.insert(graph.count)
        graph.append((node, [], isEnd))
        queue.append(follower)
      }
    }
    findTraps(graph)
    isComplete = true
  }

  private func answers(in state: Interview.State) -> [AnswerValue] {
    switch state {
    case .asking(let question):
      var answers = classes.answers(to: question.ask.type)
      if question.ask.skip != nil { answers.append(.skipped) }
      return answers.filter { question.problem(with: $0, in: .zh, on: ExhaustiveRun.day) == nil }
    case .reviewing: return [.confirmed]
    case .ended, .stopped: return []
    }
  }

  private mutating func findTraps(_ graph: [(node: String, next: Set<Int>, isEnd: Bool)]) {
    var arrivals = [[Int]](repeating: [], count: graph.count)
    for (place, state) in graph.enumerated() {
      for next in state.next { arrivals[next].append(place) }
    }
    var escapes = graph.map(\.isEnd)
    var stack = graph.indices.filter { escapes[$0] }
    while let place = stack.popLast() {
      for from in arrivals[place] where !escapes[from] {
        escapes[from] = true
        stack.append(from)
      }
    }
    trapped = Set(graph.indices.filter { !escapes[$0] }.map { graph[$0].node })
  }

  /// What tells states apart: where it waits, all values, the turns to come, and what was noted.
  private func signature(of state: State) -> (key: String, node: String, isEnd: Bool) {
    if !state.noted.isEmpty { return ("fault", "", true) }
    var words = values(in: state.last?.exit)
    words.append("turns \(state.turnsLeft.map(String.init) ?? "-")")
    switch state.interview.state {
    case .asking(let question):
      if !isOwn(question.scope) { words += ["in \(question.node)"] + values(in: question.scope) }
      let node = waiting(state) ?? question.node
      return (([node] + words).joined(separator: "|"), node, false)
    case .reviewing(let page):
      let node = waiting(state) ?? page.key
      return (([node] + words).joined(separator: "|"), node, false)
    case .ended(let page): return ("end \(page.id)", page.id, true)
    case .stopped(let fault): return ("stop \(fault.node)", fault.node, true)
    }
  }

  private func values(in scope: Scope?) -> [String] {
    guard let scope else { return [] }
    // Whatever a called flow keeps may be handed over.
    return scope.values.filter { !isOwn(scope) || classes.isRead($0.key) }
      .map { key, value in
        let counts = !isOwn(scope) || classes.decides(key)
        return counts ? "\(key)=\(classes.word(for: value, of: key))" : key
      }.sorted()
  }

  /// The node of the flow itself that waits: a question, or the call of a flow that asks one.
  private func waiting(_ state: State) -> String? {
    state.last.map { $0.target ?? "" } ?? program.flow.start.text
  }

  private func isOwn(_ scope: Scope) -> Bool { scope.program.flow.id == program.flow.id }

  // MARK: - What is seen

  private mutating func look(at state: inout State) {
    let steps = state.interview.steps
    var since: Set<String> = []
    for step in steps.dropFirst(state.steps) {
      guard isOwn(step.entry) else {
        if asks(step) { since = [] }
        continue
      }
      visited.insert(step.node)
      let isTurn = state.each == step.node
      if !isTurn, !since.insert(step.node).inserted { repeats.insert(step.node) }
      if asks(step) { since = [] }
      note(step, after: state.last)
      let reading = Reading(program, step)
      let seen =
        if case .each(let each) = program.flow.node(step.node)?.kind {
          take(each, step, &state, &since, reading)
        } else { reading.node() }
      take(seen, at: step.node, noted: &state.noted)
      state.last = step
      guard state.noted.isEmpty else { return }
      passed.insert(step.node)
    }
    state.steps = steps.count
    lookAtEnd(&state)
  }

  private func asks(_ step: WalkedStep) -> Bool {
    switch step.entry.program.flow.node(step.node)?.kind {
    case .ask, .review: true
    default: false
    }
  }

  private mutating func note(_ step: WalkedStep, after last: WalkedStep?) {
    guard let target = step.target else { return }
    taken.insert("\(step.node)>\(target)")
    if let last, case .each = program.flow.node(step.node)?.kind {
      taken.insert("\(last.node)>\(target)")
    }
  }

  private mutating func lookAtEnd(_ state: inout State) {
    switch state.interview.state {
    case .asking, .reviewing: waiting(state).map { _ = visited.insert($0) }
    case .stopped(let fault):
      if case .each(let each) = program.flow.node(fault.node)?.kind {
        visited.insert(fault.node)
        guard case .count(let count) = each.rounds else { return }
        let reading = Reading(program, values: state.last?.exit.values.map { ($0.key, $0.value) })
        let seen = reading.count(count)
        take(seen, at: fault.node, noted: &state.noted)
        if state.noted.isEmpty, (seen.number ?? 0) > Each.mostTurns { tooMany.insert(fault.node) }
      } else if let last = state.last,
        last.target.map({ program.flow.node($0) == nil }) ?? true
      {
        stops.insert(last.node)
      }
    case .ended: break
    }
  }

  /// What a repetition reads when it begins, and at the end of a turn.
  private mutating func take(
    _ each: Each, _ step: WalkedStep, _ state: inout State, _ since: inout Set<String>,
    _ reading: Reading
  ) -> Reading.Seen {
    if state.each != step.node {
      var seen = Reading.Seen()
      var turns: Int?
      if case .count(let count) = each.rounds {
        seen = reading.count(count)
        turns = seen.number.map { max(0, $0) }
      }
      guard turns != 0 else { return seen.adding(reading.leaving()) }
      (state.each, state.turnsLeft) = (step.node, turns.map { $0 - 1 })
      return seen
    }
    if case .until(let until) = each.rounds,
      state.last?.node != until.text || state.last?.answer == nil
    {
      return Reading.Seen()
    }
    let seen = reading.collected(by: each)
    turned.insert(step.node)
    // A path ends at its first unset read.
    guard seen.unset.isEmpty else { return seen }
    if step.target == each.start.text {
      state.turnsLeft = state.turnsLeft.map { $0 - 1 }
      since = since.filter { program.flow.node($0)?.each != step.node }
      return seen
    }
    (state.each, state.turnsLeft) = (nil, nil)
    return seen.adding(reading.leaving())
  }

  private mutating func take(
    _ seen: Reading.Seen, at node: String, noted: inout Set<String>
  ) {
    for name in seen.unset where noted.insert(name).inserted {
      unsetReads.insert(UnsetRead(node: node, variable: name))
    }
    for (rule, found) in seen.rules {
      var all = tried[rule] ?? Tried()
      all.held = all.held || found.held
      all.failed = all.failed || found.failed
      all.readUnset = all.readUnset || found.readUnset
      tried[rule] = all
    }
  }
}
