import FlowLanguage
import MoneyAndDates
import Testing
import Wording

@testable import FlowEngine

/// Laws that hold for every flow and every row of answers, tried with random answers of fixed seeds.
@Suite struct InterviewLawsTests {
  /// A flow with days, languages, options and a loop.
  private static let days = """
    schema: 1
    flow: sample.days
    version: 1
    title: {zh: "日子", en: "Days"}
    start: began
    vars:
      began_on: {type: date}
      kinds: {type: multi, options: {threat: {zh: "威胁", en: "Threats"}, often: {zh: "太多", en: "Too many"}}}
      who: {type: choice, options: {bank: {zh: "银行", en: "A bank"}, other: {zh: "别的", en: "Another"}}}
      name: {type: text}
      due: {type: date}
      months: {type: integer}
      rate: {type: percent, per: year}
      tongue: {type: text}
      again: {type: tri}
    nodes:
      began: {compute: {began_on: "today"}, next: hello}
      hello: {say: {zh: "从 {began_on} 开始", en: "Since {began_on}"}, next: kinds}
      kinds:
        ask: multi
        of: kinds
        text: {zh: "哪些？", en: "Which?"}
        set: {kinds: "answer"}
        next: [{when: "size(kinds) == 2", next: shout}, {else: who}]
      shout: {say: {zh: "两样：{size(kinds)}", en: "Both: {size(kinds)}"}, next: who}
      who:
        ask: choice
        of: who
        text: {zh: "谁？{size(kinds)}", en: "Who? {size(kinds)}"}
        set: {who: "answer", tongue: "lang"}
        next: {bank: due, other: name}
      name:
        ask: text
        text: {zh: "名字？", en: "Name?"}
        set: {name: "answer"}
        skip: {next: due}
        next: due
      due:
        ask: date
        text: {zh: "哪天？今天 {today}", en: "Which day? Today {today}"}
        guess: "today + 10"
        check: [{that: "answer > today", say: {zh: "要晚于 {today}", en: "Later than {today}"}}]
        set: {due: "answer"}
        next: months
      months:
        ask: integer
        text: {zh: "几期？", en: "How many?"}
        check: [{that: "answer > 0", say: {zh: "至少 1", en: "At least 1"}}]
        set: {months: "answer"}
        next: [{when: "months > 20", next: kinds}, {else: rate}]
      rate:
        ask: percent
        per: year
        text: {zh: "利率？", en: "Rate?"}
        set: {rate: "answer"}
        skip: {}
        next: again
      again:
        ask: tri
        text: {zh: "再来？", en: "Again?"}
        set: {again: "answer"}
        next: {"yes": who, "no": look, "unsure": look}
      look: {review: [kinds, who, due], next: [{when: "lang == 'zh' && who == 'bank'", next: bank}, {else: done}]}
      bank: {outcome: bank, title: {zh: "银行 {due} {tongue}", en: "Bank {due} {tongue}"}, steps: [{do: {zh: "写信", en: "Write"}, by: "today + 1"}]}
      done: {outcome: done, title: {zh: "{name} {months} {rate}", en: "{name} {months} {rate}"}, steps: [{do: {zh: "等 {due}", en: "Wait for {due}"}, by: "due"}]}
    """

  private struct Sample {
    let programs: ProgramLibrary
    let flow: String

    func interview(answers: [String: GivenAnswer] = [:], today: CalendarDate) -> Interview {
      Interview(programs, flow: flow, answers: answers, today: today, language: .zh)
    }
  }

  private static func samples() throws -> [Sample] {
    [
      Sample(
        programs: try SampleFlows.programs(SampleFlows.main, SampleFlows.budget),
        flow: "sample.main"),
      Sample(programs: try SampleFlows.programs(SampleFlows.budget), flow: "sample.budget"),
      Sample(programs: try SampleFlows.programs(days), flow: "sample.days"),
    ]
  }

  /// A random way of at most so many answers; now and then a day passes.
  private func randomWay(
    _ sample: Sample, _ steps: Int, _ generator: inout SeededGenerator
  ) -> (interview: Interview, day: CalendarDate) {
    var day = SampleFlows.day
    var interview = sample.interview(today: day)
    for _ in 0..<steps {
      if Int.random(in: 0..<4, using: &generator) == 0 { day = day.adding(days: 1) ?? day }
      switch interview.state {
      case .asking(let question):
        guard let value = question.randomAnswer(on: day, with: &generator) else {
          return (interview, day)
        }
        interview.answer(value, on: day)
      case .reviewing: interview.answer(.confirmed, on: day)
      case .ended, .stopped: return (interview, day)
      }
    }
    return (interview, day)
  }

  private static let seeds: [UInt64] = Array(1...60)

  @Test(arguments: seeds)
  func `an interview taken up again from its answers is the same as the one that ran`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for sample in try InterviewLawsTests.samples() {
      for steps in [0, 1, 3, 7, 15] {
        let (live, day) = randomWay(sample, steps, &generator)
        let again = sample.interview(answers: live.answers, today: max(day, SampleFlows.day))
        // Where no answer of the newest day was given yet, only the waiting question knows that day.
        guard live.answers.values.contains(where: { $0.day == day }) || steps == 0 else { continue }
        #expect(again.picture == live.picture)
      }
    }
  }

  @Test(arguments: seeds)
  func `an answer that is changed gives the same as a fresh interview with that answer`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed &+ 1000)
    for sample in try InterviewLawsTests.samples() {
      let (before, day) = randomWay(sample, 12, &generator)
      guard let item = before.trail.randomElement(using: &generator),
        let value = item.question.randomAnswer(on: day, with: &generator)
      else { continue }
      var changed = before
      changed.change(item.key, to: value, on: day)
      var answers = before.answers
      answers[item.key] = GivenAnswer(value, on: day)
      var fresh = sample.interview(today: day)
      while let key = fresh.pendingKey, let given = answers[key] {
        if case .asking(let question) = fresh.state,
          question.problem(with: given.value, in: .zh, on: given.day) != nil
        {
          break
        }
        fresh.answer(given.value, on: given.day)
      }
      #expect(changed.picture == fresh.picture, "\(item.key) to \(value)")
    }
  }

  @Test(arguments: seeds)
  func `going back and giving the same answers again is the same as never having gone back`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed &+ 2000)
    for sample in try InterviewLawsTests.samples() {
      let (before, _) = randomWay(sample, 12, &generator)
      var interview = before
      var taken: [String] = []
      for _ in 0..<Int.random(in: 1..<8, using: &generator) { taken += interview.goBack() }
      for key in taken.reversed() {
        #expect(interview.pendingKey == key)
        guard let given = before.answers[key] else { break }
        interview.answer(given.value, on: given.day)
      }
      #expect(interview.picture == before.picture)
      #expect(interview.answers == before.answers)
    }
  }

  @Test(arguments: seeds)
  func `a language chosen on the way gives the same as one chosen at the start`(seed: UInt64) throws
  {
    var generator = SeededGenerator(seed: seed &+ 3000)
    for sample in try InterviewLawsTests.samples() {
      let (before, day) = randomWay(sample, 12, &generator)
      var switched = before
      switched.language = .en
      let fresh = Interview(
        sample.programs, flow: sample.flow, answers: before.answers,
        today: before.answers.values.map(\.day).max() ?? day, language: .en)
      guard before.answers.values.contains(where: { $0.day == day }) else { continue }
      #expect(switched.picture == fresh.picture)
    }
  }
}
