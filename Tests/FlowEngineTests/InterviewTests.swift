import FlowLanguage
import MoneyAndDates
import Testing
import Wording

@testable import FlowEngine

@Suite struct InterviewTests {
  @Test func `answers lead through the called flow to the outcome`() throws {
    var interview = try SampleFlows.interview()
    #expect(interview.pendingKey == "known")
    interview.give(.option("yes"), .money(Money(fen: 50_000)))
    #expect(interview.pendingKey == "budget/income")
    interview.give(.money(Money(fen: 80_000)))
    #expect(interview.pendingKey == "review")
    interview.give(.confirmed)
    #expect(interview.outcome?.title(in: .zh) == "欠 500.00元，余 300.00元")
    #expect(interview.outcome?.title(in: .en) == "Owed ¥500.00, left ¥300.00")
    #expect(interview.trail.map(\.key) == ["known", "owed", "budget/income"])
  }

  @Test func `a question reached twice has a key for each visit`() throws {
    var interview = try SampleFlows.interview()
    interview.give(.option("unsure"))
    #expect(interview.pendingKey == "known#2")
    interview.give(.option("no"))
    #expect(interview.outcome?.id == "stranger")
    #expect(interview.trail.map(\.key) == ["known", "known#2"])
  }

  @Test func `changing an answer equals a fresh interview with that answer`() throws {
    var interview = try SampleFlows.interview()
    interview.give(.option("yes"), .money(Money(fen: 50_000)), .money(Money(fen: 80_000)))
    interview.change("known", to: .option("no"), on: SampleFlows.day)
    #expect(interview.outcome?.id == "stranger")
    #expect(Set(interview.sleeping.keys) == ["owed", "budget/income"])
    var fresh = try SampleFlows.interview()
    fresh.give(.option("no"))
    #expect(fresh.trail.map(\.key) == interview.trail.map(\.key))
    #expect(fresh.outcome?.id == interview.outcome?.id)
    interview.change("known", to: .option("yes"), on: SampleFlows.day)
    #expect(interview.pendingKey == "review")
    #expect(interview.sleeping.isEmpty)
  }

  @Test func `going back offers the answer that was taken back`() throws {
    var interview = try SampleFlows.interview()
    #expect(interview.goBack().isEmpty)
    interview.give(.option("yes"), .money(Money(fen: 50_000)))
    #expect(interview.goBack() == ["owed"])
    guard case .asking(let question) = interview.state else {
      Issue.record("no question waits")
      return
    }
    #expect(question.key == "owed")
    #expect(question.earlier == .money(Money(fen: 50_000)))
  }

  @Test func `an interview taken up from its answers stands where it stood`() throws {
    var interview = try SampleFlows.interview()
    for value in [
      AnswerValue.option("unsure"), .option("yes"), .skipped, .money(Money(fen: 80_000)),
      .confirmed,
    ] {
      let again = try SampleFlows.interview(answers: interview.answers)
      #expect(again.pendingKey == interview.pendingKey)
      #expect(again.trail.map(\.key) == interview.trail.map(\.key))
      interview.give(value)
    }
    #expect(interview.outcome?.title(in: .en) == "Owed ¥100.00, left ¥700.00")
  }

  @Test func `an answer that fits no more is asked again`() throws {
    let answers = [
      "known": GivenAnswer(.option("maybe"), on: SampleFlows.day),
      "owed": GivenAnswer(.money(.zero), on: SampleFlows.day),
    ]
    var interview = try SampleFlows.interview(answers: answers)
    #expect(interview.pendingKey == "known")
    interview.give(.option("yes"))
    #expect(interview.pendingKey == "owed")
  }

  @Test func `a failed check speaks the author's words`() throws {
    var interview = try SampleFlows.interview()
    interview.give(.option("yes"))
    guard case .asking(let question) = interview.state else {
      Issue.record("no question waits")
      return
    }
    #expect(question.problem(with: .money(.zero), in: .zh) == "要大于 0。")
    #expect(question.problem(with: .option("yes"), in: .en) != nil)
    #expect(question.problem(with: .money(Money(fen: 1)), in: .en) == nil)
  }

  @Test func `next steps count from the newest day and skip what does not apply`() throws {
    var interview = try SampleFlows.interview()
    interview.give(.option("yes"), .money(Money(fen: 50_000)), .money(Money(fen: 80_000)))
    let later = try #require(SampleFlows.day.adding(days: 7))
    interview.give(.confirmed, on: later)
    let steps = try #require(interview.outcome).steps(in: .zh)
    #expect(steps.map(\.text) == ["写信"])
    #expect(steps.first?.day == later.adding(days: 1))
  }

  @Test func `a flow that runs in a circle stops with its fault`() throws {
    let circle = """
      schema: 1
      flow: circle
      version: 1
      title: {zh: "圈", en: "Circle"}
      start: a
      vars: {}
      nodes:
        a: {say: {zh: "甲", en: "A"}, next: b}
        b: {say: {zh: "乙", en: "B"}, next: a}
      """
    let interview = Interview(
      try SampleFlows.programs(circle), flow: "circle", today: SampleFlows.day, language: .en)
    guard case .stopped(let fault) = interview.state else {
      Issue.record("the circle did not stop")
      return
    }
    #expect(fault.message.en.contains("circle"))
  }

  @Test func `a flow that is not there stops with its fault`() throws {
    let interview = Interview(
      ProgramLibrary([]), flow: "none", today: SampleFlows.day, language: .zh)
    guard case .stopped = interview.state else {
      Issue.record("it did not stop")
      return
    }
  }

  @Test func `flows that call each other without end stop with a fault`() throws {
    let calls = { (id: String, other: String) in
      """
      schema: 1
      flow: \(id)
      version: 1
      title: {zh: "圈", en: "Circle"}
      start: a
      use: {other: "\(other)@1"}
      vars: {}
      nodes:
        a: {call: other, next: {z: z}}
        z: {outcome: z, title: {zh: "完", en: "End"}}
      """
    }
    let interview = Interview(
      try SampleFlows.programs(calls("one", "two"), calls("two", "one")), flow: "one",
      today: SampleFlows.day, language: .en)
    guard case .stopped = interview.state else {
      Issue.record("the circle did not stop")
      return
    }
  }
}
