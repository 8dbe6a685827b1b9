import ArgumentParser
import Assistant
import FlowEngine
import FlowLanguage
import Glibc
import LineEditing
import MoneyAndDates
import Sessions
import Statements
import Transcripts
import Wording

/// Runs a conversation on a session: opens or creates its journal, talks, ends with an exit code.
struct SessionRunner {
  let options: CommonOptions
  let shelf: Shelf
  let store: SessionStore
  let lines: any LineSource

  init(_ options: CommonOptions) throws {
    self.options = options
    self.lines = TerminalLineSource() ?? PipeLineSource()
    self.shelf = try options.shelf()
    self.store = SessionStore(folder: options.dataFolder)
  }

  /// Prepares the data folder; says before the first question when nothing can be kept there.
  func prepare(_ language: Language) throws {
    do throws(SessionError) {
      for warning in try store.prepare() { Exit.say(warning.message, language) }
    } catch {
      Exit.say(error.message, language)
      throw error.exitCode
    }
  }

  /// Begins a session of a flow and runs it.
  func start(_ flow: String, language: Language) throws {
    try prepare(language)
    let programs = try shelf.programs(language, for: flow)
    guard let program = programs.program(flow) else {
      Exit.say(shelf.noFlow(flow), language)
      throw Exit.noInput
    }
    let session = newSession(of: program.flow, language)
    lines.whenWaiting {
      programs.readAll()
      session.make(language)
    }
    let interview = Interview(programs, flow: flow, today: options.day, language: language)
    try run(interview, replay: SessionReplay(), session: session)
  }

  /// A session of a flow, not yet on the disk.
  private func newSession(of flow: Flow, _ language: Language) -> BegunSession {
    var randomness = SystemRandomNumberGenerator()
    let id = SessionID(day: options.day, randomness: &randomness)
    let (store, shelf, day) = (store, shelf, options.day)
    return BegunSession(id: id, path: store.path(of: id)) { () throws(SessionError) in
      let kept = KeptFlow(shelf.files(of: flow.id))
      let header = JournalHeader(
        id: id, flow: flow.id, version: flow.version, flowHash: kept.hash,
        factsHash: ContentHash(editionOfFiles: shelf.factFiles),
        title: flow.title, language: language, day: day)
      return try store.create(header, keeping: kept)
    }
  }

  /// Opens a session and goes on at the question that waits.
  ///
  /// It goes on under the flow files it began with, unless those are gone or `migrating` asks for today's.
  func resume(_ id: SessionID, migrating: Bool = false) throws {
    let opened: SessionStore.Opened
    do throws(SessionError) {
      opened = try store.open(id)
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    let header = opened.journal.header
    var replay = SessionReplay(opened.records)
    let language = options.lang ?? replay.language ?? header.language
    for warning in opened.warnings { Exit.say(warning.message, language) }
    let state = try resumed(header, replay, migrating: migrating, language)
    let interview = Interview(
      state.programs, flow: header.flow, answers: state.answers, today: options.day,
      language: language)
    Exit.say(Words.resumed(header, interview.trail.count), language)
    do throws(SessionError) {
      for entry in state.entries(on: options.day) {
        try opened.journal.append(entry)
        replay.take(entry)
      }
    } catch {
      Exit.say(error.message, language)
      throw error.exitCode
    }
    lines.whenWaiting { state.programs.readAll() }
    try run(interview, replay: replay, session: BegunSession(opened.journal))
  }

  /// What a session goes on with: its flows, its answers, and the hash of today's flows where it was moved to them.
  private struct ResumedState {
    let programs: ProgramLibrary
    var answers: [String: GivenAnswer]
    var moves: [(old: String, new: String)] = []
    var movedTo: ContentHash?

    /// The records that make the journal say the same.
    func entries(on day: CalendarDate) -> [JournalEntry] {
      let moved = moves.flatMap { old, new -> [JournalEntry] in
        let answer = answers[new]
        return [
          JournalEntry(day: answer?.day ?? day, kind: .back, key: old),
          answer.map { JournalEntry(moved: $0, to: new) },
        ].compactMap(\.self)
      }
      let value = movedTo.map { JournalValue.string($0.description) } ?? .null
      return moved + [JournalEntry(day: day, kind: .resumed, value: value)]
    }
  }

  /// The flows a session runs under: those it began with (or was moved to), kept by their hash, where they differ
  /// from today's and can still be read; else today's, with the answers moved to them.
  private func resumed(
    _ header: JournalHeader, _ replay: SessionReplay, migrating: Bool, _ language: Language
  ) throws -> ResumedState {
    let hash = replay.movedTo.flatMap(ContentHash.init(hex:)) ?? header.flowHash
    let unchanged = {
      ResumedState(
        programs: try shelf.programs(language, for: header.flow), answers: replay.answers)
    }
    if let kept = store.uncheckedFlow(hash), shelf.areUnchanged(kept, of: header.flow) {
      return try unchanged()
    }
    let today = KeptFlow(shelf.files(of: header.flow))
    guard hash != today.hash else { return try unchanged() }
    let kept = (try? store.keptFlow(hash)).flatMap { $0 }.flatMap(shelf.programs(from:))
    if let kept, !migrating {
      Exit.say(Words.keptFlow(header.id), language)
      return ResumedState(programs: kept, answers: replay.answers)
    }
    let programs = try shelf.programs(language, for: header.flow)
    guard programs.program(header.flow) != nil else {
      Exit.say(shelf.noFlow(header.flow), language)
      throw Exit.noInput
    }
    if kept == nil { Exit.say(Words.newFlow, language) }
    let migration = AnswerMigration(
      from: kept, to: programs, flow: header.flow, answers: replay.answers, today: options.day,
      language: language)
    for line in migration.report(in: language) { Exit.say(line) }
    do throws(SessionError) {
      try store.keepFlow(today)
    } catch {
      Exit.say(error.message, language)
      throw error.exitCode
    }
    return ResumedState(
      programs: programs, answers: migration.answers, moves: migration.moves, movedTo: today.hash)
  }

  /// Walks through a flow without keeping anything.
  func tryOut(_ flow: String, language: Language) throws {
    let programs = try shelf.programs(language)
    let interview = Interview(programs, flow: flow, today: options.day, language: language)
    try run(interview, replay: SessionReplay(), session: nil)
  }

  private func run(_ interview: Interview, replay: SessionReplay, session: BegunSession?) throws {
    let day = options.day
    let fixed = options.today != nil
    let conversation = Conversation(
      interview, replay: replay, lines: lines, console: Console.standard(lines),
      desk: desk(session), reader: AnswerReader(shelf.understanding),
      today: { fixed ? day : max(day, Surroundings.today) })
    if let code = conversation.run().exitCode { throw code }
  }

  /// The world around a conversation; without a session nothing is kept.
  private func desk(_ session: BegunSession?) -> SessionDesk {
    let shelf = shelf
    let transcripts = options.dataFolder + "/transcripts"
    return SessionDesk(
      append: { try session?.journal().append($0) }, place: session?.path,
      transcript: { interview, replay, language in
        TranscriptBuilder(facts: shelf.facts)
          .transcript(of: interview, replay, in: language, masked: true)
      },
      saveTranscript: { transcript in
        guard let id = session?.id else { return nil }
        try TextFiles.makeFolder(transcripts)
        let path = "\(transcripts)/\(id).md"
        try TextFiles.write(transcript.markdown, to: path)
        return path
      },
      files: NamedFiles(
        text: { path in
          try SlowWork.run(options.language) {
            try SessionRunner.content(of: TextFiles.expanded(path))
          }
        },
        names: TextFiles.paths(beginning:)),
      reason: { error in
        (error as? SessionError)?.message ?? (error as? TextFiles.Failure)?.words
          ?? (error as? StatementRefusal)?.words
          ?? BilingualText(zh: "\(error)", en: "\(error)")
      })
  }

  /// What a file holds as a session keeps it: a statement as its transactions, anything else as text.
  private static func content(of path: String) throws -> String {
    let bytes = try TextFiles.bytes(path)
    do throws(StatementRefusal) {
      return try Statement(reading: bytes).keptText
    } catch {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw error }
      return text
    }
  }

  private enum Words {
    static func resumed(_ header: JournalHeader, _ answers: Int) -> BilingualText {
      BilingualText(
        zh: "接着上次：\(header.title.zh)（\(header.id)，已答 \(answers) 题）",
        en: "Going on: \(header.title.en) (\(header.id), \(answers) answered)")
    }
    static func keptFlow(_ id: SessionID) -> BilingualText {
      BilingualText(
        zh: "流程文件在这期间更新过；这次仍按你开始时的版本走。想换到新版：mingbai resume \(id) --migrate",
        en:
          "The flow files changed since; this session goes on with the version it began with. To move it to the new one: mingbai resume \(id) --migrate"
      )
    }
    static let newFlow = BilingualText(
      zh: "流程文件更新过，旧版本读不到了；按新版本接着走，不再适用的回答会重新问。",
      en:
        "The flow files changed and the old version can't be read; going on with the new one, answers that no longer fit are asked again."
    )
  }
}

extension SessionError {
  /// The exit code of a command that this error ends.
  var exitCode: ExitCode {
    switch self {
    case .openElsewhere: Exit.openElsewhere
    case .noSuchSession: Exit.noInput
    case .damaged, .laterFormat, .noJournal, .wrongFlowFiles: Exit.badData
    case .alreadyThere, .notOurs: Exit.cannotCreate
    case .changedUnderneath, .cannotWrite, .cannotRead: Exit.cannotWrite
    }
  }
}

extension Conversation.Ending {
  /// The exit code, `nil` for success.
  fileprivate var exitCode: ExitCode? {
    switch self {
    case .finished, .left: nil
    case .inputEnded: Exit.inputEnded
    case .interrupted: Exit.interrupted
    case .cannotWrite: Exit.cannotWrite
    case .faulty: Exit.badData
    }
  }
}

extension Console {
  /// Standard output, as the terminal and the environment want it.
  static func standard(_ lines: any LineSource) -> Console {
    let terminal = lines.isInteractive && Surroundings.outputIsTerminal
    let dumb = Surroundings.variable("TERM") == "dumb" || Surroundings.variable("TERM") == nil
    let colour = terminal && !dumb && Surroundings.variable("NO_COLOR") == nil
    let accessible = Surroundings.variable("ACCESSIBLE") == "1"
    return Console(
      look: {
        TextLook(
          colour: colour, columns: terminal ? Surroundings.columns : nil, accessible: accessible)
      },
      sink: { TextFiles.emit($0, to: STDOUT_FILENO) })
  }
}
