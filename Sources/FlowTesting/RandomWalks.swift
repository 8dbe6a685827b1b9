import FlowEngine
import FlowLanguage
import MoneyAndDates
import Wording

/// Many walks through a flow with answers by chance: the same seed gives the same walks.
package struct RandomWalks: Sendable {
  /// A walk that came to no outcome.
  package struct Failure: Sendable {
    /// Which walk, from 1.
    package let number: Int
    /// What happened.
    package let message: BilingualText
    /// The answers it had given, in order: key and value.
    package let answers: [(key: String, value: AnswerValue)]
  }

  /// How many walks were made.
  package let count: Int
  /// How many ended in each outcome, by its id.
  package private(set) var outcomes: [String: Int] = [:]
  /// The walks that failed, in order.
  package private(set) var failures: [Failure] = []
  /// How many questions were answered in all.
  package private(set) var questions = 0
  /// The most questions of one walk.
  package private(set) var longest = 0
  /// The nodes passed, as `flow/node`.
  package private(set) var nodes: Set<String> = []

  /// A walk with so many questions is taken to have no end.
  package static let mostQuestions = 2_000

  /// Walks through a flow; every outcome's texts and letters are printed too.
  package init(
    of flow: String, in programs: ProgramLibrary, classes: AnswerClasses, seed: UInt64, runs: Int,
    today: CalendarDate, language: Language
  ) {
    count = max(0, runs)
    var generator = SplitMix(seed: seed)
    for number in 1..<(count + 1) {
      var walk = SplitMix(seed: generator.next())
      let start = Interview(
        programs, flow: flow, today: today, language: language, traced: true)
      run(start, number, classes, today, &walk)
    }
  }

  private mutating func run(
    _ start: Interview, _ number: Int, _ classes: AnswerClasses, _ day: CalendarDate,
    _ generator: inout SplitMix
  ) {
    var interview = start
    var answers: [(key: String, value: AnswerValue)] = []
    var failure: BilingualText?
    walking: while failure == nil {
      switch interview.state {
      case .asking(let question):
        guard answers.count < RandomWalks.mostQuestions else {
          failure = Words.endless
          break
        }
        guard let value = generator.pick(classes.answers(to: question, on: day)) else {
          failure = Words.noAnswer(question.key)
          break
        }
        answers.append((question.key, value))
        interview.answer(value, on: day)
      case .reviewing: interview.answer(.confirmed, on: day)
      case .ended(let page):
        outcomes[page.id, default: 0] += 1
        print(page)
        break walking
      case .stopped(let fault): failure = fault.message
      }
    }
    if let failure {
      failures.append(Failure(number: number, message: failure, answers: answers))
    }
    questions += answers.count
    longest = max(longest, answers.count)
    for step in interview.steps { nodes.insert("\(step.entry.program.flow.id)/\(step.node)") }
  }

  /// Works out everything an outcome prints, so that a trap in it would show.
  private func print(_ page: OutcomePage) {
    for language in Language.allCases {
      _ = page.title(in: language)
      _ = page.text(in: language)
      _ = page.deadlines(in: language)
      _ = page.steps(in: language)
      for letter in page.letters { _ = page.filledLetter(letter, in: language) }
    }
  }

  private enum Words {
    static let endless = BilingualText(
      zh: "答了 \(RandomWalks.mostQuestions) 题还没有结果",
      en: "no outcome after \(RandomWalks.mostQuestions) questions")
    static func noAnswer(_ key: String) -> BilingualText {
      BilingualText(zh: "“\(key)”没有找到可以用的回答", en: "no answer was found that \"\(key)\" takes")
    }
  }
}
