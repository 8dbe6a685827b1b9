import MoneyAndDates

/// When a claim's limitation period ends 诉讼时效: arithmetic only, the rules are LIM-01 to LIM-04.
///
/// It counts from the earliest due date, or from the last one where the dates are instalments of one
/// debt. An act that restarts it (a demand, a part payment, a request for time…) counts when it falls
/// after the start and before the period is over; what a later act does is a legal question (LIM-04),
/// so such acts are named and not counted.
package struct Limitation: Hashable, Sendable {
  /// The day it runs from, after the last act that restarted it.
  package let start: CalendarDate
  /// The last day of the period as counted.
  package let lastDay: CalendarDate
  /// The working day the last day rolls to; the last day itself where it is one; `nil` where the
  /// holidays of that time are unknown.
  package let rolledLastDay: CalendarDate?
  /// The last day of the longest period, which no act restarts; `nil` where none was given.
  package let longestLastDay: CalendarDate?
  /// The acts that restarted it, ascending.
  package let restarts: [CalendarDate]
  /// The acts after it was over, ascending: not counted.
  package let lateActs: [CalendarDate]
  /// Whether it is over on the day asked about.
  package let isExpired: Bool
  /// Days from the day asked about to the last day; negative when it is over.
  package let daysLeft: Int
  /// Whether it began before the law that the term rests on was in force.
  package let isOlderThanLaw: Bool
  /// The ids of the rules it rests on.
  package let rules: [String]

  /// The days within which a rest day could have moved the end, where the holidays are unknown: the
  /// longest holiday with the weekends beside it, and some to spare.
  private static let longestRoll = 15

  /// Whether it hangs on unknown holidays: the day asked about, or an act not counted, falls so
  /// shortly after the last day that a rest day might have moved it there.
  package let hangsOnHolidays: Bool

  /// The day it ends: rolled where that is known, and never later than the longest period.
  package var end: CalendarDate { Limitation.end(lastDay, rolledLastDay, longestLastDay) }

  /// The limitation of a claim on `day`.
  ///
  /// `term` is the fact `limitation_years`, `longest` the fact `limitation_max_years`, counted from the
  /// first start. Without `holidays` nothing rolls.
  package init(
    dueDates: [CalendarDate], areInstalmentsOfOneDebt: Bool, restarts acts: [CalendarDate],
    term: LegalTerm, longest: LegalTerm? = nil, holidays: HolidayCalendar? = nil,
    on day: CalendarDate
  ) throws(PlanningFault) {
    guard let first = areInstalmentsOfOneDebt ? dueDates.max() : dueDates.min() else {
      throw .emptyList
    }
    let limit = try longest.map { longest throws(PlanningFault) in
      try Limitation.last(of: longest, from: first, holidays: nil).counted
    }
    var start = first
    var last = try Limitation.last(of: term, from: start, holidays: holidays)
    var (effective, late): ([CalendarDate], [CalendarDate]) = ([], [])
    for act in acts.sorted() where act > start {
      guard act <= Limitation.end(last.counted, last.rolled, limit) else {
        late.append(act)
        continue
      }
      effective.append(act)
      start = act
      last = try Limitation.last(of: term, from: act, holidays: holidays)
    }
    self.start = start
    (lastDay, rolledLastDay) = last
    longestLastDay = limit
    restarts = effective
    lateActs = late
    let end = Limitation.end(last.counted, last.rolled, limit)
    isExpired = day > end
    daysLeft = end.days(since: day)
    isOlderThanLaw = term.inForceFrom.map { first < $0 } ?? false
    hangsOnHolidays =
      holidays != nil && last.rolled == nil
      && ([day] + late).contains { (1...Limitation.longestRoll).contains($0.days(since: end)) }
    rules =
      term.rules + (end > last.counted ? ["rule.TERM-02"] : [])
      + (late.isEmpty ? [] : ["rule.LIM-04"])
  }

  private static func end(
    _ counted: CalendarDate, _ rolled: CalendarDate?, _ longest: CalendarDate?
  ) -> CalendarDate {
    let end = rolled ?? counted
    return longest.map { min($0, end) } ?? end
  }

  private static func last(
    of term: LegalTerm, from start: CalendarDate, holidays: HolidayCalendar?
  ) throws(PlanningFault) -> (counted: CalendarDate, rolled: CalendarDate?) {
    let deadline = try Deadline(term, from: start, holidays: holidays)
    guard let last = deadline.lastDay else { throw .dateOutOfRange }
    return (last, deadline.rolledLastDay)
  }
}
