import MoneyAndDates

/// The last day of a term, as counted and as rolled over a rest day.
///
/// The day the term starts is not counted; months and years end on the same day, or on the last day
/// of a shorter month (Civil Code art. 200–203). Whether a given deadline rolls is a legal
/// question, so both days are given.
package struct Deadline: Hashable, Sendable {
  /// The day the term starts from.
  package let start: CalendarDate
  /// The term.
  package let term: Term
  /// The ids of the rules it rests on; empty for a term that a person gave.
  package let rules: [String]
  /// Where it ends, or the earliest day it can where working days run past the days whose holidays
  /// are settled.
  package let end: WorkingDayTerm
  /// The last day by the holidays published so far where a notice to come can still move it; `nil`
  /// where none can, or where the data does not reach so far.
  package let provisionalLastDay: CalendarDate?
  /// The first working day on or after the last day; `nil` where the holidays are not settled.
  ///
  /// A term of hours ends by the clock and rolls nowhere.
  package let rolledLastDay: CalendarDate?

  /// The first year whose holidays it would take to know the last day; `nil` where it is known.
  package let missingYear: Int?

  /// The last day where it is known.
  package var lastDay: CalendarDate? { end.lastDay }
  /// How many days after the start the last day is, where it is known.
  package var daysFromStart: Int? { lastDay?.days(since: start) }
  /// The day to rely on: the last day, or the earliest it can be; never later than the law's.
  package var safeDay: CalendarDate {
    switch end {
    case .lastDay(let day), .unknown(let day): day
    }
  }

  /// The deadline of a legal term.
  package init(
    _ legal: LegalTerm, from start: CalendarDate, holidays: HolidayCalendar?
  ) throws(PlanningFault) {
    try self.init(legal.term, from: start, holidays: holidays, rules: legal.rules)
  }

  /// The deadline of a term; without holiday data working days are unknown.
  package init(
    _ term: Term, from start: CalendarDate, holidays: HolidayCalendar?, rules: [String] = []
  ) throws(PlanningFault) {
    guard term.count >= 0 else { throw .periodCount(allowed: 0...Int.max) }
    self.start = start
    self.term = term
    self.rules = rules
    let counted = try Deadline.end(of: term, from: start, holidays: holidays)
    let isProvisional = Deadline.isProvisional(counted, term, holidays)
    provisionalLastDay = isProvisional ? counted.lastDay : nil
    end = Deadline.settled(counted, term, from: start, holidays)
    rolledLastDay =
      term.unit == .hours
      ? end.lastDay : end.lastDay.flatMap { holidays?.firstWorkingDay(onOrAfter: $0) }
    missingYear =
      end.lastDay == nil ? Deadline.firstUnknownYear(after: start, in: holidays) : nil
  }

  /// Whether a notice to come can move the last day: working days that run past the settled ones.
  private static func isProvisional(
    _ counted: WorkingDayTerm, _ term: Term, _ holidays: HolidayCalendar?
  ) -> Bool {
    guard term.unit == .workingDays, term.count > 0, let holidays, let day = counted.lastDay
    else { return false }
    return day > holidays.settledThrough
  }

  /// The end where nothing can move it; else the earliest day that any notice to come leaves.
  private static func settled(
    _ counted: WorkingDayTerm, _ term: Term, from start: CalendarDate,
    _ holidays: HolidayCalendar?
  ) -> WorkingDayTerm {
    guard term.unit == .workingDays, term.count > 0, let holidays else { return counted }
    if let day = counted.lastDay, day <= holidays.settledThrough { return counted }
    return .unknown(notBefore: holidays.earliestDay(ofWorkingDays: term.count, after: start))
  }

  /// The year of the first day after `start` that the data does not cover.
  private static func firstUnknownYear(
    after start: CalendarDate, in holidays: HolidayCalendar?
  ) -> Int {
    let next = start.adding(days: 1) ?? start
    guard let holidays, holidays.first <= next, next <= holidays.last else { return next.year }
    return (holidays.last.adding(days: 1) ?? holidays.last).year
  }

  private static func end(
    of term: Term, from start: CalendarDate, holidays: HolidayCalendar?
  ) throws(PlanningFault) -> WorkingDayTerm {
    let day: CalendarDate?
    switch term.unit {
    case .hours: day = start.adding(days: term.count / 24 + (term.count % 24 == 0 ? 0 : 1))
    case .days: day = start.adding(days: term.count)
    case .months: day = start.adding(months: term.count)
    case .years:
      let (months, overflow) = term.count.multipliedReportingOverflow(by: 12)
      day = overflow ? nil : start.adding(months: months)
    case .workingDays:
      if let holidays { return holidays.adding(workingDays: term.count, to: start) }
      guard let earliest = start.adding(days: term.count) else { throw .dateOutOfRange }
      return term.count == 0 ? .lastDay(start) : .unknown(notBefore: earliest)
    }
    guard let day else { throw .dateOutOfRange }
    return .lastDay(day)
  }
}
