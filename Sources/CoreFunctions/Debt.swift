import BigInt
import MoneyAndDates
import Planning

/// One of several debts 一笔欠款, as flows hold it.
package struct Debt: Hashable, Sendable {
  /// What the person calls it.
  package let name: String
  /// Who lent.
  package let lender: LenderKind
  /// What is owed now.
  package let balance: Money
  /// What it costs, per year, month or day.
  package let rate: Rate
  /// The least a month.
  package let minimum: Money
  /// What a month costs in which less than the minimum is paid.
  package let lateFee: Money
  /// The offer to close it for less, where there is one.
  package let settlement: OptimalDebt.Settlement?

  /// A debt; balance, minimum and fee 0 or more.
  package init(
    name: String, lender: LenderKind, balance: Money, rate: Rate, minimum: Money,
    lateFee: Money = .zero, settlement: OptimalDebt.Settlement? = nil
  ) throws(PlanningFault) {
    for amount in [balance, minimum, lateFee] { try amount.requireNotNegative() }
    try rate.ratio.requireNotNegative()
    guard Debt.yearly(rate) != nil else { throw .rateWithoutPeriod }
    self.name = name
    self.lender = lender
    self.balance = balance
    self.rate = rate
    self.minimum = minimum
    self.lateFee = lateFee
    self.settlement = settlement
  }

  /// The rate a year, exact; `nil` for a fee charged once or per instalment.
  package static func yearly(_ rate: Rate) -> Ratio<Int64>? {
    switch rate.basis {
    case .perYear, .perMonth, .perDay: rate.ratio(periodsPerYear: 1)
    case .perPeriod, .once: nil
    }
  }

  /// The debt for the simple strategies.
  func forPayoff() throws(PlanningFault) -> PayoffDebt<Money> {
    guard let yearly = Debt.yearly(rate) else { throw .rateWithoutPeriod }
    return PayoffDebt(balance: balance, annualRate: yearly, minimum: minimum)
  }

  /// The debt for the exact search.
  func forOptimum() throws(PlanningFault) -> OptimalDebt {
    guard let yearly = Debt.yearly(rate), let monthly = Ratio<BigInt>(yearly).divided(by: 12)
    else { throw .rateWithoutPeriod }
    return OptimalDebt(
      balance: balance, monthlyRate: monthly, minimum: minimum, lateFee: lateFee,
      settlement: settlement)
  }
}

/// How one strategy ends for several debts, with what it was asked.
package struct DebtPayoff: Hashable, Sendable {
  /// `avalanche`, `snowball` or `custom`.
  package let strategy: String
  /// The months, sums and order.
  package let payoff: Payoff<Money>
  /// The names of the debts in the order they are closed.
  package let closed: [String]
}

/// The cheapest plan found for several debts, with the step its payments are made in.
package struct DebtOptimum: Hashable, Sendable {
  /// What the search found.
  package let repayment: OptimalRepayment
  /// Payments are whole multiples of this, except the last of each debt.
  package let unit: Money
  /// The month after which all is paid; `nil` without a plan.
  package var months: Int? { repayment.plan.isEmpty ? nil : repayment.plan.count }
}

/// One creditor's part of a sum shared in proportion to what each is owed.
package struct CreditorShare: Hashable, Sendable {
  /// The debt's name.
  package let name: String
  /// What is owed.
  package let balance: Money
  /// What is offered.
  package let offer: Money

  /// One creditor's part.
  package init(name: String, balance: Money, offer: Money) {
    self.name = name
    self.balance = balance
    self.offer = offer
  }
}

/// What is left for debts after a fall of income.
package struct IncomeFall: Hashable, Sendable {
  /// By how many percent income falls.
  package let percent: Int
  /// What is left; negative in a deficit.
  package let surplus: Money

  /// What is left for debts after a fall of income.
  package init(percent: Int, surplus: Money) {
    self.percent = percent
    self.surplus = surplus
  }
}

extension PayoffChoice {
  /// Sums a month to compare: from the least up to the most, in about so many even steps of
  /// whole yuan; the most itself always stands last.
  package static func ladder(from least: Money, to most: Money, steps: Int = 7) -> [Money] {
    guard least < most, steps >= 1, let span = most.subtracting(least) else { return [most] }
    let yuan: Int64 = 100
    let raw = span.fen / Int64(steps)
    let step = max(yuan, (raw + yuan - 1) / yuan * yuan)
    var sums: [Money] = []
    var next = least
    while next < most, sums.count <= steps {
      sums.append(next)
      guard let sum = next.adding(Money(fen: step)) else { break }
      next = sum
    }
    return sums + [most]
  }
}

extension OptimalRepayment {
  /// The step of payments for a budget: as coarse as the sums allow, so that the search stays small,
  /// and fine enough that minimums can be paid exactly.
  ///
  /// It divides the budget and every minimum where that leaves at most 60 steps a month; else it is the
  /// smallest round sum of which the budget has at most 40.
  package static func unit(forBudget budget: Money, minimums: [Money]) -> Money {
    let amounts = [budget] + minimums.filter { $0 > .zero }
    var divisor: Int64 = 0
    for amount in amounts {
      var (left, right) = (divisor, amount.fen)
      while right != 0 { (left, right) = (right, left % right) }
      divisor = left
    }
    if divisor > 0, budget.fen / divisor <= 60 { return Money(fen: divisor) }
    var power: Int64 = 100
    while power < 1_000_000_000_000_000 {
      for factor: Int64 in [1, 2, 5] where budget.fen / (power * factor) <= 40 {
        return Money(fen: power * factor)
      }
      power *= 10
    }
    return Money(fen: power)
  }
}
