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
  /// The highest offer that would cost no more than the instalments, waiting included; never below 0.
  package let breakEven: Money?
  /// What to make of it.
  package let verdict: Verdict

  /// Judges an offer of `amount` that stands for `monthsOpen` months (0: only today).
  ///
  /// `saved` is at hand, `monthly` can be put aside; `costOfWaiting` arises each month until it is
  /// paid; `instalmentTotal` is all that the instalment plan would cost.
  package init(
    amount: Money, monthsOpen: Int, saved: Money, monthly: Money, costOfWaiting: Money = .zero,
    instalmentTotal: Money
  ) throws(PlanningFault) {
    for sum in [amount, saved, monthly, costOfWaiting, instalmentTotal] {
      try sum.requireNotNegative()
    }
    guard monthsOpen >= 0 else { throw .periodCount(allowed: 0...Int.max) }
    let missing = try max(.zero, amount.minus(saved))
    guard missing == .zero || monthly > .zero else {
      (monthsOfSaving, cost, breakEven) = (nil, nil, nil)
      verdict = .outOfReach(monthsNeeded: nil)
      return
    }
    let months = missing == .zero ? 0 : (missing.fen - 1) / monthly.fen + 1
    guard let waiting = costOfWaiting.times(months) else { throw .overflow }
    let cost = try amount.plus(waiting)
    monthsOfSaving = Int(months)
    self.cost = cost
    breakEven = try max(.zero, instalmentTotal.minus(waiting))
    if months > monthsOpen {
      verdict = .outOfReach(monthsNeeded: Int(months))
    } else if cost < instalmentTotal {
      verdict = .cheaper(by: try instalmentTotal.minus(cost))
    } else {
      verdict = .dearer(by: try cost.minus(instalmentTotal))
    }
  }
}
