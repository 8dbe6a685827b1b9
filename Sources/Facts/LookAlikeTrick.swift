import Wording

/// A way in which a link pretends to be an official one.
package struct LookAlikeTrick: Hashable, Sendable {
  /// Its id: `brand-in-subdomain`, `char-swap`, ….
  package let id: String
  /// What it does.
  package let words: BilingualText
  /// What a person should do or know.
  package let advice: BilingualText
  /// Where it comes from.
  package let provenance: Provenance
}
