/// Plans grown month by month: all of them while they fit into the beam's width, else the most
/// promising; whatever is left out is remembered by its bound.
struct RepaymentBeam {
  /// What is done with one debt: units paid (0 or more), or `payOff`, or `closed`.
  static let payOff: Int32 = -1
  static let closed: Int32 = -2

  /// The states after some months; `balances` and `actions` hold one entry per debt and state.
  private struct Layer {
    var balances: [Double] = []
    var actions: [Int32] = []
    var parents: [Int32] = []
    var cash: [Double] = []
    var bounds: [Double] = []
    var count: Int { cash.count }
  }

  private let problem: RepaymentProblem
  private let bound: RepaymentBound
  private let width: Int
  /// Most children of one state; with more the rest counts as left out.
  private let fanOut: Int

  /// The cheapest total found, and its actions per month.
  private(set) var bestTotal: Double
  private(set) var bestPlan: [[Int32]]?
  /// The least bound of anything left out; infinite when nothing was.
  private(set) var leastLeftOut = Double.infinity
  /// States made, and a part of the combinations looked at.
  private(set) var effort = 0
  private var visits = 0

  /// Only plans cheaper than `better` (by more than a hundredth of a fen) are looked for.
  init(
    _ problem: RepaymentProblem, bound: RepaymentBound, width: Int, better: Double, effort: Int
  ) {
    self.problem = problem
    self.bound = bound
    self.width = width
    fanOut = max(64, width * 4)
    bestTotal = better
    run(limit: effort)
  }

  /// Combinations looked at for one state; with more the rest counts as left out.
  private static let mostVisits = 100_000
  /// A difference in cost that is none: a hundredth of a fen.
  static let negligible = 0.01

  private mutating func run(limit: Int) {
    var layer = Layer()
    layer.balances = problem.debts.map(\.balance)
    layer.cash = [0]
    layer.bounds = [bound.value(problem)]
    layer.parents = [0]
    var history: [Layer] = []
    for month in 0..<problem.horizon {
      var next = Layer()
      for state in 0..<layer.count {
        guard effort < limit else {
          leaveOut(layer.bounds[state])
          continue
        }
        expand(layer, state, month: month, into: &next)
      }
      layer.balances = []
      history.append(layer)
      layer = narrowed(next)
      if layer.count == 0 { return }
      noteFinished(layer, history: history)
    }
  }

  private mutating func leaveOut(_ lower: Double) { leastLeftOut = min(leastLeftOut, lower) }

  // MARK: One state

  /// One way to treat one debt this month.
  private struct Option {
    let action: Int32
    let payment: Double
    let balance: Double
    /// Payment at the price of the cash it takes + the bound of what stays.
    let cost: Double
  }

  private mutating func expand(_ layer: Layer, _ state: Int, month: Int, into next: inout Layer) {
    let debts = problem.debts.count
    let cash = layer.cash[state] + problem.income[month]
    let premium = bound.cashPremium(after: month + 1)
    var options: [[Option]] = []
    options.reserveCapacity(debts)
    for debt in 0..<debts {
      options.append(
        self.options(
          debt: debt, balance: layer.balances[state * debts + debt], cash: cash, month: month))
    }
    // Paid so far is all income so far less the cash kept, so a total is income − cash at the end.
    var gone = 0.0
    for index in 0...month { gone += problem.income[index] }
    let fixed = gone - cash - cash * premium - bound.incomeWorth(after: month + 1)
    var leastRest = [Double](repeating: 0, count: debts + 1)
    for debt in (0..<debts).reversed() {
      leastRest[debt] = leastRest[debt + 1] + (options[debt].first?.cost ?? .infinity)
    }
    var combination = Combination(
      month: month, options: options, leastRest: leastRest,
      chosen: [Int](repeating: 0, count: debts),
      made: 0)
    combine(&combination, debt: 0, cost: fixed, cash: cash, parent: Int32(state), into: &next)
    effort += visits / 16
    visits %= 16
  }

  private func options(debt: Int, balance: Double, cash: Double, month: Int) -> [Option] {
    guard balance > 0 else {
      return [Option(action: RepaymentBeam.closed, payment: 0, balance: 0, cost: 0)]
    }
    let terms = problem.debts[debt]
    let owed = balance * terms.growth[month]
    let price = 1 + bound.cashPremium(after: month + 1)
    var options: [Option] = []
    if owed <= cash + problem.tolerance {
      options.append(
        Option(action: RepaymentBeam.payOff, payment: owed, balance: 0, cost: owed * price))
    }
    let most = Int(min((min(cash, owed) / problem.unit).rounded(.down), 1e6))
    for units in RepaymentBeam.unitsTried(most: most, minimum: terms.minimum / problem.unit) {
      let payment = Double(units) * problem.unit
      guard payment < owed - 1e-6, payment <= cash + 1e-6 else { continue }
      let rest = owed - payment + (payment < terms.minimum ? terms.lateFee : 0)
      let cost =
        payment * price + bound.cost(ofDebt: debt, balance: rest, after: month + 1)
      guard cost.isFinite else { continue }
      options.append(Option(action: Int32(units), payment: payment, balance: rest, cost: cost))
    }
    return options.sorted { $0.cost < $1.cost }
  }

  /// The numbers of units tried: all up to 256, above that a spread of them (see `isSpread`).
  private static func unitsTried(most: Int, minimum: Double) -> [Int] {
    guard most > 256 else { return Array(0...max(0, most)) }
    var units = Set((0...128).map { most * $0 / 128 })
    let least = Int(min(minimum.rounded(.up), 1e6))
    if least <= most { units.insert(least) }
    return units.sorted()
  }

  /// Whether so fine a unit is used that not every payment can be tried.
  static func isSpread(_ problem: RepaymentProblem) -> Bool {
    let largest = problem.debts.reduce(0) { $0 + $1.balance * ($1.growth.max() ?? 1) }
    return min(problem.totalIncome, largest) / problem.unit > 256
  }

  // MARK: Combinations

  private struct Combination {
    let month: Int
    let options: [[Option]]
    /// Least cost of this debt and all after it.
    let leastRest: [Double]
    var chosen: [Int]
    var made: Int
  }

  /// Depth is the number of debts, at most `OptimalSearch.mostDebts`.
  private mutating func combine(
    _ combination: inout Combination, debt: Int, cost: Double, cash: Double, parent: Int32,
    into next: inout Layer
  ) {
    guard debt < combination.options.count else {
      return append(&combination, cost: cost, cash: cash, parent: parent, into: &next)
    }
    for (index, option) in combination.options[debt].enumerated() {
      visits += 1
      let lower = cost + option.cost + combination.leastRest[debt + 1]
      // Options ascend by cost: the next ones are no better.
      guard lower < bestTotal - RepaymentBeam.negligible else { return }
      guard option.payment <= cash + problem.tolerance else { continue }
      guard combination.made < fanOut, visits < RepaymentBeam.mostVisits else {
        return leaveOut(lower)
      }
      combination.chosen[debt] = index
      combine(
        &combination, debt: debt + 1, cost: cost + option.cost, cash: cash - option.payment,
        parent: parent, into: &next)
    }
  }

  private mutating func append(
    _ combination: inout Combination, cost: Double, cash: Double, parent: Int32,
    into next: inout Layer
  ) {
    let lower = cost + idleCost(combination, cash: max(0, cash))
    guard lower < bestTotal - RepaymentBeam.negligible else { return }
    combination.made += 1
    effort += 1
    for (debt, index) in combination.chosen.enumerated() {
      let option = combination.options[debt][index]
      next.balances.append(option.balance)
      next.actions.append(option.action)
    }
    next.parents.append(parent)
    next.cash.append(max(0, cash))
    next.bounds.append(lower)
  }

  /// What cash that can't be spent costs at the prices: until a debt can be paid off all payments are
  /// whole units, so each month at least the rest of the cash by the unit stays idle.
  ///
  /// To close a debt takes at least its balance grown by the next month.
  private func idleCost(_ combination: Combination, cash: Double) -> Double {
    var least = Double.infinity
    let month = combination.month
    guard month + 1 < problem.horizon else { return 0 }
    for (debt, index) in combination.chosen.enumerated() {
      let balance = combination.options[debt][index].balance
      if balance > 0 { least = min(least, balance * problem.debts[debt].growth[month + 1]) }
    }
    guard least.isFinite else { return 0 }
    // This month's rest is counted already: the bound prices kept cash at the next month.
    var cost = 0.0
    var cash = cash
    for later in (month + 1)..<problem.horizon {
      cash += problem.income[later]
      guard cash < least - 1 else { break }
      cost += idle(cash, after: later)
    }
    return cost
  }

  /// What the rest of the cash by the unit loses in price from this month to the next.
  private func idle(_ cash: Double, after month: Int) -> Double {
    // A hair less, so that cash that only rounding keeps from a whole unit counts as whole.
    let units = ((cash + 1e-3) / problem.unit).rounded(.down)
    return max(0, cash - units * problem.unit - 1e-3)
      * max(0, bound.price[month] - 1 - bound.cashPremium(after: month + 1))
  }

  // MARK: One layer

  /// The layer by ascending bound, without states that another one beats, cut to the width.
  private mutating func narrowed(_ layer: Layer) -> Layer {
    let debts = problem.debts.count
    let order = (0..<layer.count).sorted {
      (layer.bounds[$0], -layer.cash[$0], $0) < (layer.bounds[$1], -layer.cash[$1], $1)
    }
    var kept = Layer()
    for state in order where layer.bounds[state] < bestTotal - RepaymentBeam.negligible {
      guard kept.count < width else {
        leaveOut(layer.bounds[state])
        break
      }
      let range = state * debts..<(state + 1) * debts
      guard !isBeaten(layer.balances[range], cash: layer.cash[state], by: kept) else { continue }
      kept.balances += layer.balances[range]
      kept.actions += layer.actions[range]
      kept.parents.append(layer.parents[state])
      kept.cash.append(layer.cash[state])
      kept.bounds.append(layer.bounds[state])
    }
    return kept
  }

  /// Whether one of the best kept states has no less cash and owes no more on any debt: then the same
  /// payments, cut where a debt is closed sooner, cost no more from there.
  private func isBeaten(_ balances: ArraySlice<Double>, cash: Double, by kept: Layer) -> Bool {
    let debts = problem.debts.count
    for other in 0..<min(kept.count, 128) where kept.cash[other] >= cash - 1e-9 {
      var beats = true
      for (debt, balance) in balances.enumerated()
      where kept.balances[other * debts + debt] > balance + 1e-9 {
        beats = false
        break
      }
      if beats { return true }
    }
    return false
  }

  private mutating func noteFinished(_ layer: Layer, history: [Layer]) {
    let debts = problem.debts.count
    let gone = problem.income[0..<history.count].reduce(0, +)
    for state in 0..<layer.count
    where layer.balances[state * debts..<(state + 1) * debts].allSatisfy({ $0 == 0 }) {
      let total = gone - layer.cash[state]
      guard total < bestTotal - RepaymentBeam.negligible else { continue }
      bestTotal = total
      bestPlan = plan(endingWith: layer, state, history: history)
    }
  }

  private func plan(endingWith layer: Layer, _ state: Int, history: [Layer]) -> [[Int32]] {
    let debts = problem.debts.count
    var months: [[Int32]] = []
    var state = state
    for layer in (history.dropFirst() + [layer]).reversed() {
      months.append(Array(layer.actions[state * debts..<(state + 1) * debts]))
      state = Int(layer.parents[state])
    }
    return months.reversed()
  }
}
