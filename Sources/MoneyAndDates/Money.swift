/// An amount of Chinese money, held exactly in fen (1/100 yuan).
///
/// There is no way in from a floating-point number. Sums are checked: an amount that does not fit
/// in 64 bits is `nil`, never a wrapped or trapped value.
package struct Money: Hashable, Comparable, Sendable {
  /// The amount in fen; negative amounts are allowed (a refund, a deficit).
  package let fen: Int64

  /// Nothing at all: 0 fen.
  package static let zero = Money(fen: 0)

  /// An amount of so many fen.
  package init(fen: Int64) {
    self.fen = fen
  }

  /// Reads a plain decimal number of yuan, `"3200.50"`, `"-12"`, `"0.5"`.
  ///
  /// At most two decimals count; a third or later digit must be 0, else `nil` (never a silent
  /// rounding). Grouping, units and blanks are not read here: that is the recognizers' work.
  package init?(yuan text: String) {
    var digits = text.utf8[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative { digits = digits.dropFirst() }
    var fen: Int64 = 0
    var decimals: Int?
    var seenDigit = false
    for byte in digits {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int64(byte - UInt8(ascii: "0"))
      seenDigit = true
      if let places = decimals {
        decimals = places + 1
        if places >= 2 {
          guard digit == 0 else { return nil }
          continue
        }
      }
      guard let next = Money.appending(digit, to: fen) else { return nil }
      fen = next
    }
    guard seenDigit else { return nil }
    for _ in min(decimals ?? 0, 2)..<2 {
      guard let next = Money.appending(0, to: fen) else { return nil }
      fen = next
    }
    self.init(fen: negative ? -fen : fen)
  }

  private static func appending(_ digit: Int64, to fen: Int64) -> Int64? {
    let (tens, overflow) = fen.multipliedReportingOverflow(by: 10)
    guard !overflow else { return nil }
    let (sum, carry) = tens.addingReportingOverflow(digit)
    return carry ? nil : sum
  }

  /// The sum, or `nil` where it does not fit in 64 bits of fen.
  package func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// The difference, or `nil` where it does not fit in 64 bits of fen.
  package func subtracting(_ other: Money) -> Money? {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: difference)
  }

  /// The amount taken `count` times, or `nil` where it does not fit in 64 bits of fen.
  package func times(_ count: Int64) -> Money? {
    let (product, overflow) = fen.multipliedReportingOverflow(by: count)
    return overflow ? nil : Money(fen: product)
  }

  /// The sum of all amounts, `zero` for none, or `nil` where it does not fit.
  package static func sum(_ amounts: some Sequence<Money>) -> Money? {
    var total = Money.zero
    for amount in amounts {
      guard let next = total.adding(amount) else { return nil }
      total = next
    }
    return total
  }

  /// The smaller amount comes first.
  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The amount as a plain decimal number of yuan with two decimals, `"3200.50"`; `init(yuan:)`
  /// reads it back.
  package var yuan: String {
    let magnitude = fen.magnitude
    let cents = magnitude % 100
    return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
