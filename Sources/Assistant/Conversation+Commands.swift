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
    case .note(let text): note(text)
    case .letters: showLetters()
    case .transcript: _ = saveTranscript()
    case .save: console.print(AssistantWords.saved(desk.place)[language])
    case .quit:
      console.print(AssistantWords.saved(desk.place)[language])
      return .leave(.left)
    case .language(let code): return changeLanguage(code)
    case .unknown(let name):
      console.print(AssistantWords.unknownCommand(name)[language], .warning)
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
      guard keep(JournalEntry(day: today(), kind: .back, key: key)) else { return .stay }
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
    if let ending = changeAnswer(item) { return .leave(ending) }
    return .again
  }

  /// Asks an earlier question again and walks the way anew with the new answer.
  func changeAnswer(_ item: AnsweredQuestion) -> Ending? {
    let question = item.question.offering(item.given.value)
    console.print(AssistantWords.changing(question.text(in: language))[language], .strong)
    show(question)
    while true {
      let event =
        question.ask.type == .paste
        ? lines.readPaste(prompt: Prompt("> ")) { $0.trimmingBlanks.isEmpty || $0 == "-" }
        : lines.readLine(prompt: Prompt("> "))
      let line: String
      switch event {
      case .line(let typed): line = typed
      case .paste(let pasted): line = pasted.joined(separator: "\n")
      case .interrupted: return nil
      case .endOfInput:
        console.print(AssistantWords.saved(desk.place)[language])
        return lines.isInteractive ? .left : .inputEnded
      }
      if ConsoleCommand(line) != nil { return nil }
      guard case .answer(let value) = reader.read(line, for: question, today: today()),
        question.problem(with: value, in: language) == nil
      else {
        console.print(AssistantWords.askedAgain[language], .warning)
        continue
      }
      guard keep(value, at: question.key, kind: value == .skipped ? .skip : .change) else {
        return lines.isInteractive ? nil : .cannotWrite
      }
      interview.change(question.key, to: value, on: today())
      eventsWereRewound()
      return nil
    }
  }

  private func showAnswers() {
    let trail = interview.trail
    if trail.isEmpty { console.print(AssistantWords.nothingAnswered[language]) }
    for (index, item) in trail.enumerated() {
      console.print("  \(index + 1)  \(line(for: item))")
    }
  }

  private func showHelp(for question: Question?) {
    if let help = question?.help(in: language) { console.print(help) }
    if let why = question?.why(in: language) { console.print(why, .quiet) }
    console.space()
    console.print(AssistantWords.commands[language])
    let width = ConsoleCommand.table.map { names($0).displayWidth }.max() ?? 0
    for entry in ConsoleCommand.table {
      let gap = String(repeating: " ", count: width - names(entry).displayWidth + 2)
      console.print("  \(names(entry))\(gap)\(entry.about[language])")
    }
  }

  private func names(_ entry: (names: [String], about: BilingualText)) -> String {
    entry.names.map { ":" + $0 }.joined(separator: " ")
  }

  private func note(_ text: String) {
    guard !text.isEmpty else {
      console.print(AssistantWords.emptyNote[language], .warning)
      return
    }
    if keep(JournalEntry(day: today(), kind: .note, value: .string(text))) {
      console.print(AssistantWords.noted[language])
    }
  }

  private func showLetters() {
    let letters = desk.transcript(interview, replay.notes, language).letters
    if letters.isEmpty { console.print(AssistantWords.noLetters[language]) }
    for letter in letters { OutcomePrinter(console: console, language: language).print(letter) }
  }

  private func changeLanguage(_ code: String) -> AfterCommand {
    let new =
      Language(rawValue: code.lowercased())
      ?? (code.isEmpty ? (language == .zh ? .en : .zh) : language)
    guard keep(JournalEntry(day: today(), kind: .lang, value: .string(new.rawValue))) else {
      return .stay
    }
    language = new
    interview.language = new
    return .again
  }
}
