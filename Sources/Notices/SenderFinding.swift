/// What the number that sent the text can and can't show.
package struct SenderFinding: Hashable, Sendable {
  /// The number's digits, disguises undone; a name sender as it is.
  package let number: String
  /// What sort of number.
  package let kind: PhoneFinding.Kind
  /// The registry rule its shape matches, `nil` for none.
  package let shapeID: String?
  /// The id of the institution whose published number this is, `nil` for nobody's.
  package let ownerID: String?
  /// Whether it is an official short number with digits before or behind it.
  package let imitatesShortNumber: Bool
}
