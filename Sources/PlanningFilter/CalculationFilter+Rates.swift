import BigInt
import MoneyAndDates
import Planning

extension CalculationFilter {
  /// `irr_periodic`.
  func periodicRate(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let perYear = try input.integer("periods_per_year")
    guard perYear >= 1 else { throw input.wrong("periods_per_year", .positive) }
    let flows = try input.fenList("flows_fen")
    try checkSearch(flows.map { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 })
    let result = RateOfReturn.periodic(flows)
    add(result, to: &answer)
    guard let rate = result.rate else {
      return answer.add("roots", .array(result.rates.map { .real($0) }))
    }
    answer.add("period_irr", .real(rate))
    answer.add("nominal_annual", .real(rate * Double(perYear)))
    answer.add("effective_annual", .real(result.compounded(over: Double(perYear))))
    if result.isDoubleRoot { answer.add("double_root", .bool(true)) }
  }

  /// `xirr`.
  func datedRate(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let days = try input.dates("dates")
    let flows = try input.fenList("flows_fen")
    guard days.count == flows.count else {
      throw RequestFault(.listsDiffer)
    }
    try checkSearch(flows.map { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 })
    let result = RateOfReturn.dated(days: days, flows: flows)
    add(result, to: &answer)
    if let rate = result.rate {
      answer.add("annual_effective", .real(rate))
    } else {
      answer.add("roots", .array(result.rates.map { .real($0) }))
    }
  }

  /// `xirr_sample`: amounts in any unit.
  func datedRateOfSample(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let days = try input.dates("dates")
    let flows = try input.numbers("flows")
    guard days.count == flows.count else {
      throw RequestFault(.listsDiffer)
    }
    try checkSearch(flows.map { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 })
    let result = RateOfReturn.dated(days: days, flows: flows)
    add(result, to: &answer)
    answer.add("roots", .array(result.rates.map { .real($0) }))
  }

  /// Refuses flows that change sign so often that finding all rates would take too long.
  private func checkSearch(_ signs: [Int]) throws(RequestFault) {
    let moving = signs.filter { $0 != 0 }
    let changes = zip(moving, moving.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    guard changes <= 1 || changes * changes * moving.count <= 1_000_000 else {
      throw RequestFault(
        "too-many-sign-changes",
        zh: "收支的方向变了 \(changes) 次，太多，找不全所有的利率；请按月合并后再算",
        en:
          "the flows change sign too often (\(changes) times) to find every rate; join them by month"
      )
    }
  }

  private func add(_ result: RateOfReturn, to answer: inout Answer) {
    let status =
      switch result.status {
      case .ok: "ok"
      case .none: "none"
      case .multiple: "multiple"
      case .noSignChange: "no_sign_change"
      }
    answer.add("status", .string(status))
    answer.add("sign_changes", .integer(result.signChanges))
  }

  /// `annualised`: the four rates of a flat-fee product.
  func annualised(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let principal = try input.fen("principal_fen")
    let periods = try input.integer("periods")
    let fee = try input.rate("fee_rate_per_period")
    let keptBack = try input.fen("upfront_fee_fen", default: 0)
    let rates = try asking { () throws(PlanningFault) in
      let schedule = try Schedule.flatFee(principal: principal, feeRate: fee, periods: periods)
      return try AnnualRates(of: schedule, keptBack: keptBack, periodsPerYear: 12)
    }
    let monthlyFee = Double(fee.numerator) / Double(fee.denominator)
    let count = Double(periods)
    answer.add("irr_month", .real(rates.periodRate))
    answer.add("nominal_x12", .real(rates.nominal))
    answer.add("effective", .real(rates.effective))
    answer.add("simple_on_average_balance", .real(rates.simple))
    answer.add("naive_fee_x12", .real(monthlyFee * 12))
    answer.add("rule_of_thumb_24n_over_n1", .real(monthlyFee * 24 * count / (count + 1)))
  }
}
