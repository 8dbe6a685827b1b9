import FlowLanguage
import MoneyAndDates
import Testing
import Wording

@testable import FlowEngine

/// What `today` means: the day of the record, never the day of an earlier sitting.
@Suite struct InterviewDaysTests {
  private static let flow = """
    schema: 1
    flow: sample.due
    version: 1
    title: {zh: "样例", en: "Sample"}
    start: stamp
    vars: {began: {type: date}, due: {type: date}, known: {type: tri}}
    nodes:
      stamp: {compute: {began: "today"}, next: known}
      known: {ask: tri, text: {zh: "认识吗？", en: "Known?"}, set: {known: "answer"}, next: {"yes": due, "no": due, "unsure": due}}
      due:
        ask: date
        text: {zh: "哪天？", en: "Which day?"}
        guess: "today + 30"
        check: [{that: "answer > today", say: {zh: "要晚于今天", en: "After today"}}]
        set: {due: "answer"}
        next: done
      done: {outcome: done, title: {zh: "{began} {due}", en: "{began} {due}"}}
    """

  private let later = SampleFlows.day.adding(days: 40) ?? SampleFlows.day

  private func question(_ interview: Interview) throws -> Question {
    guard case .asking(let question) = interview.state else {
      throw NoQuestion()
    }
    return question
  }

  private struct NoQuestion: Error {}

  @Test func `a question that waits for weeks is asked anew with the day of the new sitting`()
    throws
  {
    let programs = try SampleFlows.programs(InterviewDaysTests.flow)
    var first = Interview(programs, flow: "sample.due", today: SampleFlows.day, language: .zh)
    first.give(.option("yes"))
    #expect(try question(first).guess == SampleFlows.day.adding(days: 30).map(AnswerValue.date))
    let resumed = Interview(
      programs, flow: "sample.due", answers: first.answers, today: later, language: .zh)
    let due = try question(resumed)
    #expect(due.guess == later.adding(days: 30).map(AnswerValue.date))
    let old = try #require(SampleFlows.day.adding(days: 35))
    #expect(due.problem(with: .date(old), in: .zh) == "要晚于今天")
  }

  @Test func `an answer accepted on its day is not asked again later`() throws {
    let programs = try SampleFlows.programs(InterviewDaysTests.flow)
    var first = Interview(programs, flow: "sample.due", today: SampleFlows.day, language: .zh)
    let due = try #require(SampleFlows.day.adding(days: 5))
    first.give(.option("yes"), .date(due))
    let resumed = Interview(
      programs, flow: "sample.due", answers: first.answers, today: later, language: .zh)
    #expect(resumed.outcome?.title(in: .en) == first.outcome?.title(in: .en))
  }

  @Test func `an interview begun before midnight and answered after it is the same when resumed`()
    throws
  {
    let programs = try SampleFlows.programs(InterviewDaysTests.flow)
    var live = Interview(programs, flow: "sample.due", today: SampleFlows.day, language: .zh)
    live.give(.option("yes"), .date(later), on: SampleFlows.day.adding(days: 1) ?? later)
    let again = Interview(
      programs, flow: "sample.due", answers: live.answers, today: later, language: .zh)
    #expect(live.outcome?.title(in: .zh) == again.outcome?.title(in: .zh))
    #expect(live.outcome != nil)
  }

  @Test func `the checks see the day on which the answer is given`() throws {
    let programs = try SampleFlows.programs(InterviewDaysTests.flow)
    var live = Interview(programs, flow: "sample.due", today: SampleFlows.day, language: .zh)
    live.give(.option("yes"))
    let tomorrow = try #require(SampleFlows.day.adding(days: 1))
    let due = try question(live)
    #expect(due.problem(with: .date(tomorrow), in: .en) == nil)
    #expect(due.problem(with: .date(tomorrow), in: .en, on: tomorrow) == "After today")
  }
}
