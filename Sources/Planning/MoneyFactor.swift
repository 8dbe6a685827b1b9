import MoneyAndDates

/// A fraction made ready to be multiplied with many amounts: its division is a multiplication and a
/// shift, because a division of whole numbers takes most of the time of a schedule.
package struct MoneyFactor: Sendable {
  /// The fraction.
  let ratio: Ratio<Int64>
  /// The largest amount `product` takes; below 0 where it takes none.
  let largest: Int64
  private let doubled: UInt64
  private let half: UInt64
  private let inverse: UInt64
  private let shift: UInt64

  /// A fraction made ready.
  ///
  /// Half up is ⌊(2·fen·numerator + denominator) / D⌋ with D = 2·denominator. With
  /// 2^s < D ≤ 2^(s+1) and the inverse m = ⌈2^(64+s) / D⌉ the error m·D − 2^(64+s) is below
  /// 2^(s+1), so that ⌊x·m / 2^(64+s)⌋ is the exact quotient for every x < 2^63.
  @inline(__always)
  init(_ ratio: Ratio<Int64>) {
    self.ratio = ratio
    guard ratio.numerator >= 0, ratio.numerator < 1 << 61, ratio.denominator < 1 << 61 else {
      (largest, doubled, half, inverse, shift) = (-1, 0, 0, 0, 0)
      return
    }
    let divisor = UInt64(ratio.denominator) &* 2
    let power = UInt64(63 - (divisor - 1).leadingZeroBitCount)
    let (quotient, rest) = divisor.dividingFullWidth((1 << power, 0))
    inverse = rest == 0 ? quotient : quotient &+ 1
    shift = power
    half = UInt64(ratio.denominator)
    doubled = UInt64(ratio.numerator) &* 2
    largest = doubled == 0 ? .max : Int64((UInt64(Int64.max) - half) / doubled)
  }

  /// The product with an amount from 0 to `largest`, half up to the fen.
  @inline(__always)
  func product(with fen: Int64) -> Int64 {
    let sum = UInt64(bitPattern: fen) &* doubled &+ half
    return Int64(truncatingIfNeeded: sum.multipliedFullWidth(by: inverse).high &>> shift)
  }

  /// The product with an amount of 0 or more, half up to the fen; `nil` where the caller must take
  /// the long way.
  @inline(__always)
  func quickProduct(with fen: Int64) -> Int64? {
    fen >= 0 && fen <= largest ? product(with: fen) : nil
  }
}
