import ArgumentParser
import FlowChecking
import FlowLanguage
import JSONText
import SourceText
import Wording

/// `mingbai flow check [FILE…]`.
struct FlowCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "检查流程文件，列出全部错误 / check flow files; lists every fault",
    discussion: """
      例子 / Examples:
        mingbai flow check                    全部自带的流程 / all shipped flows
        mingbai flow check my.flow.yaml       一个文件 / one file, beside the shipped ones
        mingbai flow check --json             每行一个 JSON / one JSON object a line
        mingbai flow check --flows my-flows --accept-translations
                                              两种语言核对过了 / the translations were compared
      """)

  @Argument(help: "流程文件 / flow files; the shipped flows stand beside them.")
  var files: [String] = []

  @Flag(help: "每行一个 JSON 对象，没有别的 / one JSON object a line and nothing else.")
  var json = false

  @Flag(
    help: """
      把现有译文记为核对过（写进流程旁边的 translations.lock）/ \
      note the translations as compared, in translations.lock beside the flows.
      """)
  var acceptTranslations = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let shelf = try options.shelf()
    let given = try files.map(options.source)
    if acceptTranslations { try accept(shelf, given) }
    let report = SlowWork.run(options.language) {
      FlowReport(shelf: shelf, given: given, on: options.day)
    }
    let errors = report.diagnostics.count { $0.severity == .error }
    if json {
      for diagnostic in report.diagnostics { print(diagnostic.json.jsonText) }
    } else {
      // Facts age everywhere at once: without named files they are told in one line.
      let aged = given.isEmpty ? report.diagnostics.filter(\.isFactDueForReview) : []
      let shown = report.diagnostics.filter { aged.isEmpty || !$0.isFactDueForReview }
      Exit.list(shown, sources: report.sources, options.language)
      print(summary(report, errors, warnings: shown.count - errors)[options.language])
      let facts = Set(aged.map(\.message)).count
      if facts > 0 { print(Words.dueForReview(facts)[options.language]) }
    }
    if errors > 0 { throw Exit.badData }
  }

  private func summary(
    _ report: FlowReport, _ errors: Int, warnings: Int
  ) -> BilingualText {
    func count(_ number: Int, _ word: String) -> String {
      "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return BilingualText(
      zh: "检查了 \(report.flowCount) 个流程：\(errors) 个错误，\(warnings) 个提醒",
      en:
        "\(count(report.flowCount, "flow")) checked: \(count(errors, "error")), \(count(warnings, "warning"))"
    )
  }

  /// Writes the lock of each folder concerned: that of `--flows`, or those of the given files.
  private func accept(_ shelf: Shelf, _ given: [SourceText]) throws {
    let folders =
      given.isEmpty ? options.flows.map { [$0] } ?? [] : given.map { folder(of: $0.name) }
    guard !folders.isEmpty else {
      Exit.say(Words.whichFlows, options.language)
      throw ExitCode(64)
    }
    for folder in Set(folders).sorted() {
      let sources = try DataFolder(path: folder).flows()
      let flows = sources.compactMap { FlowReader.read($0).flow }
      let lock = TranslationLock(accepting: FlowLibrary(flows: flows))
      let path = "\(folder)/\(DataFolder.lockName)"
      do throws(TextFiles.Failure) {
        try TextFiles.write(lock.file, to: path)
      } catch {
        Exit.say(error.words, options.language)
        throw Exit.cannotWrite
      }
      if !json { print(Words.accepted(path, flows.count)[options.language].safeForTerminal) }
    }
  }

  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private enum Words {
    static let whichFlows = BilingualText(
      zh: "请写明是哪些流程：给出文件，或 --flows 目录",
      en: "say which flows: name their files, or --flows FOLDER")
    static func dueForReview(_ count: Int) -> BilingualText {
      BilingualText(
        zh: "另有 \(count) 条用到的事实过了复核日：mingbai facts check 可以列出，记录里也会注明",
        en:
          count == 1
          ? "besides, 1 fact in use is past its review date: mingbai facts check lists it, transcripts say so"
          : "besides, \(count) facts in use are past their review date: mingbai facts check lists them, transcripts say so"
      )
    }
    static func accepted(_ path: String, _ flows: Int) -> BilingualText {
      BilingualText(
        zh: "\(path)：记下了 \(flows) 个流程的译文",
        en: "\(path): the translations of \(flows) flows were noted")
    }
  }
}

extension Diagnostic {
  /// Whether it warns of a fact past its review date.
  fileprivate var isFactDueForReview: Bool { severity == .warning && check == "fact" }

  /// `{"file","line","column","severity","check","zh","en","path"?}`.
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("file", .string(file)), ("line", .int(position.line)),
      ("column", .int(position.column)), ("severity", .string(severity.rawValue)),
      ("check", .string(check)), ("zh", .string(message.zh)), ("en", .string(message.en)),
    ]
    if !path.isEmpty { members.append(("path", .array(path.map(JSONValue.string)))) }
    return .object(members)
  }
}
