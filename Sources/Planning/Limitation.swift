import MoneyAndDates

/// When a claim's limitation period ends 诉讼时效: arithmetic only, the rules are LIM-01 to LIM-04.
///
/// It counts from the earliest due date, or from the last one where the dates are instalments of one
/// debt. An act that restarts it (a demand, a part payment, a request for time…) counts when it falls
/// after the start and no later than the last day; later acts are ignored here, for their effect is
/// a legal question (LIM-04).
package struct Limitation: Hashable, Sendable {
  /// The day it runs from, after the last act that restarted it.
  package let start: CalendarDate
  /// The last day of the period.
  package let lastDay: CalendarDate
  /// The acts that restarted it, ascending.
  package let restarts: [CalendarDate]
  /// Whether it is over on the day asked about.
  package let isExpired: Bool
  /// Days from the day asked about to the last day; negative when it is over.
  package let daysLeft: Int
  /// The ids of the rules it rests on.
  package let rules: [String]

  /// The limitation of a claim on `day`; `term` is the fact `limitation_years`.
  package init(
    dueDates: [CalendarDate], areInstalmentsOfOneDebt: Bool, restarts acts: [CalendarDate],
    term: LegalTerm, on day: CalendarDate
  ) throws(PlanningFault) {
    guard let first = areInstalmentsOfOneDebt ? dueDates.max() : dueDates.min() else {
      throw .emptyList
    }
    var start = first
    var last = try Limitation.end(of: term, from: start)
    var effective: [CalendarDate] = []
    for act in acts.sorted() where act > start && act <= last {
      effective.append(act)
      start = act
      last = try Limitation.end(of: term, from: act)
    }
    self.start = start
    lastDay = last
    self.restarts = effective
    isExpired = day > last
    daysLeft = last.days(since: day)
    rules = term.rules
  }

  private static func end(
    of term: LegalTerm, from start: CalendarDate
  ) throws(PlanningFault) -> CalendarDate {
    guard let last = try Deadline(term, from: start, holidays: nil).lastDay else {
      throw .dateOutOfRange
    }
    return last
  }
}
