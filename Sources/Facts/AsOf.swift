import MoneyAndDates

/// The day (or month, or year) for which a source states a fact; may be unknown.
package struct AsOf: Hashable, Sendable {
  /// As the source has it: `2026-05-07`, `2025-02`, `2025` or `undated`.
  package let text: String
  /// The last day of that period; `nil` when undated.
  package let day: CalendarDate?
  /// The first day of that period; `nil` when undated.
  package var firstDay: CalendarDate? {
    CalendarDate(iso: text) ?? CalendarDate(iso: text + "-01") ?? CalendarDate(iso: text + "-01-01")
  }

  /// Reads one of the four forms; `nil` for anything else.
  package init?(_ text: String) {
    self.text = text
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    switch (text.utf8.count, parts.count) {
    case (7, 1): day = nil
    case (10, 3): day = CalendarDate(iso: text)
    case (7, 2): day = AsOf.lastDay(ofMonth: text)
    case (4, 1): day = CalendarDate(iso: text + "-12-31")
    default: return nil
    }
    guard day != nil || text == "undated" else { return nil }
  }

  private static func lastDay(ofMonth text: String) -> CalendarDate? {
    CalendarDate(iso: text + "-01")?.adding(months: 1)?.adding(days: -1)
  }
}
