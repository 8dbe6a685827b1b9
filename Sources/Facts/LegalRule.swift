import Wording

/// A rule of law, a standard or a practice, in our own words.
package struct LegalRule: Hashable, Sendable {
  /// Its id: `INT-01`.
  package let id: String
  /// `interest`, `conduct`, `complaint`, ….
  package let topic: String
  /// What stands behind it: `law`, `judicial_interpretation`, `dept_rule`, `self_regulation`, ….
  package let kind: String
  /// Whom or what it is about.
  package let appliesTo: BilingualText
  /// What it says.
  package let statement: BilingualText
  /// The document it stands in.
  package let act: BilingualText
  /// The place in the document.
  package let article: BilingualText?
  /// What one should know before using it.
  package let note: BilingualText?
  /// The figures it states, by name.
  package let figures: [String: String]
  /// Whether it holds.
  package let status: Fact.Status
  /// Since when, and what replaced it.
  package let validity: Validity
  /// Where it comes from.
  package let provenance: Provenance
}
