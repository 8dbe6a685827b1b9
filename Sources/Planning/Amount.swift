import BigInt
import MoneyAndDates

/// An exact amount of fen for the planning core: `Money` where it must fit in 64 bits, `BigInt`
/// where it has no bound.
///
/// Each calculation is written once, over this.
package protocol Amount: Comparable, Hashable, Sendable {
  /// The whole numbers of its rates.
  associatedtype Integer: ExactInteger
  /// Nothing at all.
  static var zero: Self { get }
  /// An amount of so many fen.
  init(fen: Integer)
  /// The amount in fen.
  var fen: Integer { get }
  /// The sum; throws `overflow` where it does not fit.
  func plus(_ other: Self) throws(PlanningFault) -> Self
  /// The difference; throws `overflow` where it does not fit.
  func minus(_ other: Self) throws(PlanningFault) -> Self
  /// A fraction made ready to be multiplied with many times.
  associatedtype Factor: Sendable
  /// The fraction made ready.
  static func factor(_ ratio: Ratio<Integer>) -> Factor
  /// The amount times a fraction, half up to the fen; throws `overflow` where it does not fit.
  func posted(by factor: Factor) throws(PlanningFault) -> Self
  /// The payment that pays this principal off in equal instalments, half up to the fen:
  /// P·i / (1 − (1+i)^−n), or P/n where i is 0.
  func levelPayment(at rate: Ratio<Integer>, periods: Int) throws(PlanningFault) -> Self
  /// The rows of equal instalments by a quicker way that gives the same, where there is one.
  static func quickLevelRows(
    principal: Self, rate: Ratio<Integer>, payment: Self, periods: Int
  ) -> (rows: [ScheduleRow<Self>], interest: Self)?
  /// What `Payoff` tells by a quicker way that gives the same, where there is one.
  static func quickPayoff(
    debts: [PayoffDebt<Self>], budget: PayoffBudget<Self>, strategy: PayoffStrategy
  ) -> PayoffOutcome<Self>?
  /// amount × self / total as whole fen and the remainder (in units of 1/total fen).
  func share(of amount: Self, in total: Self) throws(PlanningFault) -> (whole: Self, rest: Self)
  /// The internal rate of flows one period apart.
  static func rateOfReturn(of flows: [Self]) -> RateOfReturn
  /// What compounding adds: P·((1+i)^n − 1), half up to the fen.
  func compoundGrowth(at rate: Ratio<Integer>, periods: Int) throws(PlanningFault) -> Self
}

extension Amount {
  /// The amount times a fraction, half up to the fen; throws `overflow` where it does not fit.
  @inline(__always)
  package func posted(at ratio: Ratio<Integer>) throws(PlanningFault) -> Self {
    try posted(by: Self.factor(ratio))
  }

  /// There is no quicker way.
  package static func quickLevelRows(
    principal: Self, rate: Ratio<Integer>, payment: Self, periods: Int
  ) -> (rows: [ScheduleRow<Self>], interest: Self)? { nil }

  /// There is no quicker way.
  package static func quickPayoff(
    debts: [PayoffDebt<Self>], budget: PayoffBudget<Self>, strategy: PayoffStrategy
  ) -> PayoffOutcome<Self>? { nil }

  /// The sum of all amounts.
  package static func total(_ amounts: some Sequence<Self>) throws(PlanningFault) -> Self {
    var sum = Self.zero
    for amount in amounts { sum = try sum.plus(amount) }
    return sum
  }

  /// Throws `negativeAmount` for less than nothing.
  package func requireNotNegative() throws(PlanningFault) {
    guard self >= .zero else { throw .negativeAmount }
  }
}

extension Ratio {
  /// Throws `negativeRate` for less than nothing.
  package func requireNotNegative() throws(PlanningFault) {
    guard numerator >= 0 else { throw .negativeRate }
  }
}

extension Money: Amount {
  /// The sum; throws `overflow` where it does not fit in 64 bits of fen.
  @inline(__always)
  package func plus(_ other: Money) throws(PlanningFault) -> Money {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    guard !overflow else { throw .overflow }
    return Money(fen: sum)
  }

  /// The difference; throws `overflow` where it does not fit in 64 bits of fen.
  @inline(__always)
  package func minus(_ other: Money) throws(PlanningFault) -> Money {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    guard !overflow else { throw .overflow }
    return Money(fen: difference)
  }

  /// The fraction made ready.
  @inline(__always)
  package static func factor(_ ratio: Ratio<Int64>) -> MoneyFactor { MoneyFactor(ratio) }

  /// The amount times a fraction, half up to the fen; throws `overflow` where it does not fit.
  @inline(__always)
  package func posted(by factor: MoneyFactor) throws(PlanningFault) -> Money {
    if let quick = factor.quickProduct(with: fen) { return Money(fen: quick) }
    guard let result = scaled(by: factor.ratio) else { throw .overflow }
    return result
  }

  /// The equal instalment, half up to the fen.
  ///
  /// Floating point first; where its error bound can't exclude the neighbouring fen, exactly.
  package func levelPayment(at rate: Ratio<Int64>, periods: Int) throws(PlanningFault) -> Money {
    if let quick = LevelPaymentEstimate.payment(principal: fen, rate: rate, periods: periods) {
      return Money(fen: quick)
    }
    return try Money(exactly: BigInt(fen).levelPayment(at: Ratio(rate), periods: periods))
  }

  /// amount × self / total as whole fen and the remainder.
  package func share(
    of amount: Money, in total: Money
  ) throws(PlanningFault) -> (whole: Money, rest: Money) {
    let (whole, rest) = (Int128(fen) * Int128(amount.fen))
      .quotientAndRemainder(dividingBy: Int128(total.fen))
    guard let whole = Int64(exactly: whole), let rest = Int64(exactly: rest) else {
      throw .overflow
    }
    return (Money(fen: whole), Money(fen: rest))
  }

  /// The internal rate of flows one period apart.
  package static func rateOfReturn(of flows: [Money]) -> RateOfReturn {
    RateOfReturn.periodic(flows)
  }

  /// What compounding adds, half up to the fen; exact.
  package func compoundGrowth(at rate: Ratio<Int64>, periods: Int) throws(PlanningFault) -> Money {
    try Money(exactly: BigInt(fen).compoundGrowth(at: Ratio(rate), periods: periods))
  }

  /// The amount as `Money`; throws `overflow` where it does not fit in 64 bits of fen.
  package init(exactly fen: BigInt) throws(PlanningFault) {
    guard let small = Int64(exactly: fen) else { throw .overflow }
    self.init(fen: small)
  }
}
