import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct PresentValueSignTests {
  @Test func `irrational powers that cancel are equal, exactly`() throws {
    // 1.44^(1/2) is 1.2: half a year at 44 % effective turns 100 into 120.
    let rate = try #require(Ratio<BigInt>(44, 100))
    let equal = PresentValueSign(terms: [(0, 100), (6, -120)], rate: rate, exponentsPerUnit: 12)
    #expect(equal.sign == 0)
    let above = PresentValueSign(
      terms: [(0, 10_000_000_000_000_000), (6, -12_000_000_000_000_001)], rate: rate,
      exponentsPerUnit: 12)
    #expect(above.sign == -1)
    let below = PresentValueSign(
      terms: [(0, 10_000_000_000_000_000), (6, -11_999_999_999_999_999)], rate: rate,
      exponentsPerUnit: 12)
    #expect(below.sign == 1)
  }

  @Test func `sums too close for floating point are separated by intervals`() throws {
    // 1.24^(1/12) is irrational; its first 17 digits, scaled.
    let rate = try #require(Ratio<BigInt>(24, 100))
    let root = (BigInt(124) * BigInt(10).power(18 * 12) / 100).flooredRoot(12)
    let fen = try #require(Int64(exactly: root))
    let low = PresentValueSign(
      terms: [(0, 1_000_000_000_000_000_000), (1, -fen)], rate: rate, exponentsPerUnit: 12)
    #expect(low.sign == 1)
    let high = PresentValueSign(
      terms: [(0, 1_000_000_000_000_000_000), (1, -(fen + 1))], rate: rate, exponentsPerUnit: 12)
    #expect(high.sign == -1)
  }

  @Test func `ten years of daily instalments are compared exactly, and in time`() throws {
    // 0.1 % a day: 1 000 yuan bear 1 yuan a day, so interest only costs 36.5 % a year to the fen.
    let rate = try #require(Ratio<BigInt>(1, 1000))
    let interest = (1..<3660).map { ($0, Int64(-100)) }
    func sign(_ last: Int64) -> Int {
      PresentValueSign(
        terms: [(0, 100_000)] + interest + [(3660, last)], rate: rate, exponentsPerUnit: 1
      ).sign
    }
    #expect(sign(-100_100) == 0 && sign(-100_101) == -1 && sign(-100_099) == 1)
  }

  @Test func `roots are floored`() {
    for number in 0...300 {
      for degree in 1...5 {
        let root = BigInt(number).flooredRoot(degree)
        #expect(root.power(degree) <= BigInt(number))
        #expect((root + 1).power(degree) > BigInt(number))
      }
    }
    #expect(BigInt(243).exactRoot(5) == 3)
    #expect(BigInt(244).exactRoot(5) == nil)
  }
}
