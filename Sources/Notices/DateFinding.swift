import MoneyAndDates
import Wording

/// A clock time the text states.
package struct TimeFinding: Hashable, Sendable {
  /// `"18:00"`, `"24:00"` or `"noon"`.
  package let value: String
  /// The words.
  package let quote: Quote
}

/// A date the text states, with the part it plays.
package struct DateFinding: Hashable, Sendable {
  /// The parts a date can play.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// The day by which to pay or act.
    case due
    /// The day something happened.
    case event
    /// The month of a bill.
    case billMonth = "bill-month"
  }

  /// The value as written: `2026-07-23`, without a year `--07-15`, a day of the month `---25`, a
  /// month `--06`, each month `recur:---08`, relative `rel:today`, `rel:PT24H`, `rel:P2D`, of the
  /// lunar calendar `lunar:--10-01` (never converted, so `day` is `nil`).
  package let value: String
  /// The day it means, seen from the day of receipt; `nil` where that stays open.
  package let day: CalendarDate?
  /// The earliest day it can mean, where the day itself stays open: of a range of lengths, of hours
  /// from a receipt whose hour is not known, of working days past the known holidays.
  package let earliest: CalendarDate?
  /// The part it plays, `nil` when the text does not show it.
  package let role: Role?
  /// The words of the date itself, without 前.
  package let quote: Quote

  /// What stands in the place of a day that can't be told: the earliest one, or the date as written.
  package var openDay: BilingualText {
    if let earliest { return .notBefore(earliest) }
    if value.utf8.starts(with: "rel:".utf8) {
      return BilingualText(zh: "日子未定", en: "day not certain")
    }
    return isLunar
      ? BilingualText(zh: "农历（没有换算）", en: "lunar calendar (not converted)")
      : BilingualText(zh: value, en: value)
  }

  /// Whether it is a day of the lunar calendar.
  package var isLunar: Bool { value.utf8.starts(with: "lunar:".utf8) }
}

/// Until when the text wants something done.
package struct Deadline: Hashable, Sendable {
  /// The last day, `nil` where it can't be told.
  package let day: CalendarDate?
  /// The earliest day that can be the last one, where the last day can't be told.
  package let earliest: CalendarDate?
  /// Whether the day is one of the lunar calendar; then `day` is `nil`: it is not converted.
  package let isLunar: Bool
  /// The clock time of that day, `"18:00"`, when the text gives one.
  package let time: String?
  /// The words of date and time.
  package let quote: Quote

  /// What stands in the place of a day that can't be told.
  package var openDay: BilingualText {
    if let earliest { return .notBefore(earliest) }
    return isLunar
      ? BilingualText(
        zh: "农历的日子（没有换算成公历，请查日历）",
        en: "a day of the lunar calendar (not converted; look it up)")
      : BilingualText(zh: "日子未定", en: "day not certain")
  }
}

extension BilingualText {
  /// A day that is only known not to be earlier than another.
  fileprivate static func notBefore(_ day: CalendarDate) -> BilingualText {
    BilingualText(
      zh: "不早于 \(day.formatted(in: .zh))（到底哪天说不准，请问清楚）",
      en: "not before \(day.formatted(in: .en)) (the exact day is not certain; ask)")
  }
}

/// A count of days or of instalments: `37天`, `第3期`.
package struct CountFinding: Hashable, Sendable {
  /// The number, `nil` for "many" (多天).
  package let value: Int?
  /// The words.
  package let quote: Quote
}
