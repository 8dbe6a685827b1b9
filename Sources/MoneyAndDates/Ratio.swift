/// A whole number whose products are exact: they fit, or they are `nil`.
///
/// `Int64` is the fast one; the planning core adds a number without a bound.
package protocol ExactInteger: SignedInteger, Hashable, Sendable where Magnitude: Sendable {
  /// The product, or `nil` where it does not fit.
  func timesExactly(_ other: Self) -> Self?
}

extension Int64: ExactInteger {
  /// The product, or `nil` where it does not fit in 64 bits.
  @inline(__always)
  package func timesExactly(_ other: Int64) -> Int64? {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}

/// An exact fraction in lowest terms with a positive denominator, such as 49/12000.
package struct Ratio<Integer: ExactInteger>: Hashable, Sendable {
  /// The upper number; carries the sign.
  package let numerator: Integer
  /// The lower number, 1 or more.
  package let denominator: Integer

  /// The fraction in lowest terms, or `nil` for a denominator of 0 and where it does not fit.
  @specialized(where Integer == Int64)
  package init?(_ numerator: Integer, _ denominator: Integer) {
    guard denominator != 0 else { return nil }
    let divisor = Ratio.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard let upper = Integer(exactly: numerator.magnitude / divisor),
      let lower = Integer(exactly: denominator.magnitude / divisor)
    else { return nil }
    self.numerator = (numerator < 0) == (denominator < 0) ? upper : 0 - upper
    self.denominator = lower
  }

  /// A whole number as a fraction.
  package init(_ whole: Integer) {
    self.numerator = whole
    self.denominator = 1
  }

  /// The fraction divided by a whole number, or `nil` for 0 and where it does not fit.
  @specialized(where Integer == Int64)
  package func divided(by divisor: Integer) -> Ratio? {
    guard let wide = Ratio(numerator, divisor),
      let lower = wide.denominator.timesExactly(denominator)
    else { return nil }
    return Ratio(wide.numerator, lower)
  }

  /// The fraction taken so many times, or `nil` where it does not fit.
  @specialized(where Integer == Int64)
  package func times(_ factor: Integer) -> Ratio? {
    guard let wide = Ratio(factor, denominator),
      let upper = wide.numerator.timesExactly(numerator)
    else { return nil }
    return Ratio(upper, wide.denominator)
  }

  @specialized(where Integer == Int64)
  private static func greatestCommonDivisor(
    _ left: Integer.Magnitude, _ right: Integer.Magnitude
  ) -> Integer.Magnitude {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension Ratio: Comparable {
  /// The smaller fraction comes first; exact at any size.
  @specialized(where Integer == Int64)
  package static func < (left: Ratio, right: Ratio) -> Bool {
    if let one = left.numerator.timesExactly(right.denominator),
      let other = right.numerator.timesExactly(left.denominator)
    {
      return one < other
    }
    return isLess(left, right)
  }

  /// By whole parts, then by the reciprocals of the rests: nothing grows, so nothing overflows.
  @specialized(where Integer == Int64)
  private static func isLess(_ left: Ratio, _ right: Ratio) -> Bool {
    var (a, b, c, d) = (left.numerator, left.denominator, right.numerator, right.denominator)
    while true {
      let one = flooredDivision(a, b)
      let other = flooredDivision(c, d)
      if one.quotient != other.quotient { return one.quotient < other.quotient }
      if other.rest == 0 { return false }
      if one.rest == 0 { return true }
      (a, b, c, d) = (d, other.rest, b, one.rest)
    }
  }

  private static func flooredDivision(
    _ dividend: Integer, _ divisor: Integer
  ) -> (quotient: Integer, rest: Integer) {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
  }
}

extension Ratio where Integer == Int64 {
  /// The nearest floating-point number; for showing and for searching, never for posting money.
  package var approximation: Double { Double(numerator) / Double(denominator) }
}

extension Rate {
  /// The rate as an exact fraction on its own basis: 18.25 % is 73/400.
  package var ratio: Ratio<Int64> {
    var power: Int64 = 1
    for _ in 0..<scale { power *= 10 }
    return Ratio(digits, power) ?? Ratio(0)
  }

  /// The rate of one period where a year has so many equal periods; `nil` where it does not fit in
  /// 64 bits, for a basis of `once`, and for fewer than one period.
  ///
  /// A year has 12 months and 365 days: 0.05 % a day is 0.05 % × 365 / 12 a month.
  package func ratio(periodsPerYear: Int) -> Ratio<Int64>? {
    guard periodsPerYear >= 1, let periods = Int64(exactly: periodsPerYear) else { return nil }
    return switch basis {
    case .perYear: ratio.divided(by: periods)
    case .perMonth: ratio.times(12)?.divided(by: periods)
    case .perDay: ratio.times(365)?.divided(by: periods)
    case .perPeriod: ratio
    case .once: nil
    }
  }
}

extension Money {
  /// The amount times a fraction, rounded half up to the fen (ties away from zero), or `nil` where
  /// it does not fit: 10.00 yuan × 49/12000 is 0.04 yuan.
  @inline(__always)
  package func scaled(by ratio: Ratio<Int64>) -> Money? {
    let (product, overflow) = fen.multipliedReportingOverflow(by: ratio.numerator)
    guard !overflow else { return scaledWide(by: ratio) }
    var (quotient, rest) = product.quotientAndRemainder(dividingBy: ratio.denominator)
    if rest.magnitude >= ratio.denominator.magnitude - rest.magnitude {
      quotient += product < 0 ? -1 : 1
    }
    return Money(fen: quotient)
  }

  private func scaledWide(by ratio: Ratio<Int64>) -> Money? {
    let product = Int128(fen) * Int128(ratio.numerator)
    let denominator = Int128(ratio.denominator)
    var (quotient, rest) = product.quotientAndRemainder(dividingBy: denominator)
    if rest.magnitude >= denominator.magnitude - rest.magnitude {
      quotient += product < 0 ? -1 : 1
    }
    return Int64(exactly: quotient).map(Money.init(fen:))
  }
}
