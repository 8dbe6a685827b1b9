import Transcripts
import FlowEngine
import LineEditing
import MoneyAndDates
import Sessions
import Wording

extension Conversation {
  /// What follows a command.
  enum AfterCommand {
    /// The same prompt waits on.
    case stay
    /// The interview stands elsewhere; show where.
    case again
    /// The conversation ends.
    case leave(Ending)
  }

  /// Carries out a command, at a question or at a review or the end.
  func run(_ command: ConsoleCommand, at question: Question?) -> AfterCommand {
    switch command {
    case .back: return goBack()
    case .change(let which): return change(which)
    case .why:
      console.print(question?.why(in: language) ?? AssistantWords.noWhy[language])
    case .review: showAnswers()
    case .help: showHelp(for: question)
    case .note(let text): return note(text)
    case .log(let text): return log(text)
    case .plan: showPlans()
    case .letters: showLetters()
    case .transcript: _ = saveTranscript()
    case .save: console.print(AssistantWords.saved(desk.place)[language])
    case .quit:
      console.print(AssistantWords.saved(desk.place)[language])
      return .leave(.left)
    case .language(let code): return changeLanguage(code)
    case .unknown(let name):
      let names = name.isEmpty ? [] : ConsoleCommand.names(beginning: name, in: language)
      let words =
        names.count > 1
        ? AssistantWords.severalCommands(name, names) : AssistantWords.unknownCommand(name)
      console.print(words[language], .warning)
    }
    return .stay
  }

  private func goBack() -> AfterCommand {
    var ahead = interview
    let taken = ahead.goBack()
    guard !taken.isEmpty else {
      console.print(AssistantWords.nothingBefore[language])
      return .stay
    }
    for key in taken {
      guard keep(JournalEntry(day: today(), kind: .back, key: key)) else { return notKept }
    }
    interview = ahead
    eventsWereRewound()
    return .again
  }

  private func change(_ which: String) -> AfterCommand {
    let trail = interview.trail
    let found = Int(which).flatMap { trail.indices.contains($0 - 1) ? trail[$0 - 1] : nil }
    guard let item = found ?? trail.last(where: { $0.key == which || $0.question.node == which })
    else {
      showAnswers()
      console.print(AssistantWords.changeWhich[language])
      return .stay
    }
    return changeAnswer(item)
  }

  /// What follows an event that could not be kept: from a pipe, the answers that come next were
  /// meant for another place, so nothing may go on.
  private var notKept: AfterCommand { isUnattended ? .leave(.cannotWrite) : .stay }

  /// Asks an earlier question again and walks the way anew with the new answer; `:back`, `:change`
  /// and Ctrl-C leave it as it was.
  func changeAnswer(_ item: AnsweredQuestion) -> AfterCommand {
    let question = item.question.offering(item.given.value)
    console.print(AssistantWords.changing(question.text(in: language))[language], .strong)
    show(question)
    while true {
      switch arrival(at: question) {
      case .refused: continue
      case .leave(let ending): return .leave(ending)
      case .cancelled, .command(.back), .command(.change):
        console.print(AssistantWords.unchanged[language])
        return .again
      case .command(let command):
        switch run(command, at: question) {
        case .stay: continue
        case .again: show(question)
        case .leave(let ending): return .leave(ending)
        }
      case .text(let line):
        guard let value = answer(in: line, to: question) else { continue }
        guard keep(value, at: question.key, kind: value == .skipped ? .skip : .change) else {
          if isUnattended { return .leave(.cannotWrite) }
          continue
        }
        echo(value, said: line, for: question)
        interview.change(question.key, to: value, on: today())
        eventsWereRewound()
        return .again
      }
    }
  }

  private func showAnswers() {
    let trail = interview.trail
    if trail.isEmpty { console.print(AssistantWords.nothingAnswered[language]) }
    console.printNumbered(trail.map(line(for:)))
  }

  private func showHelp(for question: Question?) {
    if let help = question?.help(in: language) { console.print(help) }
    if let why = question?.why(in: language) { console.print(why, .quiet) }
    console.space()
    console.print(AssistantWords.commands[language])
    console.printPairs(ConsoleCommand.table.map { (names($0), $0.about[language]) })
  }

  private func names(_ entry: (names: [String], about: BilingualText)) -> String {
    entry.names.map { ":" + $0 }.joined(separator: " ")
  }

  private func note(_ text: String) -> AfterCommand {
    guard !text.isEmpty else {
      console.print(AssistantWords.emptyNote[language], .warning)
      return .stay
    }
    guard keep(JournalEntry(day: today(), kind: .note, value: .string(text))) else {
      return notKept
    }
    console.print(AssistantWords.noted[language])
    return .stay
  }

  /// Writes down a call or visit: a text after the command at once, else part by part.
  private func log(_ text: String) -> AfterCommand {
    var parts = ["", "", "", text]
    if text.isEmpty {
      switch askForCall() {
      case .written(let written): parts = written
      case .left:
        console.print(AssistantWords.notLogged[language])
        return .stay
      case .quit:
        console.print(AssistantWords.notLogged[language])
        return run(.quit, at: nil)
      }
    }
    let contact = LoggedContact(
      day: today(), time: parts[0], number: parts[1], party: parts[2], words: parts[3])
    guard !contact.isEmpty else {
      console.print(AssistantWords.notLogged[language])
      return .stay
    }
    guard keep(JournalEntry(day: today(), kind: .log, value: contact.journal)) else {
      return notKept
    }
    console.print(AssistantWords.logged(replay.contacts.count)[language])
    console.print("  " + parts.filter { !$0.isEmpty }.joined(separator: " · "), .quiet)
    return .stay
  }

  /// What came of asking for a call.
  private enum CallAnswer {
    case written([String])
    case left
    case quit
  }

  /// Asks for the parts of a call or visit; `:back` goes to the part before, Ctrl-C leaves it.
  private func askForCall() -> CallAnswer {
    var parts = AssistantWords.logParts.map { _ in "" }
    var index = 0
    console.print(AssistantWords.logHint[language], .quiet)
    while index < parts.count {
      console.print(AssistantWords.logParts[index][language])
      switch lines.readLine(prompt: console.prompt) {
      case .line(let line):
        // A command is no part of a call: it would stand in the record as a number or a name.
        switch ConsoleCommand(line) {
        case nil:
          parts[index] = line.trimmingBlanks
          index += 1
        case .back: index -= 1
        case .quit: return .quit
        case .help: console.print(AssistantWords.logHint[language], .quiet)
        default: console.print(AssistantWords.logFirst[language], .warning)
        }
        guard index >= 0 else { return .left }
      case .paste(let pasted):
        parts[index] = pasted.joined(separator: " ").trimmingBlanks
        index += 1
      case .interrupted, .endOfInput: return .left
      }
    }
    return .written(parts)
  }

  private func showPlans() {
    let plans = currentTranscript.plans
    if plans.isEmpty { console.print(AssistantWords.noPlans[language]) }
    for plan in plans {
      console.space()
      console.print(plan.title, .strong)
      console.printLaidOut(plan.text)
    }
  }

  private func showLetters() {
    let letters = currentTranscript.letters
    if letters.isEmpty { console.print(AssistantWords.noLetters[language]) }
    for letter in letters { OutcomePrinter(console: console, language: language).print(letter) }
  }

  private func changeLanguage(_ code: String) -> AfterCommand {
    guard let new = code.isEmpty ? (language == .zh ? .en : .zh) : Language(spoken: code) else {
      console.print(AssistantWords.whichLanguage[language], .warning)
      return .stay
    }
    guard keep(JournalEntry(day: today(), kind: .lang, value: .string(new.rawValue))) else {
      return notKept
    }
    language = new
    interview.language = new
    return .again
  }
}
