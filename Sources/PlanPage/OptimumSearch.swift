import BigInt
import CoreFunctions
import MoneyAndDates
import PlanFile
import Planning

/// The cheapest plan of a sheet and how sure that is.
struct OptimumSearch {
  let run: DebtRun
  let surplus: Money

  /// Combinations of offers looked at; where there are more, the cheapest is not searched.
  private static let mostChoices = 12
  /// Debts looked at.
  private static let mostDebts = 16

  /// The cheapest plan, those already made included, and its proof; no plan where none was found
  /// that pays all in time.
  func best(
    of made: [ComparedPlan]
  ) throws(PlanningFault) -> (ComparedPlan?, OptimumProof) {
    let paid = made.filter(\.isPaid).min { $0.total < $1.total }
    let horizon = run.sheet.horizon ?? min(DebtSheet.longestHorizon, (paid?.months ?? 60) + 1)
    let inTime = paid.flatMap { ($0.months ?? .max) <= horizon ? $0 : nil }
    if isPlain { return plainBest(of: made, inTime: inTime, horizon: horizon) }
    guard run.opening.count <= OptimumSearch.mostDebts, let choices = offerChoices() else {
      return (inTime?.named(.optimum), .tooLarge)
    }
    var all = Searched(plan: nil, leastInSteps: nil, floor: nil)
    for choice in choices {
      guard let found = try search(choice, months: horizon) else {
        return (inTime?.named(.optimum), .tooLarge)
      }
      all = all.joined(with: found)
    }
    if let paid = inTime, paid.total < all.plan?.total ?? Money(fen: .max) {
      // The grid of payments may cost more than a plan that pays to the fen: then that one is shown.
      return (paid.named(.optimum), .bounded(gap: gap(of: paid, floor: all.floor)))
    }
    // Where a plain order costs the same, that order is shown: it is easier to keep to.
    if let paid = inTime, paid.total == all.plan?.total { all.plan = paid.named(.optimum) }
    guard let best = all.plan else {
      return (nil, all.floor == nil ? .infeasible(months: horizon) : .notFound(months: horizon))
    }
    // The search holds minimums at their first height; where they fall with the debt its proof says
    // too much.
    if !hasFallingMinimums, best.total <= all.leastInSteps ?? best.total {
      return (best, .search(step: step, gap: gap(of: best, floor: all.floor)))
    }
    return (best, .bounded(gap: gap(of: best, floor: all.floor)))
  }

  /// The cheapest plan where dearest first is optimal.
  private func plainBest(
    of made: [ComparedPlan], inTime: ComparedPlan?, horizon: Int
  ) -> (ComparedPlan?, OptimumProof) {
    let dearestFirst = made.first { $0.strategy == .avalanche }
    if let plan = dearestFirst, let months = plan.months, months <= horizon {
      return (plan.named(.optimum), .dearestFirst)
    }
    if let inTime { return (inTime.named(.optimum), .bounded(gap: gap(of: inTime, floor: nil))) }
    // A minimum that can't be met later on might be met by another order.
    if case .shortfall(let month) = dearestFirst?.end, month > 1 {
      return (nil, .notFound(months: horizon))
    }
    return (nil, .infeasible(months: horizon))
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

  /// What was found with some choices of offers.
  private struct Searched {
    /// The cheapest plan found.
    var plan: ComparedPlan?
    /// No plan in whole steps is cheaper; `nil` where there is none.
    var leastInSteps: Money?
    /// No plan at all is cheaper; `nil` where none pays all in time.
    var floor: Money?

    func joined(with other: Searched) -> Searched {
      Searched(
        plan: [plan, other.plan].compactMap { $0 }.min { $0.total < $1.total },
        leastInSteps: [leastInSteps, other.leastInSteps].compactMap { $0 }.min(),
        floor: [floor, other.floor].compactMap { $0 }.min())
    }
  }

  /// For each way to pick one offer of each debt that has several: the offers, by debt.
  ///
  /// An offer that another undercuts for as long can't be part of a cheaper plan.
  private func offerChoices() -> [[DatedOffer?]]? {
    var choices: [[DatedOffer?]] = [[]]
    for debt in run.sheet.debts {
      let offers = debt.offers.enumerated().filter { index, offer in
        !debt.offers.enumerated().contains { place, other in
          place != index && other.amount <= offer.amount && other.until >= offer.until
            && (other != offer || place < index)
        }
      }
      let options: [DatedOffer?] = offers.isEmpty ? [nil] : offers.map(\.element)
      choices = choices.flatMap { choice in options.map { choice + [$0] } }
      guard choices.count <= OptimumSearch.mostChoices else { return nil }
    }
    return choices
  }

  /// The unit of the search's payments.
  private var step: Money {
    OptimalRepayment.unit(
      forBudget: surplus,
      minimums: zip(run.sheet.debts, run.opening).compactMap { $0.minimum.due(on: $1) })
  }

  /// What is found with these offers; `nil` where the question can't be put.
  private func search(
    _ offers: [DatedOffer?], months: Int
  ) throws(PlanningFault) -> Searched? {
    var debts: [OptimalDebt] = []
    for index in run.opening.indices {
      guard let debt = optimalDebt(index, offer: offers[index]) else { return nil }
      debts.append(debt)
    }
    let budget = [Money](repeating: surplus, count: months)
    // Without minimums and fees any plan is allowed: what none of those stays under, none does.
    let free = try OptimalRepayment(
      debts: debts.map(\.withoutMinimum), budget: budget, unit: step, effort: 1)
    let found = try OptimalRepayment(debts: debts, budget: budget, unit: step)
    let floor = hasFallingMinimums ? free.floor : [free.floor, found.floor].compactMap { $0 }.max()
    var plan =
      try found.plan.isEmpty
      ? nil : run.follow(found.plan, settlements: offers.map { $0?.amount })
    // In fen, with minimums that follow the debt, it may leave a rest or need more than there is.
    if let found = plan, !found.isPaid || !found.fits(surplus) { plan = nil }
    let leastInSteps: Money? =
      switch found.end {
      case .optimal: plan?.total ?? floor
      case .infeasible: nil
      case .bounded, .unknown: floor
      }
    return Searched(plan: plan, leastInSteps: leastInSteps, floor: floor)
  }

  /// The debt for the search; `nil` where its rate changes more than once.
  ///
  /// Where the sheet names no late fee the minimum must be paid, unless the debt is settled in the
  /// end: a fee as large as the debt sees to that. The minimum is the one after the first month's
  /// interest; one that is a part of the debt falls from there.
  private func optimalDebt(_ index: Int, offer: DatedOffer?) -> OptimalDebt? {
    let debt = run.sheet.debts[index]
    let owed = run.opening[index]
    guard let first = owed.scaled(by: run.rate(ofDebt: index, month: 1)),
      let minimum = owed.adding(first).flatMap({ debt.minimum.due(on: $0) })
    else { return nil }
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
