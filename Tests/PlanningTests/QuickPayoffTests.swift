import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct QuickPayoffTests {
  @Test func `the quick way and the way without a bound give the same`() throws {
    var dice = Dice(seed: 51)
    for round in 0..<250 {
      let terms = (0..<Int(dice.roll(1...6))).map { _ in
        let balance = dice.roll(0...3_000_000)
        return (
          balance: balance, rate: dice.roll(0...40) * 100,
          minimum: dice.roll(0...1) * balance / dice.roll(5...40), share: dice.roll(0...3) * 2
        )
      }
      let small = try terms.map {
        PayoffDebt(
          balance: Money(fen: $0.balance), annualRate: try ratio($0.rate, 10_000),
          minimum: Money(fen: $0.minimum), minimumShare: try ratio($0.share, 100))
      }
      let large = try terms.map {
        PayoffDebt(
          balance: BigInt($0.balance), annualRate: Ratio<BigInt>(try ratio($0.rate, 10_000)),
          minimum: BigInt($0.minimum), minimumShare: Ratio<BigInt>(try ratio($0.share, 100)))
      }
      let extra = dice.roll(0...80_000)
      let strategy: PayoffStrategy =
        switch round % 3 {
        case 0: .avalanche
        case 1: .snowball
        default: .custom(Array(terms.indices.reversed()))
        }
      let one = try Payoff(debts: small, extra: Money(fen: extra), strategy: strategy)
      let other = try Payoff(debts: large, extra: BigInt(extra), strategy: strategy)
      #expect(one.end == other.end)
      // What grows without end stops at 64 bits here, and goes on there.
      guard one.end != .never else { continue }
      let quick = Money.quickPayoff(
        debts: small, budget: .aboveMinimums(Money(fen: extra)), strategy: strategy)
      #expect(quick != nil)
      let samePayments = one.payments.map { BigInt($0.fen) } == other.payments
      let sameBalances = one.balances.map { BigInt($0.fen) } == other.balances
      #expect(samePayments && sameBalances)
      #expect(one.closedMonth == other.closedMonth)
      #expect(BigInt(one.totalInterest.fen) == other.totalInterest)
      #expect(BigInt(one.budget.fen) == other.budget)
    }
  }

  @Test func `huge amounts take the checked way`() throws {
    let debt = PayoffDebt(
      balance: Money(fen: 1 << 60), annualRate: try ratio(1, 10), minimum: .zero)
    #expect(
      Money.quickPayoff(
        debts: [debt], budget: .monthly(Money(fen: 1)), strategy: .avalanche) == nil)
    let payoff = try Payoff(debts: [debt], budget: Money(fen: 1), strategy: .avalanche)
    #expect(payoff.end == .never)
  }
}
