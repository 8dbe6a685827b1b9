import MoneyAndDates
import PlanFile

/// What a month it would take, where what is left does not pay the debts.
package struct NeededPayment: Hashable, Sendable {
  /// The least that pays all, dearest first; to the fen.
  package let monthly: Money
  /// The months it then takes at the most: the horizon of the sheet, or five years.
  package let months: Int

  /// Months taken where the sheet names no horizon.
  private static let usualMonths = 60

  /// `nil` where one of the plans (shares that all must agree to aside) pays all, nothing is owed, or
  /// no sum would do.
  init?(_ run: DebtRun, plans: [ComparedPlan], surplus: Money) {
    guard !plans.contains(where: { $0.strategy != .proRata && $0.isPaid }),
      let owed = Money.sum(run.opening), owed > .zero
    else { return nil }
    months = run.sheet.horizon ?? NeededPayment.usualMonths
    let months = months
    func pays(_ monthly: Int64) -> Bool {
      (run.pay(.avalanche, budget: Money(fen: monthly)).months ?? .max) <= months
    }
    // More pays sooner, so the least is found by halves.
    var (low, high) = (surplus.fen, surplus.fen)
    while !pays(high) {
      guard high / 2 < owed.fen else { return nil }
      low = high
      high = high > Int64.max / 2 ? .max : max(1, high * 2)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if pays(middle) { high = middle } else { low = middle }
    }
    monthly = Money(fen: high)
  }
}
