import MoneyAndDates
import Testing

@testable import Planning

@Suite struct PayoffChoiceTests {
  private func debts() throws -> [PayoffDebt<Money>] {
    [
      PayoffDebt(
        balance: Money(fen: 500_000), annualRate: try ratio(24, 100), minimum: Money(fen: 20_000)),
      PayoffDebt(
        balance: Money(fen: 300_000), annualRate: try ratio(12, 100), minimum: Money(fen: 10_000)),
    ]
  }

  @Test func `paying more takes fewer months and costs less`() throws {
    let rows = try PayoffChoice.table(
      debts: debts(), monthly: [90_000, 30_000, 60_000, 1_000].map(Money.init(fen:)),
      strategy: .avalanche)
    #expect(rows.map(\.monthly.fen) == [30_000, 60_000, 90_000])
    for (less, more) in zip(rows, rows.dropFirst()) {
      #expect(more.months < less.months)
      #expect(more.interest < less.interest)
      #expect(more.total < less.total)
    }
  }

  @Test func `the smallest sum does it, one step less does not`() throws {
    let step = Money(fen: 1_000)
    let sum = try #require(
      try PayoffChoice.smallestMonthly(
        debts: debts(), within: 24, step: step, strategy: .avalanche))
    let enough = try Payoff(debts: debts(), budget: sum, strategy: .avalanche)
    guard case .paid(let months) = enough.end else {
      Issue.record("not paid")
      return
    }
    #expect(months <= 24)
    let less = try Payoff(
      debts: debts(), budget: sum.minus(step), strategy: .avalanche)
    if case .paid(let months) = less.end { #expect(months > 24) }
  }

  @Test func `no step and no months are named`() throws {
    #expect(throws: PlanningFault.self) {
      try PayoffChoice.smallestMonthly(
        debts: debts(), within: 0, step: Money(fen: 1), strategy: .avalanche)
    }
    #expect(throws: PlanningFault.self) {
      try PayoffChoice.smallestMonthly(debts: debts(), within: 5, step: .zero, strategy: .avalanche)
    }
  }
}
