import MoneyAndDates

extension Schedule {
  /// Equal instalments 等额本息 at a rate for the period.
  ///
  /// Instalment = P·i / (1 − (1+i)^−n), half up to the fen. Row k < n: interest half up on the
  /// balance, paid = min(instalment, balance + interest). Row n pays all that is left, so it can be
  /// a fen smaller or larger (or, for a tiny principal, a balloon).
  @specialized(where A == Money)
  package static func equalInstalment(
    principal: A, rate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: rate, periods: periods)
    let payment = try principal.levelPayment(at: rate, periods: periods)
    return try level(
      kind: .equalInstalment, principal: principal, rate: rate, payment: payment, periods: periods)
  }

  /// Equal instalments as if over `amortisedOver` periods, but the rest is due at period `periods`
  /// (a balloon).
  @specialized(where A == Money)
  package static func balloon(
    principal: A, rate: Ratio<A.Integer>, periods: Int, amortisedOver longer: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: rate, periods: periods)
    guard (periods...mostPeriods).contains(longer) else {
      throw .periodCount(allowed: periods...mostPeriods)
    }
    let payment = try principal.levelPayment(at: rate, periods: longer)
    return try level(
      kind: .balloon, principal: principal, rate: rate, payment: payment, periods: periods)
  }

  @specialized(where A == Money)
  private static func level(
    kind: ScheduleKind, principal: A, rate: Ratio<A.Integer>, payment: A, periods: Int
  ) throws(PlanningFault) -> Schedule {
    if let quick = A.quickLevelRows(
      principal: principal, rate: rate, payment: payment, periods: periods)
    {
      return try Schedule(
        kind: kind, principal: principal, regular: payment, rows: quick.rows,
        totalInterest: quick.interest)
    }
    var rows: [ScheduleRow<A>] = []
    rows.reserveCapacity(periods)
    var balance = principal
    var total = A.zero
    let factor = A.factor(rate)
    for number in 1...periods {
      let interest = try balance.posted(by: factor)
      total = try total.plus(interest)
      let owed = try balance.plus(interest)
      let paid = number == periods ? owed : (payment < owed ? payment : owed)
      let rest = try owed.minus(paid)
      rows.append(
        ScheduleRow(
          interest: interest, principal: try balance.minus(rest), paid: paid, balance: rest))
      balance = rest
    }
    return try Schedule(
      kind: kind, principal: principal, regular: payment, rows: rows, totalInterest: total)
  }
}
