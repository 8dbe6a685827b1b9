/// Something an honest notice of a debt states and this text does not.
package enum MissingStatement: String, Hashable, Sendable, CaseIterable {
  /// The lender's full registered name.
  case lenderFullName = "lender-full-name"
  /// A number or page of the lender that its registry entry confirms.
  case officialContact = "official-contact"
  /// The amount owed.
  case amount
  /// When it was or is due.
  case date
  /// The contract, bill or card it is about.
  case contract
  /// The product or platform through which was borrowed.
  case platform
}
