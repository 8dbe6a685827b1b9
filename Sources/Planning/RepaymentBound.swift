/// A lower bound of what any plan still pays, by Lagrangian relaxation of the monthly budgets.
///
/// `price[t]` ≥ 1 is what a fen paid in month t counts for; prices never rise with time. With the
/// budgets priced the debts fall apart, and each one's cheapest plan is bounded by a few straight
/// lines in its balance: for each month it may be closed in, the cheapest month for the bulk of the
/// payment, plus for each month before the cheaper of the late fee and the minimum's excess cost.
/// Any prices give a valid bound; `improved` raises it by subgradient steps.
struct RepaymentBound {
  /// The bound slope·balance + base of one closing month.
  private struct Line {
    let slope: Double
    let base: Double
  }

  /// Price of each month, index 0 is month 1.
  let price: [Double]
  /// Lines by debt and by the months gone (0 … horizon − 1).
  private let lines: [[[Line]]]
  /// Σ (price − 1)·income of the months after so many months gone.
  private let worthOfIncome: [Double]

  init(_ problem: RepaymentProblem, price: [Double]) {
    self.price = price
    lines = problem.debts.map { RepaymentBound.lines(of: $0, price: price) }
    var worth = [Double](repeating: 0, count: price.count + 1)
    for month in price.indices.reversed() {
      worth[month] = worth[month + 1] + (price[month] - 1) * problem.income[month]
    }
    worthOfIncome = worth
  }

  /// What a fen of cash kept after `gone` months is worth above itself.
  func cashPremium(after gone: Int) -> Double { gone < price.count ? price[gone] - 1 : 0 }

  /// The part of the bound that no debt carries: the worth of the income still to come.
  func incomeWorth(after gone: Int) -> Double { worthOfIncome[gone] }

  /// The least a balance costs at these prices after `gone` months; 0 for a closed debt, infinite
  /// after the horizon.
  func cost(ofDebt debt: Int, balance: Double, after gone: Int) -> Double {
    guard balance > 0 else { return 0 }
    guard gone < price.count else { return .infinity }
    var least = Double.infinity
    for line in lines[debt][gone] { least = min(least, line.slope * balance + line.base) }
    return least
  }

  /// The bound at the start.
  func value(_ problem: RepaymentProblem) -> Double {
    var sum = -worthOfIncome[0]
    for (index, debt) in problem.debts.enumerated() {
      sum += cost(ofDebt: index, balance: debt.balance, after: 0)
    }
    return sum
  }

  private static func lines(of debt: RepaymentProblem.Debt, price: [Double]) -> [[Line]] {
    price.indices.map { gone in
      var found: [Line] = []
      for closing in closings(of: debt, gone: gone, horizon: price.count) {
        let plan = ClosingPlan(of: debt, price: price, gone: gone, closing: closing)
        let line = Line(slope: plan.slope, base: plan.base)
        found.removeAll { $0.slope >= line.slope && $0.base >= line.base }
        if !found.contains(where: { $0.slope <= line.slope && $0.base <= line.base }) {
          found.append(line)
        }
      }
      return found
    }
  }

  /// The months it can be best to close a debt in: without a late fee the last covers them all.
  private static func closings(
    of debt: RepaymentProblem.Debt, gone: Int, horizon: Int
  ) -> Range<Int> {
    debt.lateFee > 0 && debt.minimum > 0 ? gone..<horizon : horizon - 1..<horizon
  }

  /// The prices from which the search starts: where one of the debts takes all spare money, or none.
  private static func startingPrices(_ problem: RepaymentProblem) -> [[Double]] {
    var candidates = [[Double](repeating: 1, count: problem.horizon)]
    for debt in problem.debts {
      var prices = [Double](repeating: 1, count: problem.horizon)
      for month in prices.indices.dropLast().reversed() {
        prices[month] = prices[month + 1] * debt.growth[month + 1]
      }
      candidates.append(prices)
    }
    return candidates
  }

  /// A bound that costs little to compute: the best at the prices the search starts from.
  static func roughValue(_ problem: RepaymentProblem) -> Double {
    startingPrices(problem).reduce(-.infinity) {
      max($0, relaxedPlans(problem, price: $1).value)
    }
  }

  /// The bound at the prices that make it highest, or at the first that reach `target`.
  static func improved(
    _ problem: RepaymentProblem, target: Double, steps: Int
  ) -> (bound: RepaymentBound, value: Double) {
    let search = RepaymentPrices(problem, target: target, steps: steps)
    var best = search.best
    for prices in startingPrices(problem) where best.value < target {
      let value = relaxedPlans(problem, price: prices).value
      if value > best.value { best = (prices, value) }
    }
    let bound = RepaymentBound(problem, price: best.prices)
    return (bound, bound.value(problem))
  }

  /// A plan of closing one debt: what it costs at the prices, and its payments.
  struct PricedPlan {
    let cost: Double
    let payments: [Double]
  }

  /// The bound at the start, and for each open debt the plan that is cheapest at these prices.
  static func relaxedPlans(
    _ problem: RepaymentProblem, price: [Double]
  ) -> (value: Double, plans: [PricedPlan?]) {
    var value = 0.0
    for month in price.indices { value -= (price[month] - 1) * problem.income[month] }
    let plans = problem.debts.map { debt -> PricedPlan? in
      guard debt.balance > 0 else { return nil }
      var best: ClosingPlan?
      var least = Double.infinity
      for closing in closings(of: debt, gone: 0, horizon: price.count) {
        let plan = ClosingPlan(of: debt, price: price, gone: 0, closing: closing)
        let cost = plan.slope * debt.balance + plan.base
        if cost < least { (best, least) = (plan, cost) }
      }
      value += least
      var payments = [Double](repeating: 0, count: price.count)
      best?.addPayments(of: debt, price: price, to: &payments)
      return PricedPlan(cost: least, payments: payments)
    }
    return (value, plans)
  }
}

/// The cheapest way, at given prices, to close one debt in one month.
private struct ClosingPlan {
  let slope: Double
  let base: Double
  private let bulk: Int
  private let closing: Int

  /// `gone` months have passed; months are counted from 0.
  init(of debt: RepaymentProblem.Debt, price: [Double], gone: Int, closing: Int) {
    // growth since the balance was known, and the month where price · growth is least.
    var grown = 1.0
    var least = Double.infinity
    var bulk = gone
    for month in gone...closing {
      grown *= debt.growth[month]
      if price[month] * grown < least { (least, bulk) = (price[month] * grown, month) }
    }
    slope = least
    self.bulk = bulk
    self.closing = closing
    guard debt.lateFee > 0, debt.minimum > 0 else {
      base = 0
      return
    }
    var sum = 0.0
    grown = 1
    for month in gone..<closing {
      grown *= debt.growth[month]
      let later = least / grown
      sum += min(debt.lateFee * later, debt.minimum * (price[month] - later))
    }
    base = sum
  }

  /// Adds the payments of this plan, from the start of the horizon.
  func addPayments(of debt: RepaymentProblem.Debt, price: [Double], to paid: inout [Double]) {
    var grown = 1.0
    var growthAtBulk = 1.0
    var rest = debt.balance
    for month in 0...closing {
      grown *= debt.growth[month]
      if month == bulk { growthAtBulk = grown }
      guard month < closing, debt.lateFee > 0, debt.minimum > 0 else { continue }
      let later = slope / grown
      if debt.lateFee * later < debt.minimum * (price[month] - later) {
        rest += debt.lateFee / grown
      } else {
        rest -= debt.minimum / grown
        paid[month] += debt.minimum
      }
    }
    paid[bulk] += rest * growthAtBulk
  }
}
