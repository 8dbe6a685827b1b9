import BigInt
import MoneyAndDates

/// Plays a plan in exact fractions: what it pays in all, if every step is allowed.
struct RepaymentReplay {
  let debts: [OptimalDebt]
  let budget: [Money]

  /// The total, or `nil` where a payment exceeds the cash or the debt, or a debt stays open.
  func total(of plan: [[RepaymentAction]]) -> Ratio<BigInt>? {
    var balances = debts.map { Ratio(BigInt($0.balance.fen)) }
    var cash = Ratio<BigInt>(0)
    var total = Ratio<BigInt>(0)
    for (index, row) in plan.enumerated() {
      guard index < budget.count else { return nil }
      cash = cash + Ratio(BigInt(budget[index].fen))
      for (debt, action) in row.enumerated() {
        guard
          let payment = apply(action, to: &balances[debt], debt: debts[debt], month: index + 1),
          payment <= cash
        else { return nil }
        cash = cash - payment
        total = total + payment
      }
    }
    return balances.allSatisfy { $0 == Ratio(0) } ? total : nil
  }

  /// What one action pays; the balance afterwards.
  private func apply(
    _ action: RepaymentAction, to balance: inout Ratio<BigInt>, debt: OptimalDebt, month: Int
  ) -> Ratio<BigInt>? {
    let owed = balance + balance * debt.rate(inMonth: month)
    switch action {
    case .closed: return balance == Ratio(0) ? Ratio(0) : nil
    case .payOff:
      balance = Ratio(0)
      return owed
    case .settle:
      guard let offer = debt.settlement, month <= offer.until else { return nil }
      balance = Ratio(0)
      return Ratio(BigInt(offer.amount.fen))
    case .pay(let amount):
      let payment = Ratio(BigInt(amount.fen))
      guard payment < owed else { return nil }
      let fee = amount < debt.minimum ? debt.lateFee : .zero
      balance = owed - payment + Ratio(BigInt(fee.fen))
      return payment
    }
  }

  /// The same plan with each settlement in the earliest month in which the cash for it is there, all
  /// other payments as they are: it costs the same, and a closed debt is closed.
  func settledEarly(_ plan: [[RepaymentAction]]) -> [[RepaymentAction]] {
    var plan = plan
    for debt in debts.indices {
      guard let last = plan.firstIndex(where: { $0[debt] == .settle }) else { continue }
      for month in 0..<last {
        var earlier = plan
        earlier[month][debt] = .settle
        for later in (month + 1)...last { earlier[later][debt] = .closed }
        guard total(of: earlier) != nil else { continue }
        plan = earlier
        break
      }
    }
    while plan.count > 1, plan.last?.allSatisfy({ $0 == .closed }) == true { plan.removeLast() }
    return plan
  }
}

extension Ratio where Integer == BigInt {
  /// The sum; exact.
  static func + (left: Ratio, right: Ratio) -> Ratio {
    Ratio(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator) ?? Ratio(0)
  }

  /// The difference; exact.
  static func - (left: Ratio, right: Ratio) -> Ratio {
    left + Ratio(-right.numerator, right.denominator).orZero
  }

  /// The product; exact.
  static func * (left: Ratio, right: Ratio) -> Ratio {
    Ratio(left.numerator * right.numerator, left.denominator * right.denominator) ?? Ratio(0)
  }
}

extension Optional where Wrapped == Ratio<BigInt> {
  /// A fraction made of parts of another one always exists.
  fileprivate var orZero: Ratio<BigInt> { self ?? Ratio(0) }
}
