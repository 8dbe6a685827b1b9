import Expressions
import FlowLanguage
import MoneyAndDates
import Wording

/// The machine under an interview: a stack of flows in progress, moved from stop to stop.
struct Walk: Sendable {
  /// Where a walk has to wait, or ends.
  enum Stop: Sendable {
    case asks(Place)
    case reviews(key: String, Review)
    case ends(OutcomePage)
    case stops(FlowFault)
  }

  /// A question's place: its key, its node and what its expressions see.
  struct Place: Sendable {
    let key: String
    let node: String
    let ask: Ask
    let scope: Scope
  }

  /// One flow in progress.
  private struct Frame: Sendable {
    var scope: Scope
    var node: String
    /// What stands before the node id in answer keys: `talk/`.
    let prefix: String
    /// How often a question or review was reached.
    var visits: [String: Int] = [:]
    /// The call in the flow below that began this one.
    let call: Call?
    /// What the present node saw when it was entered; kept for the trace alone.
    var entry: Scope?
  }

  /// The nodes passed so far, in order; `nil` unless they are kept.
  private(set) var trace: [WalkedStep]?
  private let programs: ProgramLibrary
  private var frames: [Frame]

  /// So many steps without a question mean that the flow runs in a circle.
  private static let mostStepsBetweenQuestions = 10_000
  /// So many flows inside each other mean that they call themselves.
  private static let deepestCalls = 32

  init(_ programs: ProgramLibrary, flow: String, today: CalendarDate, traced: Bool = false) {
    self.programs = programs
    self.trace = traced ? [] : nil
    self.frames =
      programs.program(flow).map { program in
        [
          Frame(
            scope: Scope(program, today: today), node: program.flow.start.text, prefix: "",
            call: nil)
        ]
      } ?? []
  }

  /// Runs until a question, a review, the end or a fault.
  mutating func advance(language: Language, events: inout [FlowEvent]) -> Stop {
    for _ in 0..<Walk.mostStepsBetweenQuestions {
      guard let frame = frames.last else { return .stops(.noFlow) }
      guard let node = frame.scope.program.flow.node(frame.node) else {
        return .stops(.noNode(frame.node))
      }
      enter(node)
      switch node.kind {
      case .ask(let ask):
        return .asks(
          Place(key: visit(node.id), node: node.id, ask: ask, scope: frame.scope))
      case .review(let review): return .reviews(key: visit(node.id), review)
      case .outcome(let outcome):
        let page = OutcomePage(outcome: outcome, scope: frame.scope)
        guard frame.call != nil else { return .ends(page) }
        leave(by: page, language: language, events: &events)
      case .say(let say):
        events.append(.said(say.text, frame.scope))
        go(say.next, language: language)
      case .branch: go(node.next ?? .missing, language: language)
      case .compute(let compute):
        set(compute.set, language: language)
        go(compute.next, language: language)
      case .call(let call):
        if let fault = enter(call, language: language) { return .stops(fault) }
      case .each(let each): go(each.next, language: language)
      }
    }
    return .stops(.circle(frames.last?.node ?? ""))
  }

  /// The key of a node that waits here; the second visit has its own.
  private func visit(_ node: String) -> String {
    guard let frame = frames.last else { return node }
    let visits = (frame.visits[node] ?? 0) + 1
    return frame.prefix + node + (visits > 1 ? "#\(visits)" : "")
  }

  /// The question at a place as it stands on a day, its guess worked out.
  func question(
    at place: Place, earlier: AnswerValue?, on day: CalendarDate, lang: Language
  ) -> Question {
    var scope = place.scope
    scope.today = day
    let guess = place.ask.guess.flatMap { guess in
      Question.answer(from: scope.evaluate(guess, lang: lang), for: place.ask.type)
    }
    return Question(
      key: place.key, node: place.node, ask: place.ask, earlier: earlier, guess: guess,
      scope: scope)
  }

  /// Takes the answer to the question that waits and moves on.
  mutating func take(_ given: GivenAnswer, at place: Place, language: Language) {
    count(place.node)
    begin(given.day)
    if given.value == .skipped {
      set(place.ask.skip?.set ?? [], language: language)
      go(
        place.ask.skip?.next.map(Next.node) ?? place.ask.next, answer: .skipped, language: language)
      return
    }
    let top = frames.count - 1
    frames[top].scope.answer = given.value.value
    set(place.ask.set, language: language)
    go(place.ask.next, answer: given.value, language: language)
    frames[top].scope.answer = nil
  }

  /// Leaves a review that was confirmed.
  mutating func confirm(_ review: Review, on day: CalendarDate, language: Language) {
    if let node = frames.last?.node { count(node) }
    begin(day)
    go(review.next, language: language)
  }

  /// The questions that a review lists: nodes by id, variables by the question that sets them.
  func items(of review: Review, in trail: [AnsweredQuestion]) -> [AnsweredQuestion] {
    review.items.compactMap { item in
      trail.last { answered in
        answered.question.node == item.text
          || answered.question.ask.set.contains { $0.variable.text == item.text }
      }
    }
  }

  private mutating func count(_ node: String) {
    guard let top = frames.indices.last else { return }
    frames[top].visits[node, default: 0] += 1
  }

  /// From here on `today` is this day, in every flow in progress.
  private mutating func begin(_ day: CalendarDate) {
    for index in frames.indices { frames[index].scope.today = day }
  }

  private mutating func set(_ assignments: [Assignment], language: Language) {
    guard let top = frames.indices.last else { return }
    for assignment in assignments {
      let value = frames[top].scope.evaluate(assignment.value, lang: language)
      switch value {
      case .error, .unknown: frames[top].scope.values[assignment.variable.text] = nil
      default: frames[top].scope.values[assignment.variable.text] = value
      }
    }
  }

  /// Follows a route; a condition that can't be decided does not hold.
  private mutating func go(_ next: Next, answer: AnswerValue? = nil, language: Language) {
    guard let top = frames.indices.last else { return }
    let target = target(of: next, answer: answer, in: frames[top].scope, language)
    note(answer: answer, target: target)
    frames[top].node = target ?? ""
  }

  /// Keeps what a node sees where the way is traced; a question that is put again enters once.
  private mutating func enter(_ node: Node) {
    guard trace != nil, let top = frames.indices.last else { return }
    if frames[top].entry == nil { frames[top].entry = frames[top].scope }
    if case .outcome = node.kind { note(answer: nil, target: nil) }
  }

  /// Adds the present node to the trace.
  private mutating func note(answer: AnswerValue?, target: String?) {
    guard trace != nil, let top = frames.indices.last, let entry = frames[top].entry else { return }
    let frame = frames[top]
    trace?.append(
      WalkedStep(
        node: frame.node, entry: entry, exit: frame.scope, answer: answer, target: target))
    frames[top].entry = nil
  }

  private func target(
    of next: Next, answer: AnswerValue?, in scope: Scope, _ language: Language
  ) -> String? {
    switch next {
    case .node(let name): return name.text
    case .byAnswer(let routes, _):
      guard case .option(let id) = answer else { return nil }
      return routes.first { $0.answer.text == id }?.target.text
    case .rules(let rules, let otherwise):
      let rule = rules.first { scope.holds($0.condition, lang: language) }
      return (rule?.target ?? otherwise)?.text
    case .missing, .unreadable: return nil
    }
  }

  private mutating func enter(_ call: Call, language: Language) -> FlowFault? {
    guard let frame = frames.last else { return .noFlow }
    guard frames.count < Walk.deepestCalls else { return .tooDeep(frame.node) }
    guard let use = frame.scope.program.flow.use(call.alias.text),
      let program = programs.program(use.flow.text)
    else { return .noSubflow(call.alias.text, at: frame.node) }
    var inputs: [String: Value] = [:]
    for argument in call.arguments {
      let value = frame.scope.evaluate(argument.value, lang: language)
      switch value {
      case .error, .unknown: break
      default: inputs[argument.variable.text] = value
      }
    }
    let prefix = visit(frame.node) + "/"
    count(frame.node)
    frames.append(
      Frame(
        scope: Scope(program, inputs: inputs, today: frame.scope.today),
        node: program.flow.start.text, prefix: prefix, call: call))
    return nil
  }

  /// Ends a called flow: hands over its outputs and leaves by its outcome.
  private mutating func leave(
    by page: OutcomePage, language: Language, events: inout [FlowEvent]
  ) {
    guard let ended = frames.popLast(), let call = ended.call, let top = frames.indices.last else {
      return
    }
    if call.alsoPrint { events.append(.passed(page)) }
    for take in call.takes {
      frames[top].scope.values[take.variable.text] = ended.scope.values[take.output.text]
    }
    go(call.next, answer: .option(page.id), language: language)
  }
}

extension FlowFault {
  static let noFlow = FlowFault(
    node: "", message: BilingualText(zh: "找不到要走的流程文件", en: "the flow to run was not found"))

  static func noNode(_ id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "流程文件有错：没有名叫“\(id)”的步骤", en: "fault in the flow file: there is no node \"\(id)\""))
  }

  static func circle(_ id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "流程文件有错：在“\(id)”处绕圈，没有提问",
        en: "fault in the flow file: it runs in a circle at \"\(id)\" without a question"))
  }

  static func tooDeep(_ id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "流程文件有错：“\(id)”处流程互相调用，没有尽头",
        en: "fault in the flow file: at \"\(id)\" flows call each other without end"))
  }

  static func noSubflow(_ alias: String, at id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "流程文件有错：“\(id)”要用的“\(alias)”没有找到",
        en: "fault in the flow file: \"\(id)\" calls \"\(alias)\", which was not found"))
  }
}
