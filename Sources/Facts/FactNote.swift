import Wording

/// A sentence worth knowing that belongs to a file as a whole and carries its own source.
package struct FactNote: Hashable, Sendable {
  /// Its id within the file.
  package let id: String
  /// The words.
  package let text: BilingualText
  /// Where it comes from.
  package let provenance: Provenance
}
