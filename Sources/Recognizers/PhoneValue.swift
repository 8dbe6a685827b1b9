/// A telephone number, cleaned of separators and disguises.
package struct PhoneValue: Hashable, Sendable {
  /// The shape of the number by the numbering plan.
  package enum Shape: String, Hashable, Sendable {
    /// A mainland mobile number.
    case mobile
    /// A mainland mobile number of a virtual operator.
    case virtualMobile
    /// A mainland fixed line with area code.
    case landline
    /// Seven or eight digits after a word such as 电话.
    case local
    /// 400…
    case sharedCost
    /// 800…
    case tollFree
    /// 95xxx, 10xxx, 12xxx, 96xxx, 1010xxxx and their like.
    case serviceNumber
    /// A number outside the mainland.
    case overseas
    /// Digits called a telephone number by the text, of no known shape.
    case unknown
  }

  /// The digits as dialled, with a leading + where written; without the extension.
  package let digits: String
  /// The digits after 转, ext.
  package let extensionDigits: String?
  /// The number within the mainland: without +86, 0086.
  package let national: String
  /// The shape.
  package let shape: Shape
}
