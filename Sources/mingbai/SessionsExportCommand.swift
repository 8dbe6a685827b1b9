import ArgumentParser
import Assistant
import JSONText
import Redaction
import Sessions
import Transcripts
import Wording

/// `mingbai sessions export SESSION`.
struct SessionsExportCommand: ParsableCommand {
  /// How a transcript is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case md
    case html
    case json
    case ics
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "把会话写成记录 / print a session's transcript",
    discussion: """
      例子 / Examples:
        mingbai sessions export 20261121-k3vq7d > record.md
        mingbai sessions export 20261121-k3vq7d --format html > record.html
        mingbai sessions export 20261121-k3vq7d --format ics > dates.ics
        mingbai sessions export 20261121-k3vq7d --letters letters/
        mingbai sessions export 20261121-k3vq7d --whole > session.json   (搬到另一台电脑 / to move it)
        mingbai sessions export 20261121-k3vq7d --repro > problem.json   (遮盖后报错用 / masked, to report a problem)
      """)

  @Argument(help: "会话的 id / the session's id.")
  var session: String

  @Option(help: "md, html, json, ics.")
  var format: Format = .md

  @Flag(help: "不遮盖个人号码 / do not mask personal numbers.")
  var full = false

  @Option(help: "每封信另存一个文件到这个目录 / save each letter as a file in this folder.")
  var letters: String?

  @Flag(help: "遮盖后的会话文件，能重现问题 / a masked session file that replays a problem.")
  var repro = false

  @Flag(help: "完整的会话文件，可用 import 读回 / the whole session file, for import.")
  var whole = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard [repro, whole, letters != nil].count(where: \.self) <= 1 else {
      throw ValidationError("--letters, --repro, --whole: 只能用一个 / only one of them")
    }
  }

  func run() throws {
    let shelf = try options.shelf()
    let saved = try SavedSession(session, options, shelf)
    if repro || whole { return try printSession(saved) }
    let transcript = saved.transcript(masked: !full)
    if let letters { return try save(transcript, in: letters, saved.language) }
    switch format {
    case .md: print(transcript.markdown, terminator: "")
    case .html: print(transcript.html, terminator: "")
    case .json: print(transcript.json.jsonText)
    case .ics:
      guard let calendar = transcript.calendar else {
        Exit.say(
          BilingualText(zh: "这个会话里还没有日期。", en: "There are no dates in this session yet."),
          saved.language)
        throw Exit.noInput
      }
      print(calendar.text, terminator: "")
    }
  }

  private func printSession(_ saved: SavedSession) throws {
    let store = SessionStore(folder: options.dataFolder)
    let hash = saved.replay.movedTo.flatMap(ContentHash.init(hex:)) ?? saved.header.flowHash
    let redactor = Redactor()
    do throws(SessionError) {
      let file = SessionFile(
        journal: try store.exported(
          saved.header.id, masking: repro ? { redactor.redact($0) } : nil),
        flows: try store.keptFlow(hash) ?? [:])
      print(file.json.jsonText)
      if repro { Exit.say(Words.look, options.language) }
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
  }

  private func save(_ transcript: Transcript, in folder: String, _ language: Language) throws {
    guard !transcript.letters.isEmpty else {
      Exit.say(
        BilingualText(zh: "这个会话里还没有信件。", en: "There are no letters in this session yet."), language)
      throw Exit.noInput
    }
    do throws(TextFiles.Failure) {
      try TextFiles.makeFolder(folder)
      for letter in transcript.letters {
        for (code, text) in [("zh", letter.zh), ("en", letter.en)] {
          guard let text else { continue }
          let path = "\(folder)/\(letter.id).\(code).txt"
          try TextFiles.write(text.safeForTerminal + "\n", to: path)
          print(path)
        }
      }
    } catch {
      Exit.say(error.words, language)
      throw Exit.cannotWrite
    }
  }
}

extension SessionsExportCommand {
  private enum Words {
    static let look = BilingualText(
      zh: "号码已遮盖；姓名和原话还在里面，发给别人之前请看一遍。",
      en:
        "Numbers are masked; names and words are still in it. Look through it before you pass it on."
    )
  }
}

/// `mingbai sessions import FILE`.
struct SessionsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "读回导出的会话文件（--whole 或 --repro） / take in a session file made by --whole or --repro")

  @Argument(help: "会话文件；- 是标准输入 / the session file; - is standard input.")
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let language = options.language
    let bytes: [UInt8]
    do throws(TextFiles.Failure) {
      bytes = try TextFiles.bytes(file)
    } catch {
      Exit.say(error.words, language)
      throw Exit.noInput
    }
    guard let session = SessionFile(bytes) else {
      Exit.say(Words.noSession(file), language)
      throw Exit.badData
    }
    let store = SessionStore(folder: options.dataFolder)
    do throws(SessionError) {
      let header = try add(session, to: store)
      if !session.flows.isEmpty {
        try store.keepFlow(KeptFlow(session.flows))
      }
      print(Words.added(header.id)[language])
    } catch {
      Exit.say(error.message, language)
      throw error.exitCode
    }
  }

  /// Under its own id, or under a fresh one where that is taken.
  private func add(
    _ session: SessionFile, to store: SessionStore
  ) throws(SessionError) -> JournalHeader {
    do throws(SessionError) {
      return try store.add(exported: session.journal)
    } catch {
      guard case .alreadyThere = error else { throw error }
      var randomness = SystemRandomNumberGenerator()
      return try store.add(
        exported: session.journal, as: SessionID(day: options.day, randomness: &randomness))
    }
  }

  private enum Words {
    static func noSession(_ file: String) -> BilingualText {
      BilingualText(
        zh: "\(file) 不是 mingbai 导出的会话文件。请用 sessions export --whole 导出的文件。",
        en: "\(file) is no session file. Use one made by sessions export --whole.")
    }
    static func added(_ id: SessionID) -> BilingualText {
      BilingualText(
        zh: "已读入会话 \(id)。运行 mingbai resume \(id) 接着来。",
        en: "Took in session \(id). Run mingbai resume \(id) to go on.")
    }
  }
}
