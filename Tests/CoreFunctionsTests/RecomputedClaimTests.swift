import MoneyAndDates
import Planning
import Testing
import Wording

@testable import CoreFunctions

@Suite struct RecomputedClaimTests {
  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  private func claim(
    _ claimed: Int64, of principal: Int64 = 3_650_000, days: Int, _ lender: LenderKind,
    contract: String, on today: String
  ) throws -> RecomputedClaim {
    try RecomputedClaim(
      claimed: Money(fen: claimed), principal: Money(fen: principal), days: days, lender: lender,
      contractOn: day(contract), on: day(today), caps: ShippedCores.cores.caps)
  }

  /// 36 500 yuan bear 24 yuan a day at 24 % and 12 yuan a day at 12 % (four times the 3 % LPR of
  /// 2025-05-20).
  ///
  /// From 2020-01-01 to 2020-08-19 inclusive are 232 nights, to 2025-06-01 another
  /// 1 746: 232 · 24 + 1 746 · 12 = 26 520 yuan.
  @Test func `an older private loan is recomputed over its two periods`() throws {
    let most: Int64 = 3_650_000 + 2_652_000
    let within = try claim(
      most, days: 1978, .private, contract: "2020-01-01", on: "2025-06-01")
    #expect(within.mostOwed == Money(fen: most) && within.isReachable == true)
    #expect(within.parts.map(\.days) == [232, 1746])
    #expect(within.rule == "rule.INT-04")
    let over = try claim(
      most + 1, days: 1978, .private, contract: "2020-01-01", on: "2025-06-01")
    #expect(over.isReachable == false)
    let text = over.described(in: .en)
    #expect(text.contains("24% a year, then 12% a year"))
    #expect(text.contains("232 of these days") && text.contains("1746 of these days"))
    #expect(text.contains("published on 2025-05-20") && text.contains("rule.INT-04"))
    #expect(over.described(in: .zh).contains("先年利率24%，后年利率12%"))
  }

  @Test func `days after the change are held against the newer cap alone`() throws {
    // 100 days of 12 yuan, though the contract is of 2019.
    let one = try claim(
      3_650_000 + 120_000, days: 100, .private, contract: "2019-03-01", on: "2025-09-01")
    #expect(one.mostOwed == Money(fen: 3_650_000 + 120_000) && one.rule == "rule.INT-04")
    #expect(one.parts.map(\.days) == [100])
    // A newer contract keeps the LPR of its day: 3.85 % · 4 = 15.4 %, 15.40 yuan a day.
    let other = try claim(
      3_650_000, days: 100, .private, contract: "2021-03-01", on: "2025-09-01")
    #expect(other.mostOwed == Money(fen: 3_650_000 + 154_000) && other.rule == "rule.INT-01")
  }

  @Test func `a licensed lender has one cap, which the borrower must ask for`() throws {
    let one = try claim(4_000_000, days: 100, .bank, contract: "2019-03-01", on: "2026-09-01")
    #expect(one.mostOwed == Money(fen: 3_650_000 + 240_000) && one.isReachable == false)
    #expect(one.rule == "rule.INT-11")
    #expect(one.described(in: .en).contains("You have to ask"))
    #expect(one.described(in: .zh).contains("没有合法的算法能得到这个数"))
  }

  @Test func `days that reach back before the contract are pointed out`() throws {
    let one = try claim(4_000_000, days: 100, .bank, contract: "2026-08-22", on: "2026-09-01")
    #expect(one.daysBeforeContract == 90)
    #expect(one.described(in: .en).contains("90 days before the contract"))
    #expect(one.described(in: .zh).contains("请核对合同日和天数"))
  }

  @Test(arguments: [
    (LenderKind.unknown, "2026-01-05"), (.private, "2014-01-01"), (.bank, "2027-01-01"),
  ])
  func `where no cap is known nothing is said about the lawful sum`(
    lender: LenderKind, contract: String
  ) throws {
    let one = try claim(9_000_000, days: 100, lender, contract: contract, on: "2026-09-01")
    #expect(one.isReachable == nil && one.rule == nil && one.parts.isEmpty)
    #expect(one.described(in: .en).contains("nothing can be said"))
  }

  @Test func `a demand below the principal is no negative charge`() throws {
    let one = try claim(3_000_000, days: 100, .bank, contract: "2026-01-01", on: "2026-09-01")
    #expect(one.isReachable == true)
    #expect(one.described(in: .en).contains("less than the principal"))
    #expect(one.described(in: .zh).contains("还少"))
  }
}
