import BigInt
import CoreFunctions
import MoneyAndDates
import PlanFile
import Planning

/// The cheapest plan of a sheet and how sure that is.
struct OptimumSearch {
  let run: DebtRun
  let surplus: Money

  /// Combinations of offers looked at; past it only the lowest offer of each debt counts.
  private static let mostChoices = 12

  /// The cheapest plan, those already made included, and its proof; no plan where none pays all.
  func best(
    of made: [ComparedPlan]
  ) throws(PlanningFault) -> (ComparedPlan?, OptimumProof) {
    let paid = made.filter(\.isPaid).min { $0.total < $1.total }
    let horizon = run.sheet.horizon ?? min(DebtSheet.longestHorizon, (paid?.months ?? 60) + 1)
    let inTime = paid.flatMap { ($0.months ?? .max) <= horizon ? $0 : nil }
    if isPlain {
      guard let plan = made.first(where: { $0.strategy == .avalanche && $0.isPaid }),
        (plan.months ?? .max) <= horizon
      else { return (nil, .infeasible(months: horizon)) }
      return (plan.named(.optimum), .dearestFirst)
    }
    guard run.opening.count <= 16, let choices = offerChoices() else {
      return (inTime?.named(.optimum), .tooLarge)
    }
    var best: (plan: ComparedPlan, proof: OptimumProof)?
    var floor: Money? = Money(fen: .max)
    for choice in choices {
      guard let found = try search(choice, months: horizon) else {
        floor = nil
        continue
      }
      floor = floor.map { min($0, found.floor ?? $0) }
      if let plan = found.plan, plan.plan.total < best?.plan.total ?? Money(fen: .max) {
        best = plan
      }
    }
    if let paid = inTime, paid.total < best?.plan.total ?? Money(fen: .max) {
      // The grid of payments may cost more than a plan that pays to the fen: then that one is shown.
      return (paid.named(.optimum), .bounded(gap: gap(of: paid, floor: floor)))
    }
    guard let best else { return (nil, .infeasible(months: horizon)) }
    // The search holds minimums at their first height; where they fall with the debt its proof says
    // too much.
    if hasFallingMinimums { return (best.plan, .bounded(gap: gap(of: best.plan, floor: floor))) }
    return best
  }

  /// Whether a minimum is a part of what is owed.
  private var hasFallingMinimums: Bool {
    run.sheet.debts.contains { debt in
      if case .share = debt.minimum { true } else { false }
    }
  }

  /// How far a plan can be from the cheapest of all plans that pay to the fen.
  ///
  /// The floor is of exact interest; half a fen of each month's and debt's may be rounded off.
  private func gap(of plan: ComparedPlan, floor: Money?) -> Money {
    let rounded = Money(fen: Int64(plan.rows.count * run.opening.count))
    let least = floor.flatMap { $0.subtracting(rounded) } ?? .zero
    return max(.zero, plan.total.subtracting(max(least, floorOfAnyPlan)) ?? plan.total)
  }

  /// Constant rates, no offer, no fee that a missed minimum would cost: dearest first is optimal.
  private var isPlain: Bool {
    run.sheet.debts.indices.allSatisfy { index in
      let debt = run.sheet.debts[index]
      return debt.offers.isEmpty && debt.lateFee == .zero
        && run.rateChange(ofDebt: index) == .never
    }
  }

  /// No plan costs less than each debt's balance or its lowest offer.
  private var floorOfAnyPlan: Money {
    Money.sum(
      zip(run.sheet.debts, run.opening).map { debt, owed in
        min(owed, debt.offers.map(\.amount).min() ?? owed)
      }) ?? .zero
  }

  // MARK: Searching

  /// For each way to pick one offer of each debt that has several: the offers, by debt.
  private func offerChoices() -> [[DatedOffer?]]? {
    var choices: [[DatedOffer?]] = [[]]
    for debt in run.sheet.debts {
      let options: [DatedOffer?] = debt.offers.isEmpty ? [nil] : debt.offers.map { $0 }
      choices = choices.flatMap { choice in options.map { choice + [$0] } }
      guard choices.count <= OptimumSearch.mostChoices else { return nil }
    }
    return choices
  }

  /// The cheapest plan with these offers, where one was found, and what no plan with them stays
  /// under; `nil` where the question can't be put.
  private func search(
    _ offers: [DatedOffer?], months: Int
  ) throws(PlanningFault) -> (
    plan: (plan: ComparedPlan, proof: OptimumProof)?, floor: Money?
  )? {
    var debts: [OptimalDebt] = []
    for index in run.opening.indices {
      guard let debt = optimalDebt(index, offer: offers[index]) else { return nil }
      debts.append(debt)
    }
    let step = OptimalRepayment.unit(forBudget: surplus, minimums: debts.map(\.minimum))
    let budget = [Money](repeating: surplus, count: months)
    // Without minimums and fees any plan is allowed: what none of those stays under, none does.
    let free = try OptimalRepayment(
      debts: debts.map(\.withoutMinimum), budget: budget, unit: step, effort: 1)
    let found = try OptimalRepayment(debts: debts, budget: budget, unit: step)
    guard !found.plan.isEmpty else { return (nil, free.floor) }
    let plan = try run.follow(found.plan, settlements: offers.map { $0?.amount })
    guard plan.isPaid else { return (nil, free.floor) }
    switch found.end {
    case .optimal: return ((plan, .search(step: step)), free.floor)
    case .bounded(let gap): return ((plan, .bounded(gap: gap)), free.floor)
    case .infeasible, .unknown: return (nil, free.floor)
    }
  }

  /// The debt for the search; `nil` where its rate changes more than once.
  ///
  /// Where the sheet names no late fee the minimum must be paid: a fee as large as the debt sees to
  /// that.
  private func optimalDebt(_ index: Int, offer: DatedOffer?) -> OptimalDebt? {
    let debt = run.sheet.debts[index]
    let owed = run.opening[index]
    guard let minimum = debt.minimum.due(on: owed) else { return nil }
    let promotion: OptimalDebt.Promotion?
    switch run.rateChange(ofDebt: index) {
    case .never: promotion = nil
    case .once(let rate, let months):
      promotion = OptimalDebt.Promotion(monthlyRate: Ratio<BigInt>(rate), until: months)
    case .often: return nil
    }
    let last = Ratio<BigInt>(run.rate(ofDebt: index, month: DebtRun.longest))
    let months = offer.map { run.sheet.months(until: $0.until) } ?? 0
    return OptimalDebt(
      balance: owed, monthlyRate: last, minimum: minimum,
      lateFee: debt.lateFee == .zero ? owed : debt.lateFee,
      promotion: promotion,
      settlement: months >= 1
        ? offer.map { OptimalDebt.Settlement(amount: $0.amount, until: months) } : nil)
  }
}

extension OptimalDebt {
  /// The same debt where a missed payment costs nothing.
  fileprivate var withoutMinimum: OptimalDebt {
    OptimalDebt(
      balance: balance, monthlyRate: monthlyRate, promotion: promotion, settlement: settlement)
  }
}

extension ComparedPlan {
  /// The same plan under another name.
  func named(_ strategy: Strategy) -> ComparedPlan {
    ComparedPlan(
      strategy: strategy, end: end, monthly: monthly, total: total, interest: interest, rows: rows,
      closed: closed, survivedFalls: survivedFalls)
  }
}
