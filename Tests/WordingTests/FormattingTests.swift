import MoneyAndDates
import Testing

@testable import Wording

@Suite struct FormattingTests {
  @Test(arguments: [
    (320_050, "3,200.50元", "¥3,200.50"), (-5, "-0.05元", "-¥0.05"),
    (123_456_789, "1,234,567.89元", "¥1,234,567.89"),
    (0, "0.00元", "¥0.00"),
  ])
  func `money is written as each language writes it`(fen: Int64, zh: String, en: String) {
    #expect(Money(fen: fen).formatted(in: .zh) == zh)
    #expect(Money(fen: fen).formatted(in: .en) == en)
  }

  @Test func `dates are written with their weekday`() throws {
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    #expect(date.formatted(in: .zh) == "2026年11月23日（周一）")
    #expect(date.formatted(in: .en) == "Mon 23 Nov 2026")
  }

  @Test(arguments: [
    (1825, 4, RateBasis.perYear, "年利率18.25%", "18.25% a year"),
    (5, 4, .perDay, "日利率0.05%", "0.05% a day"),
    (24, 2, .perYear, "年利率24%", "24% a year"),
    (1, 0, .once, "一次性费率100%", "100% of the principal, once"),
    (0, 0, .perMonth, "月利率0%", "0% a month"),
  ])
  func `a rate is never written without its basis`(
    digits: Int64, scale: Int, basis: RateBasis, zh: String, en: String
  ) throws {
    let rate = try #require(Rate(digits: digits, scale: scale, basis: basis))
    #expect(rate.formatted(in: .zh) == zh)
    #expect(rate.formatted(in: .en) == en)
  }

  @Test(arguments: [Int64.min, .max, .min + 1, -100, 99, 100, 99_999, 100_000])
  func `an amount keeps every digit and its sign`(fen: Int64) {
    for language in Language.allCases {
      let text = Money(fen: fen).formatted(in: language)
      let digits = text.filter { ("0"..."9").contains($0) }
      #expect(UInt64(digits) == fen.magnitude)
      #expect((text.first == "-") == (fen < 0))
    }
  }

  @Test(arguments: [
    (-5, 3, "-0.5%"), (1, 18, "0.0000000000000001%"), (5, 1, "50%"), (12, 0, "1200%"),
  ])
  func `a percentage is exact at every scale`(digits: Int64, scale: Int, text: String) throws {
    let rate = try #require(Rate(digits: digits, scale: scale, basis: .perYear))
    #expect(rate.formatted(in: .zh) == "年利率\(text)")
  }
}
