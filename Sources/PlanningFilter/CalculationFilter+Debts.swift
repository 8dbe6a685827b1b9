import BigInt
import MoneyAndDates
import Planning

extension CalculationFilter {
  /// `penalty`.
  func penalty(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let modes: [String: PenaltyMode] = [
      "simple": .simple, "compound_monthly": .compoundMonthly, "compound_daily": .compoundDaily,
    ]
    guard let mode = modes[try input.text("mode")] else {
      throw input.wrong("mode", .oneOf(["simple", "compound_monthly", "compound_daily"]))
    }
    let principal = try input.fen("principal_fen")
    let interest = try input.fen("interest_fen", default: 0)
    let fees = try input.fen("fees_fen", default: 0)
    let rate = try input.rate("daily_rate")
    let (due, day) = (try input.date("due_date"), try input.date("as_of"))
    let payments = try input.payments("payments")
    let (result, balance) = try asking { () throws(PlanningFault) in
      let result = try PenaltyBalance(
        principal: principal, interest: interest, fees: fees, dailyRate: rate, mode: mode,
        dueDate: due, on: day, payments: payments)
      return (result, try result.balance())
    }
    answer.add("days", .integer(result.days))
    answer.add("principal_fen", .fen(result.principal))
    answer.add("interest_fen", .fen(result.interest))
    answer.add("fees_fen", .fen(result.fees))
    answer.add("balance_fen", .fen(balance))
    answer.add("accrued_total_fen", .fen(result.accrued))
    answer.add("overpaid_fen", .fen(result.overpaid))
    if result.paidLater > 0 { answer.add("paid_after_as_of_fen", .fen(result.paidLater)) }
  }

  /// `payoff`.
  func payoff(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    var debts: [PayoffDebt<BigInt>] = []
    for debt in try input.requests("debts", keys: "balance_fen annual_rate min_fen min_pct") {
      debts.append(
        PayoffDebt(
          balance: try debt.fen("balance_fen"), annualRate: try debt.rate("annual_rate"),
          minimum: try debt.fen("min_fen"),
          minimumShare: try debt.rate("min_pct", default: Ratio(0))))
    }
    let extra = try input.fen("extra_fen")
    let strategy = try strategy(of: input)
    let result = try asking { () throws(PlanningFault) in
      try Payoff(debts: debts, extra: extra, strategy: strategy)
    }
    switch result.end {
    case .paid(let months):
      answer.add("status", .string("paid"))
      answer.add("months", .integer(months))
      answer.add("total_interest_fen", .fen(result.totalInterest))
      answer.add("total_paid_fen", .fen(result.totalPaid))
      answer.add(
        "closed_month", .array(result.closedMonth.map { $0.map { .integer($0) } ?? .null }))
      answer.add("order", .array(result.closingOrder.map { .integer($0) }))
    case .never: answer.add("status", .string("never"))
    case .shortfall(let month):
      answer.add("status", .string("shortfall"))
      answer.add("month", .integer(month))
    }
    answer.add("budget_fen", .fen(result.budget))
    if let first = result.balances.first { answer.add("balance_after_month_1_fen", .fen(first)) }
  }

  private func strategy(of input: Request) throws(RequestFault) -> PayoffStrategy {
    let name = try input.text("strategy")
    guard name == "custom" || !input.has("custom_order") else {
      throw RequestFault(
        "one-of-two", zh: "\"in.custom_order\" 只和 \"strategy\":\"custom\" 一起写",
        en: "\"in.custom_order\" goes with \"strategy\":\"custom\" alone")
    }
    switch name {
    case "avalanche": return .avalanche
    case "snowball": return .snowball
    case "custom": return .custom(try input.integers("custom_order"))
    default: throw input.wrong("strategy", .oneOf(["avalanche", "snowball", "custom"]))
    }
  }

  /// `prorata`.
  func proRata(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let balances = try input.fenList("balances_fen")
    let amount = try input.fen("amount_fen")
    let result = try asking { () throws(PlanningFault) in
      try ProRata(amount, among: balances)
    }
    answer.add("offers_fen", .array(result.offers.map { .fen($0) }))
    answer.add("independent_rounding_error_fen", .fen(result.independentRoundingError))
  }

  /// `afford`.
  func afford(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let income = try input.fen("income_fen")
    let essentials = try input.amounts(in: "essentials_fen").reduce(0, +)
    let reserve = try input.fen("reserve_fen", default: 0)
    let owed = try input.fen("debt_fen")
    let drop = try input.rate("income_drop", default: Ratio(0))
    let longest = input.has("max_periods") ? try input.integer("max_periods") : 60
    guard let monthly = try input.rate("annual_rate").divided(by: 12) else { return }
    try asking { () throws(PlanningFault) in
      let budget = try Budget(income: income, essentials: essentials, reserve: reserve)
      let after = try budget.afterDrop(of: drop)
      let breakEven = try budget.breakEvenIncome(
        owed: owed, monthlyRate: monthly, longest: longest)
      let months = try budget.monthsNeeded(owed: owed, monthlyRate: monthly, longest: longest)
      let monthsAfter = try after.monthsNeeded(owed: owed, monthlyRate: monthly, longest: longest)
      answer.add("surplus_fen", .fen(budget.surplus))
      answer.add("surplus_after_drop_fen", .fen(after.surplus))
      answer.add("break_even_income_fen", .fen(breakEven))
      answer.add("months_needed", months.map { .integer($0) } ?? .null)
      answer.add("months_needed_after_drop", monthsAfter.map { .integer($0) } ?? .null)
    }
  }
}
