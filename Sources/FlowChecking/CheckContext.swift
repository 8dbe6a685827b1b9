import Expressions
import FlowLanguage
import SourceText
import Wording

/// What a check looks at: one flow, what it stands among, and what is known of its paths.
package struct CheckContext: Sendable {
  /// The flow.
  package let flow: Flow
  /// The flows and letters it stands among.
  package let library: FlowLibrary
  /// The record types and functions of the cores.
  package let environment: Environment
  /// The keys of all facts; `nil` where they are not known.
  package let facts: [String: FactStatus]?
  /// The translations accepted so far; `nil` where nobody keeps them.
  package let lock: TranslationLock?
  /// Every text that its nodes show, in the order of the nodes.
  let texts: [FlowText]
  /// Its expressions, as far as they are sound.
  package let compiled: CompiledFlow
  /// The ways between its nodes.
  package let graph: FlowGraph
  /// What the flows it calls promise; a flow that stands in a circle with it may be missing.
  let exits: [String: FlowExits]
  /// What is set where.
  let assignments: AssignmentAnalysis
  /// The ways from nodes that ask nothing to others that ask nothing; those by which a counted
  /// repetition begins its next turn are left out, for they are taken so often and no oftener.
  let silentWays: [[Int]]
  /// What is decided before it is asked.
  let feasibility: FeasibilityAnalysis
  /// The loops in which no node waits for the person.
  let silentLoops: [[Int]]
  /// The nodes of those loops.
  let silentLoopNodes: Set<Int>
  /// The nodes with an answer, or an outcome of a called flow, that leads nowhere: a fault of its
  /// own, behind which a path may be taken to end.
  let openNodes: Set<Int>
  /// What happens state by state; `nil` where the flow is too large for that.
  let exploration: StateExploration?
  /// The same behind reads of something unset, once they are mended; `nil` where there are none, or
  /// the flow is too large for that.
  let mended: StateExploration?

  init(
    _ flow: Flow, in library: FlowLibrary, environment: Environment,
    facts: [String: FactStatus]?, lock: TranslationLock?, exits: [String: FlowExits]
  ) {
    self.flow = flow
    self.library = library
    self.environment = environment
    self.facts = facts
    self.lock = lock
    self.exits = exits
    self.texts = flow.nodes.flatMap(\.texts)
    self.compiled = CompiledFlow(flow, in: library, environment: environment)
    let possible = FlowGraph(flow)
    self.feasibility = FeasibilityAnalysis(flow, compiled, possible)
    let running = feasibility.running
    let graph = running.isEmpty ? possible : FlowGraph(flow, running: running)
    self.graph = graph
    self.assignments = AssignmentAnalysis(flow, compiled, graph, exits)
    self.silentWays = CheckContext.silentWays(flow, graph, exits)
    self.silentLoops = CheckContext.silentLoops(silentWays)
    self.silentLoopNodes = Set(silentLoops.joined())
    self.openNodes = CheckContext.openNodes(flow, exits)
    let (circles, open, made) = (silentLoopNodes, openNodes, (compiled, graph, assignments))
    func explored(mending: Bool) -> StateExploration? {
      StateExploration(
        flow, made.0, made.1, made.2,
        isSilent: { !FlowExits.asks(flow.nodes[$0], in: flow, exits) }, circles: circles,
        open: open, mending: mending)
    }
    let exploration = explored(mending: false)
    self.exploration = exploration
    let isFaulty = exploration.map { !$0.unsetReads.isEmpty } ?? false
    self.mended = isFaulty ? explored(mending: true) : nil
  }

  /// Whether a node that no path enters may be entered once the faults before it are mended; false
  /// where not every state was looked at.
  func mayBeReached(_ node: Int) -> Bool {
    guard let exploration, !exploration.isReached[node] else { return false }
    return mended?.isReached[node] ?? !exploration.unsetReads.isEmpty
  }

  private static func openNodes(_ flow: Flow, _ exits: [String: FlowExits]) -> Set<Int> {
    Set(
      flow.nodes.indices.filter { index in
        let node = flow.nodes[index]
        guard case .byAnswer(let routes, _) = node.next else { return false }
        let answers: [String]
        switch node.kind {
        case .ask(let ask): answers = ask.type.options.map(\.id)
        case .call(let call):
          answers =
            flow.use(call.alias.text).flatMap { exits[$0.flow.text] }
            .map { Array($0.outputs.keys) } ?? []
        default: return false
        }
        let routed = routes.filter { flow.nodeIndex($0.target.text) != nil }.map(\.answer.text)
        // Mostly there are few, and a set costs more than it saves.
        guard routed.count > 8 else { return !answers.allSatisfy(routed.contains) }
        return !answers.allSatisfy(Set(routed).contains)
      })
  }

  private static func silentWays(
    _ flow: Flow, _ graph: FlowGraph, _ exits: [String: FlowExits]
  ) -> [[Int]] {
    let silent = flow.nodes.map { !FlowExits.asks($0, in: flow, exits) }
    return graph.ways.map { ways in
      ways.filter { edge in
        let isCounted = edge.ends.map { $0.leaves == nil } ?? false
        return silent[edge.from] && silent[edge.to] && !isCounted
      }.map(\.to)
    }
  }

  private static func silentLoops(_ ways: [[Int]]) -> [[Int]] {
    StronglyConnected.components(of: ways).filter { component in
      component.count > 1 || component.contains { ways[$0].contains($0) }
    }
  }

  /// A fault in this flow's file.
  func fault(
    _ check: String, at range: SourceRange, _ message: BilingualText, path: [Int] = [],
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      severity, in: flow.source, at: range, check: check, message: message,
      path: path.map { flow.nodes[$0].id })
  }
}

/// `; did you mean "a" or "b"?`, or nothing; bounds how many near names are looked up in one run.
struct Speller {
  private let names: [String]
  private var left = 50

  init(_ names: [String]) {
    self.names = names
  }

  /// The names nearest to a word, best first.
  mutating func near(_ word: String) -> [String] {
    guard left > 0 else { return [] }
    left -= 1
    return nearestNames(to: word, among: names)
  }
}

/// A message with the nearest names at its end: `…；是不是 "a"？`, `…; did you mean "a"?`.
func message(zh: String, en: String, near: [String], otherwise fix: BilingualText? = nil)
  -> BilingualText
{
  guard !near.isEmpty else {
    guard let fix else { return BilingualText(zh: zh, en: en) }
    return BilingualText(zh: "\(zh)；\(fix.zh)", en: "\(en); \(fix.en)")
  }
  let quoted = near.map { "\"\($0)\"" }
  return BilingualText(
    zh: "\(zh)；是不是 \(quoted.joined(separator: " 或 "))？",
    en: "\(en); did you mean \(quoted.joined(separator: " or "))?")
}
