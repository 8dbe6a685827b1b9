/// An exact decimal number, `digits` / 10^`scale`.
///
/// 3200.5 is 32005 / 10. Never a floating-point number; what does not fit in 64 bits of digits is not made (`nil`).
package struct ExactDecimal: Hashable, Sendable {
  /// The digits without the point, negative for a negative number.
  package let digits: Int64
  /// How many of them are decimals, 0 to 18; trailing zeros are taken off.
  package let scale: Int

  /// Nothing: 0.
  package static let zero = ExactDecimal(whole: 0)

  /// A whole number.
  package init(whole: Int64) {
    digits = whole
    scale = 0
  }

  /// `digits` / 10^`scale`; `nil` where the scale stays outside 0 to 18 without trailing zeros.
  package init?(digits: Int64, scale: Int) {
    var (digits, scale) = (digits, scale)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    while scale < 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow, scale > -40 else { return nil }
      digits = product
      scale += 1
    }
    guard scale <= 18 else { return nil }
    self.digits = digits
    self.scale = digits == 0 ? 0 : scale
  }

  /// This number times 10^`power`, or `nil` where it does not fit.
  package func shifted(by power: Int) -> ExactDecimal? {
    ExactDecimal(digits: digits, scale: scale - power)
  }

  /// The sum, or `nil` where it does not fit.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let left = digits(at: common), let right = other.digits(at: common) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(digits: sum, scale: common)
  }

  /// The product, or `nil` where it does not fit.
  package func times(_ other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : ExactDecimal(digits: product, scale: scale + other.scale)
  }

  /// The number with its sign turned.
  package var negated: ExactDecimal { ExactDecimal(digits: 0 &- digits, scale: scale) ?? self }

  /// The number itself when it is whole.
  package var whole: Int64? { scale == 0 ? digits : nil }

  private func digits(at common: Int) -> Int64? {
    var value = digits
    for _ in scale..<max(scale, common) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = product
    }
    return value
  }

  /// Whether this number is smaller; `false` where the two cannot be brought to one scale.
  package func isLess(than other: ExactDecimal) -> Bool {
    let common = max(scale, other.scale)
    guard let left = digits(at: common), let right = other.digits(at: common) else { return false }
    return left < right
  }

  /// The number as plain text: "3200.5", "-0.05".
  package var text: String {
    guard scale > 0 else { return String(digits) }
    let magnitude = String(digits.magnitude)
    let padding = max(0, scale + 1 - magnitude.utf8.count)
    let padded = String(repeating: "0", count: padding) + magnitude
    let split = padded.utf8.count - scale
    return (digits < 0 ? "-" : "") + padded.prefix(split) + "." + padded.dropFirst(split)
  }
}
