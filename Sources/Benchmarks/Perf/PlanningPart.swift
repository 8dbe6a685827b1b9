import BigInt
import MoneyAndDates
import Planning

/// Rates, schedules, payoff, optimum.
struct PlanningPart {
  var cases: [PerfCase] {
    [
      xirr(36), xirr(360),
      PerfCase("planning.schedule-360", unit: "schedule") {
        (try? Schedule.equalInstalment(
          principal: Money(fen: 10_000_000), rate: PlanningPart.monthly, periods: 360))?.rows.count
          ?? 0
      },
      PerfCase("planning.payoff-6x60", unit: "plan") {
        (try? Payoff(
          debts: PlanningPart.debts, budget: Money(fen: 450_000), strategy: .avalanche))?.balances
          .count ?? 0
      },
      PerfCase("planning.optimum-5x24", unit: "plan") {
        (try? OptimalRepayment(
          debts: PlanningPart.optimal, budget: Array(repeating: Money(fen: 300_000), count: 24),
          unit: Money(fen: 10_000)))?.effort ?? 0
      },
    ]
  }

  /// 0.5 % a month.
  private static let monthly = Ratio<Int64>(1, 200) ?? Ratio(0)

  /// The flows of a loan on days a month apart, as peers get them too: day number and fen.
  static func flows(_ count: Int) -> [DatedFlow] {
    guard let first = CalendarDate(iso: "2024-01-15") else { return [] }
    let paid = Money(fen: -Int64(11_000_000 / (count - 1)))
    return (0..<count).compactMap { month in
      first.adding(months: month).map {
        DatedFlow(date: $0, amount: month == 0 ? Money(fen: 9_000_000) : paid)
      }
    }
  }

  private func xirr(_ count: Int) -> PerfCase {
    let flows = PlanningPart.flows(count)
    return PerfCase("planning.xirr-\(count)", unit: "rate") {
      Int((RateOfReturn.dated(flows).rate ?? 0) * 1e6)
    }
  }

  /// Six debts that a budget of 4,500 yuan pays off in about 60 months.
  private static let debts: [PayoffDebt<Money>] = {
    let balances: [Int64] = [3_000_000, 2_400_000, 4_800_000, 1_200_000, 3_600_000, 2_000_000]
    return balances.enumerated().map { index, balance in
      let percent = Int64(8 + 2 * index)
      return PayoffDebt(
        balance: Money(fen: balance), annualRate: Ratio<Int64>(percent, 100) ?? Ratio(0),
        minimum: Money(fen: 20_000))
    }
  }()

  /// Five debts with late fees, a promotional rate and a settlement offer.
  private static let optimal: [OptimalDebt] = (0..<5).map { (index: Int) -> OptimalDebt in
    let perMille = BigInt(8 + 3 * index)
    let promotion = OptimalDebt.Promotion(monthlyRate: rate(1), until: 6)
    let settlement = OptimalDebt.Settlement(amount: Money(fen: 800_000), until: 8)
    return OptimalDebt(
      balance: Money(fen: Int64(500_000 + 170_000 * index)), monthlyRate: rate(perMille),
      minimum: Money(fen: 20_000), lateFee: Money(fen: 3_000),
      promotion: index == 1 ? promotion : nil, settlement: index == 3 ? settlement : nil)
  }

  private static func rate(_ perMille: BigInt) -> Ratio<BigInt> {
    Ratio<BigInt>(perMille, 1000) ?? Ratio(0)
  }
}
