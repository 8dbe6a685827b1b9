import MoneyAndDates
import Testing

@testable import Planning

@Suite struct ProRataTests {
  @Test func `the published example that loses a penny adds up here`() throws {
    let result = try ProRata(
      Money(fen: 16_000), among: [455_000, 670_000, 120_000].map(Money.init(fen:)))
    #expect(result.offers.map(\.fen) == [5_847, 8_611, 1_542])
    #expect(result.independentRoundingError == Money(fen: -1))
  }

  @Test func `offers add up to the sum, none above its balance or off its share by a fen`() throws {
    var dice = Dice(seed: 11)
    for _ in 0..<3_000 {
      let balances = (0..<Int(dice.roll(1...9))).map { _ in Money(fen: dice.roll(0...9_000_000)) }
      let total = try Money.total(balances)
      let amount = Money(fen: dice.roll(0...20_000_000))
      let result = try ProRata(amount, among: balances)
      #expect(Money.sum(result.offers) == min(amount, total))
      for (offer, balance) in zip(result.offers, balances) {
        #expect(offer >= .zero && offer <= balance)
        guard amount < total else { continue }
        let exact = Double(amount.fen) * Double(balance.fen) / Double(total.fen)
        #expect(abs(Double(offer.fen) - exact) < 1.000001)
      }
    }
  }

  @Test func `bad input is named`() {
    #expect(throws: PlanningFault.negativeAmount) { try ProRata(Money(fen: -1), among: []) }
    #expect(throws: PlanningFault.negativeAmount) {
      try ProRata(Money(fen: 1), among: [Money(fen: -1)])
    }
    #expect(throws: PlanningFault.overflow) {
      try ProRata(Money(fen: 1), among: [Money(fen: .max), Money(fen: .max)])
    }
  }
}
