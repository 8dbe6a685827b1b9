import FlowLanguage
import MoneyAndDates
import Testing
import Wording

@testable import FlowEngine

/// Repetitions: `each` with `until` and with `count`.
@Suite struct EachTests {
  static let header = """
    schema: 1
    flow: sample.debts
    version: 1
    title: {zh: "几笔债", en: "Several debts"}
    start: first
    vars:
      first: {type: tri}
      lender: {type: text}
      amount: {type: money}
      debts: {type: list(Owed)}
      total: {type: money}

    """

  /// Debts are named one after another until the person says that these are all.
  static let until =
    header + """
      nodes:
        first:
          ask: tri
          text: {zh: "有债吗？", en: "Any debts?"}
          set: {first: "answer"}
          next: {"yes": debts, "no": none, "unsure": debts}
        debts:
          each:
            until: all
            body:
              start: lender
              nodes:
                lender:
                  ask: text
                  text: {zh: "第 {size(debts) + 1} 笔欠谁？", en: "Whom for number {size(debts) + 1}?"}
                  set: {lender: "answer"}
                  next: amount
                amount:
                  ask: money
                  text: {zh: "欠 {lender} 多少？", en: "How much to {lender}?"}
                  check: [{that: "answer > money('0')", say: {zh: "大于零", en: "above nothing"}}]
                  set: {amount: "answer"}
                  next: all
                all: {ask: tri, text: {zh: "都写完了？", en: "Are these all?"}}
            collect:
              into: debts
              fields: {who: "lender", amount: "amount"}
          next: sum
        sum:
          compute: {total: "sum(debts.map(d, d.amount))"}
          next: check
        check:
          review: [debts]
          next: done
        none: {outcome: none, title: {zh: "没有", en: "None"}}
        done:
          outcome: done
          title: {zh: "{size(debts)} 笔，共 {total}", en: "{size(debts)} debts, {total}"}
          text: {zh: "第一笔 {debts[0].who}", en: "First {debts[0].who}"}
      """

  static func counted(_ count: String) -> String {
    header + """
      nodes:
        first:
          ask: tri
          text: {zh: "有债吗？", en: "Any debts?"}
          set: {first: "answer"}
          next: debts
        debts:
          each:
            count: "\(count)"
            body:
              start: amount
              nodes:
                amount: {ask: money, text: {zh: "多少？", en: "How much?"}, set: {amount: "answer"}, next: told}
                told:
                  branch:
                    - {when: "amount > money('100')", next: say}
                    - {else: debts}
                say: {say: {zh: "不少。", en: "That is much."}, next: debts}
            collect: {into: debts, fields: {amount: "amount"}}
          next:
            - {when: "size(debts) > 1", next: done}
            - {else: none}
        none: {outcome: none, title: {zh: "少", en: "Few"}}
        done: {outcome: done, title: {zh: "{size(debts)} 笔", en: "{size(debts)} debts"}}
      """
  }

  private static func begin(
    _ text: String, answers: [String: GivenAnswer] = [:], id: String = "sample.debts"
  ) throws -> Interview {
    Interview(
      try SampleFlows.programs(text), flow: id, answers: answers, today: SampleFlows.day,
      language: .en)
  }

  private static func yuan(_ amount: Int64) -> AnswerValue { .money(Money(fen: amount * 100)) }

  private static func named() throws -> Interview {
    var interview = try begin(until)
    interview.give(
      .option("yes"), .text("A"), yuan(10), .option("no"), .text("B"), yuan(20), .option("yes"))
    return interview
  }

  @Test func `each turn's answers have its number in their keys`() throws {
    let interview = try Self.named()
    #expect(
      interview.trail.map(\.key) == [
        "first", "debts[1]/lender", "debts[1]/amount", "debts[1]/all", "debts[2]/lender",
        "debts[2]/amount", "debts[2]/all",
      ])
    #expect(interview.pendingKey == "check")
  }

  @Test func `a review of a repetition lists the questions of all its turns`() throws {
    let interview = try Self.named()
    guard case .reviewing(let page) = interview.state else {
      Issue.record("no review")
      return
    }
    #expect(page.items.map(\.key) == Array(interview.trail.map(\.key).dropFirst()))
  }

  @Test func `what the turns brought stands in the list`() throws {
    var interview = try Self.named()
    interview.give(.confirmed)
    #expect(interview.outcome?.title(in: .en) == "2 debts, ¥30.00")
    #expect(interview.outcome?.text(in: .en) == "First A")
    #expect(interview.outcome?.scope.values["lender"] == nil)
    #expect(interview.outcome?.scope.values["amount"] == nil)
  }

  @Test func `texts of a turn see the list so far and not the turn before`() throws {
    var interview = try Self.begin(Self.until)
    interview.give(.option("yes"), .text("A"), Self.yuan(10), .option("no"))
    guard case .asking(let question) = interview.state else {
      Issue.record("no question")
      return
    }
    #expect(question.text(in: .en) == "Whom for number 2?")
    #expect(question.scope.values["lender"] == nil)
  }

  @Test(arguments: ["yes", "unsure"])
  func `any answer but no ends the repetition`(answer: String) throws {
    var interview = try Self.begin(Self.until)
    interview.give(.option("yes"), .text("A"), Self.yuan(10), .option(answer))
    #expect(interview.pendingKey == "check")
  }

  @Test func `going back takes back the last answer of the turn before`() throws {
    var interview = try Self.begin(Self.until)
    interview.give(.option("yes"), .text("A"), Self.yuan(10), .option("no"))
    #expect(interview.goBack() == ["debts[1]/all"])
    #expect(interview.pendingKey == "debts[1]/all")
    interview.give(.option("yes"))
    #expect(interview.pendingKey == "check")
  }

  @Test func `a change inside a turn equals a fresh interview with that answer`() throws {
    var interview = try Self.named()
    interview.change("debts[1]/amount", to: Self.yuan(500), on: SampleFlows.day)
    interview.give(.confirmed)
    #expect(interview.outcome?.title(in: .en) == "2 debts, ¥520.00")
    interview.change("debts[1]/all", to: .option("yes"), on: SampleFlows.day)
    #expect(interview.outcome?.title(in: .en) == "1 debts, ¥500.00")
    #expect(
      Set(interview.sleeping.keys) == ["debts[2]/lender", "debts[2]/amount", "debts[2]/all"])
    interview.change("debts[1]/all", to: .option("no"), on: SampleFlows.day)
    #expect(interview.outcome?.title(in: .en) == "2 debts, ¥520.00")
  }

  @Test func `an interview taken up inside a turn stands where it stood`() throws {
    var interview = try Self.begin(Self.until)
    for value in [
      AnswerValue.option("yes"), .text("A"), Self.yuan(1), .option("no"), .text("B"), Self.yuan(2),
      .option("yes"), .confirmed,
    ] {
      let again = try Self.begin(Self.until, answers: interview.answers)
      #expect(again.pendingKey == interview.pendingKey)
      #expect(again.trail.map(\.key) == interview.trail.map(\.key))
      interview.give(value)
    }
    #expect(interview.outcome?.id == "done")
  }

  @Test(arguments: [("2", 2, "done"), ("1", 1, "none"), ("0", 0, "none"), ("0 - 3", 0, "none")])
  func `a counted repetition has so many turns`(count: String, turns: Int, end: String) throws {
    var interview = try Self.begin(Self.counted(count))
    interview.give(.option("yes"))
    for turn in 0..<turns {
      #expect(interview.pendingKey == "debts[\(turn + 1)]/amount")
      interview.give(Self.yuan(turn == 0 ? 1000 : 1))
    }
    #expect(interview.outcome?.id == end)
  }

  @Test func `a node reached twice in a turn has a key for each visit`() throws {
    let text = Self.counted("2")
      .replacing(
        "say: {say: {zh: \"不少。\", en: \"That is much.\"}, next: debts}",
        with: "say: {say: {zh: \"不少。\", en: \"That is much.\"}, next: amount}")
    var interview = try Self.begin(text)
    interview.give(.option("yes"), Self.yuan(500))
    #expect(interview.pendingKey == "debts[1]/amount#2")
    interview.give(Self.yuan(5))
    #expect(interview.pendingKey == "debts[2]/amount")
  }

  @Test func `too many turns and a count without a value stop with a fault`() throws {
    for count in ["101", "1 / (size('') * 1)"] {
      var interview = try Self.begin(Self.counted(count))
      interview.give(.option("yes"))
      guard case .stopped(let fault) = interview.state else {
        Issue.record("it did not stop")
        return
      }
      #expect(fault.node == "debts")
    }
  }

  @Test func `a flow called in a turn keeps its keys behind those of the turn`() throws {
    let main = """
      schema: 1
      flow: sample.outer
      version: 1
      title: {zh: "外", en: "Outer"}
      start: rounds
      use: {budget: "sample.budget@1"}
      vars: {left: {type: money}, lefts: {type: list(money)}}
      nodes:
        rounds:
          each:
            count: "2"
            body:
              start: call
              nodes:
                call: {call: budget, with: {owed: "money('5')"}, set: {left: "left"}, next: rounds}
            collect: {into: lefts, value: "left"}
          next: done
        done: {outcome: done, title: {zh: "{sum(lefts)}", en: "{sum(lefts)}"}}
      """
    var interview = Interview(
      try SampleFlows.programs(main, SampleFlows.budget), flow: "sample.outer",
      today: SampleFlows.day, language: .en)
    interview.give(Self.yuan(15))
    #expect(interview.pendingKey == "rounds[2]/call/income")
    interview.give(Self.yuan(25))
    #expect(interview.outcome?.title(in: .en) == "¥30.00")
  }
}
