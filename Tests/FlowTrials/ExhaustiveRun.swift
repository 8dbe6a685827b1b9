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
/// what comes behind that fault says nothing. It knows nothing of the checker; the engine is its
/// only witness.
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
  /// Nodes passed twice without a question between.
  private(set) var repeats: Set<String> = []
  /// Conditions of routes by their place among the flow's expressions.
  private(set) var tried: [Int: Tried] = [:]
  /// Nodes entered.
  private(set) var visited: Set<String> = []
  /// Ways taken, `from>to`.
  private(set) var taken: Set<String> = []
  /// Nodes that wait in states from which nothing but questions follows for ever.
  private(set) var trapped: Set<String> = []
  /// Whether every state was looked at.
  private(set) var isComplete = false

  private let program: FlowProgram
  private let integers: [Int64]
  private let fen: [Int64]
  /// Variables that conditions or assignments read; of others only that they are set counts.
  private let deciding: Set<String>
  /// Variables that anything reads.
  private let read: Set<String>
  private static let day = CalendarDate(year: 2026, month: 11, day: 21) ?? .first
  private static let mostStates = 1_200

  private struct State {
    var interview: Interview
    /// How many of its steps were looked at before.
    var steps: Int
    /// Variables whose first unset read on this path was noted.
    var noted: Set<String>
  }

  init(_ program: FlowProgram) {
    self.program = program
    let values = ExhaustiveRun.constants(of: program)
    integers = Set(values.compactMap { if case .int(let number) = $0 { number } else { nil } })
      .sorted()
    fen = Set(values.compactMap { if case .money(let amount) = $0 { amount.fen } else { nil } })
      .sorted()
    (deciding, read) = ExhaustiveRun.readNames(of: program)
    explore()
  }

  // MARK: - The states

  private mutating func explore() {
    let library = ProgramLibrary([program])
    var first = State(
      interview: Interview(
        library, flow: program.flow.id, today: ExhaustiveRun.day, language: .zh, traced: true),
      steps: 0, noted: [])
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
      guard state.noted.isEmpty, case .asking(let question) = state.interview.state else {
        continue
      }
      for value in answers(to: question) {
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

  // MARK: - Classes of values

  /// The constants with which variables are compared.
  private static func constants(of program: FlowProgram) -> [Value] {
    program.flow.expressions.flatMap { program.expression($0).comparisons.flatMap(\.values) }
  }

  private static func readNames(of program: FlowProgram) -> (Set<String>, Set<String>) {
    var (deciding, read) = (Set<String>(), Set<String>())
    for expression in program.flow.expressions {
      let checked = program.expression(expression)
      read.formUnion(checked.variables)
      if case .printed = expression.purpose { continue }
      deciding.formUnion(checked.variables)
    }
    return (deciding, read)
  }

  /// One answer of each class: every option, every constant and a value beside each, the way round.
  private func answers(to question: Question) -> [AnswerValue] {
    var answers: [AnswerValue] =
      switch question.ask.type {
      case .integer: ExhaustiveRun.classes(of: integers).map(AnswerValue.integer)
      case .money: ExhaustiveRun.classes(of: fen).map { .money(Money(fen: $0)) }
      default: question.ask.type.options.map { .option($0.id) }
      }
    if question.ask.skip != nil { answers.append(.skipped) }
    return answers.filter { question.problem(with: $0, in: .zh, on: ExhaustiveRun.day) == nil }
  }

  /// One number for each constant and each gap between them.
  private static func classes(of points: [Int64]) -> [Int64] {
    let numbers = points.isEmpty ? [0] : Set(points.flatMap { [$0 - 1, $0, $0 + 1] }).sorted()
    return Dictionary(grouping: numbers) { cell(of: $0, among: points) }.values
      .compactMap(\.first).sorted()
  }

  /// The constant a number is, or the gap it lies in.
  private static func cell(of number: Int64, among points: [Int64]) -> Int {
    let below = points.count { $0 < number }
    return points.contains(number) ? 2 * below + 1 : 2 * below
  }

  private func word(for value: Value, of name: String) -> String {
    guard deciding.contains(name) else { return "" }
    return switch value {
    case .int(let number): String(ExhaustiveRun.cell(of: number, among: integers))
    case .money(let amount): String(ExhaustiveRun.cell(of: amount.fen, among: fen))
    case .string(let text): text
    case .bool(let truth): truth ? "t" : "f"
    default: "?"
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

  /// What tells states apart: where it waits, all values, and what was noted.
  private func signature(of state: State) -> (key: String, node: String, isEnd: Bool) {
    if !state.noted.isEmpty { return ("fault", "", true) }
    switch state.interview.state {
    case .asking(let question):
      let values = question.scope.values.filter { read.contains($0.key) }
        .sorted { $0.key < $1.key }.map { "\($0.key)=\(word(for: $0.value, of: $0.key))" }
      let key = ([question.node] + values).joined(separator: "|")
      return (key, question.node, false)
    case .reviewing(let page): return (page.key, page.key, false)
    case .ended(let page): return ("end \(page.id)", page.id, true)
    case .stopped(let fault): return ("stop \(fault.node)", fault.node, true)
    }
  }

  // MARK: - What is seen

  private mutating func look(at state: inout State) {
    let steps = state.interview.steps
    var since: Set<String> = []
    for step in steps.dropFirst(state.steps) {
      visited.insert(step.node)
      if since.contains(step.node) { repeats.insert(step.node) }
      since.insert(step.node)
      if step.answer != nil { since = [] }
      if let target = step.target { taken.insert("\(step.node)>\(target)") }
      reads(of: step, noted: &state.noted)
      guard state.noted.isEmpty else { return }
      passed.insert(step.node)
    }
    state.steps = steps.count
    switch state.interview.state {
    case .asking(let question):
      visited.insert(question.node)
      if since.contains(question.node) { break }
    case .stopped:
      if let last = steps.last, last.target.map({ program.flow.node($0) == nil }) ?? true {
        stops.insert(last.node)
      }
    case .reviewing, .ended: break
    }
  }

  /// Evaluates everything a node shows, sets and decides, in order, with the values it had.
  private mutating func reads(of step: WalkedStep, noted: inout Set<String>) {
    guard let node = program.flow.node(step.node) else { return }
    var values = Dictionary(uniqueKeysWithValues: step.entry.values.map { ($0.key, $0.value) })
    let answer = step.answer?.value
    func evaluate(_ expression: FlowExpression) -> (value: Value, unset: Set<String>) {
      let checked = program.expression(expression)
      var unset: Set<String> = []
      let value = checked.evaluate { name in
        switch name {
        case "today": return .date(step.entry.today)
        case "lang": return .string("zh")
        case "flow": return .string(program.flow.id)
        case "answer": return answer
        default:
          if values[name] == nil { unset.insert(name) }
          return values[name]
        }
      }
      let unguarded = Set(checked.reads.filter { !$0.isGuarded }.map(\.name))
      return (value, unset.intersection(unguarded))
    }
    func note(_ unset: Set<String>) {
      for name in unset where noted.insert(name).inserted {
        unsetReads.insert(UnsetRead(node: step.node, variable: name))
      }
    }
    func show(_ text: FlowText?) {
      guard let text else { return }
      for expression in text.zh.expressions + text.en.expressions {
        if case .printed(hasFallback: true) = expression.purpose { continue }
        note(evaluate(expression).unset)
      }
    }
    func assign(_ set: [Assignment]) {
      for assignment in set {
        let (value, unset) = evaluate(assignment.value)
        note(unset)
        values[assignment.variable.text] = value.isErrorOrUnknown ? nil : value
      }
    }
    switch node.kind {
    case .ask(let ask):
      for text in [ask.text, ask.why, ask.help, ask.skip?.text] { show(text) }
      if step.answer == .skipped {
        assign(ask.skip?.set ?? [])
        if ask.skip?.next != nil { return }
      } else {
        for check in ask.checks { note(evaluate(check.that).unset) }
        assign(ask.set)
      }
    case .say(let say): show(say.text)
    case .compute(let compute): assign(compute.set)
    case .outcome(let outcome): show(outcome.title)
    case .branch, .call, .each, .review: break
    }
    guard case .rules(let rules, _) = node.next else { return }
    for rule in rules {
      let (value, unset) = evaluate(rule.condition)
      note(unset)
      var seen = tried[rule.condition.index] ?? Tried()
      if !unset.isEmpty { seen.readUnset = true }
      if case .bool(true) = value { seen.held = true } else { seen.failed = true }
      tried[rule.condition.index] = seen
      if case .bool(true) = value { break }
    }
  }
}
