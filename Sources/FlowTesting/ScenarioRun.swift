import Expressions
import FlowEngine
import FlowLanguage
import SourceText
import Wording

/// A scenario that was run: what went wrong and where it led.
package struct ScenarioRun: Sendable {
  /// The scenario.
  package let scenario: Scenario
  /// Everything that was not as expected; empty for a scenario that holds.
  package let diagnostics: [Diagnostic]
  /// The keys of the questions that were asked, in order.
  package let path: [String]
  /// The interview where it came to stand.
  package let interview: Interview

  /// Runs a scenario; answers that are never asked, or missing, are errors.
  package init(_ scenario: Scenario, in programs: ProgramLibrary) {
    var run = Running(scenario, programs)
    run.walk()
    run.compare()
    self.scenario = scenario
    self.diagnostics = run.diagnostics
    self.path = run.interview.trail.map(\.key)
    self.interview = run.interview
  }
}

private struct Running {
  let scenario: Scenario
  var interview: Interview
  var diagnostics: [Diagnostic] = []
  private var used: Set<String> = []

  init(_ scenario: Scenario, _ programs: ProgramLibrary) {
    self.scenario = scenario
    self.interview = Interview(
      programs, flow: scenario.flow.text, today: scenario.today, language: scenario.language,
      traced: true)
    if programs.program(scenario.flow.text) == nil {
      report(scenario.flow.range, .noFlow(scenario.flow.text))
    }
  }

  /// Answers question after question until the end, a fault, or a question without an answer.
  mutating func walk() {
    while true {
      switch interview.state {
      case .asking(let question):
        guard let answer = answer(to: question) else { return }
        interview.answer(answer, on: scenario.today)
      case .reviewing: interview.answer(.confirmed, on: scenario.today)
      case .ended: return
      case .stopped(let fault):
        report(scenario.flow.range, .flowStopped(fault.message))
        return
      }
    }
  }

  private mutating func answer(to question: Question) -> AnswerValue? {
    guard let written = scenario.answers[question.key] else {
      report(scenario.name.range, .noAnswer(question.key))
      return nil
    }
    used.insert(question.key)
    let place = scenario.places[question.key] ?? scenario.name.range
    guard let value = written.value(for: question), question.fits(value) else {
      let form = question.writtenForm
      let kind = BilingualText(
        zh: "与题目的类型不符；\(form.zh)", en: "it does not fit the kind of question; \(form.en)")
      report(place, .wrongAnswer(question.key, kind))
      return nil
    }
    if let zh = question.problem(with: value, in: .zh),
      let en = question.problem(with: value, in: .en)
    {
      report(place, .wrongAnswer(question.key, BilingualText(zh: zh, en: en)))
      return nil
    }
    return value
  }

  /// Holds what came of it against what was expected.
  mutating func compare() {
    let asked = interview.trail.map(\.key)
    for (key, range) in scenario.places.sorted(by: { $0.value.start < $1.value.start })
    where !used.contains(key) {
      report(range, .unusedAnswer(key, nearestNames(to: key, among: asked)))
    }
    guard case .ended(let page) = interview.state else { return }
    if page.id != scenario.outcome.text {
      report(
        scenario.outcome.range,
        .otherOutcome(wanted: scenario.outcome.text, got: page.id, path: asked))
    }
    comparePath(asked)
    compareFacts(page)
    if let letters = scenario.letters, letters != page.letters {
      report(
        scenario.lettersPlace ?? scenario.outcome.range,
        .otherLetters(wanted: letters, got: page.letters))
    }
  }

  private mutating func comparePath(_ asked: [String]) {
    var rest = asked[...]
    for step in scenario.path {
      guard let found = rest.firstIndex(of: step.text) else {
        report(step.range, .offPath(step.text))
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  private mutating func compareFacts(_ page: OutcomePage) {
    for (name, wanted) in scenario.facts.sorted(by: { $0.key < $1.key }) {
      let place = scenario.factPlaces[name] ?? scenario.outcome.range
      let flow = page.scope.program.flow
      guard flow.variable(name) != nil else {
        let near = nearestNames(to: name, among: flow.variables.map(\.name.text))
        report(place, .noVariable(name, near))
        continue
      }
      let got = page.scope.values[name]?.scenarioText ?? "—"
      if got != wanted { report(place, .otherFact(name, wanted: wanted, got: got)) }
    }
  }

  private mutating func report(_ range: SourceRange, _ fault: ScenarioFault) {
    diagnostics.append(
      Diagnostic(in: scenario.source, at: range, check: "scenario", message: fault.message))
  }
}

extension Value {
  /// The value as scenarios write it: plain, the same in both languages.
  fileprivate var scenarioText: String? {
    switch self {
    case .string(let text): text
    case .int(let number): String(number)
    case .bool(let truth): String(truth)
    case .money(let amount): amount.yuan
    case .date(let day): day.iso
    case .list(let values):
      values.compactMap(\.scenarioText).joined(separator: ",")
    default: nil
    }
  }
}
