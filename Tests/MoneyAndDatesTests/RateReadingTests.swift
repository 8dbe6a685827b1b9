import Testing

@testable import MoneyAndDates

@Suite struct RateReadingTests {
  @Test(arguments: [
    ("18.25%", 1825, 4, RateBasis?.none), ("0.05%/日", 5, 4, .perDay), ("万分之五", 5, 4, nil),
    ("日万分之五", 5, 4, .perDay), ("月0.6%", 6, 3, .perMonth), ("5‱", 5, 4, nil),
    ("15‰ per month", 15, 3, .perMonth),
    ("年化利率：24％", 24, 2, .perYear), ("百分之十八点二五", 1825, 4, nil), ("千分之一点五每天", 15, 4, .perDay),
    ("年利率１４．６％", 146, 3, .perYear), ("每期0.75%", 75, 4, .perPeriod), ("3.5% p.a.", 35, 3, .perYear),
    ("APR 36%", 36, 2, .perYear), ("百分之一百二十", 12, 1, nil), ("50bps", 5, 3, nil),
    ("一次性3%", 3, 2, .once),
    ("0%", 0, 0, nil),
  ])
  func `a written rate is read exactly with its basis`(
    text: String, digits: Int64, scale: Int, basis: RateBasis?
  ) {
    let reading = RateReading(text)
    #expect(reading?.digits == digits)
    #expect(reading?.scale == scale)
    #expect(reading?.basis == basis)
    #expect(reading?.isByCustom == false)
  }

  @Test(arguments: [
    ("1分5厘", "0.015", RateBasis.perMonth, true), ("月息2分", "0.02", .perMonth, false),
    ("年息1分", "0.1", .perYear, false), ("日息1厘", "0.0001", .perDay, false),
    ("二分半", "0.025", .perMonth, true),
    ("8厘/月", "0.008", .perMonth, false), ("1分/年", "0.1", .perYear, false),
    ("1.5分", "0.015", .perMonth, true),
    ("月息一分二厘五毫", "0.0125", .perMonth, false),
  ])
  func `fen and li count by the basis, a month by custom`(
    text: String, value: String, basis: RateBasis, isByCustom: Bool
  ) throws {
    let reading = try #require(RateReading(text))
    let decimals = value.utf8.count - 2
    let digits = try #require(Int64(value.dropFirst(2)))
    #expect(
      reading.rate(otherwise: .perYear) == Rate(digits: digits, scale: decimals, basis: basis))
    #expect(reading.isByCustom == isByCustom)
  }

  @Test(arguments: [
    "", "%", "18.25", "-3%", "年月3%", "月3%/日", "3%%", "3%abc", "分", "1分1分", "万分之", "5厘3分",
    "999999999999999999%", "0.0000000000000000001%", "每期1分", "十点%",
  ])
  func `what is no rate is refused`(text: String) {
    #expect(RateReading(text) == nil)
  }

  @Test func `a rate without a basis takes the one that is asked about`() {
    #expect(
      RateReading("万分之五")?.rate(otherwise: .perDay) == Rate(digits: 5, scale: 4, basis: .perDay))
  }
}
