/// The debts that are paid down (settled ones taken out) and the money for them, in floating point
/// fen: what `RepaymentBound` and `RepaymentBeam` work on.
struct RepaymentProblem {
  /// One debt.
  struct Debt {
    let balance: Double
    /// Growth factor 1 + rate of each month; index 0 is month 1.
    let growth: [Double]
    let minimum: Double
    let lateFee: Double
  }

  let debts: [Debt]
  /// What becomes available in each month; index 0 is month 1.
  ///
  /// Never negative.
  let income: [Double]
  let unit: Double
  /// What counts as nothing when amounts are compared: above 0 a payment may exceed the cash by
  /// this, below 0 it must stay short of it.
  let tolerance: Double

  var horizon: Int { income.count }
  /// All that can be paid within the horizon.
  var totalIncome: Double { income.reduce(0, +) }
}
