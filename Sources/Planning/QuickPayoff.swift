import MoneyAndDates

/// `PayoffRun` for `Money` without a check in each step, where all sums stay far below 64 bits: the
/// same months, the same fen, several times as fast.
struct QuickPayoff {
  /// The terms of one debt.
  private struct Terms {
    let minimum: Int64
    let interest: MoneyFactor
    /// The minimum as a part of the balance, where there is one.
    let share: MoneyFactor?
  }

  /// What changes as the months go by.
  private struct Account {
    let rank: Int
    var balance: Int64
    /// What is paid this month.
    var paid: Int64 = 0
    var closed = 0
  }

  /// Below this no sum of 64 balances leaves 64 bits.
  private static let limit: Int64 = 1 << 56

  private var terms: [Terms] = []
  private var accounts: [Account] = []
  private var order: [Int]
  private let bySize: Bool
  /// Whether the order can change from month to month.
  private let isOrderFixed: Bool
  private var outcome = PayoffOutcome<Money>()

  /// `nil` where the checked way must be taken: bad input, huge amounts, many debts.
  init?(debts: [PayoffDebt<Money>], strategy: PayoffStrategy) {
    guard debts.count <= 64, let places = PayoffRun<Money>.places(debts, strategy) else {
      return nil
    }
    terms.reserveCapacity(debts.count)
    accounts.reserveCapacity(debts.count)
    for (debt, place) in zip(debts, places) {
      guard debt.balance.fen >= 0, debt.balance.fen < QuickPayoff.limit, debt.minimum.fen >= 0,
        debt.annualRate.numerator >= 0, debt.minimumShare.numerator >= 0,
        let monthly = debt.annualRate.divided(by: 12)
      else { return nil }
      terms.append(
        Terms(
          minimum: debt.minimum.fen, interest: MoneyFactor(monthly),
          share: debt.minimumShare.numerator == 0 ? nil : MoneyFactor(debt.minimumShare)))
      accounts.append(Account(rank: place, balance: debt.balance.fen))
    }
    order = Array(debts.indices)
    bySize = strategy == .snowball
    isOrderFixed = !bySize && Set(places).count == places.count
    outcome.payments.reserveCapacity(64 * debts.count)
    outcome.balances.reserveCapacity(64)
    sortTargets()
  }

  /// The payoff, or `nil` where the checked way must be taken.
  mutating func run(budget given: PayoffBudget<Money>) -> PayoffOutcome<Money>? {
    guard let budget = budget(given) else { return nil }
    outcome.budget = Money(fen: budget)
    for month in 1...Payoff<Money>.longest {
      guard let end = pay(month: month, budget: budget) else { continue }
      guard case .within(let end) = end else { return nil }
      outcome.end = end
      break
    }
    outcome.closedMonth = accounts.map { $0.closed == 0 ? nil : $0.closed }
    return outcome
  }

  private func budget(_ given: PayoffBudget<Money>) -> Int64? {
    var sum: Int64 = 0
    switch given {
    case .monthly(let amount): sum = amount.fen
    case .aboveMinimums(let extra):
      guard extra.fen >= 0, extra.fen < QuickPayoff.limit else { return nil }
      sum = extra.fen
      for index in accounts.indices {
        guard let least = least(of: index, accounts[index].balance) else { return nil }
        sum += least
      }
    }
    return sum >= 0 && sum < QuickPayoff.limit ? sum : nil
  }

  /// What must be paid on a balance.
  @inline(__always)
  private func least(of index: Int, _ balance: Int64) -> Int64? {
    var least = terms[index].minimum
    if terms[index].share != nil {
      guard let part = terms[index].share?.quickProduct(with: balance) else { return nil }
      least = max(least, part)
    }
    return min(balance, least)
  }

  private enum MonthEnd {
    case within(PayoffEnd)
    case tooLarge
  }

  /// One month; `nil` while it goes on.
  private mutating func pay(month: Int, budget: Int64) -> MonthEnd? {
    var left = budget
    var interestSum: Int64 = 0
    for index in accounts.indices where accounts[index].balance != 0 {
      var balance = accounts[index].balance
      guard let interest = terms[index].interest.quickProduct(with: balance),
        interest < QuickPayoff.limit - balance
      else { return .tooLarge }
      balance += interest
      interestSum += interest
      guard let least = least(of: index, balance) else { return .tooLarge }
      left -= least
      accounts[index].balance = balance - least
      accounts[index].paid = least
    }
    guard left >= 0 else { return .within(.shortfall(month: month)) }
    if left > 0 { spread(&left) }
    return close(month: month, interest: interestSum, paid: budget - left)
  }

  /// What is left goes to the targets in their order.
  private mutating func spread(_ left: inout Int64) {
    if !isOrderFixed { sortTargets() }
    for index in order {
      let part = min(left, accounts[index].balance)
      guard part > 0 else { continue }
      accounts[index].balance -= part
      accounts[index].paid += part
      left -= part
      if left == 0 { return }
    }
  }

  private mutating func close(month: Int, interest: Int64, paid: Int64) -> MonthEnd? {
    let (totalInterest, overflow) = outcome.totalInterest.fen.addingReportingOverflow(interest)
    let (totalPaid, carry) = outcome.totalPaid.fen.addingReportingOverflow(paid)
    guard !overflow, !carry else { return .tooLarge }
    outcome.totalInterest = .inPlace(totalInterest)
    outcome.totalPaid = .inPlace(totalPaid)
    var sum: Int64 = 0
    for index in accounts.indices {
      sum += accounts[index].balance
      outcome.payments.append(.inPlace(accounts[index].paid))
      accounts[index].paid = 0
      if accounts[index].balance == 0, accounts[index].closed == 0 {
        accounts[index].closed = month
      }
    }
    outcome.balances.append(.inPlace(sum))
    return sum == 0 ? .within(.paid(months: month)) : nil
  }

  /// By insertion: few debts, and the order of the month before is nearly right.
  private mutating func sortTargets() {
    for place in order.indices.dropFirst() {
      let moving = order[place]
      var hole = place
      while hole > 0, comes(moving, before: order[hole - 1]) {
        order[hole] = order[hole - 1]
        hole -= 1
      }
      order[hole] = moving
    }
  }

  @inline(__always)
  private func comes(_ left: Int, before right: Int) -> Bool {
    let (one, other) = (accounts[left], accounts[right])
    if bySize, one.balance != other.balance { return one.balance < other.balance }
    if one.rank != other.rank { return one.rank < other.rank }
    return one.balance != other.balance ? one.balance < other.balance : left < right
  }
}

extension Money {
  /// The payoff without a check in each step, where the amounts allow it.
  package static func quickPayoff(
    debts: [PayoffDebt<Money>], budget: PayoffBudget<Money>, strategy: PayoffStrategy
  ) -> PayoffOutcome<Money>? {
    guard var quick = QuickPayoff(debts: debts, strategy: strategy) else { return nil }
    return quick.run(budget: budget)
  }
}
