import Expressions
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing

@testable import FlowEngine

/// Small flows of our own for the tests of the engine.
enum SampleFlows {
  static let main = """
    schema: 1
    flow: sample.main
    version: 1
    title: {zh: "样例", en: "Sample"}
    start: known
    use: {budget: "sample.budget@1"}
    vars:
      known: {type: tri}
      owed: {type: money}
      surplus: {type: money}
      note: {type: text}
    nodes:
      known:
        ask: tri
        text: {zh: "认识这家机构吗？", en: "Do you know them?"}
        set: {known: "answer"}
        next: {"yes": owed, "no": stranger, "unsure": look}
      look:
        say: {zh: "先查账单。", en: "Look at your bill first."}
        next: known
      owed:
        ask: money
        text: {zh: "欠多少？", en: "How much?"}
        check:
          - {that: "answer > money('0')", say: {zh: "要大于 0。", en: "It must be above 0."}}
        set: {owed: "answer"}
        skip: {set: {owed: "money('100')"}}
        next: budget
      budget:
        call: budget
        with: {owed: "owed"}
        set: {surplus: "left"}
        next: {fits: review, tight: stranger}
      review:
        review: [known, owed]
        next: done
      stranger: {outcome: stranger, title: {zh: "先核实", en: "Verify first"}}
      done:
        outcome: done
        title: {zh: "欠 {owed}，余 {surplus}", en: "Owed {owed}, left {surplus}"}
        steps:
          - {do: {zh: "写信", en: "Write"}, by: "today + 1"}
          - {do: {zh: "不出现", en: "Never"}, when: "owed < money('1')"}
    """

  static let budget = """
    schema: 1
    flow: sample.budget
    version: 1
    title: {zh: "预算", en: "Budget"}
    start: income
    inputs: {owed: {type: money}}
    outputs: {left: {type: money}}
    vars:
      income: {type: money}
    nodes:
      income:
        ask: money
        text: {zh: "收入多少？欠 {owed}。", en: "Your income? You owe {owed}."}
        set: {income: "answer", left: "answer - owed"}
        next:
          - {when: "income > owed", next: fits}
          - {else: tight}
      fits: {outcome: fits, title: {zh: "够", en: "Enough"}}
      tight: {outcome: tight, title: {zh: "不够", en: "Not enough"}}
    """

  static func programs(_ texts: String...) throws -> ProgramLibrary {
    let flows = try texts.map { text in
      let (flow, diagnostics) = FlowReader.read(SourceText(name: "sample.flow.yaml", text: text))
      try #require(diagnostics.isEmpty, "\(diagnostics.map { $0.line(in: .en) })")
      return try #require(flow)
    }
    let library = FlowLibrary(flows: flows)
    return ProgramLibrary(
      try flows.map { flow in
        let (program, diagnostics) = FlowProgram.compile(flow, in: library, environment: .standard)
        return try #require(program, "\(diagnostics.map { $0.line(in: .en) })")
      })
  }

  static func interview(answers: [String: GivenAnswer] = [:]) throws -> Interview {
    Interview(
      try programs(main, budget), flow: "sample.main", answers: answers, today: day,
      language: .zh)
  }

  static let day = CalendarDate.first.adding(days: 739_000) ?? .first
}

extension Interview {
  /// Answers questions in order, each with a value.
  mutating func give(_ values: AnswerValue..., on day: CalendarDate = SampleFlows.day) {
    for value in values { answer(value, on: day) }
  }

  /// The outcome reached; `nil` before the end.
  var outcome: OutcomePage? {
    if case .ended(let page) = state { page } else { nil }
  }
}
