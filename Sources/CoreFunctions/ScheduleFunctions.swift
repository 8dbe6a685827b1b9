import Expressions
import MoneyAndDates
import Planning
import Wording

/// The schedules of fees, interest first and balloons, and the true rate of payments on days.
struct ScheduleFunctions: Sendable {
  let plan: RecordShape<RepaymentPlan>

  var all: [Function] { fees + late + [datedRates, datedRateStatus] }

  private var fees: [Function] {
    let plan = plan
    return [
      .core(
        "plan.flatFee", [.money, .int, .rate, .date], .record("Plan"),
        zh: "等本等费：每期还一样的本金和一样的手续费（费率按最初本金）",
        en: "equal principal and the same fee each month (the rate is on the first principal)",
        example: .init(
          "plan.flatFee(money('1200'), 12, plan.noInterest(), date('2026-12-15')).firstPayment",
          gives: "money('100')")
      ) { arguments throws(EvaluationError) in
        plan.record(try PlanFunctions.monthly(arguments, Schedule.flatFee))
      },
      .core(
        "plan.upFrontFee", [.money, .int, .money, .date], .record("Plan"),
        zh: "先扣一笔费用，之后每月还一样的本金：本金、月数、先扣的费用、首个还款日",
        en: "a fee kept back first, then equal principal: principal, months, fee, first due day",
        example: .init(
          "plan.upFrontFee(money('1200'), 12, money('60'), date('2026-12-15')).firstPayment",
          gives: "money('100')")
      ) { arguments throws(EvaluationError) in
        let (owed, months) = (try arguments.money(0), try arguments.int(1))
        let fee = try arguments.money(2)
        guard owed > .zero, fee >= .zero, fee <= owed, let rate = Ratio(fee.fen, owed.fen) else {
          throw .function(
            zh: "先扣的费用要在 0 和本金之间", en: "the fee must be between 0 and the principal")
        }
        let schedule = try planned { () throws(PlanningFault) in
          try Schedule<Money>.upFrontFee(principal: owed, feeRate: rate, periods: months)
        }
        return plan.record(
          RepaymentPlan(schedule: schedule, owed: owed, firstDue: try arguments.date(3)))
      },
    ]
  }

  private var late: [Function] {
    let plan = plan
    return [
      .core(
        "plan.interestOnly", [.money, .int, .rate, .date], .record("Plan"),
        zh: "先息后本：每月只还利息，本金最后一期还",
        en: "interest each month, the principal with the last payment",
        example: .init(
          "plan.interestOnly(money('1200'), 12, plan.noInterest(), date('2026-12-15')).lastPayment",
          gives: "money('1200')")
      ) { arguments throws(EvaluationError) in
        plan.record(try PlanFunctions.monthly(arguments, Schedule.interestOnly))
      },
      .core(
        "plan.balloon", [.money, .int, .rate, .date, .int], .record("Plan"),
        zh: "气球贷：按更长的月数算每月还款，到期把剩下的一次还清；最后一个数是按几个月算",
        en:
          "a balloon: instalments as if over more months, the rest at the end; the last number is those months",
        example: .init(
          "plan.balloon(money('1200'), 6, plan.noInterest(), date('2026-12-15'), 12).lastPayment",
          gives: "money('700')")
      ) { arguments throws(EvaluationError) in
        let longer = try arguments.int(4)
        return plan.record(
          try PlanFunctions.monthly(arguments) { owed, rate, months throws(PlanningFault) in
            try Schedule.balloon(
              principal: owed, rate: rate, periods: months, amortisedOver: longer)
          })
      },
    ]
  }

  private var datedRates: Function {
    .core(
      "plan.datedRates", [.list(.record("Payment"))], .list(.rate),
      zh: "按实际日期算的实际年利率（到手为正、还款为负）；没有解就是空的，有几个解就列几个",
      en:
        "the effective annual rates of payments on days (received +, paid −); empty where there is none, all where there are several",
      example: .init(
        "plan.datedRates([plan.payment(date('2025-01-01'), money('1000')), plan.payment(date('2026-01-01'), money('-1100'))]).size()",
        gives: "1")
    ) { arguments throws(EvaluationError) in
      let flows = try ScheduleFunctions.flows(arguments)
      return .list(
        RateOfReturn.dated(flows).rates.compactMap(Rate.init(nearestTo:)).map(Value.rate))
    }
  }

  private var datedRateStatus: Function {
    .core(
      "plan.datedRateStatus", [.list(.record("Payment"))], .string,
      zh: "按实际日期算的年利率有没有解：ok、none（没有）、multiple（几个）、no-sign-change（只收或只付）",
      en:
        "whether payments on days have a rate: ok, none, multiple, or no-sign-change (only received or only paid)",
      example: .init(
        "plan.datedRateStatus([plan.payment(date('2025-01-01'), money('1000'))])",
        gives: "'no-sign-change'")
    ) { arguments throws(EvaluationError) in
      .string(RateOfReturn.dated(try ScheduleFunctions.flows(arguments)).status.rawValue)
    }
  }

  private static func flows(_ arguments: Arguments) throws(EvaluationError) -> [DatedFlow] {
    var flows: [DatedFlow] = []
    for value in try arguments.list(0) {
      guard let payment: DatedPayment<Money> = Arguments.subject(of: value) else {
        throw .function(
          zh: "列表里要都是 plan.payment 做的付款", en: "the list must hold payments made by plan.payment")
      }
      flows.append(DatedFlow(date: payment.date, amount: payment.amount))
    }
    return flows
  }
}
