import MoneyAndDates

extension Money {
  /// `Money(fen:)` without the call: an initializer of another room is not inlined, and in a row of
  /// four amounts that would take most of the time.
  ///
  /// `Money` is one `Int64` and nothing else.
  @inline(__always)
  static func inPlace(_ fen: Int64) -> Money { unsafeBitCast(fen, to: Money.self) }

  /// The rows of equal instalments without a check in each step: `nil` where the balance could rise
  /// or a product could need more than 63 bits, and the checked way must be taken.
  ///
  /// The payment covers the first interest, so the balance never rises and every later product is
  /// no larger than the first; the interest of all rows is at most periods × the first.
  package static func quickLevelRows(
    principal: Money, rate: Ratio<Int64>, payment: Money, periods: Int
  ) -> (rows: [ScheduleRow<Money>], interest: Money)? {
    let factor = MoneyFactor(rate)
    guard principal.fen < 1 << 44, periods <= 1 << 17,
      let first = factor.quickProduct(with: principal.fen), first <= payment.fen, first < 1 << 44
    else { return nil }
    var interestOfAll: Int64 = 0
    let rows = [ScheduleRow<Money>](unsafeUninitializedCapacity: periods) { buffer, count in
      var balance = principal.fen
      var total: Int64 = 0
      for number in 0..<periods {
        let interest = factor.product(with: balance)
        let owed = balance &+ interest
        let paid = number == periods - 1 ? owed : min(payment.fen, owed)
        let rest = owed &- paid
        buffer.initializeElement(
          at: number,
          to: ScheduleRow(
            interest: .inPlace(interest), principal: .inPlace(balance &- rest),
            paid: .inPlace(paid), balance: .inPlace(rest)))
        total &+= interest
        balance = rest
      }
      interestOfAll = total
      count = periods
    }
    return (rows, Money(fen: interestOfAll))
  }
}
