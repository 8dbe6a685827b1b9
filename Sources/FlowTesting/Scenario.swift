import FlowEngine
import FlowLanguage
import MoneyAndDates
import SourceText
import Wording

/// A scripted run of a flow: answers by key, and what must come of them.
package struct Scenario: Hashable, Sendable {
  /// An answer as the author wrote it.
  package enum Answer: Hashable, Sendable {
    /// One value: an option's id, a number, a date, a text; `-` skips.
    case one(String)
    /// Several options of a multi.
    case several([String])
  }

  /// The scenario's name.
  package let name: Name
  /// The file it stands in.
  package let source: SourceText
  /// The flow it runs.
  package let flow: Name
  /// The language it runs in.
  package let language: Language
  /// The day that `today` means all along.
  package let today: CalendarDate
  /// The answers by key.
  package let answers: [String: Answer]
  /// Where each answer's key stands.
  package let places: [String: SourceRange]
  /// The outcome that must be reached.
  package let outcome: Name
  /// Keys of questions that must come in this order (others may stand between); empty for any.
  package let path: [Name]
  /// Variables of the flow and what they must print as; empty for any.
  package let facts: [String: String]
  /// The letters that must be offered; `nil` for any.
  package let letters: [String]?
  /// Where each of the facts stands.
  let factPlaces: [String: SourceRange]
  /// Where the letters stand; `nil` where any will do.
  let lettersPlace: SourceRange?
}

extension Scenario.Answer {
  /// The answer as the question takes it; `nil` where it is none for this kind of question.
  func value(for question: Question) -> AnswerValue? {
    switch (self, question.ask.type) {
    case (.one("-"), _) where question.ask.skip != nil: .skipped
    case (.several(let ids), .multi(let options)):
      Scenario.arranged(ids, options).map(AnswerValue.options)
    case (.one(""), .multi): .options([])
    case (.one(let id), .multi): .options([id])
    case (.one(let id), .tri), (.one(let id), .choice): .option(id)
    case (.one(let text), .integer): Int64(text).map(AnswerValue.integer)
    case (.one(let text), .money): Money(yuan: text).map(AnswerValue.money)
    case (.one(let text), .date): CalendarDate(iso: text).map(AnswerValue.date)
    case (.one(let text), .percent(let per)): Scenario.rate(text, per).map(AnswerValue.percent)
    case (.one(let text), .text), (.one(let text), .phone), (.one(let text), .paste),
      (.one(let text), .file):
      text.isEmpty ? nil : .text(text)
    default: nil
    }
  }
}

extension Scenario {
  /// Options in the order in which they are offered, as a person's answer has them; `nil` where one
  /// stands twice.
  fileprivate static func arranged(_ ids: [String], _ options: [Option]) -> [String]? {
    guard Set(ids).count == ids.count else { return nil }
    let known = options.map(\.id).filter(ids.contains)
    return known + ids.filter { !known.contains($0) }
  }

  /// `18.25%` on the basis the question asks for.
  fileprivate static func rate(_ text: String, _ per: RatePeriod?) -> Rate? {
    guard text.hasSuffix("%") else { return nil }
    let number = text.dropLast()
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int64(parts.joined()) else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    let basis: RateBasis =
      switch per {
      case .day: .perDay
      case .month: .perMonth
      case .year, nil: .perYear
      }
    return Rate(digits: digits, scale: decimals + 2, basis: basis)
  }
}

extension Question {
  /// How a scenario writes an answer to it.
  var writtenForm: BilingualText {
    switch ask.type {
    case .integer: BilingualText(zh: "写成 \"3\" 这样", en: "write it like \"3\"")
    case .money: BilingualText(zh: "写成 \"1800.50\" 这样", en: "write it like \"1800.50\"")
    case .date: BilingualText(zh: "写成 2026-11-21 这样", en: "write it like 2026-11-21")
    case .percent: BilingualText(zh: "写成 \"18%\" 这样", en: "write it like \"18%\"")
    case .multi:
      BilingualText(
        zh: "写成列表，每个选项至多一次，没有就写 []；\(options.zh)",
        en: "write a list with each option once at most, [] for none; \(options.en)")
    case .tri, .choice: options
    default: BilingualText(zh: "写一段不空的文字", en: "write a text that is not empty")
    }
  }

  private var options: BilingualText {
    let ids = ask.type.options.map { "\"\($0.id)\"" }
    let more = ids.count > 8 ? " …" : ""
    return BilingualText(
      zh: "选项有 \(ids.prefix(8).joined(separator: "、"))\(more)",
      en: "the options are \(ids.prefix(8).joined(separator: ", "))\(more)")
  }
}
