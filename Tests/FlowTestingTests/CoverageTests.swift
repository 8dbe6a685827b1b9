import Foundation
import FlowEngine
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing
import Wording

@testable import FlowTesting

/// A flow with a fork, a skip, a loop with a question and three outcomes, and what runs it.
struct ToolSample {
  static let text = """
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
        next: {"yes": owed, "no": stranger, "unsure": look}
      look: {say: {zh: "先看账单", en: "See the bill"}, next: known}
      owed:
        ask: money
        text: {zh: "欠多少？", en: "How much?"}
        check:
          - {that: "answer >= money('0')", say: {zh: "不能是负数", en: "Not below 0"}}
        set: {owed: "answer"}
        skip: {text: {zh: "不知道", en: "I don't know"}, next: stranger}
        next:
          - {when: "owed > money('100')", next: much}
          - {else: little}
      stranger: {outcome: stranger, title: {zh: "先核实", en: "Verify"}}
      much: {outcome: much, title: {zh: "欠 {owed}", en: "Owed {owed}"}}
      little: {outcome: little, title: {zh: "不多", en: "Little"}}
    """

  let programs: [FlowProgram]
  var library: ProgramLibrary { ProgramLibrary(programs) }
  static let day = CalendarDate(year: 2026, month: 11, day: 21) ?? .first

  init(_ texts: String...) throws {
    let flows = try texts.map { text in
      try #require(FlowReader.read(SourceText(name: "f.flow.yaml", text: text)).flow)
    }
    let library = FlowLibrary(flows: flows)
    programs = try flows.map {
      let (program, faults) = FlowProgram.compile($0, in: library, environment: .standard)
      return try #require(program, "\(faults.map { $0.line(in: .en) })")
    }
  }
}

@Suite struct CoverageTests {
  private func coverage(_ scenarios: String) throws -> Coverage {
    let sample = try ToolSample(ToolSample.text)
    let (read, faults) = ScenarioReader.read(SourceText(name: "s.yaml", text: scenarios))
    try #require(faults.isEmpty)
    let runs = read.map { ScenarioRun($0, in: sample.library) }
    try #require(runs.allSatisfy { $0.diagnostics.isEmpty })
    return Coverage(of: sample.programs.map(\.flow), by: runs)
  }

  private static let all = """
    - {scenario: a, flow: sample, lang: LANG, today: 2026-11-21, answers: {known: "unsure", "known#2": "yes", owed: "200"}, expect: {outcome: much}}
    - {scenario: b, flow: sample, lang: LANG, today: 2026-11-21, answers: {known: "yes", owed: "20"}, expect: {outcome: little}}
    - {scenario: c, flow: sample, lang: LANG, today: 2026-11-21, answers: {known: "yes", owed: "-"}, expect: {outcome: stranger}}
    - {scenario: d, flow: sample, lang: LANG, today: 2026-11-21, answers: {known: "no"}, expect: {outcome: stranger}}

    """

  @Test func `everything is covered by a scenario of each way in each language`() throws {
    let text = ["zh", "en"].map { CoverageTests.all.replacingOccurrences(of: "LANG", with: $0) }
    let covered = try coverage(text.joined())
    #expect(covered.gaps.map { $0.line(in: .en) } == [])
    #expect(covered.percent == 100)
  }

  @Test func `a scenario for both languages counts in both`() throws {
    let covered = try coverage(CoverageTests.all.replacingOccurrences(of: "LANG", with: "both"))
    #expect(covered.percent == 100)
  }

  @Test func `what one language leaves out counts in that language alone`() throws {
    let covered = try coverage(CoverageTests.all.replacingOccurrences(of: "LANG", with: "zh"))
    #expect(covered.count(.outcomes, .zh) == (3, 3))
    #expect(covered.count(.outcomes, .en) == (0, 3))
    #expect(covered.count(.nodes, .zh) == (6, 6))
    #expect(covered.count(.nodes, .en) == (0, 6))
    #expect(covered.gaps.allSatisfy { $0.message.en.contains("English") })
  }

  @Test func `gaps stand at the lines of what is left out`() throws {
    let covered = try coverage(
      "- {scenario: d, flow: sample, lang: en, today: 2026-11-21, answers: {known: \"no\"}, expect: {outcome: stranger}}"
    )
    let lines = covered.gaps.map { $0.line(in: .en) }
    #expect(covered.count(.routes, .en).covered == 1)
    #expect(covered.count(.conditions, .en) == (0, 2))
    for words in [
      "f.flow.yaml:12:12: warning: no English scenario takes this way from \"known\" (\"yes\")",
      "f.flow.yaml:20:57: warning: no English scenario takes this way from \"owed\" (skip)",
      "in no English scenario is this condition true",
      "in no Chinese scenario is this condition false",
    ] {
      #expect(lines.contains { $0.contains(words) || $0.hasPrefix(words) }, "\(words)\n\(lines)")
    }
  }
}
