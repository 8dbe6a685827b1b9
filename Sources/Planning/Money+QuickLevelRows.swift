import MoneyAndDates

extension Money {
  /// The rows of equal instalments without a check in each step: `nil` where the balance could rise
  /// or a product could need more than 52 bits, and the checked way must be taken.
  ///
  /// The payment covers the first interest, so the balance never rises and every later product is
  /// smaller than the first; the interest of all rows is below periods × the first.
  package static func quickLevelRows(
    principal: Money, rate: Ratio<Int64>, payment: Money, periods: Int
  ) -> (rows: [ScheduleRow<Money>], interest: Money)? {
    let factor = MoneyFactor(rate)
    guard principal.fen >= 0, principal.fen < 1 << 44, periods <= 1 << 17,
      let first = factor.quickProduct(with: principal.fen), first <= payment.fen, first < 1 << 44
    else { return nil }
    var balance = principal.fen
    var total: Int64 = 0
    var number = 0
    let rows = [ScheduleRow<Money>](unsafeUninitializedCapacity: periods) { buffer, count in
      while number < periods, let interest = factor.quickProduct(with: balance) {
        let owed = balance &+ interest
        number += 1
        let paid = number == periods ? owed : min(payment.fen, owed)
        let rest = owed &- paid
        buffer.initializeElement(
          at: number - 1,
          to: ScheduleRow(
            interest: Money(fen: interest), principal: Money(fen: balance &- rest),
            paid: Money(fen: paid), balance: Money(fen: rest)))
        total &+= interest
        balance = rest
      }
      count = number
    }
    return number == periods ? (rows, Money(fen: total)) : nil
  }
}
