import MoneyAndDates
import Testing

@testable import Planning

@Suite struct BudgetTests {
  @Test func `a deficit has no months, and says what income would do`() throws {
    let budget = try Budget(income: Money(fen: 300_000), essentials: Money(fen: 320_000))
    #expect(budget.isInDeficit)
    let rate = try ratio(15, 1000)
    #expect(try budget.monthsNeeded(owed: Money(fen: 1_000_000), monthlyRate: rate) == nil)
    #expect(
      try budget.breakEvenIncome(owed: Money(fen: 1_000_000), monthlyRate: rate)
        == Money(fen: 345_393))
  }

  @Test func `the months found are the fewest`() throws {
    var dice = Dice(seed: 13)
    for _ in 0..<200 {
      let owed = Money(fen: dice.roll(1...5_000_000))
      let rate = try ratio(dice.roll(0...30), 1000)
      let monthly = Money(fen: dice.roll(1...500_000))
      let scan = try (1...60).first { try owed.levelPayment(at: rate, periods: $0) <= monthly }
      #expect(try Budget.fewestMonths(owed: owed, monthlyRate: rate, monthly: monthly) == scan)
    }
  }

  @Test func `falls of income are survived up to where the surplus holds`() throws {
    let budget = try Budget(
      income: Money(fen: 1_000_000), essentials: Money(fen: 500_000), reserve: Money(fen: 100_000))
    #expect(try budget.surplusAfterFalls().map(\.surplus.fen) == [300_000, 200_000, 100_000])
    #expect(try budget.survivedFall(paying: Money(fen: 250_000)) == 10)
    #expect(try budget.survivedFall(paying: Money(fen: 100_000)) == 30)
    #expect(try budget.survivedFall(paying: Money(fen: 350_000)) == 0)
    #expect(try budget.survivedFall(paying: Money(fen: 400_001)) == nil)
  }

  @Test func `a fall by more than everything is refused`() throws {
    let budget = try Budget(income: Money(fen: 1), essentials: .zero)
    #expect(throws: PlanningFault.shareOutOfRange) { try budget.afterDrop(of: ratio(11, 10)) }
    #expect(throws: PlanningFault.negativeAmount) {
      try Budget(income: Money(fen: -1), essentials: .zero)
    }
  }

  @Test func `where a plan would break, the one that survives the fall is named`() throws {
    // 6 000 − 4 000 − 500: 1 500 are left, after a fall of 20 % only 300.
    let budget = try Budget(
      income: Money(fen: 600_000), essentials: Money(fen: 400_000), reserve: Money(fen: 50_000))
    let debt = Money(fen: 1_200_000)
    let today = try #require(
      try budget.planSurviving(fallOfPercent: 0, owed: debt, monthlyRate: Ratio(0)))
    #expect(today.months == 8)
    let poorer = try #require(
      try budget.planSurviving(fallOfPercent: 20, owed: debt, monthlyRate: Ratio(0)))
    #expect(poorer.surplus == Money(fen: 30_000))
    #expect(poorer.months == 40)
    #expect(poorer.monthly == Money(fen: 30_000))
    #expect(try budget.planSurviving(fallOfPercent: 30, owed: debt, monthlyRate: Ratio(0)) == nil)
    #expect(throws: PlanningFault.self) {
      try budget.planSurviving(fallOfPercent: 101, owed: debt, monthlyRate: Ratio(0))
    }
  }
}
