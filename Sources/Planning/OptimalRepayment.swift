import BigInt
import MoneyAndDates

/// A debt with everything that can make the dearest-first rule wrong.
package struct OptimalDebt: Hashable, Sendable {
  /// A rate for the first months, then the regular one.
  package struct Promotion: Hashable, Sendable {
    /// The rate a month.
    package let monthlyRate: Ratio<BigInt>
    /// The last month it holds, from 1.
    package let until: Int

    /// A rate for the first months.
    package init(monthlyRate: Ratio<BigInt>, until: Int) {
      self.monthlyRate = monthlyRate
      self.until = until
    }
  }

  /// An offer to close the debt for less.
  package struct Settlement: Hashable, Sendable {
    /// What closes it.
    package let amount: Money
    /// The last month it can be taken, from 1.
    package let until: Int

    /// An offer to close the debt.
    package init(amount: Money, until: Int) {
      self.amount = amount
      self.until = until
    }
  }

  /// What is owed now.
  package let balance: Money
  /// Interest for a month.
  package let monthlyRate: Ratio<BigInt>
  /// The least a month that avoids `lateFee`.
  package let minimum: Money
  /// What a month costs in which less than `minimum` is paid and the debt stays open.
  package let lateFee: Money
  /// The promotional rate, if there is one.
  package let promotion: Promotion?
  /// The settlement offer, if there is one.
  package let settlement: Settlement?

  /// A debt with its terms.
  package init(
    balance: Money, monthlyRate: Ratio<BigInt>, minimum: Money = .zero, lateFee: Money = .zero,
    promotion: Promotion? = nil, settlement: Settlement? = nil
  ) {
    self.balance = balance
    self.monthlyRate = monthlyRate
    self.minimum = minimum
    self.lateFee = lateFee
    self.promotion = promotion
    self.settlement = settlement
  }

  /// The rate of a month, from 1.
  func rate(inMonth month: Int) -> Ratio<BigInt> {
    if let promotion, month <= promotion.until { return promotion.monthlyRate }
    return monthlyRate
  }
}

/// What is done with one debt in one month.
package enum RepaymentAction: Hashable, Sendable {
  /// A payment of whole units, 0 or more, that leaves the debt open.
  case pay(Money)
  /// Exactly what is owed, interest of the month included.
  case payOff
  /// The settlement offer.
  case settle
  /// Nothing: the debt is closed already.
  case closed
}

/// How the search for the cheapest plan ended.
package enum OptimalEnd: Hashable, Sendable {
  /// No plan is cheaper.
  case optimal
  /// A plan was found; none is cheaper by more than `gap`.
  case bounded(gap: Money)
  /// No plan closes all debts within the horizon.
  case infeasible
  /// No plan was found within the effort allowed, and none was excluded.
  case unknown
}

/// The cheapest way to close all debts within some months: exact, with late fees, promotional rates
/// and settlement offers; or the best plan found and how far from the optimum it can be.
package struct OptimalRepayment: Hashable, Sendable {
  /// How the search ended.
  package let end: OptimalEnd
  /// What the plan pays in all, exact (interest is not rounded to the fen here); `nil` without a
  /// plan.
  package let totalPaid: Ratio<BigInt>?
  /// The plan: per month, per debt.
  package let plan: [[RepaymentAction]]
  /// No plan pays less, not even one whose payments are no whole units; `nil` where no plan was even
  /// conceivable.
  package let floor: Money?
  /// How many states the search looked at; the same question always looks at the same.
  package let effort: Int

  /// `totalPaid` in fen, half up.
  package var total: Money? {
    totalPaid.flatMap { Int64(exactly: $0.numerator.dividedHalfUp(by: $0.denominator)) }
      .map(Money.init(fen:))
  }

  /// Searches the plans: in each month interest first, then for each open debt a payment of whole
  /// `unit`s, the exact balance, or the settlement.
  ///
  /// Unspent budget carries over.
  ///
  /// `budget` has one amount per month of the horizon (1 to 120); `effort` limits the states looked
  /// at, so that the answer comes in time.
  package init(
    debts: [OptimalDebt], budget: [Money], unit: Money, effort: Int = 250_000
  ) throws(PlanningFault) {
    let search = try OptimalSearch(debts: debts, budget: budget, unit: unit, effort: effort)
    self = search.result()
  }

  init(
    end: OptimalEnd, totalPaid: Ratio<BigInt>?, plan: [[RepaymentAction]], floor: Money?,
    effort: Int
  ) {
    self.end = end
    self.floor = floor
    self.totalPaid = totalPaid
    self.plan = plan
    self.effort = effort
  }
}
