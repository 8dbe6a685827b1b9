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

  /// How it pays back, in words.
  package var name: BilingualText {
    switch schedule.kind {
    case .equalInstalment: BilingualText(zh: "等额本息", en: "equal instalments")
    case .equalPrincipal: BilingualText(zh: "等额本金", en: "equal principal")
    case .flatFee: BilingualText(zh: "等本等费", en: "equal principal with a flat fee")
    case .interestOnly: BilingualText(zh: "先息后本", en: "interest first, principal last")
    case .balloon: BilingualText(zh: "气球贷", en: "balloon")
    case .lumpSum: BilingualText(zh: "一次性结清", en: "one settlement payment")
    case .deferral: BilingualText(zh: "延期", en: "deferral")
    }
  }

  /// The rows in which something is paid, each with its day (`nil` past the year 9999).
  package var payments: [(number: Int, day: CalendarDate?, row: ScheduleRow<Money>)] {
    schedule.rows.enumerated().compactMap { index, row in
      guard row.paid != .zero else { return nil }
      return (index + 1, firstDue.adding(months: index), row)
    }
  }
}
