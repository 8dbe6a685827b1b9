/// A number that points to a contract, a case, a card or an account.
package struct ReferenceFinding: Hashable, Sendable {
  /// What it points to.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The last digits of a card or account.
    case tail
    /// A whole account or card number.
    case account
    /// A contract, order, case or bill number.
    case reference = "case"
  }

  /// What it points to.
  package let kind: Kind
  /// The number as written.
  package let quote: Quote
}
