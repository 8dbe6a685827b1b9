import Wording

/// A place a complaint can go to that is no help line of its own: the lender itself, a court.
package struct Desk: Hashable, Sendable {
  /// Its key: `lender`, `court`, `local-finance-office`.
  package let id: String
  /// What it is called.
  package let name: BilingualText
  /// What to have ready.
  package let needs: [BilingualText]
  /// The help line through which it is reached; `nil` where there is none.
  package let through: String?
  /// Where it comes from.
  package let provenance: Provenance
}
