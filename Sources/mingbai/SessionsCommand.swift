import ArgumentParser
import Assistant
import FlowEngine
import MoneyAndDates
import Sessions
import Transcripts
import Wording

/// `mingbai sessions …`: saved sessions.
struct SessionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "保存的会话 / saved sessions",
    discussion: """
      例子 / Examples:
        mingbai sessions                                   列出 / list
        mingbai sessions show 20261121-k3vq7d              看一个 / look at one
        mingbai sessions export 20261121-k3vq7d --format html > record.html
        mingbai sessions export 20261121-k3vq7d --repro > problem.json
      """,
    subcommands: [
      SessionsListCommand.self, SessionsShowCommand.self, SessionsExportCommand.self,
      SessionsImportCommand.self, SessionsDeleteCommand.self,
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
    if list.sessions.isEmpty, list.unreadable.isEmpty { Exit.say(Words.none, options.language) }
  }

  private func line(for session: SessionSummary) -> String {
    let language = options.language
    let state = (session.isFinished ? Words.finished : Words.open)[language]
    let answers = Words.answers(session.answerCount)[language]
    let age = Words.age(options.day.days(since: session.lastDay))[language]
    let place = Words.place(session.flow, session.lastKey)[language]
    return "\(session.id)  \(age)  \(state)  \(answers)  \(session.title[language])\(place)"
      .safeForTerminal
  }

  private enum Words {
    static let none = BilingualText(zh: "还没有会话。", en: "There are no sessions yet.")
    static let finished = BilingualText(zh: "已走完", en: "finished")
    static let open = BilingualText(zh: "未走完", en: "open    ")
    static func answers(_ count: Int) -> BilingualText {
      BilingualText(zh: "答了 \(count) 题", en: "\(count) answered")
    }
    static func place(_ flow: String, _ key: String?) -> BilingualText {
      BilingualText(
        zh: "（\(flow)\(key.map { "，停在 \($0)" } ?? "")）",
        en: " (\(flow)\(key.map { ", last: \($0)" } ?? ""))")
    }
    static func age(_ days: Int) -> BilingualText {
      switch days {
      case ...0: BilingualText(zh: "今天", en: "today")
      case 1: BilingualText(zh: "昨天", en: "yesterday")
      default: BilingualText(zh: "\(days) 天前", en: "\(days) days ago")
      }
    }
  }
}

/// `mingbai sessions show SESSION`.
struct SessionsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "看一个会话走到哪里、答了什么 / where a session stands, what was answered")

  @Argument(help: "会话的 id / the session's id.")
  var session: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let saved = try SavedSession(session, options, try options.shelf())
    let language = options.language
    let transcript = saved.transcript(masked: true)
    var lines = [
      saved.header.title[language],
      Words.begun(saved.header.day, saved.records.last?.entry.day ?? saved.header.day)[language],
    ]
    for (index, answer) in transcript.answers.enumerated() {
      let first = answer.answer.split(separator: "\n").first.map(String.init) ?? ""
      lines.append("  \(index + 1)  \(answer.question) → \(first)")
    }
    switch saved.interview.state {
    case .asking(let question):
      lines.append(Words.waiting(question.text(in: language))[language])
    case .reviewing: lines.append(Words.review[language])
    case .ended: lines.append(Words.ended(transcript.verdict?.title ?? "")[language])
    case .stopped(let fault): lines.append(fault.message[language])
    }
    let counts = (saved.replay.notes.count, saved.replay.contacts.count)
    if counts != (0, 0) { lines.append(Words.extras(counts.0, counts.1)[language]) }
    let path = SessionStore(folder: options.dataFolder).path(of: saved.header.id)
    lines.append(Words.place(path)[language])
    print(lines.joined(separator: "\n").safeForTerminal)
  }

  private enum Words {
    static func begun(_ first: CalendarDate, _ last: CalendarDate) -> BilingualText {
      BilingualText(
        zh: "\(first.iso) 开始，最近一次 \(last.iso)", en: "begun \(first.iso), last used \(last.iso)")
    }
    static func waiting(_ question: String) -> BilingualText {
      BilingualText(zh: "等着回答：\(question)", en: "Waiting for an answer: \(question)")
    }
    static let review = BilingualText(
      zh: "等着核对前面的回答。", en: "Waiting for the answers to be looked over.")
    static func ended(_ title: String) -> BilingualText {
      BilingualText(zh: "已走完：\(title)", en: "Finished: \(title)")
    }
    static func extras(_ notes: Int, _ contacts: Int) -> BilingualText {
      BilingualText(
        zh: "备注 \(notes) 条，来电和上门 \(contacts) 次", en: "\(notes) notes, \(contacts) calls and visits")
    }
    static func place(_ path: String) -> BilingualText {
      BilingualText(zh: "存在：\(path)", en: "kept in: \(path)")
    }
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
    let id = try SavedSession.id(session, options)
    do throws(SessionError) {
      try SessionStore(folder: options.dataFolder).delete(id)
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    TextFiles.remove("\(options.dataFolder)/transcripts/\(id).md")
    print(
      BilingualText(
        zh: "已删除 \(id)。你另外导出的文件、磁盘快照和备份里的副本，这里删不到。",
        en:
          "Deleted \(id). Files you exported, snapshots and backups of the disk can't be reached from here."
      )[
        options.language])
  }
}
