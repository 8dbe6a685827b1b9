import MoneyAndDates
import Testing
import Wording

@testable import Planning

@Suite struct AnnualRatesTextTests {
  @Test func `each rate stands with its definition`() throws {
    let rates = try AnnualRates(
      received: Money(fen: 1_200_000), instalment: Money(fen: 107_200), periods: 12)
    let text = rates.described(in: .en)
    for figure in ["13.03% — nominal", "13.84% — effective", "13.29% — simple", "7.20% — naive"] {
      #expect(text.contains(figure))
    }
    #expect(rates.described(in: .zh).split(separator: "\n").count == 4)
  }

  @Test func `a rate below 0 is remarked on`() throws {
    let rates = try AnnualRates(
      received: Money(fen: 1_000_000), instalment: Money(fen: 200), periods: 1)
    #expect(rates.described(in: .zh).contains("比到手的还得少"))
    #expect(rates.described(in: .en).contains("Less is paid back"))
    let usual = try AnnualRates(
      received: Money(fen: 1_000_000), instalment: Money(fen: 95_000), periods: 12)
    #expect(!usual.described(in: .zh).contains("比到手的还得少"))
  }

  @Test func `without a rate it says so`() throws {
    let rates = try AnnualRates(received: Money(fen: 100), instalment: .zero, periods: 3)
    #expect(rates.described(in: .en).contains("there is no rate"))
    #expect(!rates.described(in: .zh).contains("%"))
  }

  @Test(arguments: [
    (0.1303422, "13.03%"), (-0.000049, "0.00%"), (0.00005, "0.01%"), (22.285714, "2228.57%"),
    (1e30, "> 10¹⁴%"), (0, "0.00%"),
  ])
  func `a percentage has two decimals`(rate: Double, text: String) {
    #expect(AnnualRates.percent(rate) == text)
  }
}
