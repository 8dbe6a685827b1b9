import Wording

/// The desks to turn to, in order, for one kind of lender.
package struct ComplaintRoute: Hashable, Sendable {
  /// One step of a route.
  package struct Stop: Hashable, Sendable {
    /// The desk: an id of `desks` or of a help line.
    package let desk: String
    /// The `event` of the term within which it usually answers; `nil` where none was found.
    package let usualTerm: String?
    /// The `event` of the term after whose silence the next desk takes over.
    package let silenceTerm: String?
    /// The `event` of the longest term, with extensions.
    package let longestTerm: String?
    /// The rules it rests on, as ids of facts: `rule.CMP-01`.
    package let rules: [String]
  }

  /// `bank`, `consumer-finance`, `small-loan`, `card`, `private`, `platform`, `payment`, `unknown`.
  package let lender: String
  /// The stops, the first to go to first.
  package let stops: [Stop]
  /// What one should know about this route.
  package let note: BilingualText?
  /// Where it comes from.
  package let provenance: Provenance
}
