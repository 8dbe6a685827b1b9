import FlowEngine
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing
import Wording

@testable import FlowTesting

@Suite struct ScenarioTests {
  private let flow = """
    schema: 1
    flow: sample
    version: 1
    title: {zh: "样例", en: "Sample"}
    start: known
    vars: {known: {type: tri}, owed: {type: money}}
    nodes:
      known:
        ask: tri
        text: {zh: "认识吗？", en: "Known?"}
        set: {known: "answer"}
        next: {"yes": owed, "no": stranger, "unsure": stranger}
      owed:
        ask: money
        text: {zh: "欠多少？", en: "How much?"}
        set: {owed: "answer"}
        next: done
      stranger: {outcome: stranger, title: {zh: "先核实", en: "Verify"}}
      done: {outcome: done, title: {zh: "欠 {owed}", en: "Owed {owed}"}}
    """

  private func run(_ text: String) throws -> [String] {
    let flow = try #require(
      FlowReader.read(SourceText(name: "f.flow.yaml", text: self.flow)).flow)
    let program = try #require(
      FlowProgram.compile(flow, in: FlowLibrary(flows: [flow]), environment: .standard).program)
    let (scenarios, faults) = ScenarioReader.read(SourceText(name: "s.yaml", text: text))
    let runs = scenarios.map { ScenarioRun($0, in: ProgramLibrary([program])) }
    return (faults + runs.flatMap(\.diagnostics)).map { $0.line(in: .en) }
  }

  @Test func `a scenario that holds has nothing to say`() throws {
    #expect(
      try run(
        """
        - scenario: pays
          flow: sample
          today: 2026-11-21
          answers: {known: "yes", owed: "3200.50"}
          expect: {outcome: done, path: [known, owed], facts: {owed: "3200.50"}, letters: []}
        """
      ).isEmpty)
  }

  @Test(arguments: [
    ("answers: {known: \"yes\"}", "no answer"),
    ("answers: {known: \"maybe\"}", "can't be taken"),
    ("answers: {known: \"no\", owed: \"1\"}", "never asked"),
    ("answers: {known: \"yes\", owed: \"一千\"}", "does not fit"),
    ("answers: {known: \"yes\", owed: \"1\"}", "the outcome should be"),
  ])
  func `what differs is said at its line`(answers: String, words: String) throws {
    let lines = try run(
      """
      scenario: differs
      flow: sample
      today: 2026-11-21
      \(answers)
      expect: {outcome: stranger}
      """)
    #expect(lines.contains { $0.contains(words) && $0.hasPrefix("s.yaml:") }, "\(lines)")
  }

  @Test(arguments: [
    ("facts: {owed: \"2\"}", "s.yaml:5:39: error: \"owed\" should be 2 but is 1"),
    ("facts: {owd: \"1\"}", "s.yaml:5:38: error: the flow has no variable \"owd\"; did you mean"),
    ("letters: [sorry]", "s.yaml:5:34: error: the letters should be sorry but are none"),
    ("letters: sorry", "s.yaml:5:34: error: letters takes a list"),
    ("path: known", "s.yaml:5:31: error: path takes a list"),
    ("facts: [owed]", "s.yaml:5:32: error: facts takes {key: value}"),
  ])
  func `what was expected in vain, or in a form nobody reads, is said at its place`(
    expected: String, words: String
  ) throws {
    let lines = try run(
      """
      scenario: differs
      flow: sample
      today: 2026-11-21
      answers: {known: "yes", owed: "1"}
      expect: {outcome: done, \(expected)}
      """)
    #expect(lines.contains { $0.hasPrefix(words) }, "\(lines)")
  }

  @Test(arguments: [
    ("known: \"maybe\"", "the options are \"yes\", \"no\", \"unsure\""),
    ("known: [[\"yes\"]]", "a word or a text belongs here"),
    ("known: {a: b}", "a word or a text belongs here"),
    ("known: \"yes\", owed: \"1e5\"", "write it like \"1800.50\""),
  ])
  func `an answer that does not fit is told with the form that does`(
    answers: String, words: String
  ) throws {
    let lines = try run(
      "{scenario: x, flow: sample, today: 2026-11-21, answers: {\(answers)}, expect: {outcome: done}}"
    )
    #expect(lines.contains { $0.contains(words) }, "\(lines)")
  }

  @Test(arguments: ["", "[]", "# nothing yet\n"])
  func `a file without a scenario is an error`(text: String) throws {
    #expect(try run(text).count { $0.contains("no scenario in this file") } == 1)
  }

  @Test func `the options of a multi are taken in the order in which they are offered, once`()
    throws
  {
    func question() throws -> Question {
      let text = """
        schema: 1
        flow: sample
        version: 1
        title: {zh: "样例", en: "Sample"}
        start: a
        vars: {h: {type: multi, options: {p: {zh: "甲", en: "A"}, q: {zh: "乙", en: "B"}}}}
        nodes:
          a: {ask: multi, of: h, text: {zh: "有？", en: "Any?"}, set: {h: "answer"}, record: true, next: z}
          z: {outcome: done, title: {zh: "完", en: "End"}}
        """
      let flow = try #require(FlowReader.read(SourceText(name: "f", text: text)).flow)
      let program = try #require(
        FlowProgram.compile(flow, in: FlowLibrary(flows: [flow]), environment: .standard).program)
      let day = try #require(CalendarDate(iso: "2026-11-21"))
      let state = Interview(
        ProgramLibrary([program]), flow: "sample", today: day, language: .zh
      ).state
      guard case .asking(let question) = state else { throw CancellationError() }
      return question
    }
    let asked = try question()
    #expect(Scenario.Answer.several(["q", "p"]).value(for: asked) == .options(["p", "q"]))
    #expect(Scenario.Answer.several(["p", "p"]).value(for: asked) == nil)
    #expect(Scenario.Answer.several([]).value(for: asked) == .options([]))
  }

  @Test func `a faulty file is listed, not run`() throws {
    #expect(try run("scenario: x\nflow: sample\ntodya: 2026-11-21\n").count >= 2)
    #expect(try run("- 1").count == 1)
  }

  @Test func `an answer in the form of another kind is no answer`() throws {
    for owed in ["12,00", "", "[1, 2]", "{a: 1}", "-"] {
      let lines = try run(
        """
        - {scenario: x, flow: sample, today: 2026-11-21, answers: {known: "yes", owed: \(owed.isEmpty ? "''" : "\"\(owed)\"")}, expect: {outcome: done}}
        """)
      #expect(lines.contains { $0.contains("does not fit") }, "\(owed): \(lines)")
    }
  }

  @Test(arguments: [
    ("path: [owed, known]", "in this order"), ("facts: {owed: \"2.00\"}", "should be 2.00"),
    ("facts: {nothing: \"1\"}", "no variable \"nothing\""),
    ("letters: [prove]", "letters should be"),
  ])
  func `what was expected of the way, the facts and the letters is held against it`(
    expectation: String, words: String
  ) throws {
    let lines = try run(
      """
      scenario: held
      flow: sample
      today: 2026-11-21
      answers: {known: "yes", owed: "1"}
      expect: {outcome: done, \(expectation)}
      """)
    #expect(lines.count == 1 && lines[0].contains(words), "\(lines)")
  }

  @Test func `a scenario of a flow that is not there says so`() throws {
    let lines = try run(
      "{scenario: x, flow: none, today: 2026-11-21, answers: {}, expect: {outcome: done}}")
    #expect(lines.contains { $0.contains("no flow \"none\"") })
  }

  @Test(arguments: [
    "", "[]", "\u{0}", "- - -", "scenario: [", "- {scenario: x}", "today: 2026-02-30", "lang: fr",
    "expect: 1", "answers: 1", "*a", "{}",
  ])
  func `a broken file is told, never a trap`(text: String) throws {
    _ = try run(text)
  }
}
