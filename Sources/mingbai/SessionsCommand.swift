import ArgumentParser
import Assistant
import FlowEngine
import Sessions
import Transcripts
import Wording

/// `mingbai sessions …`: saved sessions.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "保存的会话 / saved sessions",
    subcommands: [
      SessionsListCommand.self, SessionsExportCommand.self, SessionsDeleteCommand.self,
    ], defaultSubcommand: SessionsListCommand.self)
}

/// `mingbai sessions list`.
struct SessionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出会话 / list sessions")

  @OptionGroup var options: CommonOptions

  func run() throws {
    let store = SessionStore(folder: options.dataFolder)
    let list: SessionList
    do throws(SessionError) {
      list = try store.list()
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    for session in list.sessions { print(line(for: session)) }
    for (_, error) in list.unreadable.sorted(by: { $0.key < $1.key }) {
      Exit.say(error.message, options.language)
    }
    if list.sessions.isEmpty { Exit.say(Words.none, options.language) }
  }

  private func line(for session: SessionSummary) -> String {
    let state = (session.isFinished ? Words.finished : Words.open)[options.language]
    let answers = Words.answers(session.answerCount)[options.language]
    return
      "\(session.id)  \(session.lastDay.iso)  \(state)  \(answers)  \(session.title[options.language])"
      .safeForTerminal
  }

  private enum Words {
    static let none = BilingualText(zh: "还没有会话。", en: "There are no sessions yet.")
    static let finished = BilingualText(zh: "已走完", en: "finished")
    static let open = BilingualText(zh: "未走完", en: "open    ")
    static func answers(_ count: Int) -> BilingualText {
      BilingualText(zh: "答了 \(count) 题", en: "\(count) answered")
    }
  }
}

/// `mingbai sessions export SESSION`.
struct SessionsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "把会话写成记录 / print a session's transcript (Markdown)")

  @Argument(help: "会话的 id / the session's id.")
  var session: String

  @Flag(help: "不遮盖个人号码 / do not mask personal numbers.")
  var full = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    let store = SessionStore(folder: options.dataFolder)
    guard let id = SessionID(session) else { throw Exit.noInput }
    let read: (header: JournalHeader, records: [JournalRecord])
    do throws(SessionError) {
      read = try store.read(id)
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    let replay = SessionReplay(read.records.map(\.entry))
    let language = options.lang ?? replay.language ?? read.header.language
    let kept = (try? store.keptFlow(read.header.flowHash)).flatMap { $0 }
    let programs = try kept.flatMap(shelf.programs(from:)) ?? shelf.programs(language)
    let newest = read.records.last?.entry.day ?? read.header.day
    let interview = Interview(
      programs, flow: read.header.flow, answers: replay.answers, today: newest, language: language)
    let transcript = TranscriptBuilder(facts: shelf.facts).transcript(
      of: interview, notes: replay.notes.map { (day: $0.day, text: $0.text) }, in: language,
      masked: !full)
    print(transcript.markdown, terminator: "")
  }
}

/// `mingbai sessions delete SESSION`.
struct SessionsDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "删除会话 / delete a session",
    discussion: """
      删掉会话的回答、流程副本和记录。磁盘快照、备份里的副本删不到。
      Deletes the answers, the kept flow files and the transcript. Copies in snapshots or backups of
      the disk can't be reached.
      """)

  @Argument(help: "会话的 id / the session's id.")
  var session: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard let id = SessionID(session) else { throw Exit.noInput }
    do throws(SessionError) {
      try SessionStore(folder: options.dataFolder).delete(id)
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    TextFiles.remove("\(options.dataFolder)/transcripts/\(id).md")
    print(BilingualText(zh: "已删除 \(id)。", en: "Deleted \(id).")[options.language])
  }
}
