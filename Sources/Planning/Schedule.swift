import MoneyAndDates

/// One posting of a schedule.
package struct ScheduleRow<A: Amount>: Hashable, Sendable {
  /// Interest or fee of the period.
  package let interest: A
  /// The part that pays principal back.
  package let principal: A
  /// What is paid: `interest` + `principal`.
  package let paid: A
  /// What is still owed after the payment.
  package let balance: A
}

/// How a debt is paid back.
package enum ScheduleKind: String, Hashable, Sendable, CaseIterable {
  /// Equal instalments 等额本息.
  case equalInstalment = "equal-instalment"
  /// Equal principal 等额本金.
  case equalPrincipal = "equal-principal"
  /// Equal principal and a fee on the first principal each period 等本等费.
  case flatFee = "flat-fee"
  /// Interest each period, the principal at the end 先息后本.
  case interestOnly = "interest-only"
  /// Equal instalments over a longer term, the rest at the end.
  case balloon
  /// One payment 一次性结清.
  case lumpSum = "lump-sum"
  /// Nothing for some periods, then one payment 延期.
  case deferral
}

/// A complete plan of payments: one row for each period, exact to the fen, the last row absorbing
/// what rounding left over.
///
/// Σ principal is the principal, Σ paid is principal + interest.
package struct Schedule<A: Amount>: Hashable, Sendable {
  /// How it pays back.
  package let kind: ScheduleKind
  /// The first principal.
  package let principal: A
  /// The regular payment: the instalment, or the principal part where that is what stays equal.
  package let regular: A
  /// A fee kept back once before the first row; in no row and in no total.
  package let upFrontFee: A
  /// One row for each period, zero rows included.
  package let rows: [ScheduleRow<A>]
  /// Σ of the rows' interest (or fees).
  package let totalInterest: A
  /// Σ of what the rows pay.
  package let totalPaid: A

  /// The most periods computed: far above any real loan, low enough to answer at once.
  package static var mostPeriods: Int { 100_000 }

  /// What the last row pays; 0 where the debt is paid off earlier.
  package var lastPayment: A { rows.last?.paid ?? .zero }
  /// What the first row pays.
  package var firstPayment: A { rows.first?.paid ?? .zero }

  /// The day a row is due, rows counted from 0 and the first due on `firstDue`: month by month
  /// from that original day, clamped to the month's end.
  ///
  /// `nil` after the year 9999.
  package static func dueDate(ofRow index: Int, firstDue: CalendarDate) -> CalendarDate? {
    firstDue.adding(months: index)
  }

  init(
    kind: ScheduleKind, principal: A, regular: A, upFrontFee: A = .zero, rows: [ScheduleRow<A>],
    totalInterest known: A? = nil
  ) throws(PlanningFault) {
    var interest = known ?? .zero
    if known == nil { for row in rows { interest = try interest.plus(row.interest) } }
    self.kind = kind
    self.principal = principal
    self.regular = regular
    self.upFrontFee = upFrontFee
    self.rows = rows
    self.totalInterest = interest
    self.totalPaid = try principal.plus(interest)
  }

  /// Throws where a principal, a periodic rate or a number of periods makes no schedule.
  static func check(
    principal: A, rate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) {
    try principal.requireNotNegative()
    try rate.requireNotNegative()
    guard (1...mostPeriods).contains(periods) else {
      throw .periodCount(allowed: 1...mostPeriods)
    }
  }
}
