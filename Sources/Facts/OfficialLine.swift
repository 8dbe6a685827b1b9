import MoneyAndDates
import Wording

/// The telephone line of an institution that may be called to ask about a message: what the facts
/// hold of it, with source, day and confidence, or where to find it when they hold none.
package struct OfficialLine: Sendable {
  private let name: String
  private let facts: FactBook
  private let day: CalendarDate

  /// The line of the institution that goes by this name; an empty name is one that nobody gave.
  package init(of name: String, in facts: FactBook, on day: CalendarDate) {
    self.name = name
    self.facts = facts
    self.day = day
  }

  /// One line for each number, at most three; it never names a sales or collection line, nor a
  /// number of the lowest confidence.
  package func text(in language: Language) -> String {
    let named = facts.institutions(named: name)
    // A name that several share is nobody's: a number of the wrong one would mislead.
    guard named.count == 1, let institution = named.first else { return unknown[language] }
    let phones = institution.contactPhones.prefix(3)
    guard !phones.isEmpty else { return unverified(institution.name)[language] }
    return phones.map { line(of: $0, at: institution)[language] }.joined(separator: "\n")
  }

  private func line(of phone: Institution.Phone, at institution: Institution) -> BilingualText {
    let label = phone.label ?? BilingualText(zh: "客服", en: "service line")
    let origin = phone.provenance
    let source = origin.sources.first.flatMap { facts.source($0)?.title } ?? "—"
    let date = origin.asOf.flatMap { $0.day == nil ? nil : $0.text }
    let isPast = origin.isStale(on: day)
    let grade = origin.confidence.label
    let state = BilingualText(
      zh: "\(date.map { "截至 \($0)" } ?? "日期不明")；\(grade.zh)\(isPast ? "；已过复核日，请先和合同、卡背面对一对" : "")",
      en:
        "\(date.map { "as of \($0)" } ?? "undated"); \(grade.en)\(isPast ? "; past its review date, compare it with your contract or card" : "")"
    )
    return BilingualText(
      zh: "\(institution.name.zh) \(label.zh) \(phone.shown)（来源：\(source)；\(state.zh)）",
      en: "\(institution.name.en) \(label.en) \(phone.shown) (source: \(source); \(state.en))")
  }

  private func unverified(_ name: BilingualText) -> BilingualText {
    BilingualText(
      zh: "\(name.zh)：没有核实过的号码。看合同、自己装的 App 里、银行卡背面。",
      en:
        "\(name.en): no verified number. It is on your contract, in the app you installed yourself, on the card's back."
    )
  }

  private var unknown: BilingualText {
    BilingualText(
      zh: "这里没有核实过的号码：看合同、自己装的 App 里、银行卡背面。",
      en:
        "There is no verified number here: it is on your contract, in the app you installed yourself, on the card's back."
    )
  }
}
