import Expressions
import MoneyAndDates
import Notices
import Planning
import Wording

/// The functions `plan.…`: budgets, schedules, annual rates, claims.
struct PlanFunctions: Sendable {
  let records: PlanRecords

  var all: [Function] {
    schedules + ScheduleFunctions(plan: records.plan).all + budgets + rates + texts
  }

  private var schedules: [Function] {
    let plan = records.plan
    return [
      .core(
        "plan.equalInstalment", [.money, .int, .rate, .date], .record("Plan"),
        zh: "等额本息：欠款、月数、利率、首个还款日", en: "equal instalments: owed, months, rate, first due day",
        example: .init(
          "plan.equalInstalment(money('1200'), 12, plan.noInterest(), date('2026-12-15')).firstPayment",
          gives: "money('100')")
      ) { arguments throws(EvaluationError) in
        plan.record(try PlanFunctions.monthly(arguments, Schedule.equalInstalment))
      },
      .core(
        "plan.equalPrincipal", [.money, .int, .rate, .date], .record("Plan"),
        zh: "等额本金：欠款、月数、利率、首个还款日", en: "equal principal: owed, months, rate, first due day",
        example: .init(
          "plan.equalPrincipal(money('1200'), 12, plan.noInterest(), date('2026-12-15')).totalPaid",
          gives: "money('1200')")
      ) { arguments throws(EvaluationError) in
        plan.record(try PlanFunctions.monthly(arguments, Schedule.equalPrincipal))
      },
      .core(
        "plan.deferral", [.money, .int, .rate, .date], .record("Plan"),
        zh: "延期：前几个月不还，之后一次还清；日期是从哪天起算的第一个月",
        en: "deferral: nothing for some months, then all at once; the day is the first month's",
        example: .init(
          "plan.deferral(money('1200'), 3, plan.noInterest(), date('2026-12-15')).lastPayment",
          gives: "money('1200')")
      ) { arguments throws(EvaluationError) in
        plan.record(try PlanFunctions.monthly(arguments, Schedule.deferral))
      },
      .core(
        "plan.lumpSum", [.money, .money, .date], .record("Plan"),
        zh: "一次性结清：欠款、愿付金额、付款日", en: "one settlement: owed, offer, day of payment",
        example: .init(
          "plan.lumpSum(money('1200'), money('900'), date('2026-12-15')).totalPaid",
          gives: "money('900')")
      ) { arguments throws(EvaluationError) in
        let (owed, offer) = (try arguments.money(0), try arguments.money(1))
        let schedule = try planned { () throws(PlanningFault) in
          try Schedule<Money>.lumpSum(owed: owed, offer: offer)
        }
        return plan.record(
          RepaymentPlan(schedule: schedule, owed: owed, firstDue: try arguments.date(2)))
      },
    ]
  }

  /// A schedule by months: owed, months, rate, first due day.
  static func monthly(
    _ arguments: Arguments,
    _ make: (Money, Ratio<Int64>, Int) throws(PlanningFault) -> Schedule<Money>
  ) throws(EvaluationError) -> RepaymentPlan {
    let (owed, months) = (try arguments.money(0), try arguments.int(1))
    let rate = try monthlyRate(try arguments.rate(2))
    let schedule = try planned { () throws(PlanningFault) in try make(owed, rate, months) }
    return RepaymentPlan(schedule: schedule, owed: owed, firstDue: try arguments.date(3))
  }

  /// The rate of a month; a fee charged once has none.
  private static func monthlyRate(_ rate: Rate) throws(EvaluationError) -> Ratio<Int64> {
    guard let monthly = rate.ratio(periodsPerYear: 12) else {
      throw EvaluationError(.function(PlanningFault.rateWithoutPeriod.message))
    }
    return monthly
  }

  private var budgets: [Function] {
    let budget = records.budget
    return [
      .core(
        "plan.budget", [.money, .money, .money], .record("Budget"),
        zh: "每月预算：收入、必要开支、应急预留", en: "a month's budget: income, essentials, reserve",
        example: .init(
          "plan.budget(money('6000'), money('4200'), money('300')).surplus", gives: "money('1500')")
      ) { arguments throws(EvaluationError) in
        let (income, essentials) = (try arguments.money(0), try arguments.money(1))
        let reserve = try arguments.money(2)
        return budget.record(
          try planned { () throws(PlanningFault) in
            try Budget(income: income, essentials: essentials, reserve: reserve)
          })
      },
      .core(
        "plan.affordableMonths", [.money, .money, .rate], .int,
        zh: "每月最多还这么多时，最少要几个月（等额本息）；太少还不清就是 0",
        en: "the fewest months of equal instalments at so much a month; 0 where it is never enough",
        example: .init(
          "plan.affordableMonths(money('1200'), money('250'), plan.noInterest())", gives: "5")
      ) { arguments throws(EvaluationError) in
        let (owed, monthly) = (try arguments.money(0), try arguments.money(1))
        let rate = try PlanFunctions.monthlyRate(try arguments.rate(2))
        guard owed > .zero, monthly > .zero else { return .int(0) }
        let months = try planned { () throws(PlanningFault) in
          try Budget<Money>.fewestMonths(owed: owed, monthlyRate: rate, monthly: monthly)
        }
        return .int(Int64(months ?? 0))
      },
      .core(
        "plan.monthly", [.money, .int, .rate], .money,
        zh: "等额本息每月还多少：欠款、月数、利率", en: "the equal instalment a month: owed, months, rate",
        example: .init("plan.monthly(money('1200'), 12, plan.noInterest())", gives: "money('100')")
      ) { arguments throws(EvaluationError) in
        let (owed, months) = (try arguments.money(0), try arguments.int(1))
        let rate = try PlanFunctions.monthlyRate(try arguments.rate(2))
        return .money(
          try planned { () throws(PlanningFault) in
            try Schedule.equalInstalment(principal: owed, rate: rate, periods: months).regular
          })
      },
      .core(
        "plan.incomeNeeded", [.record("Budget"), .money, .int, .rate], .money,
        zh: "要多少收入，才够在这么多个月里等额还清，又不动开支和预留",
        en:
          "the income at which so many equal instalments can just be paid beside essentials and reserve",
        example: .init(
          "plan.incomeNeeded(plan.budget(money('4000'), money('4200'), money('300')), money('1200'), 12, plan.noInterest())",
          gives: "money('4600')")
      ) { arguments throws(EvaluationError) in
        let budget: Budget<Money> = try arguments.record(0)
        let (owed, months) = (try arguments.money(1), try arguments.int(2))
        let rate = try PlanFunctions.monthlyRate(try arguments.rate(3))
        return .money(
          try planned { () throws(PlanningFault) in
            try budget.breakEvenIncome(owed: owed, monthlyRate: rate, longest: months)
          })
      },
      .core(
        "plan.survivingPayment", [.record("Budget"), .int, .money, .rate], .money,
        zh: "收入少百分之几之后还付得起的方案：等额每月多少（能还清的最短月数）；没有就是 0",
        en:
          "the instalment of the plan that still holds when income falls by so many percent (the fewest months that can be paid then); 0 where none does",
        example: .init(
          "plan.survivingPayment(plan.budget(money('6000'), money('4200'), money('300')), 20, money('1200'), plan.noInterest())",
          gives: "money('300')")
      ) { arguments throws(EvaluationError) in
        let budget: Budget<Money> = try arguments.record(0)
        let (percent, owed) = (try arguments.int(1), try arguments.money(2))
        let rate = try PlanFunctions.monthlyRate(try arguments.rate(3))
        let plan = try planned { () throws(PlanningFault) in
          try budget.planSurviving(fallOfPercent: percent, owed: owed, monthlyRate: rate)
        }
        return .money(plan?.monthly ?? .zero)
      },
      .core(
        "plan.noInterest", [], .rate, zh: "不计利息", en: "no interest",
        example: .init("plan.noInterest() == plan.noInterest()", gives: "true")
      ) { _ in Rate(digits: 0, scale: 0, basis: .perYear).map(Value.rate) ?? .null },
    ]
  }

  private var rates: [Function] {
    let (rates, claim) = (records.rates, records.claim)
    return [
      .core(
        "plan.trueRate", [.money, .money, .int], .record("AnnualRates"),
        zh: "真实年利率：到手金额、每期还款、期数（按月）",
        en: "true annual rate: amount received, instalment, number of months",
        example: .init(
          "plan.trueRate(money('1200'), money('100'), 12).status", gives: "'ok'")
      ) { arguments throws(EvaluationError) in
        let (received, instalment) = (try arguments.money(0), try arguments.money(1))
        let months = try arguments.int(2)
        return rates.record(
          try planned { () throws(PlanningFault) in
            try AnnualRates(received: received, instalment: instalment, periods: months)
          })
      },
      .core(
        "plan.checkClaim", [.money, .record("Notice")], .record("ClaimCheck"),
        zh: "对方要求的金额和短信里列出的各项对得上吗", en: "whether a demand is what the notice's parts add up to",
        example: .init(
          "plan.checkClaim(money('500'), notice.read('', '')).disputed", gives: "false")
      ) { arguments throws(EvaluationError) in
        let claimed = try arguments.money(0)
        let notice: Notice = try arguments.record(1)
        return claim.record(
          try planned { () throws(PlanningFault) in
            try ClaimCheck(
              claimed: claimed, principal: notice.amount(.principal),
              interest: notice.amount(.interest), penalty: notice.amount(.penalty),
              fees: notice.amount(.fee), days: notice.overdueDays.compactMap(\.value).first)
          })
      },
    ]
  }

  private var texts: [Function] {
    [
      .core(
        "plan.table", [.record("Plan"), .string], .string,
        zh: "一个方案的还款表", en: "the rows of a plan as a table",
        example: .init(
          "plan.table(plan.equalInstalment(money('1200'), 12, plan.noInterest(), date('2026-12-15')), 'en').contains('2027-11-15')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let plan: RepaymentPlan = try arguments.record(0)
        return .string(plan.table(in: try arguments.language(1)))
      },
      .core(
        "plan.compare", [.list(.record("Plan")), .string], .string,
        zh: "几个方案的对比表", en: "several plans side by side",
        example: .init(
          "plan.compare([plan.equalInstalment(money('1200'), 12, plan.noInterest(), date('2026-12-15'))], 'en').contains('¥100.00')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let plans: [RepaymentPlan] = try arguments.list(0).compactMap(Arguments.subject)
        return .string(RepaymentPlan.comparison(plans, in: try arguments.language(1)))
      },
      .core(
        "plan.describeRates", [.record("AnnualRates"), .string], .string,
        zh: "几种年利率，各写明算法", en: "the annual rates, each with its definition",
        example: .init(
          "plan.describeRates(plan.trueRate(money('1200'), money('100'), 12), 'en').contains('nominal')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let rates: AnnualRates = try arguments.record(0)
        return .string(rates.described(in: try arguments.language(1)))
      },
    ]
  }
}
