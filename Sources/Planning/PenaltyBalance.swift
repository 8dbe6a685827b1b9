import MoneyAndDates

/// How penalty interest grows.
package enum PenaltyMode: String, Hashable, Sendable, CaseIterable {
  /// On the principal alone: P·r·days.
  case simple
  /// Unpaid interest joins the principal on each monthly anniversary of the due date, before the
  /// payments of that day.
  case compoundMonthly = "compound-monthly"
  /// P·((1+r)^days − 1) between events; unpaid interest is not added at payments.
  case compoundDaily = "compound-daily"
}

/// What a payment is used for first.
package enum PaymentOrder: String, Hashable, Sendable, CaseIterable {
  /// Costs, then interest, then principal: the rule where nothing else is agreed (INT-21).
  case feesInterestPrincipal = "fees-interest-principal"
  /// Principal, then interest, then costs: what a plan may agree.
  case principalFirst = "principal-first"
}

/// A payment made on a day.
package struct DatedPayment<A: Amount>: Hashable, Sendable {
  /// The day.
  package let date: CalendarDate
  /// The amount, 0 or more.
  package let amount: A

  /// A payment made on a day.
  package init(date: CalendarDate, amount: A) {
    self.date = date
    self.amount = amount
  }
}

/// What is owed on a day: principal, interest and fees, each exact to the fen.
///
/// Interest accrues exactly between events (a payment, an anniversary, the day asked about) and is
/// posted half up to the fen at each. The due date itself is not counted.
package struct PenaltyBalance<A: Amount>: Hashable, Sendable {
  /// Days from the due date to the day asked about.
  package let days: Int
  /// Principal left, capitalised interest included.
  package private(set) var principal: A
  /// Unpaid interest.
  package private(set) var interest: A
  /// Unpaid fees.
  package private(set) var fees: A
  /// All interest that arose after the due date.
  package private(set) var accrued = A.zero
  /// What was paid beyond the debt.
  package private(set) var overpaid = A.zero
  /// What was paid after the day asked about, in all: it is not counted.
  package let paidLater: A

  /// Principal + interest + fees.
  package func balance() throws(PlanningFault) -> A {
    try principal.plus(interest).plus(fees)
  }

  /// The most days interest is compounded over: a hundred years, so that the exact powers stay
  /// quick.
  package static var mostCompoundedDays: Int { 36_600 }

  /// The balance on `day` of a debt that was due on `dueDate`.
  ///
  /// More than `mostCompoundedDays` throw `dayCount` where interest compounds.
  /// `rate` is per day; `interest` and `fees` were unpaid on the due date. Payments after `day` are
  /// not counted but for `paidLater`; a payment before the due date throws `paymentBeforeDue`.
  package init(
    principal: A, interest: A = .zero, fees: A = .zero, dailyRate rate: Ratio<A.Integer>,
    mode: PenaltyMode, dueDate: CalendarDate, on day: CalendarDate,
    payments: [DatedPayment<A>] = [], order: PaymentOrder = .feesInterestPrincipal
  ) throws(PlanningFault) {
    guard day >= dueDate else { throw .datesReversed }
    guard mode == .simple || day.days(since: dueDate) <= PenaltyBalance.mostCompoundedDays else {
      throw .dayCount(allowed: 0...PenaltyBalance.mostCompoundedDays)
    }
    for amount in [principal, interest, fees] + payments.map(\.amount) {
      try amount.requireNotNegative()
    }
    try rate.requireNotNegative()
    self.days = day.days(since: dueDate)
    self.principal = principal
    self.interest = interest
    self.fees = fees
    paidLater = try A.total(payments.filter { $0.date > day }.map(\.amount))
    try run(
      rate: rate, mode: mode, dueDate: dueDate, through: day,
      payments: payments.filter { $0.date <= day }, order: order)
  }

  private mutating func run(
    rate: Ratio<A.Integer>, mode: PenaltyMode, dueDate: CalendarDate, through day: CalendarDate,
    payments: [DatedPayment<A>], order: PaymentOrder
  ) throws(PlanningFault) {
    // A stable order: payments of one day keep the order they were given in.
    let sorted = payments.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    guard sorted.allSatisfy({ $0.element.date >= dueDate }) else { throw .paymentBeforeDue }
    var pending = sorted.map(\.element)[...]
    var reached = dueDate
    var month = 1
    while true {
      let anniversary = mode == .compoundMonthly ? dueDate.adding(months: month) : nil
      let next = min(anniversary ?? day, pending.first?.date ?? day, day)
      try accrue(days: next.days(since: reached), rate: rate, mode: mode)
      reached = next
      if next == anniversary {
        principal = try principal.plus(interest)
        interest = .zero
        month += 1
      }
      while let payment = pending.first, payment.date == next {
        try apply(payment.amount, order: order)
        pending = pending.dropFirst()
      }
      if next == day { return }
    }
  }

  private mutating func accrue(
    days: Int, rate: Ratio<A.Integer>, mode: PenaltyMode
  ) throws(PlanningFault) {
    guard days > 0 else { return }
    let arisen: A
    if mode == .compoundDaily {
      arisen = try principal.compoundGrowth(at: rate, periods: days)
    } else {
      guard let whole = rate.times(A.Integer(days)) else { throw .overflow }
      arisen = try principal.posted(at: whole)
    }
    interest = try interest.plus(arisen)
    accrued = try accrued.plus(arisen)
  }

  private mutating func apply(_ payment: A, order: PaymentOrder) throws(PlanningFault) {
    let parts: [WritableKeyPath<Self, A>] =
      switch order {
      case .feesInterestPrincipal: [\.fees, \.interest, \.principal]
      case .principalFirst: [\.principal, \.interest, \.fees]
      }
    var left = payment
    for part in parts {
      let used = min(left, self[keyPath: part])
      self[keyPath: part] = try self[keyPath: part].minus(used)
      left = try left.minus(used)
    }
    overpaid = try overpaid.plus(left)
  }
}
