import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct RateOfReturnTests {
  private func flows(_ pairs: [(String, Int64)]) throws -> [DatedFlow] {
    try pairs.map { DatedFlow(date: try day($0.0), amount: Money(fen: $0.1)) }
  }

  @Test func `the example of Excel's XIRR comes out, in any order`() throws {
    let pairs: [(String, Int64)] = [
      ("2008-03-01", 275_000), ("2008-01-01", -1_000_000), ("2008-10-30", 425_000),
      ("2009-02-15", 325_000), ("2009-04-01", 275_000),
    ]
    let result = RateOfReturn.dated(try flows(pairs))
    #expect(result.status == .ok)
    #expect(abs((result.rate ?? 0) - 0.37336253351883153) < 1e-12)
  }

  @Test func `published internal rates come out`() {
    let negative = RateOfReturn.periodic([-10_000] + [Double](repeating: 327.24625, count: 16))
    #expect(abs((negative.rate ?? 0) + 0.0676541134) < 1e-9)
    let numpy = RateOfReturn.periodic([-900, -500] + [Double](repeating: 400, count: 9))
    #expect(abs((numpy.rate ?? 0) - 0.20541421256305714) < 1e-12)
  }

  @Test func `the European example of 510 for 500 after five days comes out`() throws {
    let result = RateOfReturn.dated(
      try flows([("2012-10-10", 50_000), ("2012-10-15", -51_000)]))
    #expect(abs((result.rate ?? 0) - 3.244363182552542) < 1e-9)
  }

  @Test func `several rates are all given, none is picked`() {
    let result = RateOfReturn.periodic([1_000_000, -3_600_000, 4_310_000, -1_716_000] as [Double])
    #expect(result.status == .multiple)
    #expect(result.rate == nil)
    #expect(result.rates.count == 3)
    for (rate, expected) in zip(result.rates, [0.1, 0.2, 0.3]) {
      #expect(abs(rate - expected) < 1e-9)
    }
  }

  @Test func `a value that touches nothing without crossing has one double root`() {
    let result = RateOfReturn.periodic([100, -220, 121] as [Double])
    #expect(result.status == .ok)
    #expect(result.isDoubleRoot)
    #expect(abs((result.rate ?? 0) - 0.1) < 1e-9)
  }

  @Test(arguments: [[], [0, 0, 0], [5], [-5, -1], [3, 0, 4]] as [[Double]])
  func `flows that never change sign have no rate`(flows: [Double]) {
    let result = RateOfReturn.periodic(flows)
    #expect(result.status == .noSignChange)
    #expect(result.rates.isEmpty)
  }

  @Test func `no rate is said, not invented`() {
    let result = RateOfReturn.periodic([1_000, -3_000, 2_500] as [Double])
    #expect(result.status == .none)
    #expect(result.signChanges == 2)
  }

  @Test func `flows of one day that cancel leave nothing`() throws {
    let result = RateOfReturn.dated(
      try flows([("2025-01-01", 500), ("2025-01-01", -500)]))
    #expect(result.status == .noSignChange)
  }

  @Test func `enormous amounts and rates stay finite`() {
    let huge = RateOfReturn.periodic([BigInt(10).power(400), -(BigInt(10).power(400)) * 2])
    #expect(abs((huge.rate ?? 0) - 1) < 1e-12)
    let steep = RateOfReturn.periodic([1, -1e15])
    #expect(abs((steep.rate ?? 0) / 999_999_999_999_999 - 1) < 1e-9)
    let long = RateOfReturn.periodic([1] + [Double](repeating: 0, count: 5_000) + [-2])
    #expect(long.status == .ok)
  }

  @Test func `random roots put in are found again`() {
    var dice = Dice(seed: 5)
    for _ in 0..<200 {
      // (1 − a·x)(1 − b·x)(1 − c·x) with x = 1/(1+r) has the rates a − 1, b − 1, c − 1.
      let roots = (0..<3).map { _ in 1 + Double(dice.roll(-80...300)) / 100 }.sorted()
      guard roots[1] - roots[0] > 0.05, roots[2] - roots[1] > 0.05 else { continue }
      let (a, b, c) = (roots[0], roots[1], roots[2])
      let result = RateOfReturn.periodic([1, -(a + b + c), a * b + a * c + b * c, -a * b * c])
      #expect(result.rates.count == 3)
      for (found, root) in zip(result.rates, roots) { #expect(abs(found - (root - 1)) < 1e-7) }
    }
  }
}
