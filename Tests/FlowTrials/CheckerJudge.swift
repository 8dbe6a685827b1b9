import FlowChecking
import FlowLanguage
import FlowTesting
import SourceText

/// Holds what the checker says of a flow against what happens in it.
struct CheckerJudge {
  /// Where both differ, each in a line; empty where they agree.
  private(set) var differences: [String] = []
  /// Whether the flow could be run to the end of all its states.
  private(set) var isJudged = false

  init(_ source: SourceText) {
    let flow = FlowReader.read(source).flow
    guard let flow else { return }
    let sources = [source] + TrialWorld.calledFreely
    let library = FlowLibrary(flows: sources.compactMap { FlowReader.read($0).flow })
    let environment = TrialWorld.environment
    let programs = library.flows.map {
      FlowProgram.compile($0, in: library, environment: environment).program
    }
    guard let program = programs[0] else { return }
    let run = ExhaustiveRun(program, calling: programs.dropFirst().compactMap { $0 })
    guard run.isComplete else { return }
    isJudged = true
    let found = FlowChecker.check(flows: sources, environment: environment, facts: [:])
      .diagnostics.filter { $0.file == source.name }
    compareReads(run, found, flow)
    compareStops(run, found, flow)
    compareLoops(run, found, flow)
    compareTraps(run, found, flow)
    compareConditions(run, found, flow)
  }

  private mutating func differ(_ words: String) { differences.append(words) }

  /// The node in whose text an offset lies.
  private func node(at offset: Int, in flow: Flow) -> Node? {
    flow.nodes.filter { $0.name.range.start <= offset }
      .max { $0.name.range.start < $1.name.range.start }
  }

  /// A variable as it stands in an expression, the parentheses around it left out.
  private func name(in text: String) -> String {
    String(
      decoding: text.utf8.drop { $0 == UInt8(ascii: "(") }.prefix { $0 != UInt8(ascii: ")") },
      as: UTF8.self)
  }

  private mutating func compareReads(_ run: ExhaustiveRun, _ found: [Diagnostic], _ flow: Flow) {
    let all = found.filter { $0.check == "unset-read" }
    func reads(_ diagnostics: [Diagnostic]) -> Set<ExhaustiveRun.UnsetRead> {
      Set(
        diagnostics.compactMap { diagnostic in
          node(at: diagnostic.range.start, in: flow).map {
            ExhaustiveRun.UnsetRead(
              node: $0.id, variable: name(in: flow.source.text(in: diagnostic.range)))
          }
        })
    }
    for read in run.unsetReads.subtracting(reads(all)) {
      differ("unset read missed: \(read.variable) at \(read.node)")
    }
    // What a repetition reads at the end of a turn is said of the turn's last node: where no path
    // came to that one, it was not tried.
    let tried = all.filter { $0.path.last.map(run.visited.contains) ?? true }
    for read in reads(tried).subtracting(run.unsetReads) where run.visited.contains(read.node) {
      // What a repetition reads behind its turns was not tried where none came to its end.
      if case .each = flow.node(read.node)?.kind, !run.turned.contains(read.node) { continue }
      differ("unset read that never happens: \(read.variable) at \(read.node)")
    }
  }

  private mutating func compareStops(_ run: ExhaustiveRun, _ found: [Diagnostic], _ flow: Flow) {
    func said(_ checks: Set<String>) -> Set<String> {
      Set(
        found.filter { checks.contains($0.check) }
          .compactMap { node(at: $0.range.start, in: flow)?.id })
    }
    for node in run.stops.subtracting(said(["dead-end", "unhandled", "dangling-target"])) {
      differ("dead end missed: \(node)")
    }
    // A node at which every path ends before, by an unset read, was not tried.
    for node in said(["dead-end"]).subtracting(run.stops) where run.passed.contains(node) {
      differ("dead end that never happens: \(node)")
    }
  }

  private mutating func compareLoops(_ run: ExhaustiveRun, _ found: [Diagnostic], _ flow: Flow) {
    let all = found.filter { $0.check == "endless-loop" }
    let loops = all.filter { !$0.path.isEmpty }
    let unbounded = Set(
      all.filter(\.path.isEmpty).compactMap { node(at: $0.range.start, in: flow)?.id })
    for node in run.tooMany.subtracting(unbounded) { differ("too many turns missed: \(node)") }
    for node in unbounded.subtracting(run.tooMany) where run.passed.contains(node) {
      differ("too many turns that never come: \(node)")
    }
    if !run.repeats.isEmpty, loops.isEmpty {
      differ("loop missed: \(run.repeats.sorted())")
    }
    for loop in loops where run.repeats.isEmpty {
      let ways = zip(loop.path, loop.path.dropFirst()).map { "\($0)>\($1)" }
      if !ways.isEmpty, ways.allSatisfy(run.taken.contains) {
        differ("loop that never happens: \(loop.path)")
      }
    }
  }

  private mutating func compareTraps(_ run: ExhaustiveRun, _ found: [Diagnostic], _ flow: Flow) {
    let said = found.filter { $0.check == "no-outcome" }
    if !run.trapped.isEmpty, said.isEmpty {
      differ("no outcome missed: \(run.trapped.sorted())")
    }
    for diagnostic in said where run.trapped.isEmpty {
      if let node = node(at: diagnostic.range.start, in: flow), run.visited.contains(node.id) {
        differ("no outcome where there is one: \(node.id)")
      }
    }
  }

  private mutating func compareConditions(
    _ run: ExhaustiveRun, _ found: [Diagnostic], _ flow: Flow
  ) {
    let said = Set(found.filter { $0.check == "never-taken" }.map(\.range))
    let doubtful = Set(run.unsetReads.map(\.variable))
    for node in flow.nodes {
      guard case .rules(let rules, let otherwise) = node.next else { continue }
      for (place, rule) in rules.enumerated() {
        guard let seen = run.tried[rule.condition.index], !seen.readUnset else { continue }
        let isLast = place == rules.count - 1
        let losesElse =
          otherwise.map { place == 0 || $0.text != rule.target.text } ?? false
        let isDecided = !seen.held || !seen.failed && (!isLast || losesElse)
        let reported = said.contains(rule.condition.range)
        guard isDecided != reported else { continue }
        let words = "\(rule.condition.text) at \(node.id)"
        // A variable that was read unset has been reported; what follows from it is not judged.
        guard !doubtful.contains(where: { find($0, in: rule.condition.text) != nil }) else {
          continue
        }
        differ(
          isDecided
            ? "decided condition missed (\(seen.held ? "always" : "never")): \(words)"
            : "condition said to be decided, but it is not: \(words)")
      }
    }
  }
}

extension TrialReport {
  /// Judges the checker by small flows made up without care.
  package static func judge(count: Int, seed: UInt64) -> TrialReport {
    var report = TrialReport()
    var generator = SplitMix(seed: seed)
    while report.count < count {
      let source = WildFlow.source(seed: generator.next())
      let judge = CheckerJudge(source)
      guard judge.isJudged else { continue }
      report.noteJudged(judge.differences, source)
    }
    return report
  }

  private mutating func noteJudged(_ differences: [String], _ source: SourceText) {
    note("flows judged", isGood: differences.isEmpty) {
      "DIFFERS \(differences.joined(separator: "; "))\n"
        + String(decoding: source.utf8, as: UTF8.self)
    }
    for difference in differences {
      let kind = String(difference.prefix { $0 != ":" && $0 != "(" })
      classes["- \(kind)", default: (0, 0)].count += 1
    }
  }
}
