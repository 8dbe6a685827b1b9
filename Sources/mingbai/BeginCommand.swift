import ArgumentParser
import Assistant
import FlowLanguage
import Glibc
import LineEditing
import Sessions
import Wording

/// Bare `mingbai`: goes on with an unfinished session, or asks what happened and begins a flow.
///
/// From a pipe it begins the main flow.
struct BeginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "begin", abstract: "开始或接着上次 / begin, or go on where you left", shouldDisplay: false
  )

  @OptionGroup var options: CommonOptions

  func run() throws {
    var options = options
    let runner = try SessionRunner(options)
    guard runner.lines.isInteractive else {
      try runner.start(Shelf.mainFlow, language: options.lang ?? .zh)
      return
    }
    let menu = Menu(lines: runner.lines, console: Console.standard(runner.lines))
    if options.lang == nil, Surroundings.language == nil {
      // Asked once: from then on the newest session tells.
      let earlier = (try? runner.store.list())?.sessions.first?.language
      guard let language = earlier ?? menu.chooseLanguage() else { return }
      options.lang = language
    }
    let language = options.language
    try runner.prepare(language)
    menu.welcome(language)
    if let unfinished = try unfinished(in: runner.store, language) {
      switch menu.offerResume(unfinished, language) {
      case .yes: return try SessionRunner(options).resume(unfinished.id)
      case .no: break
      case .leave: return
      }
    }
    guard let flow = menu.chooseFlow(try runner.shelf.offers(), language) else { return }
    try SessionRunner(options).start(flow, language: language)
  }

  private func unfinished(in store: SessionStore, _ language: Language) throws -> SessionSummary? {
    do throws(SessionError) {
      return try store.list().sessions.first { !$0.isFinished && $0.answerCount > 0 }
    } catch {
      Exit.say(error.message, language)
      return nil
    }
  }
}

/// `mingbai start [FLOW]`.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "开始一个流程 / begin a flow")

  @Argument(help: "流程的 id / the flow's id. (默认 / default: \(Shelf.mainFlow))")
  var flow: String = Shelf.mainFlow

  @OptionGroup var options: CommonOptions

  func run() throws {
    let runner = try SessionRunner(options)
    let piped = runner.lines.isInteractive ? options.language : options.lang ?? .zh
    try runner.start(flow, language: piped)
  }
}

/// `mingbai resume [SESSION]`.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "接着上次 / go on with a session")

  @Argument(help: "会话的 id / the session's id. (默认最近的 / default: the latest unfinished one)")
  var session: String?

  @Flag(help: "流程更新过时换到新版 / move the session to today's flows where they changed.")
  var migrate = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let runner = try SessionRunner(options)
    try runner.resume(try id(in: runner.store), migrating: migrate)
  }

  private func id(in store: SessionStore) throws -> SessionID {
    if let session {
      guard let id = SessionID(session) else {
        Exit.say(Words.noID(session), options.language)
        throw Exit.noInput
      }
      return id
    }
    let list: SessionList
    do throws(SessionError) {
      list = try store.list()
    } catch {
      Exit.say(error.message, options.language)
      throw error.exitCode
    }
    for (_, error) in list.unreadable.sorted(by: { $0.key < $1.key }) {
      Exit.say(error.message, options.language)
    }
    guard let latest = list.sessions.first(where: { !$0.isFinished }) ?? list.sessions.first else {
      if let error = list.unreadable.values.first { throw error.exitCode }
      Exit.say(Words.none, options.language)
      throw Exit.noInput
    }
    return latest.id
  }

  private enum Words {
    static func noID(_ text: String) -> BilingualText {
      BilingualText(zh: "“\(text)”不是会话 id。", en: "\"\(text)\" is no session id")
    }
    static let none = BilingualText(
      zh: "还没有会话。运行 mingbai 开始。", en: "there is no session yet; run mingbai to begin")
  }
}
