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
  /// The flows the internal rate was computed from: received, then the payments with a minus.
  package let flows: [Money]
  /// How many periods a year has.
  package let periodsPerYear: Int

  /// The rates of money received once and paid back in rows.
  ///
  /// `openings` are the balances at the start of each period, `cost` all that is paid beyond the
  /// principal (kept-back fees included), `principal` the first principal.
  init(
    flows: [Money], periodsPerYear: Int, openings: Double, cost: Double, principal: Double
  ) {
    let result = RateOfReturn.periodic(flows)
    let perYear = Double(periodsPerYear)
    let periods = Double(flows.count - 1)
    self.flows = flows
    self.periodsPerYear = periodsPerYear
    status = result.status
    periodRate = result.rate
    nominal = result.rate.map { $0 * perYear }
    effective = result.compounded(over: perYear)
    severalNominal = result.status == .multiple ? result.rates.map { $0 * perYear } : []
    simple = openings > 0 ? perYear * cost / openings : nil
    naive = principal > 0 && periods > 0 ? perYear * cost / (principal * periods) : nil
  }

  /// The rates of a schedule, of which `keptBack` was taken off at the start (besides the
  /// schedule's own up-front fee): the money received is principal − both (rule INT-08).
  package init(
    of schedule: Schedule<Money>, keptBack: Money = .zero, periodsPerYear: Int
  ) throws(PlanningFault) {
    try keptBack.requireNotNegative()
    let fees = try schedule.upFrontFee.plus(keptBack)
    let received = try schedule.principal.minus(fees)
    guard received > .zero else { throw .nothingReceived }
    var openings = Double(schedule.principal.fen)
    for row in schedule.rows.dropLast() { openings += Double(row.balance.fen) }
    self.init(
      flows: [received] + schedule.rows.map { Money(fen: -$0.paid.fen) },
      periodsPerYear: periodsPerYear, openings: openings,
      cost: Double(schedule.totalInterest.fen) + Double(fees.fen),
      principal: Double(schedule.principal.fen))
  }

  /// The rates of `received` paid back by equal instalments; the principal in use is taken to fall
  /// by equal parts.
  package init(
    received: Money, instalment: Money, periods: Int, periodsPerYear: Int = 12
  ) throws(PlanningFault) {
    try instalment.requireNotNegative()
    guard received > .zero else { throw .nothingReceived }
    guard (1...Schedule<Money>.mostPeriods).contains(periods) else {
      throw .periodCount(allowed: 1...Schedule<Money>.mostPeriods)
    }
    let count = Double(periods)
    self.init(
      flows: [received]
        + [Money](repeating: Money(fen: -instalment.fen), count: periods),
      periodsPerYear: periodsPerYear, openings: Double(received.fen) * (count + 1) / 2,
      cost: Double(instalment.fen) * count - Double(received.fen), principal: Double(received.fen))
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
