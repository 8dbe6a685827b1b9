import MoneyAndDates
import Planning
import Testing
import Wording

@testable import CoreFunctions

@Suite struct LoanCapsTests {
  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  private func findings(
    _ percent: Int64, _ lender: LenderKind, _ contract: String, platform: Bool = false
  ) throws -> [CapFinding] {
    ShippedCores.cores.caps.findings(
      rate: try #require(Rate(digits: percent, scale: 2, basis: .perYear)), lender: lender,
      contractOn: try day(contract), throughPlatform: platform, today: ShippedCores.today)
  }

  /// Kind of lender, day of the contract, through a platform: the caps by rule and nature.
  @Test(arguments: [
    ("bank", "2019-05-01", false, ["INT-11 court"]),
    ("card", "2026-05-01", true, ["INT-11 court"]),
    ("bank", "2025-09-30", true, ["INT-11 court"]),
    ("bank", "2025-10-01", true, ["INT-11 court", "INT-12 supervisory"]),
    ("bank", "2025-10-01", false, ["INT-11 court"]),
    ("small-loan", "2025-12-30", false, ["INT-11 court"]),
    ("small-loan", "2025-12-31", false, ["INT-11 court", "INT-13 supervisory"]),
    ("consumer-finance", "2026-04-01", false, ["INT-11 court", "INT-14 reported"]),
    ("private", "2020-08-20", false, ["INT-01 court", "INT-17 criminal"]),
    (
      "private", "2020-08-19", false,
      ["INT-05 court", "INT-05 court", "INT-04 court", "INT-17 criminal"]
    ),
    ("private", "2018-01-01", false, ["INT-05 court", "INT-05 court", "INT-04 court"]),
    ("private", "2014-01-01", false, ["INT-04 court"]),
    ("unknown", "2026-01-05", false, []),
  ])
  func `which caps apply hangs on the lender, the day and the platform`(
    lender: String, contract: String, platform: Bool, caps: [String]
  ) throws {
    let found = try findings(
      20, LenderKind(rawValue: lender) ?? .unknown, contract, platform: platform)
    #expect(found.map { "\($0.cap.rule.rule) \($0.cap.rule.nature.rawValue)" } == caps)
  }

  @Test func `an older private loan has each cap for its own days`() throws {
    let found = try findings(20, .private, "2020-01-01")
    #expect(found.map { $0.interestUntil?.iso } == ["2020-08-19", "2020-08-19", nil, nil])
    #expect(found.map { $0.interestFrom?.iso } == [nil, nil, "2020-08-20", nil])
    // 20 %: below the 24 % of its time, above four times the LPR of the claim's day (12 %).
    #expect(found.map(\.side) == ["below", "below", "above", "below"])
    #expect(found[2].cap.cap.ratio == Ratio(12, 100))
    #expect(found[2].cap.lpr?.date.iso == "2026-08-20" && found[2].cap.lprMayBeStale)
    let text = found[2].described(in: .en)
    #expect(text.hasPrefix("interest from 2020-08-20 on: above the cap of 12% a year"))
    #expect(found[0].described(in: .zh).hasPrefix("到 2020-08-19 为止的利息：低于上限"))
  }

  @Test func `the line of a crime is told with its conditions and never as a fact`() throws {
    let above = try #require(try findings(40, .private, "2021-01-01").last)
    #expect(above.cap.rule.nature == .criminal && above.side == "above")
    let (zh, en) = (above.described(in: .zh), above.described(in: .en))
    #expect(zh.contains("可能构成犯罪") && zh.contains("2 年内") && zh.contains("10 次以上"))
    #expect(en.contains("it may be a crime for the lender") && en.contains("10+ times in 2 years"))
    let below = try #require(try findings(30, .private, "2021-01-01").last)
    #expect(below.described(in: .en).hasPrefix("not above the line of 36% a year"))
  }

  @Test(arguments: [(24, "equal"), (25, "above"), (23, "below")])
  func `the side is decided at the cap itself`(percent: Int64, side: String) throws {
    #expect(try findings(percent, .bank, "2026-01-05").map { $0.cap.byNominal.rawValue } == [side])
  }

  @Test(arguments: [("2026-09-19", false), ("2026-09-20", true), ("2026-09-27", true)])
  func `a contract after the next LPR was due says that a newer one may count`(
    contract: String, mayBeStale: Bool
  ) throws {
    let found = try #require(try findings(20, .private, contract).first)
    #expect(found.cap.lpr?.date.iso == "2026-08-20")
    #expect(found.described(in: .zh).contains("可能已有更新的 LPR") == mayBeStale)
    #expect(found.described(in: .en).contains("a newer one may be in force") == mayBeStale)
  }

  @Test func `flows that begin with a payment are not told to have no rate`() throws {
    let lent = LoanFlows.dated([
      DatedFlow(date: try day("2026-01-05"), amount: Money(fen: -10_000)),
      DatedFlow(date: try day("2027-01-05"), amount: Money(fen: 15_000)),
    ])
    let found = try #require(
      ShippedCores.cores.caps.findings(
        lent, lender: .bank, contractOn: try day("2026-01-05"), throughPlatform: false,
        today: ShippedCores.today
      ).first)
    #expect(found.side == "undecided")
    #expect(!found.described(in: .zh).contains("没有唯一的利率"))
    #expect(found.described(in: .en).contains("only money that is received first"))
  }

  @Test func `a loan of more than a hundred years is refused by its days`() throws {
    let flows = LoanFlows.dated([
      DatedFlow(date: try day("1900-01-05"), amount: Money(fen: 10_000)),
      DatedFlow(date: try day("2027-01-05"), amount: Money(fen: -15_000)),
    ])
    #expect(throws: PlanningFault.dayCount(allowed: 0...36_600)) {
      try LoanCaps.requireComparable(flows)
    }
  }

  @Test(arguments: [
    "plan.debt('卡', 'bnak', money('6000'), plan.noInterest(), money('300'))",
    "plan.caps(money('9'), money('1'), 12, 'bnak', today, false)",
    "plan.capsOfRate(plan.noInterest(), 'bnak', today, false)",
    "plan.recompute(money('9'), money('1'), 9, 'bnak', today)",
  ])
  func `a kind of lender that does not exist is an error, never an unknown one`(
    expression: String
  ) throws {
    guard case .error(let error) = try ShippedCores.value(expression) else {
      Issue.record("\(expression) had a value")
      return
    }
    #expect("\(error)".contains("“bnak”") && "\(error)".contains("consumer-finance"), "\(error)")
  }
}
