import Expressions
import FlowChecking
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Wording

/// Which answers lead to a node: for each way into it a shortest list of answers, found by trying
/// every class of answer, those first that can get there by the fewest questions.
package struct Explanation: Sendable {
  /// An answer on the way, and what else would do in its place.
  package struct Given: Sendable {
    /// The answer's key.
    package let key: String
    /// The answer that was tried.
    package let value: AnswerValue
    /// Other answers that lead to the node too, all else the same.
    package let alternatives: [AnswerValue]
    /// Whether every class of answer leads there.
    package let anyWillDo: Bool
    /// The question, for its words.
    package let question: Question
  }

  /// A list of answers that leads to the node.
  package struct Way: Sendable {
    /// The node it comes from; `nil` where the flow begins here.
    package let from: String?
    /// The answers in order.
    package let answers: [Given]
  }

  /// The flow that was walked from its start.
  package let root: String
  /// The shortest answers for each way into the node, the fewest answers first.
  package let ways: [Way]
  /// Whether everything was tried: with no ways, the node is never reached.
  package let isExhaustive: Bool

  /// States that are looked at before the search is given up.
  private static let budget = 8_000

  /// Looks for the ways to a node of a flow; `nil` where there is no such node.
  package init?(
    node: String, of flow: String, in programs: [FlowProgram], today: CalendarDate,
    language: Language
  ) {
    let library = ProgramLibrary(programs)
    guard let target = library.program(flow)?.flow, target.node(node) != nil else { return nil }
    let root = Explanation.root(of: flow, among: programs)
    var search = WaySearch(
      node: node, flow: flow, programs: programs, root: root, today: today, language: language)
    search.run(budget: Explanation.budget)
    self.root = root
    isExhaustive = search.isExhaustive
    ways = search.ways
  }

  /// The flow to begin with: itself, or the one that calls it where it needs inputs.
  private static func root(of id: String, among programs: [FlowProgram]) -> String {
    var (id, seen) = (id, Set<String>())
    while seen.insert(id).inserted, let flow = programs.first(where: { $0.flow.id == id })?.flow,
      !flow.inputs.isEmpty,
      let caller = programs.first(where: { $0.flow.uses.contains { $0.flow.text == id } })
    {
      id = caller.flow.id
    }
    return id
  }
}

/// A search through the states of an interview, breadth first.
private struct WaySearch {
  let node: String
  let flow: String
  let root: String
  let today: CalendarDate
  let language: Language
  let library: ProgramLibrary
  let classes: AnswerClasses
  let deciding: [String: DecidingVariables]
  /// For each flow, the nodes from which the target can still be reached, and by how many
  /// questions at least.
  let leading: [String: [String: Int]]
  /// How many ways there are into the target.
  let arrivals: Int
  private(set) var ways: [Explanation.Way] = []
  private(set) var isExhaustive = false
  private var found: Set<String> = []
  private var seen: Set<String> = []

  private typealias Answer = (question: Question, value: AnswerValue)

  private struct State {
    let interview: Interview
    let answers: [Answer]
  }

  init(
    node: String, flow: String, programs: [FlowProgram], root: String, today: CalendarDate,
    language: Language
  ) {
    self.node = node
    self.flow = flow
    self.root = root
    self.today = today
    self.language = language
    library = ProgramLibrary(programs)
    classes = AnswerClasses(programs)
    deciding = Dictionary(
      programs.map { ($0.flow.id, DecidingVariables($0)) }, uniquingKeysWith: { $1 })
    leading = WaySearch.leading(to: node, of: flow, among: programs.map(\.flow))
    arrivals = library.program(flow).map { WaySearch.arrivals(at: node, in: $0.flow) } ?? 0
  }

  /// Of the states that can get there by the fewest questions in all the newest is looked at first.
  mutating func run(budget: Int) {
    let start = Interview(
      library, flow: root, today: today, language: language, traced: true)
    var queue = [[State(interview: start, answers: [])]]
    var looked = 0
    var rank = 0
    while rank < queue.count {
      guard let state = queue[rank].popLast() else {
        rank += 1
        continue
      }
      guard looked < budget else { return }
      looked += 1
      if note(state) {
        if ways.count >= arrivals { break }
        continue
      }
      for follower in followers(of: state) {
        let place = max(rank, follower.answers.count + distance(of: follower.interview))
        while queue.count <= place { queue.append([]) }
        queue[place].append(follower)
      }
    }
    isExhaustive = true
  }

  /// How many questions lie at least before the target; inside a called flow those behind the call.
  private func distance(of interview: Interview) -> Int {
    guard case .asking(let question) = interview.state else { return 0 }
    let first = question.key.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    return String(first).flatMap { leading[root]?[$0] } ?? 0
  }

  /// Whether a state has passed the target; each way into it is kept once.
  private mutating func note(_ state: State) -> Bool {
    let steps = state.interview.steps
    let waits = pending(state.interview)
    let isHere = waits.map { $0.flow == flow && $0.node == node } ?? false
    guard isHere || steps.contains(where: { $0.flow.id == flow && $0.node == node }) else {
      return false
    }
    let from = steps.first { $0.flow.id == flow && $0.target == node }?.node
    guard found.insert(from ?? "").inserted else { return true }
    ways.append(Explanation.Way(from: from, answers: given(state.answers, in: state.interview)))
    return true
  }

  private func pending(_ interview: Interview) -> (flow: String, node: String)? {
    guard case .asking(let question) = interview.state else { return nil }
    return (question.scope.program.flow.id, question.node)
  }

  private mutating func followers(of state: State) -> [State] {
    switch state.interview.state {
    case .asking(let question):
      guard seen.insert(signature(state.interview, question)).inserted,
        canLead(question)
      else { return [] }
      let matters = deciding[question.scope.program.flow.id]?.includes(answerTo: question.ask)
      let answers = classes.answers(to: question, on: today)
      return (matters == false ? Array(answers.prefix(1)) : answers).map { value in
        var interview = state.interview
        interview.answer(value, on: today)
        return State(interview: interview, answers: state.answers + [(question, value)])
      }
    case .reviewing:
      var interview = state.interview
      interview.answer(.confirmed, on: today)
      return [State(interview: interview, answers: state.answers)]
    case .ended, .stopped: return []
    }
  }

  /// Whether the target may still come; inside a called flow that is not looked into.
  private func canLead(_ question: Question) -> Bool {
    if question.key.utf8.contains(UInt8(ascii: "/")) { return true }
    return leading[question.scope.program.flow.id]?[question.node] != nil
  }

  /// What tells two states apart as far as the way can hang on it.
  private func signature(_ interview: Interview, _ question: Question) -> String {
    let scope = question.scope
    var words = [scope.program.flow.id, question.node] + values(of: scope)
    guard question.key.utf8.contains(UInt8(ascii: "/")) else {
      return words.joined(separator: "\u{1}")
    }
    var callers: Set<String> = [scope.program.flow.id]
    for step in interview.steps.reversed() where callers.insert(step.flow.id).inserted {
      words += [step.flow.id, step.node] + values(of: step.exit)
    }
    return words.joined(separator: "\u{1}")
  }

  private func values(of scope: Scope) -> [String] {
    let deciding = deciding[scope.program.flow.id]
    return scope.values.filter { deciding?.contains($0.key) ?? true }
      .sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.signature)" }
  }

  // MARK: - What else would do

  private func given(_ answers: [Answer], in interview: Interview) -> [Explanation.Given] {
    answers.map { question, value in
      let others = classes.answers(to: question, on: today).filter { $0 != value }
      let good = others.prefix(16).filter { other in
        var kept = interview.answers
        kept[question.key] = GivenAnswer(other, on: today)
        return reaches(kept)
      }
      return Explanation.Given(
        key: question.key, value: value, alternatives: Array(good),
        anyWillDo: !others.isEmpty && good.count == others.count, question: question)
    }
  }

  /// Whether an interview with these answers and no others passes the target.
  private func reaches(_ answers: [String: GivenAnswer]) -> Bool {
    let interview = Interview(
      library, flow: root, answers: answers, today: today, language: language, traced: true)
    if let waits = pending(interview), waits.flow == flow, waits.node == node { return true }
    return interview.steps.contains { $0.flow.id == flow && $0.node == node }
  }

  // MARK: - Where the target can still come

  private static func leading(
    to node: String, of id: String, among flows: [Flow]
  ) -> [String: [String: Int]] {
    var leading: [String: [String: Int]] = [:]
    var changed = true
    while changed {
      changed = false
      for flow in flows {
        let targets = flow.nodes.indices.filter { index in
          if flow.id == id, flow.nodes[index].id == node { return true }
          guard case .call(let call) = flow.nodes[index].kind,
            let called = flow.use(call.alias.text)
          else { return false }
          return leading[called.flow.text]?.isEmpty == false
        }
        let distances = distances(to: targets, in: flow)
        if distances.count > leading[flow.id, default: [:]].count {
          leading[flow.id] = distances
          changed = true
        }
      }
    }
    return leading
  }

  /// For every node that leads to some others, how many questions have to be answered at least.
  private static func distances(to targets: [Int], in flow: Flow) -> [String: Int] {
    let graph = FlowGraph(flow)
    var distances = [Int?](repeating: nil, count: flow.nodes.count)
    var (layer, questions) = (targets, 0)
    while !layer.isEmpty {
      var stack = layer.filter { distances[$0] == nil }
      for place in stack { distances[place] = questions }
      var further: [Int] = []
      while let place = stack.popLast() {
        for way in graph.arrivals[place] where distances[way.from] == nil {
          if case .ask = flow.nodes[way.from].kind {
            further.append(way.from)
          } else {
            distances[way.from] = questions
            stack.append(way.from)
          }
        }
      }
      (layer, questions) = (further, questions + 1)
    }
    return Dictionary(
      flow.nodes.indices.compactMap { place in distances[place].map { (flow.nodes[place].id, $0) }
      },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many nodes lead to a node, the beginning of the flow counted as one.
  private static func arrivals(at node: String, in flow: Flow) -> Int {
    guard let place = flow.nodeIndex(node) else { return 0 }
    let from = Set(FlowGraph(flow).arrivals[place].map(\.from)).count
    return flow.start.text == node ? 1 : from
  }
}

extension Value {
  /// A short text that differs where values of simple types differ; records are told apart by
  /// the answers they were made of.
  fileprivate var signature: String {
    switch self {
    case .bool(let truth): truth ? "t" : "f"
    case .int(let number): String(number)
    case .string(let text): text
    case .money(let amount): amount.yuan
    case .date(let day): String(day.dayNumber)
    case .list(let values): values.map(\.signature).joined(separator: ",")
    default: ""
    }
  }
}
