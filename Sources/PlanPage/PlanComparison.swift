import CoreFunctions
import MoneyAndDates
import PlanFile
import Planning

/// How sure it is that no plan is cheaper than the cheapest shown.
package enum OptimumProof: Hashable, Sendable {
  /// None is cheaper: by the exchange argument (constant rates, minimums that can be paid).
  case dearestFirst
  /// None is cheaper whose payments are whole multiples of the step; none at all by more than the
  /// gap.
  case search(step: Money, gap: Money)
  /// None is cheaper by more than this.
  case bounded(gap: Money)
  /// No plan pays all within the horizon.
  case infeasible(months: Int)
  /// No plan was found that pays all within the horizon; that there is none is not proved.
  case notFound(months: Int)
  /// The question is larger than the search takes.
  case tooLarge

  /// How far from the optimum the plan can be; `nil` where nothing is known.
  package var gap: Money? {
    switch self {
    case .dearestFirst: .zero
    case .search(_, let gap), .bounded(let gap): gap
    case .infeasible, .notFound, .tooLarge: nil
    }
  }
}

/// The caps on one debt's cost.
package struct DebtCaps: Hashable, Sendable {
  /// The debt's place in the sheet.
  package let debt: Int
  /// The day the contract is taken to be of.
  package let contract: CalendarDate
  /// Whether the sheet gives no day of the contract, so that the balance's day stands in.
  package let isContractAssumed: Bool
  /// The caps.
  package let findings: [CapFinding]
}

/// One offer of the sheet, judged by what all debts cost with it and without it.
package struct JudgedOffer: Hashable, Sendable {
  /// The debt's place in the sheet.
  package let debt: Int
  /// The offer.
  package let offer: DatedOffer
  /// What to make of it: saved up for while the other debts get their minimums, then dearest first,
  /// against dearest first from the start.
  package let verdict: DiscountOffer.Verdict
  /// The month in which it can be paid; `nil` where it never can.
  package let month: Int?
}

/// One row of the table of what paying more a month buys.
package struct ParetoRow: Hashable, Sendable {
  /// What is paid a month.
  package let monthly: Money
  /// Months until all is paid.
  package let months: Int
  /// What is paid in all.
  package let total: Money
  /// Interest in all.
  package let interest: Money
  /// The month in which the first debt is closed.
  package let firstClosed: Int
}

/// Everything that `plan FILE` shows: plans side by side, what they cost and what they survive.
package struct PlanComparison: Sendable {
  /// What it is about.
  package let sheet: DebtSheet
  /// The month's budget.
  package let budget: Budget<Money>
  /// What is owed today by debt, interest since the balance's day included.
  package let opening: [Money]
  /// The minimums of the first month in all.
  package let minimums: Money
  /// The plans; none in a deficit.
  package let plans: [ComparedPlan]
  /// How sure it is that the cheapest plan is the cheapest; `nil` in a deficit.
  package let proof: OptimumProof?
  /// What paying more a month buys.
  package let pareto: [ParetoRow]
  /// The offers, judged.
  package let offers: [JudgedOffer]
  /// The caps on each debt's cost.
  package let caps: [DebtCaps]
  /// What is left for debts after a fall of income.
  package let falls: [IncomeFall]
  /// Where no plan pays all with what is left: the payment that would.
  package let needed: NeededPayment?

  /// What is owed today in all.
  package let owed: Money

  /// Whether nothing is left for debts.
  package var isDeficit: Bool { budget.surplus <= .zero }

  /// Whether something is left, but less than the minimums.
  package var isShortOfMinimums: Bool { !isDeficit && budget.surplus < minimums }

  /// The plan of a strategy.
  package func plan(_ strategy: Strategy) -> ComparedPlan? {
    plans.first { $0.strategy == strategy }
  }

  /// The plan to follow: the cheapest that pays all; where minimums can't be paid, the shares.
  package var recommended: ComparedPlan? {
    plan(.optimum) ?? plans.filter { $0.strategy != .proRata && $0.isPaid }.min {
      $0.total < $1.total
    }
      ?? plan(.proRata).flatMap { $0.isPaid ? $0 : nil }
  }

  /// Compares the plans of a sheet.
  package init(_ sheet: DebtSheet, caps: LoanCaps) throws(PlanningFault) {
    let run = try DebtRun(sheet)
    let budget = try sheet.budget()
    self.sheet = sheet
    self.budget = budget
    opening = run.opening
    owed = try Money.total(run.opening)
    var least: [Money] = []
    for (debt, owed) in zip(sheet.debts, run.opening) {
      guard let due = debt.minimum.due(on: owed) else { throw .overflow }
      least.append(due)
    }
    minimums = try Money.total(least)
    falls = try budget.surplusAfterFalls().map {
      IncomeFall(percent: $0.percent, surplus: $0.surplus)
    }
    self.caps = PlanComparison.caps(sheet, caps)
    guard budget.surplus > .zero else {
      (plans, proof, pareto, offers, needed) = ([], nil, [], [], nil)
      return
    }
    let orders: [Strategy] =
      [.minimums, .avalanche, .snowball] + (sheet.order == nil ? [] : [.custom])
    var plans = orders.map {
      run.pay($0, budget: budget.surplus)
    }
    let (best, proof) = try OptimumSearch(run: run, surplus: budget.surplus).best(of: plans)
    if let best { plans.append(best) }
    plans.append(run.pay(.proRata, budget: budget.surplus))
    let (left, made) = (falls, plans.filter { $0.strategy != .optimum })
    self.plans = plans.map { plan in
      plan.surviving(
        left.filter { fall in
          guard fall.surplus > .zero else { return false }
          guard plan.strategy == .optimum else {
            return run.pay(plan.strategy, budget: fall.surplus).isPaid
          }
          // The cheapest may be one of the orders; else it holds where its very payments can be made.
          guard let order = made.first(where: { $0.rows == plan.rows })?.strategy else {
            return plan.fits(fall.surplus)
          }
          return run.pay(order, budget: fall.surplus).isPaid
        }.map(\.percent))
    }
    needed = NeededPayment(run, plans: plans, surplus: budget.surplus)
    self.proof = proof
    pareto = PlanComparison.pareto(run, from: minimums, to: budget.surplus)
    offers = try PlanComparison.judged(run, plans: plans, surplus: budget.surplus)
  }

  private static func caps(_ sheet: DebtSheet, _ caps: LoanCaps) -> [DebtCaps] {
    sheet.debts.enumerated().map { index, debt in
      let day = debt.contract ?? debt.asOf
      return DebtCaps(
        debt: index, contract: day, isContractAssumed: debt.contract == nil,
        findings: caps.findings(
          rate: debt.rate, lender: debt.lender, contractOn: day,
          throughPlatform: debt.throughPlatform ?? false, today: sheet.today))
    }
  }

  /// Dearest first with each sum of a ladder; sums that gain nothing over a smaller one left out.
  private static func pareto(_ run: DebtRun, from least: Money, to most: Money) -> [ParetoRow] {
    let start = max(least, Money(fen: min(most.fen, 100)))
    var rows: [ParetoRow] = []
    for sum in PayoffChoice.ladder(from: min(start, most), to: most) {
      let plan = run.pay(.avalanche, budget: sum)
      guard let months = plan.months else { continue }
      if let last = rows.last, last.months <= months, last.total <= plan.total { continue }
      rows.append(
        ParetoRow(
          monthly: sum, months: months, total: plan.total, interest: plan.interest,
          firstClosed: plan.firstClosed ?? months))
    }
    return rows
  }

  /// Each offer by what all debts cost with it, against dearest first without any.
  private static func judged(
    _ run: DebtRun, plans: [ComparedPlan], surplus: Money
  ) throws(PlanningFault) -> [JudgedOffer] {
    guard let avalanche = plans.first(where: { $0.strategy == .avalanche }), avalanche.isPaid
    else { return [] }
    var judged: [JudgedOffer] = []
    for (index, debt) in run.sheet.debts.enumerated() {
      for offer in debt.offers {
        let (month, taken) = try run.take(offer, ofDebt: index, budget: surplus)
        let verdict: DiscountOffer.Verdict
        if let taken {
          verdict =
            taken.total < avalanche.total
            ? .cheaper(by: try avalanche.total.minus(taken.total))
            : .dearer(by: try taken.total.minus(avalanche.total))
        } else {
          verdict = .outOfReach(monthsNeeded: month)
        }
        judged.append(JudgedOffer(debt: index, offer: offer, verdict: verdict, month: month))
      }
    }
    return judged
  }
}

extension DebtSheet {
  /// How many payment days, one month apart from today, fall on or before a day; 0 to 600.
  func months(until day: CalendarDate) -> Int {
    var (low, high) = (0, DebtRun.longest)
    while low < high {
      let middle = (low + high + 1) / 2
      if let paid = today.adding(months: middle), paid <= day {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }
}
