import Wording

/// A scam around debts: how it goes, by what it shows, what to do.
package struct ScamPattern: Hashable, Sendable {
  /// An official warning about it.
  package struct Warning: Hashable, Sendable {
    /// Who warned.
    package let issuer: String
    /// When.
    package let date: AsOf
    /// Its id in the table of sources.
    package let source: String
  }

  /// Its id: `SCM-01`.
  package let id: String
  /// Its name.
  package let name: BilingualText
  /// How it goes.
  package let course: BilingualText
  /// By what a person can tell.
  package let signs: [BilingualText]
  /// Words that its Chinese texts often hold.
  package let markersZH: [String]
  /// Words that its English texts often hold.
  package let markersEN: [String]
  /// The safe thing to do.
  package let safeAction: BilingualText
  /// Official warnings about it.
  package let warnings: [Warning]
  /// Rules behind it, as ids of facts.
  package let rules: [String]
  /// Where it comes from.
  package let provenance: Provenance
}
