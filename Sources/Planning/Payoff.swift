import MoneyAndDates

/// A debt that is paid off month by month.
package struct PayoffDebt<A: Amount>: Hashable, Sendable {
  /// What is owed now.
  package let balance: A
  /// Interest for a year; a month is 1/12 of it.
  package let annualRate: Ratio<A.Integer>
  /// The least that must be paid a month.
  package let minimum: A
  /// The least as a part of the balance; the larger of both counts, never more than the balance.
  package let minimumShare: Ratio<A.Integer>

  /// A debt with its monthly minimum.
  package init(
    balance: A, annualRate: Ratio<A.Integer>, minimum: A, minimumShare: Ratio<A.Integer> = Ratio(0)
  ) {
    self.balance = balance
    self.annualRate = annualRate
    self.minimum = minimum
    self.minimumShare = minimumShare
  }
}

/// Which debt gets what is left after the minimums.
package enum PayoffStrategy: Hashable, Sendable {
  /// The dearest first: highest rate, then smaller balance, then earlier. Least interest where rates
  /// stay and minimums can be paid.
  case avalanche
  /// The smallest first: smaller balance, then higher rate, then earlier.
  case snowball
  /// In a given order of the debts' indexes.
  case custom([Int])
}

/// How paying several debts with one monthly budget ends.
package enum PayoffEnd: Hashable, Sendable {
  /// All paid after so many months.
  case paid(months: Int)
  /// Not paid after `Payoff.longest` months: the debts grow faster than they are paid.
  case never
  /// The minimums of this month (counted from 1) exceed the budget.
  case shortfall(month: Int)
}

/// Several debts paid with one constant monthly budget: interest, then the minimums, then the rest
/// to the target, cascading to the next within the month.
package struct Payoff<A: Amount>: Hashable, Sendable {
  /// How it ends.
  package let end: PayoffEnd
  /// The budget of each month: the minimums on the opening balances + the extra.
  package let budget: A
  /// Σ interest of all months.
  package let totalInterest: A
  /// Σ paid in all months.
  package let totalPaid: A
  /// The month, from 1, in which each debt was closed; `nil` where it was not.
  ///
  /// A debt of 0 counts as closed in month 1.
  package let closedMonth: [Int?]
  /// The total of all balances after each month.
  package let balances: [A]
  /// What is paid to each debt: month after month, within a month debt after debt.
  package let payments: [A]

  /// Months after which a debt counts as never paid: a hundred years.
  package static var longest: Int { 1200 }

  /// What debt `debt` is paid in month `month` (from 1).
  package func payment(month: Int, debt: Int) -> A? {
    guard (1...Payoff.longest).contains(month), closedMonth.indices.contains(debt) else {
      return nil
    }
    let index = (month - 1) * closedMonth.count + debt
    return payments.indices.contains(index) ? payments[index] : nil
  }

  /// The debts' indexes in the order they were closed, ties by index; those never closed left out.
  package var closingOrder: [Int] {
    closedMonth.indices.filter { closedMonth[$0] != nil }
      .sorted { (closedMonth[$0] ?? 0, $0) < (closedMonth[$1] ?? 0, $1) }
  }

  /// Pays the debts with the minimums + `extra` a month.
  package init(
    debts: [PayoffDebt<A>], extra: A, strategy: PayoffStrategy
  ) throws(PlanningFault) {
    try self.init(debts: debts, budget: .aboveMinimums(extra), strategy: strategy)
  }

  /// Pays the debts with a given budget a month.
  package init(
    debts: [PayoffDebt<A>], budget: A, strategy: PayoffStrategy
  ) throws(PlanningFault) {
    try self.init(debts: debts, budget: .monthly(budget), strategy: strategy)
  }

  @specialized(where A == Money)
  private init(
    debts: [PayoffDebt<A>], budget: PayoffBudget<A>, strategy: PayoffStrategy
  ) throws(PlanningFault) {
    if let outcome = A.quickPayoff(debts: debts, budget: budget, strategy: strategy) {
      self.init(outcome)
      return
    }
    var run = try PayoffRun(debts: debts, strategy: strategy)
    switch budget {
    case .monthly(let amount):
      try amount.requireNotNegative()
      run.run(budget: amount)
    case .aboveMinimums(let extra):
      try extra.requireNotNegative()
      run.run(budget: try run.minimumsNow().plus(extra))
    }
    self.init(run.outcome)
  }

  private init(_ outcome: PayoffOutcome<A>) {
    end = outcome.end
    budget = outcome.budget
    totalInterest = outcome.totalInterest
    totalPaid = outcome.totalPaid
    closedMonth = outcome.closedMonth
    balances = outcome.balances
    payments = outcome.payments
  }
}
