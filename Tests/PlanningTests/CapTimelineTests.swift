import MoneyAndDates
import Testing

@testable import Planning

@Suite struct CapTimelineTests {
  private func rules() throws -> [RateCapRule] {
    func percent(_ digits: Int64) throws -> CapHeight {
      .fixed(try #require(Rate(digits: digits, scale: 2, basis: .perYear)))
    }
    return [
      RateCapRule(
        rule: "INT-05", lenders: [.private], height: try percent(24),
        contractsFrom: try day("2015-09-01"), contractsUntil: try day("2020-08-19"),
        nature: .court),
      RateCapRule(
        rule: "INT-05", lenders: [.private], height: try percent(36),
        contractsFrom: try day("2015-09-01"), contractsUntil: try day("2020-08-19"),
        nature: .court),
      RateCapRule(
        rule: "INT-01", lenders: [.private], height: .timesLPR(4),
        contractsFrom: try day("2020-08-20"), nature: .court),
      RateCapRule(rule: "INT-11", lenders: [.bank], height: try percent(24), nature: .court),
    ]
  }

  private func lpr() throws -> LPRTable {
    func entry(_ iso: String, _ digits: Int64) throws -> LPRTable.Entry {
      LPRTable.Entry(
        date: try day(iso), oneYear: try #require(Rate(digits: digits, scale: 4, basis: .perYear)))
    }
    return LPRTable([try entry("2020-04-20", 385), try entry("2025-05-20", 300)])
  }

  @Test func `an old private loan is split where the rule changed`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2020-01-01"), until: day("2025-06-01"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.stretches.map(\.rule) == ["INT-05", "INT-01"])
    #expect(timeline.stretches.map(\.first.iso) == ["2020-01-01", "2020-08-20"])
    #expect(timeline.stretches.map(\.last.iso) == ["2020-08-19", "2025-06-01"])
    // 24 % while the old rule held, then four times the LPR of the day of the claim.
    #expect(timeline.stretches.map(\.cap.digits) == [24, 12])
    #expect(!timeline.lprMayBeStale)
    // 232 days at 24 % and 1 746 days at 12 % of 10 000 yuan: 1 525.479… + 5 740.273…
    let most = timeline.mostOwed(principal: Money(fen: 1_000_000))
    #expect(most == Money(fen: 1_726_575))
    #expect(232 + 1746 == (try day("2025-06-01")).days(since: try day("2020-01-01")))
  }

  @Test func `a newer private loan keeps four times the LPR of its day`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2021-01-01"), until: day("2025-06-01"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.stretches.count == 1)
    #expect(timeline.stretches[0].cap.digits == 154)
    #expect(timeline.stretches[0].lpr?.date == (try day("2020-04-20")))
  }

  @Test func `a licensed lender keeps its one cap`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .bank, contractOn: day("2019-01-01"), until: day("2020-01-01"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.mostOwed(principal: Money(fen: 1_000_000)) == Money(fen: 1_240_000))
  }

  @Test func `where no cap is known nothing is said`() throws {
    #expect(
      try CapTimeline(
        lender: .private, contractOn: day("2014-01-01"), until: day("2016-01-01"), rules: rules(),
        lpr: lpr()) == nil)
    #expect(
      try CapTimeline(
        lender: .unknown, contractOn: day("2021-01-01"), until: day("2022-01-01"), rules: rules(),
        lpr: lpr()) == nil)
    #expect(
      try CapTimeline(
        lender: .bank, contractOn: day("2021-01-01"), until: day("2020-01-01"), rules: rules(),
        lpr: lpr()) == nil)
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2026-10-01"), until: day("2026-10-02"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.lprMayBeStale)
  }

  @Test func `a split of one day keeps every day once`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2020-08-19"), until: day("2020-08-20"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.stretches.map(\.last.iso) == ["2020-08-19", "2020-08-20"])
    // One day at 24 %, none at the new cap: 365 000 yuan · 0.24 / 365.
    #expect(timeline.mostOwed(principal: Money(fen: 36_500_000)) == Money(fen: 36_524_000))
  }

  /// The days counted by hand: 2020-08-09 is eleven nights before 2020-08-20 (10 … 20 August are the
  /// nights 9→10 to 19→20).
  @Test func `only the days since a day count, each under its own cap`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2020-01-01"), until: day("2025-06-01"), rules: rules(),
        lpr: lpr()))
    let parts = timeline.stretches(since: try day("2020-08-09"))
    #expect(parts.map(\.days) == [11, 1746])
    // 36 500 yuan: 24 yuan a day at 24 %, 12 yuan a day at 12 %: 11 · 24 + 1 746 · 12 = 21 216.
    let most = timeline.mostOwed(principal: Money(fen: 3_650_000), since: try day("2020-08-09"))
    #expect(most == Money(fen: 3_650_000 + 2_121_600))
  }

  @Test func `a demand over newer days only is held against the newer cap alone`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .private, contractOn: day("2020-01-01"), until: day("2025-06-01"), rules: rules(),
        lpr: lpr()))
    let parts = timeline.stretches(since: try day("2025-05-22"))
    #expect(parts.map(\.days) == [10] && parts.map(\.stretch.rule) == ["INT-01"])
    let most = timeline.mostOwed(principal: Money(fen: 3_650_000), since: try day("2025-05-22"))
    #expect(most == Money(fen: 3_650_000 + 12_000))
    #expect(timeline.stretches(since: try day("2025-06-01")).map(\.days) == [0])
  }

  @Test func `days before the contract count under its first cap`() throws {
    let timeline = try #require(
      CapTimeline(
        lender: .bank, contractOn: day("2026-01-10"), until: day("2026-01-20"), rules: rules(),
        lpr: lpr()))
    #expect(timeline.stretches(since: try day("2025-12-21")).map(\.days) == [30])
  }
}
