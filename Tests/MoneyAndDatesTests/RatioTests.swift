import Testing

@testable import MoneyAndDates

@Suite struct RatioTests {
  @Test func `a fraction is kept in lowest terms with a positive denominator`() {
    #expect(Ratio<Int64>(-6, -8) == Ratio(3, 4))
    #expect(Ratio<Int64>(6, -8)?.numerator == -3)
    #expect(Ratio<Int64>(1, 0) == nil)
    #expect(Ratio<Int64>(.min, 1) == nil)
    #expect(Ratio<Int64>(.min, 2)?.numerator == Int64.min / 2)
  }

  @Test(arguments: [
    (RateBasis.perYear, 12, Ratio<Int64>(73, 4800)), (.perMonth, 12, Ratio(73, 400)),
    (.perDay, 12, Ratio(5329, 960)), (.perPeriod, 26, Ratio(73, 400)), (.once, 12, nil),
    (.perYear, 0, nil),
  ])
  func `a rate is turned into one of a period exactly`(
    basis: RateBasis, periods: Int, expected: Ratio<Int64>?
  ) throws {
    let rate = try #require(Rate(digits: 1825, scale: 4, basis: basis))
    #expect(rate.ratio(periodsPerYear: periods) == expected)
  }

  @Test(arguments: [
    (1_000, 1, 2_000, 1), (999, 1, 2_000, 0), (-1_000, 1, 2_000, -1), (-999, 1, 2_000, 0),
    (3, 1, 2, 2), (5, 1, 2, 3), (-5, 1, 2, -3), (0, 7, 3, 0), (1, 1, 3, 0), (2, 1, 3, 1),
  ])
  func `half a fen rounds up, away from zero`(
    fen: Int64, numerator: Int64, denominator: Int64, expected: Int64
  ) throws {
    let ratio = try #require(Ratio(numerator, denominator))
    #expect(Money(fen: fen).scaled(by: ratio) == Money(fen: expected))
  }

  @Test func `a product beyond 64 bits is still exact, a result beyond them is nil`() throws {
    let ratio = try #require(Ratio<Int64>(999_999_999_999, 1_000_000_000_000))
    #expect(
      Money(fen: 9_000_000_000_000_000_000).scaled(by: ratio)
        == Money(fen: 8_999_999_999_991_000_000))
    #expect(Money(fen: .max).scaled(by: Ratio(2)) == nil)
    #expect(Money(fen: .min).scaled(by: Ratio(1)) == Money(fen: .min))
  }

  @Test func `fractions compare exactly where their products overflow`() throws {
    let small = try #require(Ratio<Int64>(Int64.max - 2, .max - 1))
    let large = try #require(Ratio<Int64>(Int64.max - 1, .max))
    #expect(small < large)
    #expect(!(large < small))
    #expect(!(large < large))
    let negative = try #require(Ratio<Int64>(-Int64.max, 3))
    #expect(negative < small)
  }

  @Test func `what does not fit is nil`() throws {
    let ratio = try #require(Ratio<Int64>(1, .max))
    #expect(ratio.divided(by: 2) == nil)
    #expect(ratio.times(.max) == Ratio(1))
    #expect(ratio.divided(by: 0) == nil)
  }
}
