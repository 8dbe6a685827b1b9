import MoneyAndDates

/// How long a bad entry is shown in the credit report: so long from the END of the bad act
/// (CRD-01).
///
/// While the debt is unpaid the time has not begun.
package struct CreditRecord: Hashable, Sendable {
  /// The last day it may be shown; `nil` while the bad act has not ended.
  package let lastShownDay: CalendarDate?
  /// The day the bad act ended; `nil` while it goes on.
  package let endedOn: CalendarDate?
  /// Whether that day is still to come on the day asked about: then all hangs on its coming true.
  package let isStillToEnd: Bool
  /// Whether it must be gone on the day asked about.
  package let isRemoved: Bool
  /// The ids of the rules it rests on.
  package let rules: [String]

  /// The entry on `day`; `term` is the fact `bad_record_retention_years`.
  package init(
    endedOn end: CalendarDate?, term: LegalTerm, on day: CalendarDate
  ) throws(PlanningFault) {
    rules = term.rules
    endedOn = end
    isStillToEnd = end.map { $0 > day } ?? false
    guard let end else {
      lastShownDay = nil
      isRemoved = false
      return
    }
    guard let last = try Deadline(term, from: end, holidays: nil).lastDay else {
      throw .dateOutOfRange
    }
    lastShownDay = last
    isRemoved = day > last
  }
}
