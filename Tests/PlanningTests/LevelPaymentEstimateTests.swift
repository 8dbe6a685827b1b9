import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct LevelPaymentEstimateTests {
  @Test func `where the estimate decides it agrees with exact powers`() throws {
    var dice = Dice(seed: 3)
    var decided = 0
    for _ in 0..<400 {
      let principal = dice.roll(0...100_000_000_000)
      let rate = try ratio(dice.roll(1...40_000), 1_200_000)
      let periods = Int(dice.roll(1...360))
      let exact = try BigInt(principal).levelPayment(at: Ratio(rate), periods: periods)
      guard
        let quick = LevelPaymentEstimate.payment(
          principal: principal, rate: rate, periods: periods)
      else { continue }
      decided += 1
      #expect(BigInt(quick) == exact)
    }
    #expect(decided > 380)
  }

  @Test func `a tie is left to exact arithmetic`() throws {
    // One period at 50 %: 1 fen is paid back by exactly 1.5 fen.
    #expect(
      LevelPaymentEstimate.payment(principal: 1, rate: try ratio(1, 2), periods: 1) == nil)
    #expect(try Money(fen: 1).levelPayment(at: ratio(1, 2), periods: 1) == Money(fen: 2))
  }
}
