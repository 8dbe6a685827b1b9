import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

/// One person's way through a flow: a value that follows from the flow and the answers alone.
///
/// Answers are kept by key, those off the present way too: an answer whose question is no longer
/// reached sleeps, and counts again when the way comes back to it. So changing an answer gives the
/// same state as a fresh interview with that answer.
package struct Interview: Sendable {
  /// Where the interview stands.
  package enum State: Sendable {
    /// A question waits for its answer.
    case asking(Question)
    /// Answers are shown; the person confirms or changes one.
    case reviewing(ReviewPage)
    /// The flow has ended.
    case ended(OutcomePage)
    /// The flow has a fault and can't go on.
    case stopped(FlowFault)
  }

  /// The flows that can be run and called.
  package let programs: ProgramLibrary
  /// The flow it began with.
  package let flow: String
  /// All answers by key, sleeping ones included.
  package private(set) var answers: [String: GivenAnswer]
  /// What happened so far, in order.
  package private(set) var events: [FlowEvent] = []
  /// Where it stands.
  package private(set) var state: State
  /// The language that `lang` means where a flow computes with it.
  ///
  /// Changing it walks the way anew, so that an interview taken up again later is the same.
  package var language: Language {
    didSet { if language != oldValue { restart() } }
  }
  private let traced: Bool
  private var earlier: [String: AnswerValue] = [:]
  private var walk: Walk
  private var firstKey: String?
  private var firstDay: CalendarDate
  private var newest: CalendarDate

  /// Begins (or takes up again) an interview; runs to the first question without a fitting answer.
  ///
  /// Answers that do not fit their question any more are asked again. Only a traced interview
  /// keeps its `steps`.
  package init(
    _ programs: ProgramLibrary, flow: String, answers: [String: GivenAnswer] = [:],
    today: CalendarDate, language: Language, traced: Bool = false
  ) {
    self.programs = programs
    self.traced = traced
    self.flow = flow
    self.answers = Interview.current(answers, programs, flow)
    self.language = language
    self.newest = today
    self.firstDay = today
    self.walk = Walk(programs, flow: flow, today: today, traced: traced)
    self.state = .stopped(FlowFault(node: "", message: BilingualText(zh: "", en: "")))
    restart()
  }

  /// The questions on the present way with their answers, in order.
  package var trail: [AnsweredQuestion] {
    events.compactMap { if case .answered(let answered) = $0 { answered } else { nil } }
  }

  /// Every node passed so far, in order; empty unless the interview is traced.
  package var steps: [WalkedStep] { walk.trace ?? [] }

  /// Answers whose questions are not on the present way, by key.
  package var sleeping: [String: GivenAnswer] {
    let awake = Set(trail.map(\.key))
    return answers.filter { key, given in !awake.contains(key) && given.value != .confirmed }
  }

  /// Gives the answer to the question that waits and goes on; the answer must have no `problem`.
  package mutating func answer(_ value: AnswerValue, on day: CalendarDate) {
    guard let key = pendingKey else { return }
    answers[key] = GivenAnswer(value, on: day)
    earlier[key] = nil
    newest = max(newest, day)
    if key == firstKey, day != firstDay { restart() } else { run() }
  }

  /// Takes back the last answer, so that its question waits again; it is offered as `earlier`.
  ///
  /// Returns the keys of what was taken back, the question's own last: the confirmations of reviews
  /// that came after it go too. At the first question nothing happens and none is returned.
  package mutating func goBack() -> [String] {
    guard let last = trail.last else { return [] }
    let reviews = events.reversed().prefix { event in
      if case .answered = event { false } else { true }
    }
    var taken: [String] = []
    for case .reviewed(let key) in reviews { taken.append(key) }
    taken.append(last.key)
    for key in taken { answers[key] = nil }
    earlier[last.key] = last.given.value
    restart()
    return taken
  }

  /// Puts another answer in the place of an earlier one and walks the way anew.
  package mutating func change(_ key: String, to value: AnswerValue, on day: CalendarDate) {
    let key = programs.currentKey(key, in: flow)
    answers[key] = GivenAnswer(value, on: day)
    newest = max(newest, day)
    restart()
  }

  /// The key of the question or review that waits.
  package var pendingKey: String? {
    switch state {
    case .asking(let question): question.key
    case .reviewing(let page): page.key
    case .ended, .stopped: nil
    }
  }

  /// Answers under today's keys: nodes of an older version of the flow may have had other names.
  ///
  /// An answer that already has today's key counts before one with an old key.
  private static func current(
    _ answers: [String: GivenAnswer], _ programs: ProgramLibrary, _ flow: String
  ) -> [String: GivenAnswer] {
    let ownKeysStay = programs.program(flow)?.flow.moved.isEmpty ?? true
    let moved = answers.keys.compactMap { key -> (old: String, now: String)? in
      // A key without a slash names a node of the flow itself.
      if ownKeysStay, !key.utf8.contains(UInt8(ascii: "/")) { return nil }
      let now = programs.currentKey(key, in: flow)
      return now == key ? nil : (key, now)
    }
    var current = answers
    for (old, _) in moved { current[old] = nil }
    for (old, now) in moved.sorted(by: { $0.old < $1.old }) where answers[now] == nil {
      current[now] = answers[old]
    }
    return current
  }

  private mutating func restart() {
    firstKey = keyOfFirstStop
    firstDay = firstKey.flatMap { answers[$0]?.day } ?? newest
    walk = Walk(programs, flow: flow, today: firstDay, traced: traced)
    events = []
    // Beside the questions come about as many texts at most: the list grows once, if at all.
    events.reserveCapacity(2 * answers.count)
    run()
  }

  /// The key of the first question or review; the day of its answer is `today` before it.
  private var keyOfFirstStop: String? {
    var walk = Walk(programs, flow: flow, today: newest)
    var events: [FlowEvent] = []
    return switch walk.advance(language: language, events: &events) {
    case .asks(let place): place.key
    case .reviews(let key, _): key
    case .ends, .stops: nil
    }
  }

  private mutating func run() {
    while true {
      switch walk.advance(language: language, events: &events) {
      case .asks(let place):
        guard let given = takeUp(at: place) else {
          let question = walk.question(
            at: place, earlier: earlier[place.key], on: newest, lang: language)
          state = question.map { .asking($0) } ?? .stopped(.noFlow)
          return
        }
        walk.take(given, at: place, language: language)
      case .reviews(let key, let review):
        guard let given = answers[key] else {
          state = .reviewing(ReviewPage(key: key, items: walk.items(of: review, in: trail)))
          return
        }
        events.append(.reviewed(key: key))
        walk.confirm(review, on: given.day, language: language)
      case .ends(let page):
        var scope = page.scope
        scope.today = max(scope.today, newest)
        state = .ended(OutcomePage(outcome: page.outcome, scope: scope))
        return
      case .stops(let fault):
        state = .stopped(fault)
        return
      }
    }
  }

  /// Adds the question at a place with the answer it has, seen on the day that was given, to the events;
  /// `nil` where there is none that can be taken.
  private mutating func takeUp(at place: Walk.Place) -> GivenAnswer? {
    guard let kept = answers[place.key],
      let question = walk.question(
        at: place, earlier: earlier[place.key], on: kept.day, lang: language)
    else { return nil }
    let given = GivenAnswer(question.adapted(kept.value), on: kept.day)
    guard question.problem(with: given.value, in: language) == nil else { return nil }
    events.append(.answered(AnsweredQuestion(question: question, given: given)))
    return given
  }
}
