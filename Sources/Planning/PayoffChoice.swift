import MoneyAndDates

/// One row of the table of what paying more a month buys.
package struct PayoffChoice: Hashable, Sendable {
  /// What is paid a month.
  package let monthly: Money
  /// Months until all is paid.
  package let months: Int
  /// Σ interest.
  package let interest: Money
  /// Σ paid.
  package let total: Money
  /// The month in which the first debt (above 0) is closed.
  package let firstClosed: Int

  /// For each monthly sum that pays all debts: months, cost and the first account closed; sums by
  /// which nothing is gained over a smaller one (no month, no fen) are left out.
  package static func table(
    debts: [PayoffDebt<Money>], monthly sums: [Money], strategy: PayoffStrategy
  ) throws(PlanningFault) -> [PayoffChoice] {
    var rows: [PayoffChoice] = []
    for sum in Set(sums).sorted() {
      let payoff = try Payoff(debts: debts, budget: sum, strategy: strategy)
      guard case .paid(let months) = payoff.end else { continue }
      if let last = rows.last, last.months <= months, last.interest <= payoff.totalInterest {
        continue
      }
      let closed = debts.indices.filter { debts[$0].balance > .zero }
        .compactMap { payoff.closedMonth[$0] }
      rows.append(
        PayoffChoice(
          monthly: sum, months: months, interest: payoff.totalInterest, total: payoff.totalPaid,
          firstClosed: closed.min() ?? months))
    }
    return rows
  }

  /// The smallest sum a month, to a whole `step`, that pays all debts within `months`; `nil` where even
  /// paying everything at once is stopped by a fault of the debts.
  ///
  /// For a plan that never ends this is the payment that would do it.
  package static func smallestMonthly(
    debts: [PayoffDebt<Money>], within months: Int, step: Money, strategy: PayoffStrategy
  ) throws(PlanningFault) -> Money? {
    guard months >= 1, step > .zero else { throw .periodCount(allowed: 1...Payoff<Money>.longest) }
    func pays(_ steps: Int64) throws(PlanningFault) -> Bool {
      guard let sum = step.times(steps) else { throw .overflow }
      let payoff = try Payoff(debts: debts, budget: sum, strategy: strategy)
      guard case .paid(let needed) = payoff.end else { return false }
      return needed <= months
    }
    // Twice all balances pays any debt with less than 100 % interest a month in the first month.
    guard let all = try Money.total(debts.map(\.balance)).times(2) else { throw .overflow }
    var high = all.fen / step.fen + 1
    guard try pays(high) else { return nil }
    var low: Int64 = 0
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try pays(middle) { high = middle } else { low = middle }
    }
    return step.times(high)
  }
}
