import MoneyAndDates

/// What a month's budget is.
package enum PayoffBudget<A: Amount>: Hashable, Sendable {
  /// The minimums on the opening balances and so much more.
  case aboveMinimums(A)
  /// So much.
  case monthly(A)
}

/// What `Payoff` tells, as it is put together; `end` is `never` until the months say otherwise.
package struct PayoffOutcome<A: Amount>: Hashable, Sendable {
  var end = PayoffEnd.never
  var budget = A.zero
  var totalInterest = A.zero
  var totalPaid = A.zero
  var closedMonth: [Int?] = []
  var balances: [A] = []
  var payments: [A] = []
}

/// The state of `Payoff` while months go by.
struct PayoffRun<A: Amount> {
  private let debts: [PayoffDebt<A>]
  private let monthlyFactors: [A.Factor]
  private let strategy: PayoffStrategy
  /// Place of each debt by falling rate (equal rates share a place), or in the custom order.
  private let rank: [Int]
  private var balance: [A]
  private var order: [Int]
  private(set) var outcome = PayoffOutcome<A>()

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
    guard let places = PayoffRun.places(debts, strategy) else { throw .badOrder }
    rank = places
    outcome.closedMonth = debts.map { _ in nil }
  }

  /// The place of each debt by falling rate (equal rates share one), or in the custom order; `nil`
  /// where that does not name each debt once.
  static func places(_ debts: [PayoffDebt<A>], _ strategy: PayoffStrategy) -> [Int]? {
    guard case .custom(let given) = strategy else {
      return debts.map { debt in
        debts.reduce(0) { $0 + ($1.annualRate > debt.annualRate ? 1 : 0) }
      }
    }
    guard given.count == debts.count else { return nil }
    var places = [Int](repeating: -1, count: given.count)
    for (place, index) in given.enumerated() {
      guard places.indices.contains(index), places[index] < 0 else { return nil }
      places[index] = place
    }
    return places
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
  mutating func run(budget: A) {
    outcome.budget = budget
    for month in 1...Payoff<A>.longest {
      do {
        guard try pay(month: month, budget: budget) else {
          outcome.end = .shortfall(month: month)
          return
        }
      } catch {
        return
      }
      if outcome.balances.last == .zero {
        outcome.end = .paid(months: month)
        return
      }
    }
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
    let firstPayment = outcome.payments.count
    for index in debts.indices {
      let least = try minimum(of: index)
      left = try left.minus(least)
      outcome.payments.append(least)
    }
    guard left >= .zero else {
      outcome.payments.removeLast(debts.count)
      return false
    }
    for index in debts.indices {
      balance[index] = try balance[index].minus(outcome.payments[firstPayment + index])
    }
    sortTargets()
    for index in order where left > .zero {
      let part = min(left, balance[index])
      balance[index] = try balance[index].minus(part)
      outcome.payments[firstPayment + index] = try outcome.payments[firstPayment + index].plus(part)
      left = try left.minus(part)
    }
    try close(month: month, interest: interestSum, paid: budget.minus(left))
    return true
  }

  private mutating func close(month: Int, interest: A, paid: A) throws(PlanningFault) {
    outcome.totalInterest = try outcome.totalInterest.plus(interest)
    outcome.totalPaid = try outcome.totalPaid.plus(paid)
    var sum = A.zero
    for index in debts.indices {
      sum = try sum.plus(balance[index])
      if balance[index] == .zero, outcome.closedMonth[index] == nil {
        outcome.closedMonth[index] = month
      }
    }
    outcome.balances.append(sum)
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
