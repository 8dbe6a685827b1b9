import BigInt
import MoneyAndDates

/// The four annual rates of one product.
///
/// They answer different questions, so each is shown with its definition: 12 instalments with a
/// fee of 0.6 % a month are 7.20 % naive, 13.29 % simple on the average balance, 13.03 % nominal
/// and 13.84 % effective.
///
/// Source of the methods: PBoC announcement 2021 No. 3 allows the compound (internal rate) and the
/// labelled simple method (rule INT-16); which compound figure its annex means is not verified, so
/// nominal and effective stand side by side.
package struct AnnualRates: Hashable, Sendable {
  /// Whether there is one internal rate.
  package let status: RateStatus
  /// The internal rate of one period, where there is one.
  package let periodRate: Double?
  /// Internal rate of a period × periods per year 名义年利率 (IRR×n).
  package let nominal: Double?
  /// (1 + internal rate)^periods − 1 实际年利率.
  package let effective: Double?
  /// Cost a year over the average principal in use 单利（按平均本金）.
  package let simple: Double?
  /// Cost a year over the first principal 名义费率×期数, as advertised; understates.
  package let naive: Double?
  /// All nominal rates where there are several, ascending.
  package let severalNominal: [Double]
  /// How many periods a year has.
  package let periodsPerYear: Int

  /// The rates of a schedule, of which `keptBack` was taken off at the start (besides the
  /// schedule's own up-front fee): the money received is principal − both (rule INT-08).
  package init<A: Amount>(
    of schedule: Schedule<A>, keptBack: A = .zero, periodsPerYear: Int
  ) throws(PlanningFault) {
    let flows = try schedule.flows(keptBack: keptBack)
    var openings = BigInt(schedule.principal.fen)
    for row in schedule.rows.dropLast() { openings += BigInt(row.balance.fen) }
    let fees = try schedule.upFrontFee.plus(keptBack)
    self.init(
      A.rateOfReturn(of: flows), periodsPerYear: periodsPerYear,
      openings: Ratio(openings),
      cost: BigInt(schedule.totalInterest.fen) + BigInt(fees.fen),
      principal: BigInt(schedule.principal.fen), periods: schedule.rows.count)
  }

  /// The rates of `received` paid back by equal instalments; the principal in use is taken to fall
  /// by equal parts.
  package init(
    received: Money, instalment: Money, periods: Int, periodsPerYear: Int = 12
  ) throws(PlanningFault) {
    let flows = try LoanFlows.equalInstalments(
      received: received, instalment: instalment, periods: periods)
    // Σ of the openings is received · (n+1)/2.
    guard let openings = Ratio(BigInt(received.fen) * BigInt(periods + 1), 2) else {
      throw .overflow
    }
    self.init(
      RateOfReturn.periodic(flows), periodsPerYear: periodsPerYear, openings: openings,
      cost: BigInt(instalment.fen) * BigInt(periods) - BigInt(received.fen),
      principal: BigInt(received.fen), periods: periods)
  }

  /// `openings` is the sum of the balances at the start of each period, `cost` all that is paid
  /// beyond the principal.
  private init(
    _ result: RateOfReturn, periodsPerYear: Int, openings: Ratio<BigInt>, cost: BigInt,
    principal: BigInt, periods: Int
  ) {
    let perYear = Double(periodsPerYear)
    self.periodsPerYear = periodsPerYear
    status = result.status
    periodRate = result.rate
    nominal = result.rate.map { $0 * perYear }
    effective = result.compounded(over: perYear).flatMap { $0.isFinite ? $0 : nil }
    severalNominal = result.status == .multiple ? result.rates.map { $0 * perYear } : []
    let yearly = cost * BigInt(periodsPerYear)
    simple = Ratio(yearly * openings.denominator, openings.numerator)?.approximation
    naive = Ratio(yearly, principal * BigInt(periods))?.approximation
  }
}

extension Schedule {
  /// The flows of the borrower: the money received (principal − up-front fee − `keptBack`), then each
  /// row's payment with a minus.
  package func flows(keptBack: A = .zero) throws(PlanningFault) -> [A] {
    try keptBack.requireNotNegative()
    let received = try principal.minus(upFrontFee).minus(keptBack)
    guard received > .zero else { throw .nothingReceived }
    var flows = [received]
    flows.reserveCapacity(rows.count + 1)
    for row in rows { flows.append(try A.zero.minus(row.paid)) }
    return flows
  }
}

extension LoanFlows {
  /// `received` at the start, then so many equal instalments with a minus.
  package static func equalInstalments(
    received: Money, instalment: Money, periods: Int
  ) throws(PlanningFault) -> [Money] {
    try instalment.requireNotNegative()
    guard received > .zero else { throw .nothingReceived }
    guard (1...Schedule<Money>.mostPeriods).contains(periods) else {
      throw .periodCount(allowed: 1...Schedule<Money>.mostPeriods)
    }
    return [received] + [Money](repeating: Money(fen: -instalment.fen), count: periods)
  }
}

extension Rate {
  /// The rate a year nearest to a computed one, to 6 decimals of the fraction (0.0001 %), half away
  /// from zero; `nil` where it is too large to be shown.
  package init?(nearestTo fraction: Double) {
    let digits = (fraction * 1_000_000).rounded(.toNearestOrAwayFromZero)
    guard abs(digits) < 9e18 else { return nil }
    self.init(digits: Int64(digits), scale: 6, basis: .perYear)
  }
}
