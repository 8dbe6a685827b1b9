import MoneyAndDates

/// What a month brings, what it must pay for, and what is left for debts.
package struct Budget<A: Amount>: Hashable, Sendable {
  /// Income a month.
  package let income: A
  /// What living costs a month.
  package let essentials: A
  /// What is kept for emergencies a month.
  package let reserve: A
  /// Income − essentials − reserve; negative in a deficit.
  package let surplus: A

  /// Whether living costs more than comes in.
  package var isInDeficit: Bool { surplus < .zero }

  /// The longest plan considered where none is named, in months (the longest term a card issuer may
  /// agree to under rule COL-19 is a fact; this is only where the search ends).
  package static var longestPlan: Int { 60 }

  /// A month's budget; all three 0 or more.
  package init(income: A, essentials: A, reserve: A = .zero) throws(PlanningFault) {
    for amount in [income, essentials, reserve] { try amount.requireNotNegative() }
    self.income = income
    self.essentials = essentials
    self.reserve = reserve
    surplus = try income.minus(essentials).minus(reserve)
  }

  /// The budget when income falls by a part of it: income' = income·(1 − drop), half up to the fen.
  package func afterDrop(of drop: Ratio<A.Integer>) throws(PlanningFault) -> Budget {
    try drop.requireNotNegative()
    guard drop.numerator <= drop.denominator,
      let kept = Ratio(drop.denominator - drop.numerator, drop.denominator)
    else { throw .shareOutOfRange }
    return try Budget(income: income.posted(at: kept), essentials: essentials, reserve: reserve)
  }

  /// The fewest months in which equal instalments of no more than the surplus pay the debt, or `nil`
  /// where even `longest` months ask for more.
  package func monthsNeeded(
    owed: A, monthlyRate: Ratio<A.Integer>, longest: Int = Budget.longestPlan
  ) throws(PlanningFault) -> Int? {
    guard surplus > .zero else { return nil }
    return try Budget.fewestMonths(
      owed: owed, monthlyRate: monthlyRate, monthly: surplus, longest: longest)
  }

  /// The fewest months in which equal instalments of no more than `monthly` pay the debt.
  package static func fewestMonths(
    owed: A, monthlyRate: Ratio<A.Integer>, monthly: A, longest: Int = Budget.longestPlan
  ) throws(PlanningFault) -> Int? {
    try Schedule.check(principal: owed, rate: monthlyRate, periods: longest)
    guard try owed.levelPayment(at: monthlyRate, periods: longest) <= monthly else { return nil }
    // A longer term never asks for a larger instalment, so halving finds the first that fits.
    var (low, high) = (1, longest)
    while low < high {
      let middle = low + (high - low) / 2
      if try owed.levelPayment(at: monthlyRate, periods: middle) <= monthly {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// The income at which the plan over `longest` months can just be paid.
  package func breakEvenIncome(
    owed: A, monthlyRate: Ratio<A.Integer>, longest: Int = Budget.longestPlan
  ) throws(PlanningFault) -> A {
    try Schedule.check(principal: owed, rate: monthlyRate, periods: longest)
    return try essentials.plus(reserve)
      .plus(owed.levelPayment(at: monthlyRate, periods: longest))
  }

  /// What is left for debts after a fall of income by 10, 20 and 30 %.
  package func surplusAfterFalls() throws(PlanningFault) -> [(percent: Int, surplus: A)] {
    var results: [(percent: Int, surplus: A)] = []
    for percent in [10, 20, 30] {
      guard let drop = Ratio(A.Integer(percent), 100) else { continue }
      results.append((percent, try afterDrop(of: drop).surplus))
    }
    return results
  }

  /// The largest of the falls of 10, 20 and 30 % after which `monthly` can still be paid; 0 where it
  /// can be paid today only, `nil` where not even today.
  package func survivedFall(paying monthly: A) throws(PlanningFault) -> Int? {
    guard surplus >= monthly else { return nil }
    return try surplusAfterFalls().last { $0.surplus >= monthly }?.percent ?? 0
  }

  /// The plan that still holds when income falls by so many percent: the most that can be paid a
  /// month then, and the fewest months of equal instalments within it; `nil` where nothing is left
  /// or even `longest` months ask for more.
  ///
  /// Where a plan of today's surplus would not survive the fall, this is the one to offer instead.
  package func planSurviving(
    fallOfPercent percent: Int, owed: A, monthlyRate: Ratio<A.Integer>,
    longest: Int = Budget.longestPlan
  ) throws(PlanningFault) -> SurvivingPlan<A>? {
    guard (0...100).contains(percent), let drop = Ratio(A.Integer(percent), 100) else {
      throw .shareOutOfRange
    }
    let after = try afterDrop(of: drop)
    guard
      let months = try after.monthsNeeded(
        owed: owed, monthlyRate: monthlyRate, longest: longest)
    else { return nil }
    return SurvivingPlan(
      percent: percent, surplus: after.surplus, months: months,
      monthly: try owed.levelPayment(at: monthlyRate, periods: months))
  }
}

/// A plan that a fall of income leaves possible.
package struct SurvivingPlan<A: Amount>: Hashable, Sendable {
  /// The fall of income it survives, in percent.
  package let percent: Int
  /// What is left a month after the fall.
  package let surplus: A
  /// How many equal instalments.
  package let months: Int
  /// Each instalment, no more than `surplus`.
  package let monthly: A
}
