import Expressions
import Facts
import Foundation
import MoneyAndDates
import Notices
import Recognizers
import SourceText
import Testing

@testable import CoreFunctions

/// The cores over the shipped facts, and expressions evaluated in them.
enum ShippedCores {
  static let cores: Cores = {
    let facts = FactBook(FactBook.fileNames.map(source))
    let cues = CueBook.read(source("cues.yaml")).book
    let recognizer = Recognizer(
      numbering: NumberingPlan(text: text("numbering-plan.csv")),
      suffixes: PublicSuffixes(text: text("public-suffixes.txt")),
      holidays: HolidayCalendar(csv: text("holidays.csv")))
    return Cores(
      facts: facts, reader: NoticeReader(recognizer: recognizer, facts: facts, cues: cues),
      assessor: Assessor(EvidenceTable.read(source("evidence.yaml"), cues: cues).table),
      holidays: HolidayCalendar(csv: text("holidays.csv")))
  }()

  static let environment = cores.environment

  /// The day that `today` means in these tests.
  static let today = CalendarDate(iso: "2026-11-21") ?? .first

  /// An invented message with most things a collection text has.
  static let message = """
    【青禾小额贷款】陈先生您好：
    您的借款合同 QH20260301-12 已逾期45天，
    应还本金2,400.00元、利息96.30元、违约金310.50元，请于11月25日17:00前
    点击 qinghe-pay.top/k/3Fa 或致电 ①⑦①-4444-0188 处理，
    逾时将上门走访并上报征信。拒收请回复R
    """

  /// The value of an expression that may read `msg`, `sender`, `today` and `lang`; absent fields may be read bare.
  static func value(
    _ expression: String, lang: String = "zh", sender: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Value {
    let checked = Expression.check(
      expression, environment: environment,
      variables: ["msg": .string, "sender": .string, "today": .date, "lang": .string],
      allowingAbsent: true)
    guard case .success(let program) = checked else {
      Issue.record("\(expression): \(checked)", sourceLocation: sourceLocation)
      throw Unchecked()
    }
    return program.evaluate { name in
      switch name {
      case "msg": .string(message)
      case "sender": .string(sender)
      case "today": .date(today)
      case "lang": .string(lang)
      default: nil
      }
    }
  }

  static func string(_ expression: String, lang: String = "zh") throws -> String {
    guard case .string(let text) = try value(expression, lang: lang) else { throw Unchecked() }
    return text
  }

  static func isTrue(_ expression: String) throws -> Bool {
    if case .bool(true) = try value(expression) { true } else { false }
  }

  struct Unchecked: Error {}

  static func source(_ name: String) -> SourceText { SourceText(name: name, text: text(name)) }

  private static func text(_ name: String) -> String {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "flows/facts").appending(path: name)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
