/// What the recognizers found in one text.
package struct Recognition: Sendable {
  /// The text as folded; its origins lead back to the raw text.
  package let folded: FoldedText
  /// The entities in reading order; no scalar belongs to two.
  package let entities: [Entity]
}
