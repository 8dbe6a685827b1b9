import ShippedFlows
import Facts
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Sessions
import SourceText
import Testing
import Transcripts
import Wording

@testable import Assistant

/// A conversation in memory: script in, printed text and journal entries out.
///
/// Before every input the session is taken up anew from its journal; it must stand where the
/// conversation stands and give the same transcript, byte for byte.
final class TalkingTest {
  struct DiskFull: Error {}

  let programs: ProgramLibrary
  let flow: String
  private(set) var entries: [JournalEntry] = []
  private(set) var saved: [Transcript] = []
  private(set) var printed = ""
  /// How many writes fail from now on.
  var failingWrites = 0
  var failingSaves = 0
  /// Whether there is a session; a trial run has none.
  var keepsAnswers = true
  var day: CalendarDate
  /// The files that can be named.
  var files = NamedFiles.none
  private(set) var lines: ScriptedLines?
  private let builder: TranscriptBuilder

  init(
    _ programs: ProgramLibrary, flow: String, facts: FactBook = FactBook([]),
    day: CalendarDate = ShippedFlows.today
  ) {
    self.programs = programs
    self.flow = flow
    self.day = day
    self.builder = TranscriptBuilder(facts: facts)
  }

  /// Runs a conversation from the journal so far.
  func run(_ script: ScriptedLines.Input..., interactive: Bool = true) -> Conversation.Ending {
    var rest = script[...]
    return run(interactive: interactive) { _ in rest.popFirst() }
  }

  /// Runs a conversation whose inputs depend on the key that waits.
  func run(
    interactive: Bool = true, language: Language = .zh,
    next: @escaping (String?) -> ScriptedLines.Input?
  ) -> Conversation.Ending {
    let replay = SessionReplay(entries)
    var conversation: Conversation?
    let lines = ScriptedLines(isInteractive: interactive) {
      conversation.map { self.compareWithReloaded($0, language) }
      return next(conversation?.interview.pendingKey)
    }
    self.lines = lines
    let talk = Conversation(
      interview(replay, language), replay: replay, lines: lines,
      console: Console(
        look: { TextLook(colour: false, columns: nil, accessible: false) },
        sink: { self.printed += $0 }),
      desk: desk, reader: AnswerReader(TalkingTest.plainWords), today: { self.day })
    conversation = talk
    defer { conversation = nil }
    return talk.run()
  }

  /// The session as a new program would take it up from the journal.
  func interview(_ replay: SessionReplay, _ language: Language = .zh) -> Interview {
    Interview(
      programs, flow: flow, answers: replay.answers, today: day,
      language: replay.language ?? language)
  }

  private func compareWithReloaded(_ conversation: Conversation, _ language: Language) {
    let replay = SessionReplay(entries)
    let fresh = interview(replay, language)
    #expect(fresh.pendingKey == conversation.interview.pendingKey)
    let again = builder.transcript(
      of: fresh, notes: notes(replay), contactLog: replay.contacts, in: conversation.language,
      masked: true)
    #expect(again.markdown.utf8.elementsEqual(conversation.currentTranscript.markdown.utf8))
  }

  private func notes(_ replay: SessionReplay) -> [TranscriptBuilder.Note] {
    replay.notes.map { (day: $0.day, text: $0.text) }
  }

  private var desk: SessionDesk {
    SessionDesk(
      append: { entry in
        guard self.failingWrites == 0 else {
          self.failingWrites -= 1
          throw DiskFull()
        }
        self.entries.append(entry)
      }, place: keepsAnswers ? "会话 A" : nil,
      transcript: { interview, replay, language in
        self.builder.transcript(
          of: interview, notes: self.notes(replay), contactLog: replay.contacts,
          in: language, masked: true)
      },
      saveTranscript: { transcript in
        guard self.failingSaves == 0 else {
          self.failingSaves -= 1
          throw DiskFull()
        }
        self.saved.append(transcript)
        return "记录.md"
      }, files: files, reason: { _ in BilingualText(zh: "磁盘满了", en: "the disk is full") })
  }

  /// Numbers and days in their plain form only.
  private static let plainWords = AnswerReader.Understanding(
    money: { Money(yuan: $0) }, dates: { text, _ in CalendarDate(iso: text).map { [$0] } ?? [] },
    integer: { text, _ in Int64(text) },
    rate: { text, basis in
      text.hasSuffix("%")
        ? Int64(text.dropLast()).flatMap { Rate(digits: $0, scale: 2, basis: basis) } : nil
    })

  /// What was printed since the last look.
  func newText() -> String {
    defer { printed = "" }
    return printed
  }
}

/// A small flow with a question of each kind that matters to the conversation.
enum SmallFlow {
  static let text = """
    schema: 1
    flow: small
    version: 1
    title: {zh: "小流程", en: "Small flow"}
    start: hello
    vars:
      known: {type: tri}
      text: {type: text}
      owed: {type: money}
      name: {type: text}
      sender: {type: phone}
    nodes:
      hello: {say: {zh: "你好。", en: "Hello."}, next: known}
      known:
        ask: tri
        text: {zh: "认识吗？", en: "Do you know them?"}
        why: {zh: "因为要先认识。", en: "Because that comes first."}
        help: {zh: "看看合同。", en: "Look at your contract."}
        set: {known: "answer"}
        next: {"yes": paste, "no": stranger, "unsure": paste}
      paste:
        ask: paste
        text: {zh: "请粘贴。", en: "Please paste."}
        set: {text: "answer"}
        skip: {set: {text: "''"}}
        next: sender
      sender:
        ask: phone
        text: {zh: "哪个号码？", en: "Which number?"}
        set: {sender: "answer"}
        skip: {}
        next: owed
      owed:
        ask: money
        text: {zh: "欠多少？", en: "How much?"}
        guess: "money('500')"
        check: [{that: "answer > money('0')", say: {zh: "要大于 0。", en: "Above 0."}}]
        set: {owed: "answer"}
        next: name
      name:
        ask: text
        text: {zh: "名字？", en: "Name?"}
        set: {name: "answer"}
        next: review
      review: {review: [known, owed, name], next: done}
      stranger: {outcome: stranger, title: {zh: "先核实", en: "Verify first"}}
      done:
        outcome: done
        title: {zh: "{name}：{owed}", en: "{name}: {owed}"}
        letters: [sample]
        steps: [{do: {zh: "写信", en: "Write"}, by: "today + 1"}]
    """

  static let letter = """
    ---
    id: sample
    title: "样信"
    addressee: "对方"
    fields:
      your_name: {zh: "你的姓名", en: "your name"}
    ---
    致{{name}}：欠{{owed}}。{{your_name}}
    """

  static func programs() throws -> ProgramLibrary {
    let flow = try #require(FlowReader.read(SourceText(name: "small.flow.yaml", text: text)).flow)
    let letter = try #require(
      LetterReader.read(SourceText(name: "sample.zh.md", text: letter)).letter)
    let library = FlowLibrary(flows: [flow], letters: [letter])
    let (program, found) = FlowProgram.compile(flow, in: library, environment: .standard)
    return ProgramLibrary([try #require(program, "\(found.map { $0.line(in: .en) })")])
  }

  static func talk() throws -> TalkingTest { TalkingTest(try programs(), flow: "small") }
}
