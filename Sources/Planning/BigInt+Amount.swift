import BigInt
import MoneyAndDates

extension BigInt: ExactInteger {
  /// The product; always fits.
  package func timesExactly(_ other: BigInt) -> BigInt? { self * other }
}

extension Ratio where Integer == BigInt {
  /// The same fraction without a bound.
  package init(_ small: Ratio<Int64>) {
    self = Ratio(BigInt(small.numerator), BigInt(small.denominator)) ?? Ratio(0)
  }

  /// The nearest floating-point number; for showing, never for posting money.
  package var approximation: Double {
    // Both parts keep 1000 bits at most, so neither becomes infinite.
    let excess = Swift.max(numerator.magnitude.bitWidth, denominator.magnitude.bitWidth) - 1000
    guard excess > 0 else { return Double(numerator) / Double(denominator) }
    let lower = Double(denominator >> excess)
    return lower == 0 ? .greatestFiniteMagnitude : Double(numerator >> excess) / lower
  }
}

extension BigInt: Amount {
  /// An amount of so many fen.
  package init(fen: BigInt) { self = fen }

  /// The amount in fen.
  package var fen: BigInt { self }

  /// The sum.
  package func plus(_ other: BigInt) -> BigInt { self + other }

  /// The difference.
  package func minus(_ other: BigInt) -> BigInt { self - other }

  /// The fraction as it is.
  package static func factor(_ ratio: Ratio<BigInt>) -> Ratio<BigInt> { ratio }

  /// The amount times a fraction, half up to the fen, ties away from zero.
  package func posted(by ratio: Ratio<BigInt>) -> BigInt {
    (self * ratio.numerator).dividedHalfUp(by: ratio.denominator)
  }

  /// The equal instalment from exact powers, half up to the fen.
  package func levelPayment(at rate: Ratio<BigInt>, periods: Int) throws(PlanningFault) -> BigInt {
    guard periods >= 1 else { throw .periodCount(allowed: 1...Schedule<BigInt>.mostPeriods) }
    guard rate.numerator != 0 else { return dividedHalfUp(by: BigInt(periods)) }
    let grown = (rate.denominator + rate.numerator).power(periods)
    let start = rate.denominator.power(periods)
    return (self * rate.numerator * grown).dividedHalfUp(by: rate.denominator * (grown - start))
  }

  /// amount × self / total as whole fen and the remainder.
  package func share(of amount: BigInt, in total: BigInt) -> (whole: BigInt, rest: BigInt) {
    let (whole, rest) = (self * amount).quotientAndRemainder(dividingBy: total)
    return (whole, rest)
  }

  /// The internal rate of flows one period apart.
  package static func rateOfReturn(of flows: [BigInt]) -> RateOfReturn {
    RateOfReturn.periodic(flows)
  }

  /// What compounding adds from exact powers, half up to the fen.
  package func compoundGrowth(at rate: Ratio<BigInt>, periods: Int) -> BigInt {
    guard periods >= 1 else { return 0 }
    let grown = (rate.denominator + rate.numerator).power(periods)
    let start = rate.denominator.power(periods)
    return (self * (grown - start)).dividedHalfUp(by: start)
  }

  /// The quotient by a positive divisor, half up, ties away from zero.
  package func dividedHalfUp(by divisor: BigInt) -> BigInt {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    guard rest.magnitude * 2 >= divisor.magnitude else { return quotient }
    return self < 0 ? quotient - 1 : quotient + 1
  }
}
