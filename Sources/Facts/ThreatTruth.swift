import Wording

/// What is true about a kind of threat.
package struct ThreatTruth: Hashable, Sendable {
  /// The kind: `sue`, `arrest`, `home-visit`, `contact-family`, `credit-record`, `freeze`,
  /// `third-party-collector`, `penalty`, `service-stop`, `deduct`, `shame`, `blacklist`,
  /// `child-school`, `legal-vague`, `vague`.
  package let kind: String
  /// What the threat says, in a few words.
  package let name: BilingualText
  /// What the law or the regulator says about it, in one or two sentences.
  package let truth: BilingualText
  /// The rules behind it as ids of facts, the nearest first; never empty.
  package let rules: [String]
  /// Where it comes from.
  package let provenance: Provenance
}
