import MoneyAndDates

/// A creditor's offer to take a lump sum for the whole debt, judged against paying in instalments.
///
/// The sum must first be saved up, and what the debt costs meanwhile (late fees, penalties) counts;
/// an offer that expires before the money is there can't be taken, however good it is.
package struct DiscountOffer: Hashable, Sendable {
  /// What to make of the offer.
  package enum Verdict: Hashable, Sendable {
    /// It can be paid in time and costs less than the instalments, by so much.
    case cheaper(by: Money)
    /// It can be paid in time, but the instalments cost no more; it is dearer by so much (0: equal).
    case dearer(by: Money)
    /// The money is not there before the offer expires; so many months are needed (`nil`: nothing can
    /// be saved).
    case outOfReach(monthsNeeded: Int?)
  }

  /// The months of saving up before the sum is there; `nil` where nothing can be saved.
  package let monthsOfSaving: Int?
  /// The offer + what waiting costs, where it can be paid at all.
  package let cost: Money?
  /// The highest sum that can be paid before the offer expires and costs no more than the
  /// instalments, the waiting it takes included; every sum below it does so, none above.
  package let breakEven: Money
  /// What to make of it.
  package let verdict: Verdict

  /// Judges an offer of `amount` that stands for `monthsOpen` months (0: only today).
  ///
  /// `saved` is at hand, `monthly` can be put aside; `costOfWaiting` arises each month until it is
  /// paid; `instalmentTotal` is all that the instalment plan would cost. An offer of nothing throws
  /// `notAboveZero`.
  package init(
    amount: Money, monthsOpen: Int, saved: Money, monthly: Money, costOfWaiting: Money = .zero,
    instalmentTotal: Money
  ) throws(PlanningFault) {
    for sum in [amount, saved, monthly, costOfWaiting, instalmentTotal] {
      try sum.requireNotNegative()
    }
    guard amount > .zero else { throw .notAboveZero }
    guard monthsOpen >= 0 else { throw .periodCount(allowed: 0...Int.max) }
    breakEven = DiscountOffer.breakEven(
      monthsOpen: monthsOpen, saved: saved, monthly: monthly, waiting: costOfWaiting,
      total: instalmentTotal)
    let missing = try max(.zero, amount.minus(saved))
    guard missing == .zero || monthly > .zero else {
      (monthsOfSaving, cost) = (nil, nil)
      verdict = .outOfReach(monthsNeeded: nil)
      return
    }
    let months = missing == .zero ? 0 : (missing.fen - 1) / monthly.fen + 1
    guard let waiting = costOfWaiting.times(months) else { throw .overflow }
    let cost = try amount.plus(waiting)
    monthsOfSaving = Int(months)
    self.cost = cost
    if months > monthsOpen {
      verdict = .outOfReach(monthsNeeded: Int(months))
    } else if cost < instalmentTotal {
      verdict = .cheaper(by: try instalmentTotal.minus(cost))
    } else {
      verdict = .dearer(by: try cost.minus(instalmentTotal))
    }
  }

  /// The largest sum a with months(a) ≤ `monthsOpen` and a + waiting·months(a) ≤ total, where
  /// months(a) = ⌈(a − saved) / monthly⌉ and 0 up to `saved`; both grow with a.
  private static func breakEven(
    monthsOpen: Int, saved: Money, monthly: Money, waiting: Money, total: Money
  ) -> Money {
    guard total > saved, monthly > .zero else { return min(saved, total) }
    let (saved, monthly) = (Int128(saved.fen), Int128(monthly.fen))
    let (waiting, total) = (Int128(waiting.fen), Int128(total.fen))
    // k months reach the sums above saved + (k−1)·monthly; the smallest of them is still within the
    // total while k·(monthly + waiting) ≤ total − saved + monthly − 1.
    let months = min((total - saved + monthly - 1) / (monthly + waiting), Int128(monthsOpen))
    guard months >= 1 else { return Money(fen: Int64(saved)) }
    let highest = min(saved + months * monthly, total - months * waiting)
    return Money(fen: Int64(highest))
  }
}
