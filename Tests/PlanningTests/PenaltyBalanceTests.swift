import MoneyAndDates
import Testing

@testable import Planning

@Suite struct PenaltyBalanceTests {
  @Test func `payments go to fees, interest, principal, or to principal where that is agreed`()
    throws
  {
    let payments = [DatedPayment(date: try day("2025-01-11"), amount: Money(fen: 1_000))]
    func balance(_ order: PaymentOrder) throws -> PenaltyBalance<Money> {
      try PenaltyBalance(
        principal: Money(fen: 100_000), fees: Money(fen: 200), dailyRate: ratio(1, 2000),
        mode: .simple, dueDate: day("2025-01-01"), on: day("2025-01-11"), payments: payments,
        order: order)
    }
    let usual = try balance(.feesInterestPrincipal)
    #expect(usual.fees == .zero)
    #expect(usual.interest == .zero)
    #expect(usual.principal == Money(fen: 99_700))
    let agreed = try balance(.principalFirst)
    #expect(agreed.principal == Money(fen: 99_000))
    #expect(agreed.fees == Money(fen: 200))
    #expect(try usual.balance() == agreed.balance())
  }

  @Test func `compounding costs at least as much as simple interest`() throws {
    var dice = Dice(seed: 17)
    for _ in 0..<50 {
      let principal = Money(fen: dice.roll(0...9_000_000))
      let rate = try ratio(dice.roll(0...20), 10_000)
      let end = try #require(try day("2025-01-31").adding(days: Int(dice.roll(0...700))))
      let totals = try [PenaltyMode.simple, .compoundMonthly, .compoundDaily].map {
        try PenaltyBalance(
          principal: principal, dailyRate: rate, mode: $0, dueDate: day("2025-01-31"), on: end
        ).balance()
      }
      // A fen for each posting half up.
      #expect(totals[0].fen <= totals[1].fen + 24)
      #expect(totals[1].fen <= totals[2].fen + 24)
    }
  }

  @Test func `what was paid after the day asked about is told and not counted`() throws {
    let balance = try PenaltyBalance(
      principal: Money(fen: 1_000), dailyRate: Ratio(0), mode: .simple, dueDate: day("2025-01-02"),
      on: day("2025-01-03"),
      payments: [
        DatedPayment(date: day("2025-01-03"), amount: Money(fen: 100)),
        DatedPayment(date: day("2025-01-04"), amount: Money(fen: 200)),
        DatedPayment(date: day("2025-02-04"), amount: Money(fen: 30)),
      ])
    #expect(balance.paidLater == Money(fen: 230))
    #expect(balance.principal == Money(fen: 900))
  }

  @Test func `too many days of compounding are refused as days`() throws {
    #expect(throws: PlanningFault.dayCount(allowed: 0...36_600)) {
      try PenaltyBalance(
        principal: Money(fen: 1), dailyRate: Ratio(0), mode: .compoundDaily,
        dueDate: day("1900-01-01"), on: day("2025-01-01"))
    }
  }

  @Test func `reversed days and payments before the due date are named`() throws {
    #expect(throws: PlanningFault.datesReversed) {
      try PenaltyBalance(
        principal: Money(fen: 1), dailyRate: Ratio(0), mode: .simple, dueDate: day("2025-01-02"),
        on: day("2025-01-01"))
    }
    #expect(throws: PlanningFault.paymentBeforeDue) {
      try PenaltyBalance(
        principal: Money(fen: 1), dailyRate: Ratio(0), mode: .simple, dueDate: day("2025-01-02"),
        on: day("2025-01-03"),
        payments: [DatedPayment(date: day("2025-01-01"), amount: Money(fen: 1))])
    }
    #expect(throws: PlanningFault.overflow) {
      try PenaltyBalance(
        principal: Money(fen: .max), dailyRate: ratio(1, 10), mode: .compoundDaily,
        dueDate: day("2020-01-02"), on: day("2025-01-03"))
    }
  }
}
