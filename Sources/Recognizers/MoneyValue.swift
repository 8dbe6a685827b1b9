import MoneyAndDates

/// A sum of money as said.
package struct MoneyValue: Hashable, Sendable {
  /// How exactly the sum is said.
  package enum Precision: String, Hashable, Sendable {
    /// As it stands.
    case exact
    /// 约, 左右, 近, or a range.
    case about
    /// 以上, 多, at least.
    case atLeast
    /// 以下, 不到, at most.
    case atMost
  }

  /// The sum; `nil` for a range, for an upper bound, and together with both ends where the number is
  /// written so that it may be several (1,2345.6元).
  package let amount: ExactDecimal?
  /// The lower end of a range or bound.
  package let lower: ExactDecimal?
  /// The upper end of a range or bound.
  package let upper: ExactDecimal?
  /// The ISO code of the currency, `nil` when the text gives none.
  package let currency: String?
  /// How exactly it is said.
  package let precision: Precision
  /// Where the number alone stands (with 万, without 元), raw scalars; `nil` when only a currency is
  /// named.
  package let numberRange: Range<Int>?

  /// The sum in yuan, where it is one sum of Chinese money (or no currency is named) that fits.
  package var money: Money? {
    guard let amount, currency == nil || currency == "CNY",
      let fen = amount.shifted(by: 2)?.whole
    else { return nil }
    return Money(fen: fen)
  }
}
