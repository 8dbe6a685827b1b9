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

  /// A question's place: its key and its node; the walk stands there until it is answered.
  struct Place: Sendable {
    let key: String
    let node: String
    let ask: Ask
  }

  /// One flow in progress.
  private struct Frame: Sendable {
    var scope: Scope
    /// The id of the present node.
    var node: String
    /// Its place in the flow; `nil` where there is no such node.
    var index: Int?
    /// What stands before the node id in answer keys: `talk/`.
    let prefix: String
    /// How often a question or review was reached.
    var visits = Visits()
    /// The repetition in whose body it stands.
    var turn: Turn?
    /// The call in the flow below that began this one.
    let call: Call?
    /// What the present node saw when it was entered; kept for the trace alone.
    var entry: Scope?

    /// A flow at its beginning.
    init(_ scope: Scope, prefix: String = "", call: Call? = nil) {
      self.scope = scope
      self.node = scope.program.flow.start.text
      self.index = scope.program.flow.nodeIndex(node)
      self.prefix = prefix
      self.call = call
    }

    /// Goes to a node.
    mutating func move(to node: String) {
      self.node = node
      index = scope.program.flow.nodeIndex(node, from: index ?? -1)
    }
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
      programs.program(flow).map { [Frame(Scope($0, today: today))] } ?? []
  }

  /// Runs until a question, a review, the end or a fault.
  mutating func advance(language: Language, events: inout [FlowEvent]) -> Stop {
    for _ in 0..<Walk.mostStepsBetweenQuestions {
      guard let top = frames.indices.last else { return .stops(.noFlow) }
      guard let index = frames[top].index else { return .stops(.noNode(frames[top].node)) }
      let node = frames[top].scope.program.flow.nodes[index]
      enter(node)
      switch node.kind {
      case .ask(let ask):
        return .asks(Place(key: key(of: node), node: node.id, ask: ask))
      case .review(let review): return .reviews(key: key(of: node), review)
      case .outcome(let outcome):
        let page = OutcomePage(outcome: outcome, scope: frames[top].scope)
        guard frames[top].call != nil else { return .ends(page) }
        leave(by: page, language: language, events: &events)
      case .say(let say):
        events.append(.said(say.text, frames[top].scope))
        go(say.next, language: language)
      case .branch: go(node.next ?? .missing, language: language)
      case .compute(let compute):
        set(compute.set, language: language)
        go(compute.next, language: language)
      case .call(let call):
        if let fault = enter(call, at: node, language: language) { return .stops(fault) }
      case .each(let each):
        if let fault = turn(each, at: node, language: language) { return .stops(fault) }
      }
    }
    return .stops(.circle(frames.last?.node ?? ""))
  }

  /// The key of a node reached here: `talk/budget`, in a body `debts[2]/amount`; the second visit
  /// has its own, `budget#2`.
  private func key(of node: Node) -> String {
    guard let top = frames.indices.last else { return node.id }
    let ordinal = ordinal(ofPresentNodeIn: top)
    // A copy of the whole frame at every question would be the dearest part of a long session.
    if let turn = frames[top].turn?.prefix {
      return frames[top].prefix + turn + node.ownID + ordinal
    }
    if frames[top].prefix.isEmpty, ordinal.isEmpty { return node.id }
    return frames[top].prefix + node.ownID + ordinal
  }

  /// What stands behind the key of a frame's present node when it was reached before: `#2`.
  private func ordinal(ofPresentNodeIn top: Int) -> String {
    guard let index = frames[top].index else { return "" }
    let before = frames[top].turn?.visits[index] ?? frames[top].visits[index]
    return before > 0 ? "#\(before + 1)" : ""
  }

  /// The question at the place where the walk stands as it is on a day, its guess worked out.
  ///
  /// `nil` where no flow is in progress.
  func question(
    at place: Place, earlier: AnswerValue?, on day: CalendarDate, lang: Language
  ) -> Question? {
    guard var scope = frames.last?.scope else { return nil }
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
    countVisit()
    decide(by: given.value, at: place.node)
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
    countVisit()
    begin(day)
    go(review.next, language: language)
  }

  /// The questions that a review lists: nodes by id, variables by the question that sets them, a
  /// repetition by all the questions of its turns.
  func items(of review: Review, in trail: [AnsweredQuestion]) -> [AnsweredQuestion] {
    guard let frame = frames.last else { return [] }
    let prefix = frame.prefix + (frame.turn?.prefix ?? "")
    let own = trail.filter { $0.isAsked(behind: prefix, in: frame.turn?.each) }
    return review.items.flatMap { item -> [AnsweredQuestion] in
      if case .each? = frame.scope.program.flow.node(item.text)?.kind {
        let body = Array("\(item.text)/".utf8)
        return own.filter { $0.question.node.utf8.starts(with: body) }
      }
      let found = own.last { answered in
        answered.question.node == item.text
          || answered.question.ask.set.contains { $0.variable.text == item.text }
      }
      return found.map { [$0] } ?? []
    }
  }

  /// Counts that the present node was reached.
  private mutating func countVisit() {
    guard let top = frames.indices.last, let index = frames[top].index else { return }
    if frames[top].turn == nil {
      frames[top].visits.count(index)
    } else {
      frames[top].turn?.visits.count(index)
    }
  }

  // MARK: - Repetitions

  /// At a repetition's node: begins it, or ends a turn of it.
  private mutating func turn(_ each: Each, at node: Node, language: Language) -> FlowFault? {
    guard let top = frames.indices.last else { return .noFlow }
    guard let turn = frames[top].turn else { return enter(each, at: node, language: language) }
    if case .until(let until) = each.rounds, turn.decision == .open {
      move(to: until)
      return nil
    }
    collect(each, language: language)
    for name in frames[top].scope.program.flow.turnVariables(of: node.id) {
      frames[top].scope.values[name] = nil
    }
    guard turn.isFollowed else {
      frames[top].turn = nil
      go(each.next, language: language)
      return nil
    }
    guard turn.index < Each.mostTurns else { return .tooManyTurns(node.id) }
    frames[top].turn?.begin()
    move(to: each.start)
    return nil
  }

  private mutating func enter(_ each: Each, at node: Node, language: Language) -> FlowFault? {
    guard let top = frames.indices.last else { return .noFlow }
    var total: Int?
    if case .count(let count) = each.rounds {
      guard case .int(let number) = frames[top].scope.evaluate(count, lang: language) else {
        return .noCount(node.id)
      }
      guard number <= Each.mostTurns else { return .tooManyTurns(node.id) }
      total = max(0, Int(number))
    }
    if let into = each.collect?.into { frames[top].scope.values[into.text] = .list([]) }
    let key = node.ownID + ordinal(ofPresentNodeIn: top)
    countVisit()
    guard total != 0 else {
      go(each.next, language: language)
      return nil
    }
    frames[top].turn = Turn(each: node.id, key: key, total: total)
    move(to: each.start)
    return nil
  }

  /// Goes to a node of a body.
  private mutating func move(to node: Name) {
    guard let top = frames.indices.last else { return }
    note(answer: nil, target: node.text)
    frames[top].move(to: node.text)
  }

  /// Adds what the turn has brought; a value that could not be worked out leaves the list unknown.
  private mutating func collect(_ each: Each, language: Language) {
    guard let top = frames.indices.last, let collect = each.collect else { return }
    let into = collect.into.text
    let scope = frames[top].scope
    guard case .list(var elements)? = scope.values[into] else { return }
    switch collect.content {
    case .value(let expression):
      let value = scope.evaluate(expression, lang: language)
      elements.append(value)
      frames[top].scope.values[into] = value.isErrorOrUnknown ? nil : .list(elements)
    case .fields(let fields):
      let values = fields.map { field in
        (name: field.variable.text, value: scope.evaluate(field.value, lang: language))
      }
      let known = values.filter { !$0.value.isErrorOrUnknown }
      elements.append(.record(CollectedRecord(scope.program.flow.recordName(of: into), known)))
      frames[top].scope.values[into] = .list(elements)
    }
  }

  /// Notes the answer to the question that decides whether another turn follows.
  private mutating func decide(by answer: AnswerValue, at node: String) {
    guard let top = frames.indices.last, frames[top].turn != nil,
      let each = frames[top].turn?.each,
      case .each(let loop)? = frames[top].scope.program.flow.node(each)?.kind,
      case .until(let until) = loop.rounds, until.text == node
    else { return }
    frames[top].turn?.decision = answer == .option("no") ? .again : .enough
  }

  /// From here on `today` is this day, in every flow in progress.
  private mutating func begin(_ day: CalendarDate) {
    for index in frames.indices { frames[index].scope.today = day }
  }

  private mutating func set(_ assignments: [Assignment], language: Language) {
    guard let top = frames.indices.last else { return }
    for place in assignments.indices {
      let expression = frames[top].scope.program.bound(assignments[place].value)
      guard let variable = expression.target else { continue }
      let value = frames[top].scope.evaluate(expression, lang: language)
      frames[top].scope.values[variable] = value.isErrorOrUnknown ? nil : value
    }
  }

  /// Follows a route; a condition that can't be decided does not hold.
  private mutating func go(_ next: Next, answer: AnswerValue? = nil, language: Language) {
    guard let top = frames.indices.last else { return }
    let target = target(of: next, answer: answer, from: top, language)
    note(answer: answer, target: target)
    frames[top].move(to: target ?? "")
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
    of next: Next, answer: AnswerValue?, from top: Int, _ language: Language
  ) -> String? {
    switch next {
    case .node(let name): return name.text
    case .byAnswer(let routes, _):
      guard case .option(let id) = answer else { return nil }
      return routes.first { $0.answer.text == id }?.target.text
    case .rules(let rules, let otherwise):
      let rule = rules.first { frames[top].scope.holds($0.condition, lang: language) }
      return (rule?.target ?? otherwise)?.text
    case .missing, .unreadable: return nil
    }
  }

  private mutating func enter(
    _ call: Call, at node: Node, language: Language
  ) -> FlowFault? {
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
    let prefix = key(of: node) + "/"
    countVisit()
    frames.append(
      Frame(
        Scope(program, inputs: inputs, today: frame.scope.today), prefix: prefix, call: call))
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

extension Node {
  /// The id without that of the repetition it belongs to.
  fileprivate var ownID: String {
    guard let each else { return id }
    return String(decoding: id.utf8.dropFirst(each.utf8.count + 1), as: UTF8.self)
  }
}

extension Flow {
  /// The name of the records in a list variable.
  fileprivate func recordName(of list: String) -> String {
    if case .list(.record(let name))? = variable(list)?.type { name } else { list }
  }
}

extension AnsweredQuestion {
  /// Whether it was asked by the flow (or in the turn) whose keys have this beginning, and not by
  /// a flow called from there.
  fileprivate func isAsked(behind prefix: String, in each: String?) -> Bool {
    guard key.utf8.starts(with: prefix.utf8) else { return false }
    let slash = UInt8(ascii: "/")
    let steps = key.utf8.dropFirst(prefix.utf8.count).count { $0 == slash }
    return steps + (each == nil ? 0 : 1) == question.node.utf8.count { $0 == slash }
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

  static func tooManyTurns(_ id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "“\(id)”要重复 \(Each.mostTurns) 遍以上，到此为止",
        en: "\"\(id)\" would repeat more than \(Each.mostTurns) times and stops here"))
  }

  static func noCount(_ id: String) -> FlowFault {
    FlowFault(
      node: id,
      message: BilingualText(
        zh: "流程文件有错：“\(id)”要重复几遍算不出来",
        en: "fault in the flow file: how often \"\(id)\" repeats can't be worked out"))
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
