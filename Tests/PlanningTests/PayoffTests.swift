import MoneyAndDates
import Testing

@testable import Planning

@Suite struct PayoffTests {
  private func debts(_ dice: inout Dice, count: Int) throws -> [PayoffDebt<Money>] {
    try (0..<count).map { _ in
      let balance = dice.roll(50_000...3_000_000)
      return PayoffDebt(
        balance: Money(fen: balance), annualRate: try ratio(dice.roll(0...3600), 10_000),
        minimum: Money(fen: balance / dice.roll(10...30)))
    }
  }

  @Test func `what is paid is what was owed and its interest`() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<1_000 {
      let debts = try debts(&dice, count: Int(dice.roll(1...6)))
      let extra = Money(fen: dice.roll(0...100_000))
      for strategy in [
        PayoffStrategy.avalanche, .snowball, .custom(Array(debts.indices.reversed())),
      ] {
        let payoff = try Payoff(debts: debts, extra: extra, strategy: strategy)
        guard case .paid(let months) = payoff.end else { continue }
        let owed = try Money.total(debts.map(\.balance))
        #expect(payoff.totalPaid == (try owed.plus(payoff.totalInterest)))
        #expect(Money.sum(payoff.payments) == payoff.totalPaid)
        #expect(payoff.balances.count == months)
        #expect(payoff.closedMonth.compactMap { $0 }.max() == months)
        for month in 1...months {
          let paid = debts.indices.compactMap { payoff.payment(month: month, debt: $0) }
          #expect((Money.sum(paid) ?? .zero) <= payoff.budget)
        }
      }
    }
  }

  @Test func `a larger payment never takes more months`() throws {
    var dice = Dice(seed: 8)
    for _ in 0..<300 {
      let debts = try debts(&dice, count: 3)
      var last = Int.max
      for extra in stride(from: Int64(0), through: 300_000, by: 20_000) {
        let payoff = try Payoff(debts: debts, extra: Money(fen: extra), strategy: .avalanche)
        guard case .paid(let months) = payoff.end else { continue }
        #expect(months <= last)
        last = months
      }
    }
  }

  @Test func `growth without end is never, not an overflow`() throws {
    let debt = PayoffDebt(
      balance: Money(fen: 1_000_000), annualRate: try ratio(12, 1), minimum: Money(fen: 1))
    let payoff = try Payoff(debts: [debt], extra: .zero, strategy: .avalanche)
    #expect(payoff.end == .never)
    #expect(payoff.closedMonth == [nil])
  }

  @Test func `minimums above the budget are a shortfall in their month`() throws {
    let debt = PayoffDebt(
      balance: Money(fen: 100_000), annualRate: try ratio(36, 100), minimum: Money(fen: 5_000))
    let payoff = try Payoff(debts: [debt], budget: Money(fen: 4_999), strategy: .snowball)
    #expect(payoff.end == .shortfall(month: 1))
  }

  @Test func `a bad order and bad amounts are named`() throws {
    let debt = PayoffDebt(balance: Money(fen: 5), annualRate: Ratio(0), minimum: Money(fen: 1))
    for order in [[], [1], [0, 0], [-1]] {
      #expect(throws: PlanningFault.badOrder) {
        try Payoff(debts: [debt], extra: .zero, strategy: .custom(order))
      }
    }
    #expect(throws: PlanningFault.negativeAmount) {
      try Payoff(debts: [debt], extra: Money(fen: -1), strategy: .avalanche)
    }
    let huge = PayoffDebt(balance: Money(fen: .max), annualRate: Ratio(0), minimum: .zero)
    #expect(throws: PlanningFault.overflow) {
      try Payoff(debts: [huge, huge], extra: .zero, strategy: .avalanche)
    }
  }

  @Test func `no debts are paid at once`() throws {
    let payoff = try Payoff<Money>(debts: [], extra: .zero, strategy: .avalanche)
    #expect(payoff.end == .paid(months: 1))
  }
}
