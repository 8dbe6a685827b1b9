import MoneyAndDates

extension Schedule {
  /// Equal principal 等额本金 at a rate for the period.
  ///
  /// Part = P/n half up to the fen; each row pays min(part, balance), the last what is left;
  /// interest half up on the balance.
  @specialized(where A == Money)
  package static func equalPrincipal(
    principal: A, rate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: rate, periods: periods)
    guard let share = Ratio<A.Integer>(1).divided(by: A.Integer(periods)) else { throw .overflow }
    let part = try principal.posted(at: share)
    let factor = A.factor(rate)
    return try inParts(
      kind: .equalPrincipal, principal: principal, part: part, periods: periods
    ) { balance throws(PlanningFault) in try balance.posted(by: factor) }
  }

  /// Equal principal and the same fee each period 等本等费: the fee is always on the first
  /// principal, half up to the fen.
  ///
  /// Part = P/n rounded down, the remainder in the last row.
  @specialized(where A == Money)
  package static func flatFee(
    principal: A, feeRate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: feeRate, periods: periods)
    let fee = try principal.posted(at: feeRate)
    return try inParts(
      kind: .flatFee, principal: principal, part: floorPart(of: principal, periods: periods),
      periods: periods
    ) { _ throws(PlanningFault) in fee }
  }

  /// Equal principal, and one fee on the first principal kept back before the first row.
  @specialized(where A == Money)
  package static func upFrontFee(
    principal: A, feeRate: Ratio<A.Integer>, periods: Int
  ) throws(PlanningFault) -> Schedule {
    try check(principal: principal, rate: feeRate, periods: periods)
    return try inParts(
      kind: .flatFee, principal: principal, part: floorPart(of: principal, periods: periods),
      periods: periods, upFrontFee: principal.posted(at: feeRate)
    ) { _ throws(PlanningFault) in .zero }
  }

  private static func floorPart(of principal: A, periods: Int) -> A {
    A(fen: principal.fen / A.Integer(periods))
  }

  @specialized(where A == Money)
  private static func inParts(
    kind: ScheduleKind, principal: A, part: A, periods: Int, upFrontFee: A = .zero,
    cost: (A) throws(PlanningFault) -> A
  ) throws(PlanningFault) -> Schedule {
    var rows: [ScheduleRow<A>] = []
    rows.reserveCapacity(periods)
    var balance = principal
    for number in 1...periods {
      let interest = try cost(balance)
      let repaid = number == periods ? balance : min(part, balance)
      balance = try balance.minus(repaid)
      rows.append(
        ScheduleRow(
          interest: interest, principal: repaid, paid: try interest.plus(repaid), balance: balance))
    }
    return try Schedule(
      kind: kind, principal: principal, regular: part, upFrontFee: upFrontFee, rows: rows)
  }
}
