import MoneyAndDates

extension Schedule {
  /// Interest each period, the principal with the last one 先息后本.
  package static func interestOnly(
    principal: A, rate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: rate, periods: periods)
    let interest = try principal.posted(at: rate)
    var rows = [ScheduleRow<A>](
      repeating: ScheduleRow(
        interest: interest, principal: .zero, paid: interest, balance: principal),
      count: periods - 1)
    rows.append(
      ScheduleRow(
        interest: interest, principal: principal, paid: try principal.plus(interest),
        balance: .zero))
    return try Schedule(
      kind: .interestOnly, principal: principal, regular: interest, rows: rows)
  }

  /// One payment of `offer` that settles the debt 一次性结清; what is forgiven is in no total, so
  /// the schedule's principal is the offer.
  ///
  /// An offer of more than is owed throws `offerAboveDebt`, one of nothing `notAboveZero`.
  package static func lumpSum(owed: A, offer: A) throws(PlanningFault) -> Schedule {
    try owed.requireNotNegative()
    guard offer > .zero else { throw .notAboveZero }
    guard offer <= owed else { throw .offerAboveDebt }
    return try Schedule(
      kind: .lumpSum, principal: offer, regular: offer,
      rows: [ScheduleRow(interest: .zero, principal: offer, paid: offer, balance: .zero)])
  }

  /// Nothing for the first periods, then one payment of all 延期: with a rate of 0 the debt stays as
  /// it is; else interest runs (simple, on the principal) and is due with the last row.
  package static func deferral(
    principal: A, rate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: rate, periods: periods)
    guard let whole = rate.times(A.Integer(periods)) else { throw .overflow }
    let interest = try principal.posted(at: whole)
    var rows = [ScheduleRow<A>](
      repeating: ScheduleRow(interest: .zero, principal: .zero, paid: .zero, balance: principal),
      count: periods - 1)
    let paid = try principal.plus(interest)
    rows.append(
      ScheduleRow(interest: interest, principal: principal, paid: paid, balance: .zero))
    return try Schedule(kind: .deferral, principal: principal, regular: paid, rows: rows)
  }
}
