import MoneyAndDates
import Testing

@testable import Planning

@Suite struct AnnualRatesTests {
  @Test func `12 instalments at 0.6 percent a month have the four published rates`() throws {
    let schedule = try Schedule.flatFee(
      principal: Money(fen: 1_200_000), feeRate: ratio(6, 1000), periods: 12)
    let rates = try AnnualRates(of: schedule, periodsPerYear: 12)
    #expect(abs((rates.nominal ?? 0) - 0.13034224281108106) < 1e-12)
    #expect(abs((rates.effective ?? 0) - 0.13841785066390241) < 1e-12)
    #expect(abs((rates.simple ?? 0) - 0.13292307692307692) < 1e-12)
    #expect(abs((rates.naive ?? 0) - 0.072) < 1e-12)
  }

  @Test func `money kept back raises the rate, for less was received`() throws {
    let schedule = try Schedule.equalInstalment(
      principal: Money(fen: 300_000), rate: Ratio(0), periods: 4)
    let whole = try AnnualRates(of: schedule, periodsPerYear: 52)
    let cut = try AnnualRates(of: schedule, keptBack: Money(fen: 90_000), periodsPerYear: 52)
    #expect(whole.nominal == 0)
    #expect(abs((cut.periodRate ?? 0) - 0.15967446400911706) < 1e-9)
  }

  @Test func `from received and instalment the flat fee's rates come out again`() throws {
    let rates = try AnnualRates(
      received: Money(fen: 1_200_000), instalment: Money(fen: 107_200), periods: 12)
    #expect(abs((rates.simple ?? 0) - 0.13292307692307692) < 1e-12)
    #expect(abs((rates.naive ?? 0) - 0.072) < 1e-12)
    #expect(
      rates.nominal.flatMap { Rate(nearestTo: $0) }
        == Rate(digits: 130_342, scale: 6, basis: .perYear))
  }

  @Test func `nothing received has no rate`() throws {
    #expect(throws: PlanningFault.nothingReceived) {
      try AnnualRates(received: .zero, instalment: Money(fen: 1), periods: 1)
    }
    let schedule = try Schedule.equalPrincipal(
      principal: Money(fen: 100), rate: Ratio(0), periods: 2)
    #expect(throws: PlanningFault.nothingReceived) {
      try AnnualRates(of: schedule, keptBack: Money(fen: 100), periodsPerYear: 12)
    }
  }

  @Test func `no repayment means no rate, not a number`() throws {
    let rates = try AnnualRates(received: Money(fen: 100), instalment: .zero, periods: 3)
    #expect(rates.status == .noSignChange)
    #expect(rates.nominal == nil)
    #expect(rates.effective == nil)
  }

  @Test func `a rate too large to be shown is nil`() {
    #expect(Rate(nearestTo: 1e300) == nil)
    #expect(Rate(nearestTo: .nan) == nil)
    #expect(Rate(nearestTo: -0.0000005) == Rate(digits: -1, scale: 6, basis: .perYear))
  }
}
