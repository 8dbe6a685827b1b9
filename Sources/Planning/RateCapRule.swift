import MoneyAndDates

/// What stands behind a cap, the strongest first.
package enum CapNature: String, Hashable, Sendable, CaseIterable {
  /// A court cuts what is above it (for licensed lenders when the borrower asks).
  case court
  /// The supervisor orders lenders to keep to it; helps in a complaint.
  case supervisory
  /// Reported by the press only; never a ground against one loan.
  case reported
  /// No cap on one loan: above it, and with further conditions, lending without a licence is a crime
  /// of the lender.
  case criminal
}

/// How high a cap is.
package enum CapHeight: Hashable, Sendable {
  /// A fixed rate a year.
  case fixed(Rate)
  /// So many times the one-year LPR in force on the day of the contract.
  case timesLPR(Int)
}

/// A limit on what a loan may cost a year, as it comes from the facts (rules INT-*).
package struct RateCapRule: Hashable, Sendable {
  /// The id of the rule, such as `INT-11`.
  package let rule: String
  /// The kinds of lender it binds.
  package let lenders: Set<LenderKind>
  /// How high it is.
  package let height: CapHeight
  /// The first contract day it applies to; `nil` for no beginning.
  package let contractsFrom: CalendarDate?
  /// The last contract day it applies to; `nil` while it is in force.
  package let contractsUntil: CalendarDate?
  /// What stands behind it.
  package let nature: CapNature
  /// Whether it binds only loans that came through an internet platform (助贷).
  package let throughPlatformOnly: Bool

  /// A limit as the facts state it.
  package init(
    rule: String, lenders: Set<LenderKind>, height: CapHeight, contractsFrom: CalendarDate? = nil,
    contractsUntil: CalendarDate? = nil, nature: CapNature, throughPlatformOnly: Bool = false
  ) {
    self.rule = rule
    self.lenders = lenders
    self.height = height
    self.contractsFrom = contractsFrom
    self.contractsUntil = contractsUntil
    self.nature = nature
    self.throughPlatformOnly = throughPlatformOnly
  }

  /// Whether it binds a loan of this kind and day.
  package func applies(
    to lender: LenderKind, contractOn day: CalendarDate, throughPlatform: Bool
  ) -> Bool {
    lenders.contains(lender) && (throughPlatform || !throughPlatformOnly)
      && day >= contractsFrom ?? .first && day <= contractsUntil ?? .last
  }
}

/// The one-year loan prime rates as published, from the facts.
package struct LPRTable: Hashable, Sendable {
  /// One publication.
  package struct Entry: Hashable, Sendable {
    /// The day it was published.
    package let date: CalendarDate
    /// The one-year rate a year.
    package let oneYear: Rate

    /// One publication.
    package init(date: CalendarDate, oneYear: Rate) {
      self.date = date
      self.oneYear = oneYear
    }
  }

  /// The publications, ascending by day.
  package let entries: [Entry]

  /// The publications, in any order.
  package init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.date < $1.date }
  }

  /// The publication in force on a day: the last on or before it; `nil` before the first.
  package func inForce(on day: CalendarDate) -> Entry? {
    entries.last { $0.date <= day }
  }

  /// Whether the next publication, not in the table, may be in force on the day: from that day of the
  /// month after the last one known on which, by the table, one has come out at the earliest.
  ///
  /// A rest day puts a publication off, so this says "may" some days too soon, never too late.
  package func mayBeStale(on day: CalendarDate) -> Bool {
    guard let last = entries.last?.date, let earliest = entries.map(\.date.day).min(),
      let month = last.adding(months: 1),
      let next = CalendarDate(year: month.year, month: month.month, day: min(earliest, month.day))
    else { return true }
    return day >= next
  }
}
