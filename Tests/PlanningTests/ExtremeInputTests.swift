import BigInt
import MoneyAndDates
import Testing

@testable import Planning

/// Amounts, rates, counts and days at every edge of their types, through the whole room: an answer or
/// a named fault, never a trap and never a number that is none.
@Suite struct ExtremeInputTests {
  private struct Edges {
    var dice: Dice

    mutating func fen() -> Money {
      let edges: [Int64] = [
        .min, .min + 1, -1, 0, 1, 99, 100_000, 1 << 31, 1 << 44, 1 << 52, 1 << 62, .max - 1, .max,
      ]
      return Money(fen: edges[Int(dice.roll(0...Int64(edges.count - 1)))])
    }

    /// Rather a sum that can be owed.
    mutating func owed() -> Money {
      dice.roll(0...2) == 0 ? fen() : Money(fen: dice.roll(0...1_000_000_000))
    }

    mutating func ratio() -> Ratio<Int64> {
      let edges: [Int64] = [.min + 1, -1, 0, 1, 2, 3, 365, 10_000, 1 << 31, 1 << 62, .max]
      let upper = edges[Int(dice.roll(0...Int64(edges.count - 1)))]
      let lower = edges[Int(dice.roll(0...Int64(edges.count - 1)))]
      return Ratio(upper, lower) ?? Ratio(upper == .min ? 0 : upper)
    }

    mutating func count() -> Int {
      let edges = [Int.min, -1, 0, 1, 2, 12, 60, 361, .max]
      return edges[Int(dice.roll(0...Int64(edges.count - 1)))]
    }

    mutating func day() -> CalendarDate {
      let edges = [
        CalendarDate.first.dayNumber, CalendarDate.last.dayNumber, 0, 19_782, 20_778, -1,
      ]
      let number = edges[Int(dice.roll(0...Int64(edges.count - 1)))] + Int(dice.roll(-3...40))
      return CalendarDate(dayNumber: number) ?? .last
    }
  }

  private func attempt(_ question: () throws(PlanningFault) -> Void) {
    do throws(PlanningFault) { try question() } catch {
      #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty && !error.name.isEmpty)
    }
  }

  @Test func `schedules`() {
    var edges = Edges(dice: Dice(seed: 71))
    for _ in 0..<3_000 {
      let (owed, rate, count) = (edges.owed(), edges.ratio(), edges.count())
      let longer = edges.count()
      attempt { () throws(PlanningFault) in
        for schedule in [
          try Schedule.equalInstalment(principal: owed, rate: rate, periods: count),
          try .equalPrincipal(principal: owed, rate: rate, periods: count),
          try .flatFee(principal: owed, feeRate: rate, periods: count),
          try .upFrontFee(principal: owed, feeRate: rate, periods: count),
          try .interestOnly(principal: owed, rate: rate, periods: count),
          try .deferral(principal: owed, rate: rate, periods: count),
        ] {
          #expect(Money.sum(schedule.rows.map(\.principal)) == owed)
          #expect(schedule.rows.last?.balance == .zero)
        }
      }
      attempt { () throws(PlanningFault) in
        _ = try Schedule.balloon(
          principal: owed, rate: rate, periods: count, amortisedOver: longer)
      }
      attempt { () throws(PlanningFault) in _ = try Schedule.lumpSum(owed: owed, offer: edges.fen())
      }
    }
  }

  @Test func `rates of return and caps`() {
    var edges = Edges(dice: Dice(seed: 72))
    for _ in 0..<2_000 {
      let flows = (0..<5).map { _ in edges.fen() }
      let dated = flows.map { DatedFlow(date: edges.day(), amount: $0) }
      for result in [RateOfReturn.periodic(flows), RateOfReturn.dated(dated)] {
        let areFinite = result.growths.allSatisfy { $0.isFinite }
        #expect(areFinite)
        #expect((result.status == .ok) == (result.rates.count == 1))
        #expect((result.status == .multiple) == (result.rates.count > 1))
      }
      let (cap, perYear) = (Ratio<BigInt>(edges.ratio()), edges.count())
      for flows in [LoanFlows.periodic(flows, periodsPerYear: perYear), .dated(dated)] {
        _ = flows.side(ofNominal: cap)
        _ = flows.side(ofEffective: cap)
      }
      attempt { () throws(PlanningFault) in
        let rates = try AnnualRates(
          received: edges.owed(), instalment: edges.owed(), periods: edges.count(),
          periodsPerYear: edges.count())
        for rate in [rates.nominal, rates.effective, rates.simple, rates.naive] {
          #expect(rate?.isFinite ?? true)
        }
        _ = rates.described(in: .zh)
      }
    }
  }

  @Test func `penalties, claims and offers`() {
    var edges = Edges(dice: Dice(seed: 73))
    for _ in 0..<1_500 {
      attempt { () throws(PlanningFault) in
        for mode in PenaltyMode.allCases {
          let balance = try PenaltyBalance(
            principal: edges.owed(), interest: edges.owed(), fees: edges.owed(),
            dailyRate: edges.ratio(), mode: mode, dueDate: edges.day(), on: edges.day(),
            payments: [DatedPayment(date: edges.day(), amount: edges.owed())])
          let left = try balance.balance()
          #expect(left >= .zero)
        }
      }
      attempt { () throws(PlanningFault) in
        let claim = try ClaimCheck(
          claimed: edges.fen(), principal: edges.fen(), interest: edges.fen(), penalty: edges.fen(),
          fees: edges.fen(), days: edges.count())
        _ = claim.impliedAnnualRate?.approximation
        if let cap = Rate(digits: edges.fen().fen, scale: 18, basis: .perDay) {
          _ = claim.exceeds(cap: cap)
          _ = ClaimCheck.mostOwed(principal: edges.fen(), cap: cap, days: edges.count())
        }
      }
      attempt { () throws(PlanningFault) in
        _ = try DiscountOffer(
          amount: edges.owed(), monthsOpen: edges.count(), saved: edges.owed(),
          monthly: edges.owed(), costOfWaiting: edges.owed(), instalmentTotal: edges.owed())
      }
    }
  }

  @Test func `budgets and several debts`() {
    var edges = Edges(dice: Dice(seed: 74))
    for _ in 0..<600 {
      attempt { () throws(PlanningFault) in
        let budget = try Budget(
          income: edges.owed(), essentials: edges.owed(), reserve: edges.owed())
        _ = try budget.surplusAfterFalls()
        _ = try budget.survivedFall(paying: edges.fen())
        _ = try budget.monthsNeeded(
          owed: edges.owed(), monthlyRate: edges.ratio(), longest: edges.count())
      }
      let debts = (0..<3).map { _ in
        PayoffDebt(
          balance: edges.owed(), annualRate: edges.ratio(), minimum: edges.owed(),
          minimumShare: edges.ratio())
      }
      for strategy in [PayoffStrategy.avalanche, .snowball, .custom([edges.count(), 1, 0])] {
        attempt { () throws(PlanningFault) in
          let payoff = try Payoff(debts: debts, budget: edges.owed(), strategy: strategy)
          _ = payoff.payment(month: edges.count(), debt: edges.count())
        }
      }
      attempt { () throws(PlanningFault) in
        let amount = edges.owed()
        let balances = (0..<4).map { _ in edges.owed() }
        let shares = try ProRata(amount, among: balances)
        #expect(Money.sum(shares.offers) == min(amount, Money.sum(balances) ?? amount))
      }
    }
  }

  @Test func `optimum`() {
    var edges = Edges(dice: Dice(seed: 75))
    for _ in 0..<150 {
      let debts = (0..<2).map { _ in
        OptimalDebt(
          balance: edges.owed(), monthlyRate: Ratio<BigInt>(edges.ratio()), minimum: edges.owed(),
          lateFee: edges.owed(),
          promotion: .init(monthlyRate: Ratio<BigInt>(edges.ratio()), until: edges.count()),
          settlement: .init(amount: edges.owed(), until: edges.count()))
      }
      attempt { () throws(PlanningFault) in
        let budget = (0..<3).map { _ in edges.owed() }
        let result = try OptimalRepayment(
          debts: debts, budget: budget, unit: edges.owed(), effort: 500)
        guard let total = result.totalPaid else { return }
        #expect(RepaymentReplay(debts: debts, budget: budget).total(of: result.plan) == total)
      }
    }
  }

  @Test func `terms`() {
    var edges = Edges(dice: Dice(seed: 76))
    for _ in 0..<3_000 {
      for unit in TermUnit.allCases {
        attempt { () throws(PlanningFault) in
          let deadline = try Deadline(
            Term(edges.count(), unit), from: edges.day(), holidays: nil)
          #expect(deadline.safeDay >= deadline.start)
        }
      }
      attempt { () throws(PlanningFault) in
        let limitation = try Limitation(
          dueDates: [edges.day(), edges.day()], areInstalmentsOfOneDebt: edges.count() > 0,
          restarts: [edges.day(), edges.day()],
          term: LegalTerm(event: "x", term: Term(3, .years), rules: []), on: edges.day())
        #expect(limitation.isExpired == (limitation.daysLeft < 0))
      }
    }
  }
}
