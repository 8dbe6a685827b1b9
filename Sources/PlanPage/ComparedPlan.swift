import MoneyAndDates
import Planning

/// One month of a plan.
package struct PlanRow: Hashable, Sendable {
  /// The month, from 1.
  package let month: Int
  /// The day of payment; `nil` past the year 9999.
  package let day: CalendarDate?
  /// What each debt is paid, in the order of the file.
  package let payments: [Money]
  /// Interest and late fees of the month, all debts.
  package let cost: Money
  /// What is owed after the payments, all debts.
  package let balance: Money
}

/// One way to pay the debts of a sheet, month by month; the rows add up to the totals.
package struct ComparedPlan: Hashable, Sendable {
  /// The order.
  package let strategy: Strategy
  /// How it ends.
  package let end: PayoffEnd
  /// What is paid in the first month; of the largest month where that is more.
  package let monthly: Money
  /// What is paid in all, as far as the rows go.
  package let total: Money
  /// Interest and late fees in all, as far as the rows go; what a settlement forgives is not taken
  /// off.
  package let interest: Money
  /// One row for each month until all is paid.
  package let rows: [PlanRow]
  /// The month each debt is closed in; `nil` where it is not.
  package let closed: [Int?]
  /// The falls of income, in percent, after which it still pays the debts with what is then left.
  package let survivedFalls: [Int]

  /// Whether it ends with nothing owed.
  package var isPaid: Bool { end.monthsNeeded != nil }
  /// The months until all is paid.
  package var months: Int? { end.monthsNeeded }
  /// The month in which the first debt is closed.
  package var firstClosed: Int? { closed.compactMap { $0 }.min() }
  /// Whether its payments can be made of so much a month, what is not spent kept for later.
  package func fits(_ monthly: Money) -> Bool {
    var left = Money.zero
    for row in rows {
      guard let spent = Money.sum(row.payments), let had = left.adding(monthly), spent <= had,
        let rest = had.subtracting(spent)
      else { return false }
      left = rest
    }
    return true
  }
  /// What is owed: today, then after each month.
  package func balances(opening: Money) -> [Money] { [opening] + rows.map(\.balance) }

  /// The same plan with the falls it survives.
  func surviving(_ falls: [Int]) -> ComparedPlan {
    ComparedPlan(
      strategy: strategy, end: end, monthly: monthly, total: total, interest: interest, rows: rows,
      closed: closed, survivedFalls: falls)
  }
}

extension PayoffEnd {
  /// The months until all is paid, where it is.
  var monthsNeeded: Int? {
    if case .paid(let months) = self { months } else { nil }
  }
}
