import FlowEngine
import FlowLanguage
import LineEditing
import MoneyAndDates
import Sessions
import Transcripts
import Wording

/// The conversation: prints what the interview says, reads answers and commands, keeps each answer
/// in the journal before the next prompt.
package final class Conversation {
  /// How a conversation ended.
  package enum Ending: Hashable, Sendable {
    /// The flow reached its outcome and the person left.
    case finished
    /// The person left before that; everything is saved.
    case left
    /// The input ended before an outcome; everything is saved.
    case inputEnded
    /// Left by Ctrl-C; everything is saved.
    case interrupted
    /// An answer or the transcript could not be written.
    case cannotWrite
    /// The flow has a fault.
    case faulty
  }

  var interview: Interview
  var replay: SessionReplay
  var language: Language
  let lines: any LineSource
  let console: Console
  let desk: SessionDesk
  let reader: AnswerReader
  let today: () -> CalendarDate
  private var printed = 0
  private var saidFirstHint = false
  /// How often Ctrl-C came since the last line.
  private var interruptions = 0
  /// The outcome page that was printed last, and the transcript that was saved last.
  private var shownTranscript: Transcript?
  private var savedTranscript: Transcript?

  /// The longest answer that is taken, in bytes of UTF-8.
  static let longestAnswer = 1 << 20

  /// A conversation about an interview; `replay` holds the notes kept so far.
  package init(
    _ interview: Interview, replay: SessionReplay, lines: any LineSource, console: Console,
    desk: SessionDesk, reader: AnswerReader, today: @escaping () -> CalendarDate
  ) {
    self.interview = interview
    self.replay = replay
    self.language = interview.language
    self.lines = lines
    self.console = console
    self.desk = desk
    self.reader = reader
    self.today = today
  }

  /// Runs until the outcome is reached and left, the person leaves, or the input ends.
  package func run() -> Ending {
    skipPrintedEvents()
    while true {
      printNewEvents()
      let step: Ending? =
        switch interview.state {
        case .asking(let question): ask(question)
        case .reviewing(let page): review(page)
        case .ended(let page): end(page)
        case .stopped(let fault): stop(fault)
        }
      if let step { return step }
    }
  }

  /// On resuming, what was printed in earlier sittings is not printed again, but for the last
  /// thing said before the question that waits.
  private func skipPrintedEvents() {
    let lastAnswer = interview.events.lastIndex { event in
      if case .answered = event { true } else { false }
    }
    printed = lastAnswer.map { $0 + 1 } ?? 0
  }

  /// After going back or changing, only what is new since the last answer is printed.
  func eventsWereRewound() { skipPrintedEvents() }

  private func printNewEvents() {
    for event in interview.events.dropFirst(printed) {
      switch event {
      case .said(let text, let scope):
        console.space()
        console.print(scope.text(text, in: language))
      case .passed(let page):
        console.space()
        console.print(page.title(in: language), .strong)
        if let text = page.text(in: language) { console.print(text) }
      case .answered, .reviewed: break
      }
    }
    printed = interview.events.count
  }

  // MARK: A question

  /// What came in at a question.
  enum Arrival {
    /// A line, or a paste as one text.
    case text(String)
    /// A command.
    case command(ConsoleCommand)
    /// Something that is no answer; it was said why.
    case refused
    /// Ctrl-C, once.
    case cancelled
    /// The conversation ends.
    case leave(Ending)
  }

  private func ask(_ question: Question) -> Ending? {
    show(question)
    while true {
      switch arrival(at: question) {
      case .refused, .cancelled: continue
      case .leave(let ending): return ending
      case .command(let command):
        switch run(command, at: question) {
        case .stay: continue
        case .again: return nil
        case .leave(let ending): return ending
        }
      case .text(let line):
        guard let value = answer(in: line, to: question) else { continue }
        guard keep(value, at: question.key, kind: value == .skipped ? .skip : .answer) else {
          if isUnattended { return .cannotWrite }
          continue
        }
        echo(value, said: line, for: question)
        interview.answer(value, on: today())
        return nil
      }
    }
  }

  /// Waits for what a person says to a question.
  func arrival(at question: Question) -> Arrival {
    let kind = question.ask.type.historyKind
    lines.useHistory(kind ?? "command")
    let event =
      question.ask.type == .paste
      ? lines.readPaste(prompt: console.prompt) { line in
        ConsoleCommand(line) != nil || self.reader.isWholeAnswer(line, to: question)
      } : lines.readLine(prompt: console.prompt)
    switch event {
    case .line(let line):
      interruptions = 0
      let command = ConsoleCommand(line)
      if command != nil || kind != nil { lines.addHistory(line) }
      return command.map(Arrival.command) ?? .text(line)
    case .paste(let pasted):
      interruptions = 0
      return joined(pasted, for: question).map(Arrival.text) ?? .refused
    case .interrupted: return interruptedTwice() ? .leave(.interrupted) : .cancelled
    case .endOfInput: return .leave(endOfInput())
    }
  }

  /// The answer that a text is to a question; says what is wanted and gives `nil` where it is none.
  func answer(in line: String, to question: Question) -> AnswerValue? {
    guard line.utf8.count <= Conversation.longestAnswer else {
      console.print(AssistantWords.tooLong(Conversation.longestAnswer)[language], .warning)
      return nil
    }
    switch reader.read(line, for: question, today: today()) {
    case .unclear(let message):
      console.print(message[language], .warning)
      return nil
    case .answer(let answered):
      guard let value = content(of: answered, for: question) else { return nil }
      guard let problem = question.problem(with: value, in: language, on: today()) else {
        return value
      }
      console.print(problem, .warning)
      return nil
    }
  }

  /// What a named file holds, where the question asks for a file; says why where it can't be read.
  private func content(of answer: AnswerValue, for question: Question) -> AnswerValue? {
    guard question.ask.type == .file, case .text(let path) = answer, answer != question.earlier
    else { return answer }
    do {
      let text = try desk.files.text(path.trimmingBlanks)
      guard text.utf8.count <= Conversation.longestAnswer else {
        console.print(AssistantWords.tooLong(Conversation.longestAnswer)[language], .warning)
        return nil
      }
      return .text(text)
    } catch {
      console.print(desk.reason(error)[language], .warning)
      return nil
    }
  }

  /// Without a person at the terminal a failed write ends the run; a person can make room and retry.
  var isUnattended: Bool { !lines.isInteractive }

  /// Says how an answer was understood, unless it is kept just as it was written.
  func echo(_ value: AnswerValue, said line: String, for question: Question) {
    switch question.ask.type {
    case .paste, .file: guard value == .skipped else { return }
    case .text, .phone: guard value != .text(line.trimmingBlanks) else { return }
    default: break
    }
    console.print(
      AssistantWords.understood(question.printed(value, in: language))[language], .quiet)
  }

  private func joined(_ pasted: [String], for question: Question) -> String? {
    switch question.ask.type {
    case .paste: return pasted.joined(separator: "\n")
    default:
      if pasted.count == 1 { return pasted[0] }
      console.print(AssistantWords.pastedLines(pasted.count)[language], .warning)
      return nil
    }
  }

  /// Prints a question with its number on the way: that of the next one, or its own where it is asked again.
  func show(_ question: Question) {
    console.space()
    let place = interview.trail.firstIndex { $0.key == question.key } ?? interview.trail.count
    let number = AssistantWords.number(place + 1)[language]
    console.print("\(number) · \(question.text(in: language))", .strong)
    showOptions(of: question)
    if let guess = question.guess {
      let value = question.printed(guess, in: language)
      let words =
        question.guessSources.contains("Notice")
        ? AssistantWords.guess(value) : AssistantWords.suggestion(value)
      console.print(words[language], .good)
    }
    if let earlier = question.earlier {
      console.print(
        AssistantWords.earlier(question.printed(earlier, in: language))[language], .good)
    }
    if question.ask.type == .paste, !(console.isAccessible && saidFirstHint) {
      console.print(AssistantWords.pasteHint[language], .quiet)
    }
    if !saidFirstHint { console.print(AssistantWords.firstHint(isKept: isKept)[language], .quiet) }
    saidFirstHint = true
    offerCompletions(for: question)
  }

  private func showOptions(of question: Question) {
    let options = question.ask.type.options
    console.printNumbered(options.map { $0.label[language] })
    if let skip = question.skipLabel(in: language) {
      console.print(Console.marked("-", skip, among: options.count))
    }
    if case .multi = question.ask.type { console.print(AssistantWords.multiHint[language], .quiet) }
  }

  /// What Tab offers: commands after a colon; else the options' ids, or the names of files.
  private func offerCompletions(for question: Question? = nil) {
    if question == nil { lines.useHistory("command") }
    let ids = question?.ask.type.options.map(\.id) ?? []
    let files = question?.ask.type == .file ? desk.files : .none
    lines.setCompletion { line, cursor in
      let begun = String(String.UnicodeScalarView(line.unicodeScalars.prefix(cursor)))
      if begun.first == ":" || begun.first == "：" {
        return ConsoleCommand.completions(of: begun)
          .map { Completion($0, replaces: begun.unicodeScalars.count) }
      }
      let word = begun.split(separator: " ").last.map(String.init) ?? ""
      let options = ids.filter { $0.hasPrefix(word) }
        .map { Completion($0, replaces: word.unicodeScalars.count) }
      let paths = files.names(begun).map { path in
        Completion(path, replaces: begun.unicodeScalars.count, isWhole: path.last != "/")
      }
      return options + paths
    }
  }

  // MARK: Keeping

  /// Writes an event into the journal; says so and returns false where that fails.
  func keep(_ value: AnswerValue, at key: String, kind: RecordKind) -> Bool {
    keep(JournalEntry(day: today(), kind: kind, key: key, value: value.journal))
  }

  func keep(_ entry: JournalEntry) -> Bool {
    do {
      try desk.append(entry)
      replay.take(entry)
      return true
    } catch {
      console.print(
        AssistantWords.journalFailed(desk.reason(error)[language])[language], .warning)
      return false
    }
  }

  // MARK: Review, end, fault

  private func review(_ page: ReviewPage) -> Ending? {
    console.space()
    console.printNumbered(page.items.map(line(for:)))
    console.print(AssistantWords.reviewHint[language], .quiet)
    offerCompletions()
    while true {
      switch lines.readLine(prompt: console.prompt) {
      case .line(let line):
        interruptions = 0
        if let command = ConsoleCommand(line) {
          switch run(command, at: nil) {
          case .stay: continue
          case .again: return nil
          case .leave(let ending): return ending
          }
        }
        let word = line.trimmingBlanks
        if word.isEmpty || word == "=" {
          guard keep(.confirmed, at: page.key, kind: .answer) else {
            if isUnattended { return .cannotWrite }
            continue
          }
          interview.answer(.confirmed, on: today())
          return nil
        }
        guard let number = Int(word), page.items.indices.contains(number - 1) else {
          console.print(AssistantWords.reviewHint[language], .warning)
          continue
        }
        if case .leave(let ending) = changeAnswer(page.items[number - 1]) { return ending }
        return nil
      case .paste:
        interruptions = 0
        console.print(AssistantWords.reviewHint[language], .warning)
      case .interrupted: if interruptedTwice() { return .interrupted }
      case .endOfInput: return endOfInput()
      }
    }
  }

  func line(for item: AnsweredQuestion) -> String {
    let answer = item.question.printed(item.given.value, in: language)
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: true)
    let first = lines.first.map(String.init) ?? ""
    let short = lines.count > 1 ? first + " …" : first
    return item.question.text(in: language) + (language == .zh ? " → " : " → ") + short
  }

  private func end(_ page: OutcomePage) -> Ending? {
    let transcript = currentTranscript
    if replay.outcome != page.id || transcript != shownTranscript {
      if replay.outcome != page.id,
        !keep(JournalEntry(day: today(), kind: .outcome, key: page.id)), isUnattended
      {
        return .cannotWrite
      }
      OutcomePrinter(console: console, language: language).print(transcript)
      guard saveTranscript() else { return .cannotWrite }
      shownTranscript = transcript
    }
    guard lines.isInteractive else { return afterEndOnPipe() }
    console.space()
    console.print(AssistantWords.atTheEnd[language], .quiet)
    offerCompletions()
    while true {
      switch lines.readLine(prompt: console.prompt) {
      case .line(let line):
        if let command = ConsoleCommand(line) {
          switch run(command, at: nil) {
          case .stay: continue
          case .again: return nil
          case .leave: return finish()
          }
        }
        if line.trimmingBlanks.isEmpty { return finish() }
        console.print(AssistantWords.atTheEnd[language], .quiet)
      case .paste: console.print(AssistantWords.atTheEnd[language], .quiet)
      case .interrupted, .endOfInput: return finish()
      }
    }
  }

  /// A pipe may still hold commands after the outcome; other lines are not for this session.
  private func afterEndOnPipe() -> Ending? {
    while case .line(let line) = lines.readLine(prompt: Prompt("")) {
      guard let command = ConsoleCommand(line) else { continue }
      switch run(command, at: nil) {
      case .stay: continue
      case .again: return nil
      case .leave: return finish()
      }
    }
    return finish()
  }

  /// Leaves the outcome; what was added since (a note) goes into the saved transcript first.
  private func finish() -> Ending {
    guard savedTranscript == currentTranscript || saveTranscript() else { return .cannotWrite }
    return .finished
  }

  private func stop(_ fault: FlowFault) -> Ending {
    console.print(fault.message[language], .warning)
    return .faulty
  }

  /// The transcript of the interview as it stands.
  var currentTranscript: Transcript { desk.transcript(interview, replay, language) }

  func saveTranscript() -> Bool {
    let transcript = currentTranscript
    do {
      guard let path = try desk.saveTranscript(transcript) else { return true }
      savedTranscript = transcript
      console.space()
      console.print(AssistantWords.transcriptAt(path)[language])
      return true
    } catch {
      console.print(
        AssistantWords.transcriptFailed(desk.reason(error)[language])[language], .warning)
      return lines.isInteractive
    }
  }

  // MARK: Leaving

  /// Whether answers are kept; a trial run keeps none.
  private var isKept: Bool { desk.place != nil }

  private func endOfInput() -> Ending {
    if !lines.isInteractive { console.print(AssistantWords.inputEnded(isKept: isKept)[language]) }
    console.print(AssistantWords.saved(desk.place)[language])
    return lines.isInteractive ? .left : .inputEnded
  }

  private func interruptedTwice() -> Bool {
    interruptions += 1
    guard interruptions < 2 else {
      console.print(AssistantWords.saved(desk.place)[language])
      return true
    }
    console.print(AssistantWords.interrupted(isKept: isKept)[language], .quiet)
    return false
  }
}
