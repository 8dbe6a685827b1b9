import MoneyAndDates
import Wording

/// A limit on what a loan may cost a year, with the lenders and contract days it is for.
package struct CostCap: Hashable, Sendable {
  /// How high the limit is.
  package enum Height: Hashable, Sendable {
    /// A fixed rate a year.
    case fixed(Rate)
    /// So many times the one-year LPR in force on the day of the contract.
    case timesLPR(Int)
  }

  /// What stands behind it.
  package enum Nature: String, Hashable, Sendable, CaseIterable {
    /// A court cuts what is above it.
    case court
    /// The supervisor orders lenders to keep to it.
    case supervisory
    /// Reported by the press only; never a ground against one loan.
    case reported
    /// Above it lending without a licence may be a crime.
    case criminal
  }

  /// Its id in `caps.yaml`.
  package let id: String
  /// The rule behind it: `INT-11`.
  package let rule: String
  /// `bank`, `consumer-finance`, `small-loan`, `card`, `private`.
  package let lenders: [String]
  /// How high it is.
  package let height: Height
  /// What stands behind it.
  package let nature: Nature
  /// The first contract day; `nil` for no beginning.
  package let contractsFrom: CalendarDate?
  /// The last contract day; `nil` while in force.
  package let contractsUntil: CalendarDate?
  /// Whether it binds only loans brought by an internet platform.
  package let throughPlatformOnly: Bool
  /// What one should know before using it.
  package let note: BilingualText
  /// Since when, and what replaced it.
  package let validity: Validity
  /// Where it comes from.
  package let provenance: Provenance

  /// Whether it is about a contract of this kind of lender and day.
  package func applies(
    to lender: String, contractOn day: CalendarDate, throughPlatform: Bool
  ) -> Bool {
    lenders.contains { $0.utf8.elementsEqual(lender.utf8) }
      && (throughPlatform || !throughPlatformOnly)
      && day >= contractsFrom ?? .first && day <= contractsUntil ?? .last
  }
}
