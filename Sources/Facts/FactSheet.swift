import MoneyAndDates
import Wording

/// One fact in full, for reading: what it says, the numbers to call, how well and since when it is
/// known, and every source with its day and address.
package struct FactSheet: Sendable {
  private let fact: Fact
  private let day: CalendarDate

  /// The sheet of a fact as it stands on a day.
  package init(_ fact: Fact, on day: CalendarDate) {
    self.fact = fact
    self.day = day
  }

  /// The sheet's lines in a language; the first names the fact by key and title.
  package func lines(in language: Language) -> [String] {
    [BilingualText(zh: "\(fact.id)  \(fact.title.zh)", en: "\(fact.id)  \(fact.title.en)")]
      .appending(fact.statement, numbers, support, review, force, status)
      .map { $0[language] }.filter { !$0.isEmpty }
      + fact.sources.map { source(of: $0)[language] }
  }

  private var numbers: BilingualText {
    guard fact.numbers.isEmpty else {
      let shown = fact.numbers.map { "☎ \($0)" }.joined(separator: "\n")
      return BilingualText(zh: shown, en: shown)
    }
    return fact.id.utf8.starts(with: "institution.".utf8)
      ? Words.noNumber : BilingualText(zh: "", en: "")
  }

  private var support: BilingualText {
    let (asOf, grade) = (Words.asOf(fact.asOf), fact.confidence.label)
    return BilingualText(zh: "\(asOf.zh)；\(grade.zh)", en: "\(asOf.en); \(grade.en)")
  }

  private var review: BilingualText {
    guard let last = fact.reviewBy else { return Words.history }
    return fact.provenance.isStale(on: day) ? Words.overdue(last) : Words.due(last)
  }

  private var force: BilingualText {
    let note = fact.validity.note
    let begun =
      fact.validity.from.map {
        BilingualText(zh: "施行：\($0.iso)", en: "in force from: \($0.iso)")
      } ?? (note == nil ? Words.noForce : Words.force)
    return BilingualText(
      zh: begun.zh + (note.map { begun.zh.hasSuffix("：") ? $0.zh : "；\($0.zh)" } ?? ""),
      en: begun.en + (note.map { begun.en.hasSuffix(":") ? " \($0.en)" : "; \($0.en)" } ?? ""))
  }

  private var status: BilingualText {
    let label = fact.status.label
    guard let heir = fact.validity.replacedBy else { return label }
    return BilingualText(zh: "\(label.zh)；由 \(heir) 取代", en: "\(label.en); replaced by \(heir)")
  }

  private func source(of source: FactSource) -> BilingualText {
    let asOf = Words.asOf(source.asOf)
    let address = source.url.isEmpty ? "" : " \(source.url)"
    return BilingualText(
      zh: "- \(source.title)（\(asOf.zh)）\(address)", en: "- \(source.title) (\(asOf.en))\(address)")
  }

  private enum Words {
    static let noNumber = BilingualText(
      zh: "没有核实过的号码：看合同、自己装的 App 里、银行卡背面",
      en:
        "no verified number: it is on your contract, in the app you installed yourself, on the card's back"
    )
    static let history = BilingualText(zh: "历史记录，不用复核", en: "history, needs no review")
    static let force = BilingualText(zh: "施行：", en: "in force from:")
    static let noForce = BilingualText(
      zh: "施行：不适用（这类事实没有施行日，看“截至”）",
      en: "in force from: none (facts of this kind have no such day; see \"as of\")")
    static func asOf(_ asOf: AsOf?) -> BilingualText {
      guard let asOf, asOf.day != nil else { return BilingualText(zh: "日期不明", en: "undated") }
      return BilingualText(zh: "截至 \(asOf.text)", en: "as of \(asOf.text)")
    }
    static func due(_ day: CalendarDate) -> BilingualText {
      BilingualText(zh: "复核日：\(day.iso)", en: "to be reviewed by: \(day.iso)")
    }
    static func overdue(_ day: CalendarDate) -> BilingualText {
      BilingualText(
        zh: "已过复核日（\(day.iso)），请先核对是否有变化",
        en: "past its review date (\(day.iso)); check whether it still holds")
    }
  }
}

extension [BilingualText] {
  fileprivate func appending(_ more: BilingualText...) -> [BilingualText] { self + more }
}

extension Confidence {
  /// The grade in words.
  package var label: BilingualText {
    switch self {
    case .verified: BilingualText(zh: "已核实", en: "verified")
    case .single: BilingualText(zh: "单一来源", en: "one source")
    case .reported: BilingualText(zh: "只见于转述，未核实", en: "reported only, not verified")
    }
  }
}

extension Fact.Status {
  /// The status in words.
  package var label: BilingualText {
    switch self {
    case .inForce: BilingualText(zh: "有效", en: "it holds")
    case .replaced: BilingualText(zh: "已被取代", en: "no longer holds")
    case .closed: BilingualText(zh: "已经结束", en: "over")
    case .mediaOnly:
      BilingualText(zh: "只见于报道，不能作为依据", en: "known from the press only, no ground")
    case .superseded:
      BilingualText(zh: "名义上还在，实际用新的规定", en: "formally standing, newer rules are used")
    }
  }
}

extension Fact {
  /// What it says with its key and its day behind it, and a warning where it is past its review:
  /// `….（rule.COL-02，截至 2025-03-15；已过复核日，请先核对）`.
  package func quoted(on day: CalendarDate, in language: Language) -> String {
    let date = asOf.flatMap { $0.day == nil ? nil : $0.text }
    let isPast = provenance.isStale(on: day)
    return switch language {
    case .zh:
      "\(statement.zh)（\(id)，\(date.map { "截至 \($0)" } ?? "日期不明")\(isPast ? "；已过复核日，请先核对" : "")）"
    case .en:
      "\(statement.en) (\(id), \(date.map { "as of \($0)" } ?? "undated")\(isPast ? "; past its review date, check it first" : ""))"
    }
  }
}
