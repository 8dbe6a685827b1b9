import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct RateCapTests {
  private func rate(_ digits: Int64, _ scale: Int) throws -> Rate {
    try #require(Rate(digits: digits, scale: scale, basis: .perYear))
  }

  private func rules() throws -> [RateCapRule] {
    [
      RateCapRule(
        rule: "COURT", lenders: [.bank, .smallLoan], height: .fixed(try rate(24, 2)),
        nature: .court),
      RateCapRule(
        rule: "LPR", lenders: [.private], height: .timesLPR(4),
        contractsFrom: try day("2020-08-20"), nature: .court),
      RateCapRule(
        rule: "PLATFORM", lenders: [.bank], height: .fixed(try rate(24, 2)),
        contractsFrom: try day("2025-10-01"), nature: .supervisory, throughPlatformOnly: true),
    ]
  }

  private func table() throws -> LPRTable {
    LPRTable([
      .init(date: try day("2025-05-20"), oneYear: try rate(300, 4)),
      .init(date: try day("2024-10-21"), oneYear: try rate(310, 4)),
    ])
  }

  private func check(
    _ flows: LoanFlows, _ lender: LenderKind, _ iso: String, platform: Bool = false
  ) throws -> [RateCap] {
    RateCap.check(
      flows, lender: lender, contractOn: try day(iso), throughPlatform: platform,
      rules: try rules(), lpr: try table())
  }

  @Test func `exactly 2 percent a month is equal to 24 nominal and above 24 effective`() throws {
    let flows = LoanFlows.periodic(
      [Money(fen: 100_000), .zero, Money(fen: -104_040)], periodsPerYear: 12)
    let caps = try check(flows, .bank, "2026-01-01")
    #expect(caps.map(\.rule.rule) == ["COURT"])
    #expect(caps.first?.byNominal == .equal)
    #expect(caps.first?.byEffective == .above)
    #expect(caps.first?.side == nil)
  }

  @Test func `one fen decides`() throws {
    for (fen, side) in [(-104_041, CapSide.above), (-104_039, .below)] as [(Int64, CapSide)] {
      let flows = LoanFlows.periodic(
        [Money(fen: 100_000), .zero, Money(fen: fen)], periodsPerYear: 12)
      #expect(try check(flows, .bank, "2026-01-01").first?.byNominal == side)
    }
  }

  @Test func `24 percent after exactly a year of 365 days is equal on days`() throws {
    let flows = LoanFlows.dated([
      DatedFlow(date: try day("2026-01-01"), amount: Money(fen: -124_000)),
      DatedFlow(date: try day("2025-01-01"), amount: Money(fen: 100_000)),
    ])
    #expect(try check(flows, .bank, "2025-01-01").first?.byEffective == .equal)
  }

  @Test func `four times the LPR of the contract's day, not of today`() throws {
    let flows = LoanFlows.periodic([Money(fen: 100), Money(fen: -101)], periodsPerYear: 12)
    let early = try check(flows, .private, "2025-05-19").first
    #expect(early?.cap == (try rate(124, 3)))
    #expect(early?.lpr?.date.iso == "2024-10-21")
    let late = try check(flows, .private, "2025-05-20").first
    #expect(late?.cap == (try rate(12, 2)))
    #expect(late?.side == .equal || late?.byNominal == .equal)
    #expect(late?.lprMayBeStale == false)
    #expect(try check(flows, .private, "2026-05-20").first?.lprMayBeStale == true)
    #expect(try check(flows, .private, "2019-05-20").isEmpty)
  }

  @Test(arguments: [
    ("2026-09-19", false), ("2026-09-20", true), ("2026-09-21", true), ("2026-09-27", true),
    ("2026-10-20", true),
  ])
  func `from the next month's first day of publication the LPR may be a newer one`(
    contract: String, mayBeStale: Bool
  ) throws {
    let rate = try rate(300, 2)
    let table = LPRTable([
      LPRTable.Entry(date: try day("2026-06-22"), oneYear: rate),
      LPRTable.Entry(date: try day("2026-07-20"), oneYear: rate),
      LPRTable.Entry(date: try day("2026-08-20"), oneYear: rate),
    ])
    #expect(try table.mayBeStale(on: day(contract)) == mayBeStale)
  }

  @Test func `a publication put off by a rest day does not put off the next`() throws {
    let table = LPRTable([
      LPRTable.Entry(date: try day("2026-05-20"), oneYear: try rate(300, 2)),
      LPRTable.Entry(date: try day("2026-06-22"), oneYear: try rate(300, 2)),
    ])
    #expect(try !table.mayBeStale(on: day("2026-07-19")))
    #expect(try table.mayBeStale(on: day("2026-07-20")))
    #expect(try LPRTable([]).mayBeStale(on: day("2026-07-20")))
  }

  @Test func `a rule for platforms binds only loans that came through one`() throws {
    let flows = LoanFlows.periodic([Money(fen: 100), Money(fen: -101)], periodsPerYear: 12)
    #expect(try check(flows, .bank, "2025-10-01", platform: true).count == 2)
    #expect(try check(flows, .bank, "2025-09-30", platform: true).count == 1)
    #expect(try check(flows, .unknown, "2025-10-01").isEmpty)
  }

  @Test func `flows without one rate stay undecided`() throws {
    for flows in [[100, -230, 132], [100, 5], [-100, 110], []] as [[Int64]] {
      let caps = try check(
        .periodic(flows.map(Money.init(fen:)), periodsPerYear: 12), .bank, "2026-01-01")
      #expect(caps.first?.byNominal == .undecided)
      #expect(caps.first?.byEffective == .undecided)
    }
  }
}
