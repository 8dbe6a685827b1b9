import MoneyAndDates
import Planning

extension CalculationFilter {
  /// `optimal`.
  func optimal(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    var debts: [OptimalDebt] = []
    for debt in try input.requests("debts", keys: Self.debtKeys) {
      debts.append(try optimalDebt(debt))
    }
    var budget: [Money] = []
    for fen in try input.fenList("budget_fen") {
      budget.append(try asking { () throws(PlanningFault) in try Money(exactly: fen) })
    }
    guard try input.integer("horizon") == budget.count else {
      throw RequestFault(
        "lists-differ", zh: "\"in.budget_fen\" 要按 \"in.horizon\" 的每个月各写一个金额",
        en: "\"in.budget_fen\" must hold one amount per month of \"in.horizon\"")
    }
    let unit = try input.money("unit_fen")
    guard unit > .zero else { throw input.wrong("unit_fen", .positiveFen) }
    let result = try asking { () throws(PlanningFault) in
      try OptimalRepayment(debts: debts, budget: budget, unit: unit)
    }
    switch result.end {
    case .optimal: answer.add("status", .string("optimal"))
    case .infeasible: answer.add("status", .string("infeasible"))
    case .unknown: answer.add("status", .string("unknown"))
    case .bounded(let gap):
      answer.add("status", .string("bounded"))
      answer.add("gap_fen", .number(String(gap.fen)))
    }
    guard let total = result.totalPaid else { return }
    answer.add("total_paid_fen", .real(total.approximation))
    answer.add("plan", .array(result.plan.map { .array($0.map(value)) }))
  }

  private static let debtKeys =
    "balance_fen monthly_rate min_fen late_fee_fen promo_monthly promo_until settle_fen settle_until"

  private func optimalDebt(_ debt: Request) throws(RequestFault) -> OptimalDebt {
    guard debt.has("promo_monthly") == debt.has("promo_until"),
      debt.has("settle_fen") == debt.has("settle_until")
    else {
      throw RequestFault(
        "one-of-two",
        zh: "promo_monthly 和 promo_until、settle_fen 和 settle_until 要成对写",
        en: "promo_monthly and promo_until, settle_fen and settle_until go together: give both")
    }
    return OptimalDebt(
      balance: try debt.money("balance_fen"), monthlyRate: try debt.rate("monthly_rate"),
      minimum: try debt.money("min_fen"),
      lateFee: debt.has("late_fee_fen") ? try debt.money("late_fee_fen") : .zero,
      promotion: debt.has("promo_until")
        ? OptimalDebt.Promotion(
          monthlyRate: try debt.rate("promo_monthly"), until: try debt.integer("promo_until"))
        : nil,
      settlement: debt.has("settle_until")
        ? OptimalDebt.Settlement(
          amount: try debt.money("settle_fen"), until: try debt.integer("settle_until"))
        : nil)
  }

  private func value(_ action: RepaymentAction) -> JSONValue {
    switch action {
    case .pay(let amount): .number(String(amount.fen))
    case .payOff: .string("payoff")
    case .settle: .string("settle")
    case .closed: .string("-")
    }
  }
}
