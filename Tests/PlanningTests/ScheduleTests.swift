import BigInt
import MoneyAndDates
import Testing

@testable import Planning

@Suite struct ScheduleTests {
  @Test(arguments: [
    // Textbook loan of three public test suites, and pages of Chinese banks.
    (100_000_000, 49, 12_000, 360, 530_727), (30_000_000, 49, 12_000, 360, 159_218),
    (63_000_000, 49, 12_000, 360, 334_358),
  ])
  func `published equal instalments come out to the fen`(
    principal: Int64, numerator: Int64, denominator: Int64, periods: Int, payment: Int64
  ) throws {
    let schedule = try Schedule.equalInstalment(
      principal: Money(fen: principal), rate: ratio(numerator, denominator), periods: periods)
    #expect(schedule.regular == Money(fen: payment))
    #expect(schedule.rows.count == periods)
  }

  @Test func `published first payments of equal principal come out`() throws {
    let rate = try ratio(49, 12_000)
    let million = try Schedule.equalPrincipal(
      principal: Money(fen: 100_000_000), rate: rate, periods: 360)
    #expect(million.firstPayment == Money(fen: 686_111))
    let other = try Schedule.equalPrincipal(
      principal: Money(fen: 63_000_000), rate: rate, periods: 360)
    #expect(other.firstPayment == Money(fen: 432_250))
  }

  private static func all(
    _ principal: Money, _ rate: Ratio<Int64>, _ periods: Int
  ) throws -> [Schedule<Money>] {
    [
      try .equalInstalment(principal: principal, rate: rate, periods: periods),
      try .equalPrincipal(principal: principal, rate: rate, periods: periods),
      try .flatFee(principal: principal, feeRate: rate, periods: periods),
      try .upFrontFee(principal: principal, feeRate: rate, periods: periods),
      try .interestOnly(principal: principal, rate: rate, periods: periods),
      try .balloon(principal: principal, rate: rate, periods: periods, amortisedOver: periods * 2),
      try .deferral(principal: principal, rate: rate, periods: periods),
    ]
  }

  @Test func `rows sum to principal and interest and end at nothing`() throws {
    var dice = Dice(seed: 1)
    for _ in 0..<600 {
      let principal = Money(fen: dice.roll(0...50_000_000))
      let rate = try ratio(dice.roll(0...5_000), 100_000)
      let periods = Int(dice.roll(1...60))
      for schedule in try ScheduleTests.all(principal, rate, periods) {
        #expect(schedule.rows.count == periods)
        #expect(Money.sum(schedule.rows.map(\.principal)) == principal)
        #expect(Money.sum(schedule.rows.map(\.interest)) == schedule.totalInterest)
        #expect(Money.sum(schedule.rows.map(\.paid)) == schedule.totalPaid)
        #expect(schedule.rows.last?.balance == .zero)
        #expect(schedule.rows.allSatisfy { $0.interest.adding($0.principal) == $0.paid })
      }
    }
  }

  @Test func `64 bits and no bound give the same rows`() throws {
    var dice = Dice(seed: 2)
    for _ in 0..<60 {
      let principal = dice.roll(1...9_000_000_000)
      let rate = try ratio(dice.roll(0...4_000), 120_000)
      let periods = Int(dice.roll(1...120))
      let small = try Schedule.equalInstalment(
        principal: Money(fen: principal), rate: rate, periods: periods)
      let large = try Schedule.equalInstalment(
        principal: BigInt(principal), rate: Ratio<BigInt>(rate), periods: periods)
      #expect(small.regular.fen == Int64(large.regular))
      #expect(
        small.rows.map(\.balance.fen) == large.rows.map { Int64($0.balance) })
    }
  }

  @Test func `a lump sum of nothing, or of more than is owed, is named and never mended`() throws {
    let offer = try Schedule.lumpSum(owed: Money(fen: 500_000), offer: Money(fen: 300_000))
    #expect(offer.totalPaid == Money(fen: 300_000))
    #expect(throws: PlanningFault.offerAboveDebt) {
      try Schedule.lumpSum(owed: Money(fen: 500), offer: Money(fen: 900))
    }
    #expect(throws: PlanningFault.notAboveZero) {
      try Schedule.lumpSum(owed: Money(fen: 500), offer: Money.zero)
    }
  }

  @Test func `a deferral with interest adds it once at the end`() throws {
    let schedule = try Schedule.deferral(
      principal: Money(fen: 1_000_000), rate: ratio(1, 100), periods: 3)
    #expect(schedule.rows.map(\.paid.fen) == [0, 0, 1_030_000])
    let free = try Schedule.deferral(
      principal: Money(fen: 1_000_000), rate: Ratio(0), periods: 3)
    #expect(free.totalInterest == .zero)
  }

  @Test func `what makes no schedule is named`() throws {
    let rate = try ratio(1, 100)
    #expect(throws: PlanningFault.negativeAmount) {
      try Schedule.equalInstalment(principal: Money(fen: -1), rate: rate, periods: 3)
    }
    #expect(throws: PlanningFault.negativeRate) {
      try Schedule.equalInstalment(principal: Money(fen: 1), rate: ratio(-1, 100), periods: 3)
    }
    for periods in [Int.min, -1, 0, 100_001, .max] {
      #expect(throws: PlanningFault.periodCount(allowed: 1...100_000)) {
        try Schedule.equalPrincipal(principal: Money(fen: 1), rate: rate, periods: periods)
      }
    }
    #expect(throws: PlanningFault.overflow) {
      try Schedule.equalInstalment(principal: Money(fen: .max), rate: Ratio(2), periods: 3)
    }
  }

  @Test func `rows fall due month by month from the original day`() throws {
    let first = try day("2026-01-31")
    #expect(Schedule<Money>.dueDate(ofRow: 0, firstDue: first) == first)
    #expect(Schedule<Money>.dueDate(ofRow: 1, firstDue: first)?.iso == "2026-02-28")
    #expect(Schedule<Money>.dueDate(ofRow: 2, firstDue: first)?.iso == "2026-03-31")
    #expect(Schedule<Money>.dueDate(ofRow: .max, firstDue: first) == nil)
  }
}
