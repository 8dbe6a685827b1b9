import MoneyAndDates
import Wording

/// A term or figure that a rule sets for an event, from `deadlines.csv`.
package struct LegalTermFact: Hashable, Sendable {
  /// What the amount counts.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Hours, counted from the minute.
    case hours
    /// Calendar days.
    case calendarDays = "calendar"
    /// Working days.
    case workingDays = "working"
    /// Months.
    case months
    /// Years.
    case years
    /// A limit for each day, no term.
    case perDay = "per_day"
    /// A limit for each year, no term.
    case perYear = "per_year"
    /// Hours of each day, `22:00-08:00`.
    case daily
    /// People.
    case persons
    /// A day of the calendar.
    case date

    /// Whether an amount can be of this unit: a whole number from 1, two times of day, or a day.
    func takes(_ amount: String) -> Bool {
      switch self {
      case .date: return CalendarDate(iso: amount) != nil
      case .daily:
        let times = amount.utf8.split(
          separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return times.count == 2 && times.allSatisfy(Unit.isTimeOfDay)
      default:
        return amount.utf8.allSatisfy { (0x30...0x39).contains($0) } && amount.utf8.count <= 5
          && Int(amount).map { $0 > 0 } ?? false
      }
    }

    /// `22:00`.
    private static func isTimeOfDay(_ text: Substring.UTF8View) -> Bool {
      let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      let numbers = parts.compactMap { part in
        part.count == 2 && part.allSatisfy { (0x30...0x39).contains($0) }
          ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
      }
      return parts.count == 2 && numbers.count == 2 && numbers[0] < 24 && numbers[1] < 60
    }
  }

  /// Its key: `lawsuit_answer`.
  package let event: String
  /// What it is.
  package let title: BilingualText
  /// Who must act: `user`, `lender`, `court`, ….
  package let actor: String
  /// The amount as written: `15`, `22:00-08:00`, `2026-03-31`.
  package let amount: String
  /// What it counts.
  package let unit: Unit
  /// From what the term runs; empty where nothing runs.
  package let countedFrom: BilingualText
  /// The rules that set it, as ids of facts.
  package let rules: [String]
  /// Since when, and what replaced it.
  package let validity: Validity
  /// Where it comes from.
  package let provenance: Provenance

  /// The amount as a whole number; `nil` for hours and days of the calendar.
  package var count: Int? { Int(amount) }
  /// The amount as a day; `nil` for anything else.
  package var date: CalendarDate? { CalendarDate(iso: amount) }
}
