/// Good plans found by rule: minimums first, then all spare money to the debts in an order; the
/// orders are changed step by step for as long as that makes the plan cheaper.
///
/// What it finds is the start of the exact search: the cheaper it is, the less must be looked at.
struct RepaymentGreedy {
  /// For one stretch of months: the order of the debts, and whose minimums are left unpaid.
  private struct Rule: Hashable {
    var order: [Int]
    var skipsMinimum: [Bool]
  }

  private let problem: RepaymentProblem
  /// Which stretch each month belongs to.
  private let stretch: [Int]
  private(set) var simulations = 0
  private let mostSimulations: Int

  /// What the cheapest plan found pays, and its actions per month; `nil` where none was found.
  private(set) var best: (total: Double, plan: [[Int32]])?
  private var bestRules: [Rule] = []

  /// Looks for a plan, simulating no more than so many.
  init(_ problem: RepaymentProblem, mostSimulations: Int) {
    self.problem = problem
    self.mostSimulations = mostSimulations
    stretch = RepaymentGreedy.stretches(problem)
    for lookAhead in [1, 2, 4, 8, 16, problem.horizon] {
      for skips in hasFees ? [false, true] : [false] {
        attempt(rules(lookAhead: lookAhead, skips: skips))
      }
    }
    attempt(snowball())
    climb()
  }

  private var hasFees: Bool { problem.debts.contains { $0.lateFee > 0 && $0.minimum > 0 } }

  /// A stretch begins where a rate changes, and every few months.
  private static func stretches(_ problem: RepaymentProblem) -> [Int] {
    var current = 0
    var begun = 0
    return (0..<problem.horizon).map { month in
      let changes =
        month > 0 && problem.debts.contains { $0.growth[month] != $0.growth[month - 1] }
      if changes || month - begun >= 4 {
        current += 1
        begun = month
      }
      return current
    }
  }

  // MARK: Rules

  /// The debts that grow most over the next months first.
  private func rules(lookAhead: Int, skips: Bool) -> [Rule] {
    var rules: [Rule] = []
    for month in 0..<problem.horizon where month == 0 || stretch[month] != stretch[month - 1] {
      let end = min(problem.horizon, month + lookAhead)
      let growth = problem.debts.map { $0.growth[month..<end].reduce(1, *) }
      let order = problem.debts.indices.sorted {
        (-growth[$0], problem.debts[$0].balance, $0) < (-growth[$1], problem.debts[$1].balance, $1)
      }
      rules.append(
        Rule(order: order, skipsMinimum: problem.debts.map { $0.lateFee == 0 || skips }))
    }
    return rules
  }

  private func snowball() -> [Rule] {
    let order = problem.debts.indices.sorted {
      (problem.debts[$0].balance, $0) < (problem.debts[$1].balance, $1)
    }
    let rule = Rule(order: order, skipsMinimum: problem.debts.map { $0.lateFee == 0 })
    return [Rule](repeating: rule, count: (stretch.last ?? 0) + 1)
  }

  /// Changes one thing after another for as long as something gets cheaper.
  private mutating func climb() {
    var improved = best != nil
    while improved, simulations < mostSimulations {
      improved = false
      for index in bestRules.indices {
        for first in problem.debts.indices {
          for second in problem.debts.indices where second > first {
            improved = attempt(changed(index) { $0.order.swapAt(first, second) }) || improved
            improved = attempt(changed(from: index) { $0.order.swapAt(first, second) }) || improved
          }
          guard problem.debts[first].lateFee > 0, problem.debts[first].minimum > 0 else { continue }
          improved = attempt(changed(index) { $0.skipsMinimum[first].toggle() }) || improved
        }
        if simulations >= mostSimulations { return }
      }
    }
  }

  private func changed(_ index: Int, _ change: (inout Rule) -> Void) -> [Rule] {
    var rules = bestRules
    change(&rules[index])
    return rules
  }

  private func changed(from index: Int, _ change: (inout Rule) -> Void) -> [Rule] {
    var rules = bestRules
    for later in index..<rules.count { change(&rules[later]) }
    return rules
  }

  /// Whether a plan by these rules is cheaper than the best so far.
  @discardableResult
  private mutating func attempt(_ rules: [Rule]) -> Bool {
    simulations += 1
    var plan: [[Int32]]? = nil
    guard let total = simulate(rules, plan: &plan),
      total < (best?.total ?? .infinity) - RepaymentBeam.negligible
    else { return false }
    plan = []
    _ = simulate(rules, plan: &plan)
    best = (total, plan ?? [])
    bestRules = rules
    return true
  }

  // MARK: One plan

  /// What it pays in all, or `nil` where a debt stays open; `plan` is filled where it is not `nil`.
  private func simulate(_ rules: [Rule], plan: inout [[Int32]]?) -> Double? {
    let unit = problem.unit
    var balances = problem.debts.map(\.balance)
    var units = [Double](repeating: 0, count: balances.count)
    var isPaidOff = balances.map { $0 <= 0 }
    var cash = 0.0
    var total = 0.0
    for month in 0..<problem.horizon {
      cash += problem.income[month]
      let rule = rules[stretch[month]]
      let wasClosed = isPaidOff
      for debt in balances.indices where !isPaidOff[debt] {
        let terms = problem.debts[debt]
        balances[debt] *= terms.growth[month]
        units[debt] = 0
        guard !rule.skipsMinimum[debt], terms.minimum > 0 else { continue }
        let least = (terms.minimum / unit).rounded(.up)
        if least * unit < balances[debt] - 1e-6 {
          guard least * unit <= cash + 1e-6 else { continue }
          units[debt] = least
          cash -= least * unit
          total += least * unit
          balances[debt] -= least * unit
        }
      }
      for debt in rule.order where !isPaidOff[debt] {
        if balances[debt] <= cash + problem.tolerance {
          cash = max(0, cash - balances[debt])
          total += balances[debt]
          balances[debt] = 0
          isPaidOff[debt] = true
          continue
        }
        let most = (min(cash, balances[debt] - 1e-5) / unit).rounded(.down)
        guard most >= 1 else { continue }
        units[debt] += most
        cash -= most * unit
        total += most * unit
        balances[debt] -= most * unit
      }
      for debt in balances.indices where !isPaidOff[debt] {
        let terms = problem.debts[debt]
        if units[debt] * unit < terms.minimum { balances[debt] += terms.lateFee }
      }
      plan?.append(
        balances.indices.map { debt in
          wasClosed[debt]
            ? RepaymentBeam.closed
            : isPaidOff[debt] ? RepaymentBeam.payOff : Int32(clamping: Int(min(units[debt], 1e9)))
        })
      if isPaidOff.allSatisfy({ $0 }) { return total }
    }
    return nil
  }
}
