import MoneyAndDates
import Testing

@testable import Planning

@Suite struct DiscountOfferTests {
  private func offer(
    _ amount: Int64, open: Int, saved: Int64 = 0, monthly: Int64 = 100_000, waiting: Int64 = 0,
    instalments: Int64 = 700_000
  ) throws -> DiscountOffer {
    try DiscountOffer(
      amount: Money(fen: amount), monthsOpen: open, saved: Money(fen: saved),
      monthly: Money(fen: monthly), costOfWaiting: Money(fen: waiting),
      instalmentTotal: Money(fen: instalments))
  }

  @Test func `the months of saving up and their cost count`() throws {
    let judged = try offer(350_000, open: 4, saved: 49_999, waiting: 10_000)
    #expect(judged.monthsOfSaving == 4)
    #expect(judged.cost == Money(fen: 390_000))
    #expect(judged.breakEven == Money(fen: 660_000))
    #expect(judged.verdict == .cheaper(by: Money(fen: 310_000)))
  }

  @Test func `an offer that expires too soon is out of reach`() throws {
    #expect(try offer(350_000, open: 2).verdict == .outOfReach(monthsNeeded: 4))
    #expect(try offer(350_000, open: 99, monthly: 0).verdict == .outOfReach(monthsNeeded: nil))
    #expect(
      try offer(350_000, open: 0, saved: 350_000).verdict == .cheaper(by: Money(fen: 350_000)))
  }

  @Test func `a dear offer is dearer, an equal one by nothing`() throws {
    #expect(try offer(800_000, open: 8).verdict == .dearer(by: Money(fen: 100_000)))
    #expect(try offer(700_000, open: 7).verdict == .dearer(by: .zero))
  }

  @Test func `bad input is named`() {
    #expect(throws: PlanningFault.negativeAmount) { try offer(-1, open: 1) }
    #expect(throws: PlanningFault.self) { try offer(1, open: -1) }
  }
}
