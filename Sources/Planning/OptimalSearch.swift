import BigInt
import MoneyAndDates

/// Finds the plan of `OptimalRepayment`: branch and bound over which settlement offers are taken, and
/// for each choice over the payments (`RepaymentBeam`, ever wider).
///
/// A debt that will be settled is best paid nothing before and settled in the offer's last month:
/// what was paid before would be lost, and later never costs more.
struct OptimalSearch {
  /// The most debts one question may have.
  static let mostDebts = 16
  /// The most months.
  static let mostMonths = 120

  private let debts: [OptimalDebt]
  private let budget: [Money]
  private let unit: Money
  private let effort: Int

  init(
    debts: [OptimalDebt], budget: [Money], unit: Money, effort: Int
  ) throws(PlanningFault) {
    guard debts.count <= OptimalSearch.mostDebts else {
      throw .debtCount(allowed: 0...OptimalSearch.mostDebts)
    }
    guard (1...OptimalSearch.mostMonths).contains(budget.count) else {
      throw .periodCount(allowed: 1...OptimalSearch.mostMonths)
    }
    guard unit > .zero else { throw .notAboveZero }
    for amount in budget { try amount.requireNotNegative() }
    for debt in debts {
      for amount in [debt.balance, debt.minimum, debt.lateFee, debt.settlement?.amount ?? .zero] {
        try amount.requireNotNegative()
      }
      try debt.monthlyRate.requireNotNegative()
      try debt.promotion?.monthlyRate.requireNotNegative()
    }
    self.debts = debts
    self.budget = budget
    self.unit = unit
    self.effort = effort
  }

  /// One choice of the settlements taken, with its bound.
  private struct Choice {
    let settled: [Bool]
    let problem: RepaymentProblem
    let settlements: Double
    var bound: RepaymentBound?
    var value: Double
    /// The debts of `problem`, as indexes of all debts.
    let indexes: [Int]
  }

  private struct Found {
    var total: Double
    var plan: [[RepaymentAction]]?
    /// No plan is cheaper than this.
    var lower: Double
    /// No plan is cheaper than this even where payments need not be whole units.
    var floor = Double.infinity
    var effort: Int

    /// `floor` in whole fen, a fen lower for what floating point lost.
    var floorInFen: Money? {
      guard floor.isFinite, floor < 9e18 else { return nil }
      return Money(fen: max(0, Int64(floor.rounded(.down)) - 1))
    }
  }

  /// The answer, its plan replayed in exact arithmetic.
  ///
  /// A plan that fits only by rounding is refused by the replay; then comparisons lean the other way.
  func result() -> OptimalRepayment {
    var found = search(tolerance: 1e-6)
    var exact = found.plan.flatMap { RepaymentReplay(debts: debts, budget: budget).total(of: $0) }
    if found.plan != nil, exact == nil {
      found = search(tolerance: -1e-6)
      exact = found.plan.flatMap { RepaymentReplay(debts: debts, budget: budget).total(of: $0) }
    }
    guard let plan = found.plan, let exact else {
      return OptimalRepayment(
        end: found.lower.isInfinite ? .infeasible : .unknown, totalPaid: nil, plan: [],
        floor: found.floorInFen, effort: found.effort)
    }
    let gap = found.total - found.lower
    let end: OptimalEnd =
      gap <= RepaymentBeam.negligible
      ? .optimal : .bounded(gap: Money(fen: Int64(min(gap.rounded(.up), 9e18))))
    return OptimalRepayment(
      end: end, totalPaid: exact,
      plan: RepaymentReplay(debts: debts, budget: budget).settledEarly(plan),
      floor: found.floorInFen, effort: found.effort)
  }

  private func search(tolerance: Double) -> Found {
    var choices = self.choices(tolerance: tolerance).sorted { $0.value < $1.value }
    var found = Found(
      total: budget.reduce(1.0) { $0 + Double($1.fen) }, plan: nil, lower: .infinity, effort: 0)
    let ceiling = found.total
    improve(&found, choices)
    for index in choices.indices { choices[index] = bounded(choices[index], below: found.total) }
    // The bounds leave out that payments are whole units.
    found.floor = choices.map(\.value).min() ?? .infinity
    var open = choices.sorted { $0.value < $1.value }
    for width in [4, 64, 1024, 16_384] {
      found.lower = .infinity
      var left: [Choice] = []
      for var choice in open where choice.value < found.total - RepaymentBeam.negligible {
        guard found.effort < effort else {
          found.lower = min(found.lower, choice.value)
          continue
        }
        let lower = grow(choice, width: width, &found)
        // What an earlier, narrower search excluded stays excluded.
        choice.value = max(lower, choice.value)
        if lower.isFinite { left.append(choice) }
        found.lower = min(found.lower, choice.value)
      }
      open = left
      if left.isEmpty || found.effort >= effort { break }
    }
    if found.plan != nil { found.lower = min(found.lower, found.total) }
    // Nothing was left out, or only what costs more than there is money: no plan exists.
    if found.plan == nil, found.lower >= ceiling { found.lower = .infinity }
    return found
  }

  /// Plans by rule, for the most promising choices of settlements.
  private func improve(_ found: inout Found, _ choices: [Choice]) {
    var simulations = 4_000
    for choice in choices where simulations > 0 {
      guard choice.value < found.total - RepaymentBeam.negligible else { return }
      guard !choice.problem.debts.isEmpty else { continue }
      let greedy = RepaymentGreedy(choice.problem, mostSimulations: min(simulations, 1_500))
      simulations -= greedy.simulations
      guard let best = greedy.best,
        best.total + choice.settlements < found.total - RepaymentBeam.negligible
      else { continue }
      found.total = best.total + choice.settlements
      found.plan = plan(best.plan, choice: choice)
    }
  }

  /// Runs one beam; the least bound of what it left out (infinite when nothing).
  private func grow(_ choice: Choice, width: Int, _ found: inout Found) -> Double {
    guard let bound = choice.bound, !choice.problem.debts.isEmpty else {
      if choice.settlements < found.total - RepaymentBeam.negligible {
        found.total = choice.settlements
        found.plan = plan([], choice: choice)
      }
      return .infinity
    }
    let beam = RepaymentBeam(
      choice.problem, bound: bound, width: width, better: found.total - choice.settlements,
      effort: effort - found.effort)
    found.effort += beam.effort
    if let best = beam.bestPlan {
      found.total = beam.bestTotal + choice.settlements
      found.plan = plan(best, choice: choice)
    }
    let spread =
      RepaymentBeam.isSpread(choice.problem) ? bound.value(choice.problem) : .infinity
    return min(beam.leastLeftOut, spread) + choice.settlements
  }

  // MARK: Choices of settlements

  private func choices(tolerance: Double) -> [Choice] {
    let open = debts.indices.filter { debts[$0].balance > .zero }
    let offered = open.filter { debts[$0].settlement.map { $0.until >= 1 } ?? false }
    return (0..<(1 << offered.count)).compactMap { mask in
      var settled = [Bool](repeating: false, count: debts.count)
      for (bit, debt) in offered.enumerated() where mask >> bit & 1 == 1 { settled[debt] = true }
      return choice(settled: settled, open: open, tolerance: tolerance)
    }
  }

  private func choice(settled: [Bool], open: [Int], tolerance: Double) -> Choice? {
    var cumulative: [Double] = []
    var sum = 0.0
    for month in budget.indices {
      sum += Double(budget[month].fen)
      for debt in debts.indices where settled[debt] && settlementMonth(of: debt) == month + 1 {
        sum -= Double(debts[debt].settlement?.amount.fen ?? 0)
      }
      cumulative.append(sum)
    }
    // Money for a later settlement must not be spent before.
    for month in cumulative.indices.dropLast().reversed() {
      cumulative[month] = min(cumulative[month], cumulative[month + 1])
    }
    guard let first = cumulative.first, first >= 0 else { return nil }
    let income = [first] + zip(cumulative.dropFirst(), cumulative).map { $0 - $1 }
    let indexes = open.filter { !settled[$0] }
    let problem = RepaymentProblem(
      debts: indexes.map(terms), income: income, unit: Double(unit.fen), tolerance: tolerance)
    let settlements = debts.indices.filter { settled[$0] }
      .reduce(0.0) { $0 + Double(debts[$1].settlement?.amount.fen ?? 0) }
    let value = RepaymentBound.roughValue(problem)
    guard value <= problem.totalIncome + 1 else { return nil }
    return Choice(
      settled: settled, problem: problem, settlements: settlements, bound: nil,
      value: value + settlements, indexes: indexes)
  }

  /// The choice with its best bound, or with one that shows it can't be better than `total`.
  private func bounded(_ choice: Choice, below total: Double) -> Choice {
    var choice = choice
    guard choice.value < total - RepaymentBeam.negligible else { return choice }
    let (bound, value) = RepaymentBound.improved(
      choice.problem, target: total - choice.settlements, steps: 400)
    choice.bound = bound
    choice.value = max(choice.value, value + choice.settlements)
    return choice
  }

  private func terms(of index: Int) -> RepaymentProblem.Debt {
    let debt = debts[index]
    return RepaymentProblem.Debt(
      balance: Double(debt.balance.fen),
      growth: budget.indices.map { 1 + debt.rate(inMonth: $0 + 1).approximation },
      minimum: Double(debt.minimum.fen), lateFee: Double(debt.lateFee.fen))
  }

  private func settlementMonth(of debt: Int) -> Int {
    min(debts[debt].settlement?.until ?? 1, budget.count)
  }

  // MARK: Plans

  private func plan(_ months: [[Int32]], choice: Choice) -> [[RepaymentAction]] {
    let length = max(
      months.count,
      debts.indices.filter { choice.settled[$0] }.map(settlementMonth).max() ?? 0)
    return (1...max(1, length)).map { month in
      var row = [RepaymentAction](repeating: .closed, count: debts.count)
      for debt in debts.indices where choice.settled[debt] {
        let last = settlementMonth(of: debt)
        row[debt] = month == last ? .settle : month < last ? .pay(.zero) : .closed
      }
      guard month <= months.count else { return row }
      for (place, debt) in choice.indexes.enumerated() {
        row[debt] = action(months[month - 1][place])
      }
      return row
    }
  }

  private func action(_ code: Int32) -> RepaymentAction {
    switch code {
    case RepaymentBeam.payOff: .payOff
    case RepaymentBeam.closed: .closed
    default: .pay(unit.times(Int64(code)) ?? .zero)
    }
  }
}
