import ArgumentParser
import Charts
import CoreFunctions
import Glibc
import JSONText
import MoneyAndDates
import PlanFile
import PlanPage
import Planning
import SourceText
import Wording

/// `mingbai plan FILE`: debts and a budget, compared plans.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "欠款和预算（YAML）→ 几种还法对比 / debts and a budget (YAML), compared plans",
    discussion: """
      例子 / Examples:
        mingbai plan my.yaml
        mingbai plan my.yaml --html plan.html --ics days.ics
        mingbai plan my.yaml --json

      文件 / The file:
        budget: {income: 8000, essentials: {房租: 2200, 吃饭: 1800}, reserve: 300}
        debts:
          - name: 某银行信用卡
            lender: card          # bank consumer-finance small-loan card private unknown
            balance: 12000
            as_of: 2026-11-21
            rate: 0.05%/日        # 18.25%/年, 月0.6%, 万分之五/日, 18.25%/year
            minimum: {percent: "10%", floor: 100}      # 或 / or {amount: 300}
            late_fee: 50          # 可不写 / optional: late_fee rates offers contract platform
            rates: [{until: 2027-02-28, rate: 0%/年}]
            offers: [{amount: 9000, until: 2027-05-31}]
        horizon: 24               # 可不写 / optional: months; today: 2026-11-21
        order: [某银行信用卡]       # 可不写 / optional: 想按什么顺序还 / an order of your own
      """)

  @Argument(help: "欠款和预算的 YAML 文件；- 是标准输入 / the file; - is standard input.")
  var file: String

  @Flag(help: "输出 JSON / JSON on standard output.")
  var json = false

  @Option(help: "另存为网页 / also write a page that stands alone.")
  var html: String?

  @Option(help: "另存为日历 / also write a calendar (RFC 5545).")
  var ics: String?

  @Flag(help: "已有的文件也写 / overwrite files that are there.")
  var force = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let language = options.language
    for output in [html, ics].compactMap({ $0 }) where TextFiles.areOne(output, file) {
      Exit.say(
        BilingualText(
          zh: "\(output) 就是读的那个文件，不会写到它上面。换一个文件名。",
          en: "\(output) is the file that is read; it is not written over. Take another name."),
        language)
      throw Exit.cannotCreate
    }
    let comparison = try compare(in: language)
    if json {
      TextFiles.emit(comparison.json.jsonText + "\n", to: STDOUT_FILENO)
    } else {
      let content = PlanContent(comparison, in: language)
      TextFiles.emit(
        content.text(columns: Surroundings.columns, drawing: Surroundings.drawing),
        to: STDOUT_FILENO)
    }
    let content = PlanContent(comparison, in: language)
    if let html { try save(content.html, to: html) }
    if let ics {
      let calendar = content.calendar
      guard !calendar.events.isEmpty else {
        Exit.say(
          BilingualText(
            zh: "没有还款日可写，日历没有写出。", en: "There is no payment day, so no calendar was written."),
          language)
        return
      }
      try save(calendar.text, to: ics)
    }
  }

  private func compare(in language: Language) throws -> PlanComparison {
    let source: SourceText
    do throws(TextFiles.Failure) {
      source = try TextFiles.source(file)
    } catch {
      Exit.say(error.words, language)
      throw Exit.noInput
    }
    let (sheet, faults) = SheetReader.read(
      source, today: options.today, otherwise: Surroundings.today)
    Exit.list(faults, sources: [source], language)
    guard let sheet else { throw Exit.badData }
    let caps = LoanCaps(try options.shelf().facts)
    do throws(PlanningFault) {
      return try SlowWork.run(language) { () throws(PlanningFault) in
        try PlanComparison(sheet, caps: caps)
      }
    } catch {
      Exit.say("\(error.name): \(error.message[language])")
      throw Exit.badData
    }
  }

  private func save(_ text: String, to path: String) throws {
    let language = options.language
    do throws(TextFiles.Failure) {
      if force { try TextFiles.write(text, to: path) } else { try TextFiles.create(text, at: path) }
    } catch {
      Exit.say(error.words, language)
      if error.code == EEXIST {
        Exit.say(
          BilingualText(zh: "换一个文件名，或者加 --force。", en: "Take another name, or add --force."),
          language)
        throw Exit.cannotCreate
      }
      throw Exit.cannotWrite
    }
    Exit.say(BilingualText(zh: "已写到 \(path)", en: "Written to \(path)"), language)
  }
}

extension TextFiles {
  /// Writes a new file (0600); throws `EEXIST` where anything stands under that name.
  static func create(_ text: String, at path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno, isWriting: true) }
    var failure = writeAll(Array(text.utf8), to: descriptor)
    if failure == nil, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if let failure {
      remove(path)
      throw Failure(path: path, code: failure, isWriting: true)
    }
  }
}

extension Surroundings {
  /// How charts are drawn: dots on a terminal that can, letters on a dumb one and in files, words
  /// where `ACCESSIBLE=1` is set.
  static var drawing: TerminalDrawing {
    if variable("ACCESSIBLE") == "1" { return .words }
    guard outputIsTerminal, variable("TERM") != "dumb" else { return .letters }
    return .dots(colours: variable("NO_COLOR") == nil)
  }
}
