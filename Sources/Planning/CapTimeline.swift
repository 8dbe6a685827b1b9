import BigInt
import MoneyAndDates

/// Which court cap runs in which stretch of a loan's life.
///
/// Most contracts keep the cap of their first day. A private loan made before the rule changed is
/// split (rule INT-04): to the last day of the old rule its cap (INT-05), from the next day on so
/// many times the LPR in force when the claim is brought (INT-01).
package struct CapTimeline: Hashable, Sendable {
  /// Some days under one cap.
  package struct Stretch: Hashable, Sendable {
    /// The first day.
    package let first: CalendarDate
    /// The last day, itself counted.
    package let last: CalendarDate
    /// How high the cap is, a year.
    package let cap: Rate
    /// The id of the rule it comes from.
    package let rule: String
    /// The LPR it is computed from, for a cap of so many times LPR.
    package let lpr: LPRTable.Entry?
  }

  /// The id of the rule by which an older private loan is split.
  package static let splitRule = "INT-04"

  /// The stretches, ascending, without a gap; the first begins on the contract day.
  package let stretches: [Stretch]
  /// Whether a newer LPR than the table holds may have been in force on a day that counts.
  package let lprMayBeStale: Bool

  /// The caps from the contract day to `day`, the day the claim is brought (or today).
  ///
  /// Of several court caps of one day the lowest counts. `nil` where no court cap is known for the
  /// contract day, for a part of the time, or where `day` is before the contract.
  package init?(
    lender: LenderKind, contractOn start: CalendarDate, until day: CalendarDate,
    rules: [RateCapRule], lpr: LPRTable
  ) {
    guard day >= start else { return nil }
    let court = rules.filter {
      $0.nature == .court && !$0.throughPlatformOnly && $0.lenders.contains(lender)
    }
    var stretches: [Stretch] = []
    var isStale = false
    var first = start
    while true {
      // Later stretches go by the LPR of the day of the claim, the first by that of the contract.
      let lprDay = stretches.isEmpty ? start : day
      let known = court.compactMap { CapTimeline.cap($0, in: first, lprDay: lprDay, lpr) }
      guard let lowest = known.min(by: { $0.yearly < $1.yearly }) else { return nil }
      // Only private lending was split when its rule changed; others keep their first cap.
      let end = lender == .private ? min(lowest.rule.contractsUntil ?? day, day) : day
      if lowest.lpr != nil { isStale = isStale || lpr.mayBeStale(on: lprDay) }
      stretches.append(
        Stretch(
          first: first, last: end, cap: lowest.cap, rule: lowest.rule.rule, lpr: lowest.lpr))
      guard end < day, let next = end.adding(days: 1) else { break }
      first = next
    }
    self.stretches = stretches
    lprMayBeStale = isStale
  }

  private typealias Known = (
    rule: RateCapRule, cap: Rate, yearly: Ratio<Int64>, lpr: LPRTable.Entry?
  )

  private static func cap(
    _ rule: RateCapRule, in day: CalendarDate, lprDay: CalendarDate, _ table: LPRTable
  ) -> Known? {
    guard day >= rule.contractsFrom ?? .first, day <= rule.contractsUntil ?? .last,
      let (cap, entry) = rule.cap(on: lprDay, lpr: table),
      let yearly = cap.ratio(periodsPerYear: 1)
    else { return nil }
    return (rule, cap, yearly, entry)
  }

  /// The stretches that hold any of the days since `start`, each with so many of them; the last
  /// stretch alone where there are none.
  ///
  /// `start` itself is not counted. Days before the contract, which a demand may name, count as of
  /// the first stretch.
  package func stretches(since start: CalendarDate) -> [(stretch: Stretch, days: Int)] {
    var parts: [(stretch: Stretch, days: Int)] = []
    for (index, stretch) in stretches.enumerated() {
      // A day's interest falls due the night after it: the night of the change is the old cap's.
      let first = index == 0 ? start : max(stretch.first, start)
      let isLast = index == stretches.count - 1
      let days = stretch.last.days(since: first) + (isLast ? 0 : 1)
      if days > 0 || (isLast && parts.isEmpty) { parts.append((stretch, max(0, days))) }
    }
    return parts
  }

  /// The most that may be owed at the end of the last stretch for the days since `start` (the
  /// contract day where it is left out): principal and simple interest at each stretch's cap for its
  /// days (of 365 to the year), half up to the fen once.
  ///
  /// Interest, default interest, penalties and fees together stay under it (INT-06); so does a note
  /// into which old interest was rolled (INT-07: on the first principal). `nil` where it does not
  /// fit in 64 bits.
  package func mostOwed(principal: Money, since start: CalendarDate? = nil) -> Money? {
    guard let start = start ?? stretches.first?.first else { return nil }
    var charges = Ratio<BigInt>(0)
    for (stretch, days) in stretches(since: start) {
      guard let yearly = stretch.cap.ratio(periodsPerYear: 1),
        let part = Ratio<BigInt>(yearly).times(BigInt(days))?.divided(by: 365)
      else { return nil }
      charges = charges + part
    }
    guard principal >= .zero,
      let added = Int64(exactly: BigInt(principal.fen).posted(by: charges))
    else { return nil }
    return principal.adding(Money(fen: added))
  }
}

extension RateCapRule {
  /// How high the cap is a year, with the LPR of `day` for one of so many times LPR; `nil` where the
  /// table does not reach back so far.
  package func cap(on day: CalendarDate, lpr: LPRTable) -> (cap: Rate, lpr: LPRTable.Entry?)? {
    switch height {
    case .fixed(let rate): return (rate, nil)
    case .timesLPR(let factor):
      guard let entry = lpr.inForce(on: day), let factor = Int64(exactly: factor),
        let digits = entry.oneYear.digits.timesExactly(factor),
        let rate = Rate(digits: digits, scale: entry.oneYear.scale, basis: entry.oneYear.basis)
      else { return nil }
      return (rate, entry)
    }
  }
}
