import MoneyAndDates

/// The equal instalment in floating point, given only where its error bound proves the fen.
enum LevelPaymentEstimate {
  /// Half up to the fen, or `nil` where the bound does not decide (near a tie, above 10^13 fen).
  ///
  /// `log1p` and `expm1` err by less than 2 units in the last place; the formula amplifies a
  /// relative error of its parts by less than 10, so 2·10⁻¹⁴ of the payment bounds the error.
  static func payment(principal: Int64, rate: Ratio<Int64>, periods: Int) -> Int64? {
    guard principal >= 0, rate.numerator > 0, (1...100_000).contains(periods) else { return nil }
    let period = rate.approximation
    guard period > 1e-12, period < 1e3 else { return nil }
    let shrink = -exponentialMinusOne(-Double(periods) * logarithmOnePlus(period))
    let payment = Double(principal) * period / shrink
    let fen = (payment + 0.5).rounded(.down)
    let distance = min(payment + 0.5 - fen, fen + 1 - (payment + 0.5))
    guard payment < 1e13, distance > payment * 2e-14 + 1e-9 else { return nil }
    return Int64(fen)
  }
}
