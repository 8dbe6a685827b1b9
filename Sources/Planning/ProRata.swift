import MoneyAndDates

/// One sum shared among creditors in proportion to what each is owed, exact to the fen.
///
/// Largest remainder: each gets its share rounded down, the fen left over go to the largest
/// remainders (ties: larger balance, then earlier). The offers add up to the sum, and none exceeds its
/// balance; a sum above the total pays everybody.
package struct ProRata<A: Amount>: Hashable, Sendable {
  /// The offers, in the order of the balances.
  package let offers: [A]
  /// What rounding each share on its own would add to (or take from) the sum: why it is not done.
  package let independentRoundingError: A

  /// Shares `amount` among the balances.
  package init(_ amount: A, among balances: [A]) throws(PlanningFault) {
    try amount.requireNotNegative()
    for balance in balances { try balance.requireNotNegative() }
    let total = try A.total(balances)
    guard total > .zero else {
      offers = balances.map { _ in .zero }
      independentRoundingError = .zero
      return
    }
    offers = amount >= total ? balances : try ProRata.shares(of: amount, balances, total: total)
    guard let share = Ratio(amount.fen, total.fen) else { throw .overflow }
    var rounded = A.zero
    for balance in balances { rounded = try rounded.plus(balance.posted(at: share)) }
    independentRoundingError = try rounded.minus(A.total(offers))
  }

  private static func shares(
    of amount: A, _ balances: [A], total: A
  ) throws(PlanningFault) -> [A] {
    var parts: [(whole: A, rest: A)] = []
    for balance in balances { parts.append(try balance.share(of: amount, in: total)) }
    let given = try A.total(parts.map(\.whole))
    let order = parts.indices.sorted { left, right in
      if parts[left].rest != parts[right].rest { return parts[left].rest > parts[right].rest }
      if balances[left] != balances[right] { return balances[left] > balances[right] }
      return left < right
    }
    var offers = parts.map(\.whole)
    var left = try amount.minus(given)
    let one = A(fen: 1)
    for index in order where left > .zero {
      offers[index] = try offers[index].plus(one)
      left = try left.minus(one)
    }
    return offers
  }
}
