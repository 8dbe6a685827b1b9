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
    // Four months reach up to 449,999 fen, no further: the offer stands no longer.
    #expect(judged.breakEven == Money(fen: 449_999))
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

  @Test(arguments: [
    (12, 100_000, 100_000, 10_000, 600_000, 550_000), (3, 100_000, 100_000, 0, 600_000, 400_000),
    (12, 0, 100_000, 0, 600_000, 600_000), (12, 700_000, 100_000, 10_000, 600_000, 600_000),
    (0, 5_000, 100_000, 10_000, 600_000, 5_000), (12, 5_000, 0, 10_000, 600_000, 5_000),
    (12, 100_000, 7, 3, 100_001, 100_000), (12, 0, 0, 0, 600_000, 0),
    (Int.max, 0, Int64.max, Int64.max - 1, Int64.max, 1),
    (Int.max, 0, 1, 0, Int64.max, Int64.max),
  ])
  func `the break-even is the highest sum that comes in time and costs no more`(
    open: Int, saved: Int64, monthly: Int64, waiting: Int64, total: Int64, most: Int64
  ) throws {
    // One fen is affordable or not, but can always be judged; the break-even is the offer's alone.
    let judged = try offer(
      1, open: open, saved: saved, monthly: monthly, waiting: waiting, instalments: total)
    #expect(judged.breakEven == Money(fen: most))
  }

  @Test func `asked with its own break-even an offer is not dear, with a fen more it is`() throws {
    for (open, saved, monthly, waiting) in [
      (12, 100_000, 100_000, 10_000), (3, 100_000, 100_000, 0), (7, 3, 17, 5), (2, 0, 90, 91),
      (40, 13, 7, 1), (0, 50, 9, 9), (9, 700_001, 10, 1),
    ] as [(Int, Int64, Int64, Int64)] {
      for total in [1, 60, 99, 100, 101, 600_000] as [Int64] {
        func judged(_ amount: Int64) throws -> DiscountOffer.Verdict {
          try offer(
            amount, open: open, saved: saved, monthly: monthly, waiting: waiting,
            instalments: total
          ).verdict
        }
        let most = try offer(
          1, open: open, saved: saved, monthly: monthly, waiting: waiting, instalments: total
        ).breakEven.fen
        if most > 0 { #expect(try isWorthIt(judged(most)), "\(open) \(saved) \(total): \(most)") }
        #expect(try !isWorthIt(judged(most + 1)), "\(open) \(saved) \(total): \(most + 1)")
      }
    }
  }

  /// Whether it comes in time and costs no more than the instalments.
  private func isWorthIt(_ verdict: DiscountOffer.Verdict) -> Bool {
    switch verdict {
    case .cheaper: true
    case .dearer(let by): by == .zero
    case .outOfReach: false
    }
  }

  @Test func `bad input is named`() {
    #expect(throws: PlanningFault.negativeAmount) { try offer(-1, open: 1) }
    #expect(throws: PlanningFault.notAboveZero) { try offer(0, open: 1) }
    #expect(throws: PlanningFault.self) { try offer(1, open: -1) }
  }
}
