import BigInt
import MoneyAndDates

/// A collector's figure taken apart: whether it adds up and what rate it implies.
package struct ClaimCheck: Hashable, Sendable {
  /// What is demanded in all.
  package let claimed: Money
  /// The sum of the parts the notice states (principal, interest, penalty, fees); `nil` where it
  /// states none.
  package let stated: Money?
  /// Claimed − stated: positive when more is demanded than explained.
  package let difference: Money?
  /// Claimed − principal: all that is asked on top of what was lent.
  package let onTop: Money?
  /// `onTop` a day as a part of the principal, exact; needs a principal and days overdue.
  package let impliedDailyRate: Ratio<BigInt>?

  /// Whether the parts do not add up to the demand.
  package var isDisputed: Bool { difference.map { $0 != .zero } ?? false }

  /// `impliedDailyRate` × 365.
  package var impliedAnnualRate: Ratio<BigInt>? { impliedDailyRate?.times(365) }

  /// Takes a demand apart; parts that the notice does not state are `nil`.
  package init(
    claimed: Money, principal: Money?, interest: Money? = nil, penalty: Money? = nil,
    fees: Money? = nil, days: Int? = nil
  ) throws(PlanningFault) {
    let parts = [principal, interest, penalty, fees].compactMap { $0 }
    for amount in [claimed] + parts { try amount.requireNotNegative() }
    self.claimed = claimed
    stated = parts.isEmpty ? nil : try Money.total(parts)
    if let stated { difference = try claimed.minus(stated) } else { difference = nil }
    if let principal { onTop = try claimed.minus(principal) } else { onTop = nil }
    if let principal, let onTop, let days, days >= 1, principal > .zero {
      impliedDailyRate = Ratio(BigInt(onTop.fen), BigInt(principal.fen) * BigInt(days))
    } else {
      impliedDailyRate = nil
    }
  }

  /// Whether no formula that keeps to this cap a year reaches the demand: what is asked on top
  /// implies a simple annual rate above it.
  ///
  /// `nil` where principal or days are not known.
  package func exceeds(cap: Rate) -> Bool? {
    guard let annual = impliedAnnualRate, let limit = cap.ratio(periodsPerYear: 1) else {
      return nil
    }
    return annual > Ratio<BigInt>(limit)
  }

  /// The most that principal and all charges may come to at a cap a year, simple, half up to the
  /// fen; `nil` where it does not fit or the cap has no period.
  package static func mostOwed(principal: Money, cap: Rate, days: Int) -> Money? {
    guard days >= 0, let yearly = cap.ratio(periodsPerYear: 1),
      let part = Ratio<BigInt>(yearly).times(BigInt(days))?.divided(by: 365),
      let charges = Int64(exactly: BigInt(principal.fen).posted(by: part))
    else { return nil }
    return principal.adding(Money(fen: charges))
  }
}
