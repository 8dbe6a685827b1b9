import MoneyAndDates
import Planning
import Wording

/// A schedule with its days: what flows call a plan.
package struct RepaymentPlan: Hashable, Sendable {
  /// The payments.
  package let schedule: Schedule<Money>
  /// What was owed when it was made; more than the schedule's principal where a part is forgiven.
  package let owed: Money
  /// The day of the first row (of the only payment, for a lump sum).
  package let firstDue: CalendarDate

  /// A schedule with its days.
  package init(schedule: Schedule<Money>, owed: Money, firstDue: CalendarDate) {
    self.schedule = schedule
    self.owed = owed
    self.firstDue = firstDue
  }

  /// How it pays back, in words.
  package var name: BilingualText { schedule.kind.name }

  /// The rows in which something is paid, each with its day (`nil` past the year 9999).
  package var payments: [(number: Int, day: CalendarDate?, row: ScheduleRow<Money>)] {
    schedule.rows.enumerated().compactMap { index, row in
      guard row.paid != .zero else { return nil }
      return (index + 1, firstDue.adding(months: index), row)
    }
  }
}
