import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct MoneyFactorTests {
  @Test func `the quick product is the exact one, half up`() throws {
    var dice = Dice(seed: 61)
    for _ in 0..<20_000 {
      let denominator = dice.roll(1...(1 << dice.roll(1...60)))
      let fraction = try ratio(dice.roll(0...(1 << dice.roll(1...60))), denominator)
      let factor = MoneyFactor(fraction)
      let fen = dice.roll(0...(1 << dice.roll(1...62)))
      guard let quick = factor.quickProduct(with: fen) else { continue }
      #expect(BigInt(quick) == BigInt(fen).posted(by: Ratio<BigInt>(fraction)))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 1 << 32, (1 << 61) - 1] as [Int64])
  func `ties round up, also at powers of two`(denominator: Int64) throws {
    let factor = MoneyFactor(try ratio(1, denominator))
    for fen in [0, 1, denominator / 2, (denominator + 1) / 2, denominator, factor.largest] {
      guard let quick = factor.quickProduct(with: fen) else { continue }
      #expect(
        BigInt(quick) == BigInt(fen).posted(by: Ratio<BigInt>(try ratio(1, denominator))))
    }
    #expect(factor.quickProduct(with: -1) == nil)
  }

  @Test func `an amount in place is the amount`() {
    for fen in [0, 1, -1, Int64.max, .min] { #expect(Money.inPlace(fen) == Money(fen: fen)) }
  }
}
