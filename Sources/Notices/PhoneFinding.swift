/// A telephone number the text gives.
package struct PhoneFinding: Hashable, Sendable {
  /// The kinds of numbers that matter to an assessment.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mobile number of one of the networks.
    case mobile
    /// A mobile number of a virtual operator (170, 171 and others).
    case virtualMobile = "virtual-mobile"
    /// A line with an area code.
    case landline
    /// A 400 or 800 line.
    case service
    /// A 95, 96, 100 or 12 short number.
    case short
    /// A number outside the mainland network.
    case overseas
    /// Any other shape.
    case other
  }

  /// The digits alone, disguises undone: `17055550199`.
  package let number: String
  /// What sort of number.
  package let kind: Kind
  /// The registry rule its shape matches (a virtual-operator mobile, a 95 number), `nil` for none.
  package let shapeID: String?
  /// The id of the institution or help line whose published number this is, `nil` for nobody's.
  package let ownerID: String?
  /// Whether it is the addressee's own number or that of people around them, not one to call.
  package let isPersonal: Bool
  /// How the digits were disguised; empty for plainly written ones.
  package let disguises: [Disguise]
  /// The words as written, separators included.
  package let quote: Quote
}
