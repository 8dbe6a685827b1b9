import MoneyAndDates

/// The state of `Payoff` while months go by.
struct PayoffRun<A: Amount> {
  private let debts: [PayoffDebt<A>]
  private let monthlyFactors: [A.Factor]
  private let strategy: PayoffStrategy
  /// Place of each debt by falling rate (equal rates share a place), or in the custom order.
  private let rank: [Int]
  private var balance: [A]
  private var order: [Int]
  private(set) var totalInterest = A.zero
  private(set) var totalPaid = A.zero
  private(set) var closedMonth: [Int?]
  private(set) var balances: [A] = []
  private(set) var payments: [A] = []

  init(debts: [PayoffDebt<A>], strategy: PayoffStrategy) throws(PlanningFault) {
    var monthly: [Ratio<A.Integer>] = []
    for debt in debts {
      try debt.balance.requireNotNegative()
      try debt.minimum.requireNotNegative()
      try debt.annualRate.requireNotNegative()
      try debt.minimumShare.requireNotNegative()
      guard let rate = debt.annualRate.divided(by: 12) else { throw .overflow }
      monthly.append(rate)
    }
    _ = try A.total(debts.map(\.balance))
    self.debts = debts
    self.strategy = strategy
    monthlyFactors = monthly.map(A.factor)
    balance = debts.map(\.balance)
    order = Array(debts.indices)
    closedMonth = debts.map { _ in nil }
    if case .custom(let given) = strategy {
      guard given.count == debts.count, Set(given) == Set(debts.indices) else { throw .badOrder }
      var places = [Int](repeating: 0, count: given.count)
      for (place, index) in given.enumerated() { places[index] = place }
      rank = places
    } else {
      rank = PayoffRun.ranks(monthly)
    }
    payments.reserveCapacity(64 * debts.count)
    balances.reserveCapacity(64)
  }

  private static func ranks(_ rates: [Ratio<A.Integer>]) -> [Int] {
    rates.map { rate in rates.reduce(0) { $0 + ($1 > rate ? 1 : 0) } }
  }

  /// Σ of the minimums on the balances as they are.
  func minimumsNow() throws(PlanningFault) -> A {
    var sum = A.zero
    for index in debts.indices { sum = try sum.plus(minimum(of: index)) }
    return sum
  }

  private func minimum(of index: Int) throws(PlanningFault) -> A {
    let debt = debts[index]
    var least = debt.minimum
    if debt.minimumShare.numerator != 0 {
      least = max(least, try balance[index].posted(at: debt.minimumShare))
    }
    return min(balance[index], least)
  }

  /// Runs month after month; a sum that leaves 64 bits on the way has grown without end.
  @specialized(where A == Money)
  mutating func run(budget: A) -> PayoffEnd {
    for month in 1...Payoff<A>.longest {
      do {
        guard try pay(month: month, budget: budget) else { return .shortfall(month: month) }
      } catch {
        return .never
      }
      if balances.last == .zero { return .paid(months: month) }
    }
    return .never
  }

  /// One month; `false` where the minimums exceed the budget.
  @specialized(where A == Money)
  private mutating func pay(month: Int, budget: A) throws(PlanningFault) -> Bool {
    var interestSum = A.zero
    for index in debts.indices where balance[index] != .zero {
      let interest = try balance[index].posted(by: monthlyFactors[index])
      balance[index] = try balance[index].plus(interest)
      interestSum = try interestSum.plus(interest)
    }
    var left = budget
    let firstPayment = payments.count
    for index in debts.indices {
      let least = try minimum(of: index)
      left = try left.minus(least)
      payments.append(least)
    }
    guard left >= .zero else {
      payments.removeLast(debts.count)
      return false
    }
    for index in debts.indices {
      balance[index] = try balance[index].minus(payments[firstPayment + index])
    }
    sortTargets()
    for index in order where left > .zero {
      let part = min(left, balance[index])
      balance[index] = try balance[index].minus(part)
      payments[firstPayment + index] = try payments[firstPayment + index].plus(part)
      left = try left.minus(part)
    }
    try close(month: month, interest: interestSum, paid: budget.minus(left))
    return true
  }

  private mutating func close(month: Int, interest: A, paid: A) throws(PlanningFault) {
    totalInterest = try totalInterest.plus(interest)
    totalPaid = try totalPaid.plus(paid)
    var sum = A.zero
    for index in debts.indices {
      sum = try sum.plus(balance[index])
      if balance[index] == .zero, closedMonth[index] == nil { closedMonth[index] = month }
    }
    balances.append(sum)
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

  private func comes(_ left: Int, before right: Int) -> Bool {
    if case .snowball = strategy {
      if balance[left] != balance[right] { return balance[left] < balance[right] }
      return rank[left] != rank[right] ? rank[left] < rank[right] : left < right
    }
    if rank[left] != rank[right] { return rank[left] < rank[right] }
    return balance[left] != balance[right] ? balance[left] < balance[right] : left < right
  }
}
