import MoneyAndDates

/// A fraction made ready to be multiplied with many amounts: with its inverse in floating point,
/// because a division of whole numbers takes most of the time of a schedule.
package struct MoneyFactor: Sendable {
  /// The fraction.
  let ratio: Ratio<Int64>
  private let numerator: Int64
  private let denominator: Int64
  private let inverse: Double

  /// A fraction made ready.
  @inline(__always)
  init(_ ratio: Ratio<Int64>) {
    self.ratio = ratio
    numerator = ratio.numerator
    denominator = ratio.denominator
    inverse = 1 / Double(ratio.denominator)
  }

  /// The product with an amount of 0 or more, half up to the fen; `nil` where 52 bits do not hold it
  /// and the caller must take the long way.
  ///
  /// The floating-point quotient is off by one at most; the remainder, exact in whole numbers, says
  /// which way: half up means −d ≤ 2·rest < d.
  @inline(__always)
  func quickProduct(with fen: Int64) -> Int64? {
    let (product, overflow) = fen.multipliedReportingOverflow(by: numerator)
    guard !overflow, product >= 0, product < 1 << 52, denominator < 1 << 52 else { return nil }
    var quotient = Int64(Double(product) * inverse + 0.5)
    let rest = (product &- quotient &* denominator) &* 2
    if rest < -denominator { quotient -= 1 } else if rest >= denominator { quotient += 1 }
    return quotient
  }
}
