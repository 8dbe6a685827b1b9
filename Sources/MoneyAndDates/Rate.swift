/// What a rate counts: without its basis a percentage says nothing.
package enum RateBasis: String, Hashable, Sendable, CaseIterable {
  /// For a year.
  case perYear
  /// For a month.
  case perMonth
  /// For a day.
  case perDay
  /// A fee for each instalment period, on the first principal.
  case perPeriod
  /// A fee once, on the first principal.
  case once
}

/// An exact rate with its basis: `digits` / 10^`scale`, so 18.25 % a year is 1825 / 10^4.
package struct Rate: Hashable, Sendable {
  /// The digits of the fraction, without a point; trailing zeros are taken off.
  package let digits: Int64
  /// How many decimals the fraction has, 0 to 18.
  package let scale: Int
  /// What it counts.
  package let basis: RateBasis

  /// The fraction `digits` / 10^`scale` on a basis; `nil` where `scale` is not 0 to 18.
  package init?(digits: Int64, scale: Int, basis: RateBasis) {
    guard (0...18).contains(scale) else { return nil }
    var (digits, scale) = (digits, scale)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = digits == 0 ? 0 : scale
    self.basis = basis
  }
}
