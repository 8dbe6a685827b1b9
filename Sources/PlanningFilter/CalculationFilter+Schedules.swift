import BigInt
import MoneyAndDates
import Planning

extension CalculationFilter {
  /// `amort_annuity` 等额本息.
  func equalInstalment(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let principal = try input.fen("principal_fen")
    let rate = try periodicRate(of: input)
    let periods = try input.integer("periods")
    let schedule = try asking { () throws(PlanningFault) in
      try Schedule.equalInstalment(principal: principal, rate: rate, periods: periods)
    }
    answer.add("payment_fen", .fen(schedule.regular))
    add(schedule, to: &answer)
  }

  /// `amort_equal_principal` 等额本金.
  func equalPrincipal(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let principal = try input.fen("principal_fen")
    let rate = try periodicRate(of: input)
    let periods = try input.integer("periods")
    let schedule = try asking { () throws(PlanningFault) in
      try Schedule.equalPrincipal(principal: principal, rate: rate, periods: periods)
    }
    answer.add("principal_part_fen", .fen(schedule.regular))
    add(schedule, to: &answer)
  }

  /// `flat_fee_schedule` 等本等费.
  func flatFee(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let principal = try input.fen("principal_fen")
    let periods = try input.integer("periods")
    let isUpFront = input.has("fee_rate_total_upfront")
    guard isUpFront != input.has("fee_rate_per_period") else {
      throw RequestFault(
        "one-of-two",
        zh: "\"in.fee_rate_per_period\" 和 \"in.fee_rate_total_upfront\" 要写一个，也只能写一个",
        en:
          "exactly one of \"in.fee_rate_per_period\" and \"in.fee_rate_total_upfront\" is needed")
    }
    let rate = try input.rate(isUpFront ? "fee_rate_total_upfront" : "fee_rate_per_period")
    let schedule = try asking { () throws(PlanningFault) in
      isUpFront
        ? try Schedule.upFrontFee(principal: principal, feeRate: rate, periods: periods)
        : try Schedule.flatFee(principal: principal, feeRate: rate, periods: periods)
    }
    answer.add("principal_part_fen", .fen(schedule.regular))
    if isUpFront {
      answer.add("fee_upfront_fen", .fen(schedule.upFrontFee))
    } else {
      answer.add("fee_per_period_fen", .fen(principal.posted(by: rate)))
    }
    add(schedule, to: &answer)
  }

  private func periodicRate(of input: Request) throws(RequestFault) -> Ratio<BigInt> {
    let perYear = try input.integer("periods_per_year")
    guard perYear >= 1, let rate = try input.rate("annual_rate").divided(by: BigInt(perYear)) else {
      throw input.wrong("periods_per_year", .positive)
    }
    return rate
  }

  private func add(_ schedule: Schedule<BigInt>, to answer: inout Answer) {
    var checksum = BigInt(0)
    var paying = 0
    var rows: [JSONValue] = []
    rows.reserveCapacity(schedule.rows.count)
    for (index, row) in schedule.rows.enumerated() {
      checksum += BigInt(index + 1) * row.balance
      if row.paid != 0 { paying += 1 }
      rows.append(
        .array([.fen(row.interest), .fen(row.principal), .fen(row.paid), .fen(row.balance)]))
    }
    answer.add("total_interest_fen", .fen(schedule.totalInterest))
    answer.add("total_paid_fen", .fen(schedule.totalPaid))
    answer.add("last_payment_fen", .fen(schedule.lastPayment))
    answer.add("rows_with_payment", .integer(paying))
    answer.add("checksum", .fen(checksum % 1_000_000_007))
    answer.add("rows", .array(rows))
  }
}
