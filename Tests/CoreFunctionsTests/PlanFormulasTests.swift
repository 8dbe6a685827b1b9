import MoneyAndDates
import Planning
import Testing
import Wording

@testable import CoreFunctions

@Suite struct PlanFormulasTests {
  private static let owed = Money(fen: 1_200_000)

  private func formulas(
    _ schedule: Schedule<Money>, owed: Money = owed, in language: Language = .zh
  ) throws -> String {
    let day = try #require(CalendarDate(iso: "2026-12-15"))
    return RepaymentPlan(schedule: schedule, owed: owed, firstDue: day).formulas(in: language)
  }

  private func onePercent() throws -> Ratio<Int64> { try #require(Ratio<Int64>(1, 100)) }

  @Test func `equal instalments tell the formula with their own numbers`() throws {
    let text = try formulas(
      Schedule.equalInstalment(principal: Self.owed, rate: onePercent(), periods: 10))
    #expect(text.contains("每期应付 1,266.98元 ＝ 12,000.00元 × 月利率 ÷ (1 − (1 ＋ 月利率)^−10)"))
    #expect(text.contains("总还款 12,669.87元 ＝ 本金 12,000.00元 ＋ 利息 669.87元"))
  }

  @Test(arguments: Language.allCases)
  func `without interest an instalment is a plain share`(language: Language) throws {
    let free = try #require(Ratio<Int64>(0, 1))
    let text = try formulas(
      Schedule.equalInstalment(principal: Self.owed, rate: free, periods: 10), in: language)
    #expect(text.contains("÷ 10") && !text.contains("^"))
    #expect(text.contains(language == .zh ? "不计利息" : "No interest"))
  }

  @Test func `a lump sum tells what is to be forgiven`() throws {
    let offer = Money(fen: 800_000)
    let text = try formulas(Schedule.lumpSum(owed: Self.owed, offer: offer))
    #expect(text == "· 欠款 12,000.00元 − 一次付 8,000.00元 ＝ 请对方免去 4,000.00元")
    let whole = try formulas(Schedule.lumpSum(owed: Self.owed, offer: Self.owed))
    #expect(whole == "· 一次付清欠款 12,000.00元")
  }

  @Test(arguments: Language.allCases)
  func `every other kind tells its parts and its total`(language: Language) throws {
    let rate = try onePercent()
    let schedules = [
      try Schedule.equalPrincipal(principal: Self.owed, rate: rate, periods: 10),
      try Schedule.flatFee(principal: Self.owed, feeRate: rate, periods: 10),
      try Schedule.interestOnly(principal: Self.owed, rate: rate, periods: 10),
      try Schedule.balloon(principal: Self.owed, rate: rate, periods: 10, amortisedOver: 20),
      try Schedule.deferral(principal: Self.owed, rate: rate, periods: 3),
    ]
    for schedule in schedules {
      let lines = try formulas(schedule, in: language).split(separator: "\n")
      #expect(lines.count >= 2)
      #expect(lines.allSatisfy { $0.hasPrefix("· ") })
      #expect(lines.last?.contains(schedule.totalPaid.formatted(in: language)) == true)
    }
  }
}
