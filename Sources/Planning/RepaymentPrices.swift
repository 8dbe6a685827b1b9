/// The prices of the months that give the highest bound: the dual of the linear program that mixes,
/// for each debt, plans of closing it, so that all payments so far never exceed the income so far.
///
/// Columns (plans) are made as they are needed: those that are cheapest at the prices of the moment.
/// The bound is valid at any prices, so floating point here can make it weaker but never wrong.
struct RepaymentPrices {
  private let problem: RepaymentProblem
  private let rows: Int
  private let months: Int
  /// The inverse of the basis, row after row.
  private var inverse: [Double]
  private var costs: [Double]
  /// What each basic column is worth.
  private var values: [Double]
  /// Whether a basic column only stands for a debt that has no plan yet.
  private(set) var best: (prices: [Double], value: Double)

  /// Searches until no plan lowers the cost, the bound reaches `target`, or `steps` are done.
  init(_ problem: RepaymentProblem, target: Double, steps: Int) {
    self.problem = problem
    months = problem.horizon
    rows = months + problem.debts.count
    inverse = [Double](repeating: 0, count: rows * rows)
    for row in 0..<rows { inverse[row * rows + row] = 1 }
    // A debt without a plan costs more than any plan can.
    let penalty = 4 * (problem.totalIncome + problem.debts.reduce(1) { $0 + $1.balance })
    costs = [Double](repeating: 0, count: months)
    costs += [Double](repeating: penalty, count: problem.debts.count)
    values = []
    var sum = 0.0
    for income in problem.income {
      sum += income
      values.append(sum)
    }
    values += [Double](repeating: 1, count: problem.debts.count)
    best = ([Double](repeating: 1, count: months), -.infinity)
    for _ in 0..<steps where step(target: target) {}
  }

  private var isFinished = false

  /// One exchange of a basic column; `false` when there is none to make.
  private mutating func step(target: Double) -> Bool {
    guard !isFinished else { return false }
    let duals = self.duals()
    var column = [Double](repeating: 0, count: rows)
    var cost = 0.0
    let scale = 1 + (costs.max() ?? 0)
    // A month whose budget has a price below 0 has money to spare.
    let cheapest = (0..<months).min { -duals[$0] < -duals[$1] }
    if let cheapest, -duals[cheapest] < -1e-11 {
      column[cheapest] = 1
    } else {
      let prices = self.prices(duals)
      let (value, plans) = RepaymentBound.relaxedPlans(problem, price: prices)
      if value > best.value { best = (prices, value) }
      guard best.value < target else {
        isFinished = true
        return false
      }
      var least = -1e-12 * scale
      var entering: Int?
      for (debt, plan) in plans.enumerated() {
        guard let plan else { continue }
        let reduced = plan.cost - duals[months + debt]
        if reduced < least { (least, entering) = (reduced, debt) }
      }
      guard let entering, let plan = plans[entering] else {
        isFinished = true
        return false
      }
      var sum = 0.0
      for month in 0..<months {
        sum += plan.payments[month]
        column[month] = sum
      }
      cost = sum
      column[months + entering] = 1
    }
    guard exchange(column, cost: cost) else {
      isFinished = true
      return false
    }
    return true
  }

  private func duals() -> [Double] {
    var duals = [Double](repeating: 0, count: rows)
    for row in 0..<rows where costs[row] != 0 {
      let cost = costs[row]
      for index in 0..<rows { duals[index] += cost * inverse[row * rows + index] }
    }
    return duals
  }

  /// 1 + Σ of the budgets' multipliers from the month on; multipliers below 0 count as 0.
  private func prices(_ duals: [Double]) -> [Double] {
    var prices = [Double](repeating: 1, count: months)
    var price = 1.0
    for month in (0..<months).reversed() {
      price += max(0, -duals[month])
      prices[month] = price
    }
    return prices
  }

  /// Takes a column into the basis; `false` where none leaves.
  private mutating func exchange(_ column: [Double], cost: Double) -> Bool {
    var direction = [Double](repeating: 0, count: rows)
    for row in 0..<rows {
      var sum = 0.0
      for index in 0..<rows where column[index] != 0 {
        sum += inverse[row * rows + index] * column[index]
      }
      direction[row] = sum
    }
    var leaving: Int?
    var length = Double.infinity
    for row in 0..<rows where direction[row] > 1e-9 {
      let ratio = max(0, values[row]) / direction[row]
      let isBetter =
        ratio < length - 1e-12
        || (ratio <= length && leaving.map { direction[row] > direction[$0] } ?? true)
      if isBetter { (length, leaving) = (ratio, row) }
    }
    guard let leaving else { return false }
    let pivot = direction[leaving]
    for index in 0..<rows { inverse[leaving * rows + index] /= pivot }
    for row in 0..<rows where row != leaving && direction[row] != 0 {
      let factor = direction[row]
      for index in 0..<rows {
        inverse[row * rows + index] -= factor * inverse[leaving * rows + index]
      }
      values[row] -= factor * length
    }
    values[leaving] = length
    costs[leaving] = cost
    return true
  }
}
