import Expressions
import MoneyAndDates
import Planning
import Wording

/// The functions `plan.…` of several debts: strategies, the optimum, offers to creditors, a lump sum
/// for less, falls of income.
struct DebtFunctions: Sendable {
  let records: DebtRecords

  /// One debt, for the examples.
  private static let card = "plan.debt('卡', 'card', money('6000'), plan.noInterest(), money('300'))"
  /// Two debts of different size without interest, for the examples.
  private static let two =
    "[\(card), plan.debt('网贷', 'small-loan', money('1000'), plan.noInterest(), money('100'))]"

  var all: [Function] { debts + strategies + offers + falls + texts }

  private var debts: [Function] {
    let debt = records.debt
    return [
      .core(
        "plan.debt", [.string, .string, .money, .rate, .money], .record("Debt"),
        zh: "一笔欠款：名称、机构类别、余额、利率、每月最低",
        en: "one debt: name, kind of lender, balance, rate, minimum a month",
        example: .init("\(Self.card).balance", gives: "money('6000')")
      ) { arguments throws(EvaluationError) in
        let (name, lender) = (try arguments.string(0), try arguments.lender(1))
        let (balance, rate) = (try arguments.money(2), try arguments.rate(3))
        let minimum = try arguments.money(4)
        return debt.record(
          try planned { () throws(PlanningFault) in
            try Debt(
              name: name, lender: lender, balance: balance,
              rate: rate, minimum: minimum)
          })
      },
      .core(
        "plan.withLateFee", [.record("Debt"), .money], .record("Debt"),
        zh: "同一笔欠款，不够最低还款的月份要付这笔违约金",
        en: "the debt with what a month costs in which less than the minimum is paid",
        example: .init("plan.withLateFee(\(Self.card), money('50')).lateFee", gives: "money('50')")
      ) { arguments throws(EvaluationError) in
        let (old, fee): (Debt, Money) = (try arguments.record(0), try arguments.money(1))
        return debt.record(
          try planned { () throws(PlanningFault) in
            try Debt(
              name: old.name, lender: old.lender, balance: old.balance, rate: old.rate,
              minimum: old.minimum, lateFee: fee, settlement: old.settlement)
          })
      },
      .core(
        "plan.withSettlement", [.record("Debt"), .money, .int], .record("Debt"),
        zh: "同一笔欠款，几个月内可以用这个金额一次结清",
        en: "the debt with an offer to close it for so much within so many months",
        example: .init(
          "plan.withSettlement(\(Self.card), money('4000'), 3).offer", gives: "money('4000')")
      ) { arguments throws(EvaluationError) in
        let (old, amount): (Debt, Money) = (try arguments.record(0), try arguments.money(1))
        let months = try arguments.int(2)
        return debt.record(
          try planned { () throws(PlanningFault) in
            try amount.requireNotNegative()
            guard months >= 1 else { throw .periodCount(allowed: 1...Budget<Money>.longestPlan) }
            return try Debt(
              name: old.name, lender: old.lender, balance: old.balance, rate: old.rate,
              minimum: old.minimum, lateFee: old.lateFee,
              settlement: OptimalDebt.Settlement(amount: amount, until: months))
          })
      },
      .core(
        "plan.owed", [.list(.record("Debt"))], .money, zh: "几笔欠款一共多少", en: "what is owed in all",
        example: .init("plan.owed(\(Self.two))", gives: "money('7000')")
      ) { arguments throws(EvaluationError) in
        let debts = try arguments.debts(0)
        return .money(
          try planned { () throws(PlanningFault) in try Money.total(debts.map(\.balance)) })
      },
      .core(
        "plan.minimums", [.list(.record("Debt"))], .money, zh: "每月最低还款一共多少",
        en: "the minimums of a month in all",
        example: .init(
          "plan.minimums(\(Self.two))", gives: "money('400')")
      ) { arguments throws(EvaluationError) in
        let debts = try arguments.debts(0)
        return .money(
          try planned { () throws(PlanningFault) in
            try Money.total(debts.map { min($0.minimum, $0.balance) })
          })
      },
    ]
  }

  private var strategies: [Function] {
    let (payoff, choice, optimum) = (records.payoff, records.choice, records.optimum)
    return [
      .core(
        "plan.payoff", [.list(.record("Debt")), .money, .string], .record("Payoff"),
        zh: "每月还这么多，先还利率最高的（avalanche）或最小的（snowball），几个月还清、花多少",
        en:
          "so much a month, dearest first (avalanche) or smallest first (snowball): months and cost",
        example: .init("plan.payoff(\(Self.two), money('700'), 'snowball').months", gives: "10")
      ) { arguments throws(EvaluationError) in
        let (debts, monthly) = (try arguments.debts(0), try arguments.money(1))
        let name = try arguments.string(2)
        return payoff.record(try DebtFunctions.payoff(debts, monthly: monthly, strategy: name))
      },
      .core(
        "plan.payoffInOrder", [.list(.record("Debt")), .money, .list(.string)], .record("Payoff"),
        zh: "每月还这么多，按自己定的顺序还（欠款名称的清单，每笔各一次），几个月还清、花多少",
        en:
          "so much a month in an order of one's own (the debts' names, each once): months and cost",
        example: .init(
          "plan.payoffInOrder(\(Self.two), money('700'), ['卡', '网贷']).closed", gives: "['卡', '网贷']")
      ) { arguments throws(EvaluationError) in
        let (debts, monthly) = (try arguments.debts(0), try arguments.money(1))
        let names = try arguments.strings(2)
        let order = try DebtFunctions.order(of: debts, named: names)
        return payoff.record(
          try DebtFunctions.payoff(debts, monthly: monthly, .custom(order), named: "custom"))
      },
      .core(
        "plan.pareto", [.list(.record("Debt")), .money], .list(.record("PayoffChoice")),
        zh: "每月多还一些能换来什么：从最少够还的到这么多，逐档列出月数、总额、第一笔何时结清",
        en:
          "what paying more buys: from the least that pays up to so much, months, cost, first closed",
        example: .init(
          "plan.pareto(\(Self.two), money('700')).exists(c, c.monthly == money('700') && c.months == 10)",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let (debts, most) = (try arguments.debts(0), try arguments.money(1))
        let rows = try planned { () throws(PlanningFault) in
          try DebtFunctions.choices(debts, upTo: most)
        }
        return .list(rows.map(choice.record))
      },
      .core(
        "plan.optimum", [.list(.record("Debt")), .money, .int], .record("Optimum"),
        zh: "最省的还法：每月这么多、这些月内，算上违约金和减免；算不到底时写明最多差多少",
        en:
          "the cheapest plan with so much a month within so many months, late fees and offers counted; bounded where not exact",
        example: .init(
          "plan.optimum([plan.withSettlement(\(Self.card), money('4000'), 6)], money('1000'), 12).total",
          gives: "money('4000')")
      ) { arguments throws(EvaluationError) in
        let (debts, monthly) = (try arguments.debts(0), try arguments.money(1))
        let months = try arguments.int(2)
        return optimum.record(
          try planned { () throws(PlanningFault) in
            guard (1...120).contains(months) else { throw .periodCount(allowed: 1...120) }
            let unit = OptimalRepayment.unit(
              forBudget: monthly, minimums: debts.filter { $0.lateFee > .zero }.map(\.minimum))
            var searched: [OptimalDebt] = []
            for debt in debts { searched.append(try debt.forOptimum()) }
            let found = try OptimalRepayment(
              debts: searched, budget: [Money](repeating: monthly, count: months), unit: unit)
            return DebtOptimum(repayment: found, unit: unit)
          })
      },
    ]
  }

  private static func payoff(
    _ debts: [Debt], monthly: Money, strategy name: String
  ) throws(EvaluationError) -> DebtPayoff {
    let strategies: [String: PayoffStrategy] = ["avalanche": .avalanche, "snowball": .snowball]
    guard let strategy = strategies[name] else {
      throw .function(
        zh: "还款顺序只能是 'avalanche' 或 'snowball'；自己定的顺序用 plan.payoffInOrder",
        en: "a strategy is 'avalanche' or 'snowball'; for an order of one's own: plan.payoffInOrder"
      )
    }
    return try payoff(debts, monthly: monthly, strategy, named: name)
  }

  private static func payoff(
    _ debts: [Debt], monthly: Money, _ strategy: PayoffStrategy, named name: String
  ) throws(EvaluationError) -> DebtPayoff {
    try planned { () throws(PlanningFault) in
      var paid: [PayoffDebt<Money>] = []
      for debt in debts { paid.append(try debt.forPayoff()) }
      let payoff = try Payoff(debts: paid, budget: monthly, strategy: strategy)
      return DebtPayoff(
        strategy: name, payoff: payoff, closed: payoff.closingOrder.map { debts[$0].name })
    }
  }

  /// The debts' places in the order of these names; of debts with one name the earlier first.
  private static func order(
    of debts: [Debt], named names: [String]
  ) throws(EvaluationError) -> [Int] {
    var order: [Int] = []
    for name in names {
      let next = debts.indices.first {
        !order.contains($0) && debts[$0].name.utf8.elementsEqual(name.utf8)
      }
      guard let next else {
        throw .function(
          zh: "还款顺序里的“\(name)”不是欠款的名称，或者写了两次；每笔欠款各写一次",
          en: "\"\(name)\" in the order names no debt, or stands twice; name each debt once")
      }
      order.append(next)
    }
    guard order.count == debts.count else {
      throw EvaluationError(.function(PlanningFault.badOrder.message))
    }
    return order
  }

  /// The rows of the table of monthly sums, dearest first.
  private static func choices(
    _ debts: [Debt], upTo most: Money
  ) throws(PlanningFault) -> [PayoffChoice] {
    var paid: [PayoffDebt<Money>] = []
    for debt in debts { paid.append(try debt.forPayoff()) }
    guard
      let least = try PayoffChoice.smallestMonthly(
        debts: paid, within: Payoff<Money>.longest, step: Money(fen: 10_00), strategy: .avalanche)
    else { return [] }
    return try PayoffChoice.table(
      debts: paid, monthly: PayoffChoice.ladder(from: least, to: most), strategy: .avalanche)
  }

  private var offers: [Function] {
    let (share, offer) = (records.share, records.offer)
    return [
      .core(
        "plan.proRata", [.list(.record("Debt")), .money], .list(.record("Share")),
        zh: "一笔钱按各家欠款的比例分，分到分，加起来正好",
        en: "a sum shared in proportion to what each is owed, exact to the fen",
        example: .init("plan.proRata(\(Self.two), money('700'))[1].offer", gives: "money('100')")
      ) { arguments throws(EvaluationError) in
        let (debts, sum) = (try arguments.debts(0), try arguments.money(1))
        let offers = try planned { () throws(PlanningFault) in
          try ProRata(sum, among: debts.map(\.balance)).offers
        }
        return .list(
          zip(debts, offers).map {
            share.record(CreditorShare(name: $0.name, balance: $0.balance, offer: $1))
          })
      },
      .core(
        "plan.judgeOffer", [.money, .int, .money, .money, .money, .money],
        .record("OfferVerdict"),
        zh: "一次性减免值不值：结清金额、有效月数、手上有、每月能攒、等一个月的花费、分期总共要付",
        en:
          "whether a lump sum for less is worth it: amount, months it stands, saved, put aside a month, cost of a month's waiting, total of the instalments",
        example: .init(
          "plan.judgeOffer(money('4000'), 3, money('1000'), money('1000'), money('0'), money('6000')).verdict",
          gives: "'cheaper'")
      ) { arguments throws(EvaluationError) in
        let (amount, months) = (try arguments.money(0), try arguments.int(1))
        let (saved, monthly) = (try arguments.money(2), try arguments.money(3))
        let (waiting, total) = (try arguments.money(4), try arguments.money(5))
        return offer.record(
          try planned { () throws(PlanningFault) in
            try DiscountOffer(
              amount: amount, monthsOpen: months, saved: saved, monthly: monthly,
              costOfWaiting: waiting, instalmentTotal: total)
          })
      },
    ]
  }

  private var falls: [Function] {
    let fall = records.fall
    let example = "plan.budget(money('6000'), money('4200'), money('300'))"
    return [
      .core(
        "plan.falls", [.record("Budget")], .list(.record("IncomeFall")),
        zh: "收入少 10%、20%、30% 时还剩多少可还",
        en: "what is left for debts when income falls by 10, 20, 30 %",
        example: .init("plan.falls(\(example))[0].surplus", gives: "money('900')")
      ) { arguments throws(EvaluationError) in
        let budget: Budget<Money> = try arguments.record(0)
        let rows = try planned { () throws(PlanningFault) in
          try budget.surplusAfterFalls().map {
            IncomeFall(percent: $0.percent, surplus: $0.surplus)
          }
        }
        return .list(rows.map(fall.record))
      },
      .core(
        "plan.survivedFall", [.record("Budget"), .money], .int,
        zh: "每月还这么多，收入最多少百分之几还撑得住（10、20、30；0 只够今天，-1 今天也不够）",
        en:
          "the largest fall of income (10, 20, 30 %) after which so much can be paid; 0 today only, -1 not even today",
        example: .init("plan.survivedFall(\(example), money('900'))", gives: "10")
      ) { arguments throws(EvaluationError) in
        let (budget, monthly): (Budget<Money>, Money) = (
          try arguments.record(0), try arguments.money(1)
        )
        let percent = try planned { () throws(PlanningFault) in
          try budget.survivedFall(paying: monthly)
        }
        return .int(Int64(percent ?? -1))
      },
    ]
  }

  private var texts: [Function] {
    [
      .core(
        "plan.describeDebts", [.list(.record("Debt")), .string], .string, zh: "几笔欠款的表",
        en: "several debts as a table",
        example: .init("plan.describeDebts(\(Self.two), 'zh').contains('网贷')", gives: "true")
      ) { arguments throws(EvaluationError) in
        .string(Debt.table(try arguments.debts(0), in: try arguments.language(1)))
      },
      .core(
        "plan.describePayoffs", [.list(.record("Payoff")), .string], .string,
        zh: "几种还款顺序的对比表", en: "several strategies side by side",
        example: .init(
          "plan.describePayoffs([plan.payoff(\(Self.two), money('700'), 'snowball')], 'en').contains('10')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let payoffs: [DebtPayoff] = try arguments.list(0).compactMap(Arguments.subject)
        return .string(DebtPayoff.table(payoffs, in: try arguments.language(1)))
      },
      .core(
        "plan.describePareto", [.list(.record("PayoffChoice")), .string], .string,
        zh: "每月多还一些能换来什么，列成表", en: "what paying more buys, as a table",
        example: .init(
          "plan.describePareto(plan.pareto(\(Self.two), money('700')), 'zh').contains('700.00元')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let rows: [PayoffChoice] = try arguments.list(0).compactMap(Arguments.subject)
        return .string(PayoffChoice.text(rows, in: try arguments.language(1)))
      },
      .core(
        "plan.describeOptimum", [.record("Optimum"), .string], .string,
        zh: "最省的还法，写明是不是算到底了", en: "the cheapest plan and whether it is proved",
        example: .init(
          "plan.describeOptimum(plan.optimum([\(Self.card)], money('1000'), 12), 'en').contains('¥6,000.00')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let optimum: DebtOptimum = try arguments.record(0)
        return .string(optimum.described(in: try arguments.language(1)))
      },
      .core(
        "plan.describeShares", [.list(.record("Share")), .string], .string,
        zh: "按比例分给各家的表", en: "each creditor's share as a table",
        example: .init(
          "plan.describeShares(plan.proRata(\(Self.two), money('700')), 'zh').contains('600.00元')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let shares: [CreditorShare] = try arguments.list(0).compactMap(Arguments.subject)
        return .string(CreditorShare.table(shares, in: try arguments.language(1)))
      },
      .core(
        "plan.describeOffer", [.record("OfferVerdict"), .string], .string,
        zh: "一次性减免值不值，写明理由", en: "whether the lump sum is worth it, with the reason",
        example: .init(
          "plan.describeOffer(plan.judgeOffer(money('4000'), 1, money('1000'), money('1000'), money('0'), money('6000')), 'en').contains('3 months')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let offer: DiscountOffer = try arguments.record(0)
        return .string(offer.described(in: try arguments.language(1)))
      },
      .core(
        "plan.describeFalls", [.record("Budget"), .money, .string], .string,
        zh: "每月还这么多，收入减少时撑不撑得住", en: "whether so much a month survives falls of income",
        example: .init(
          "plan.describeFalls(plan.budget(money('6000'), money('4200'), money('300')), money('900'), 'en').contains('10%')",
          gives: "true")
      ) { arguments throws(EvaluationError) in
        let (budget, monthly): (Budget<Money>, Money) = (
          try arguments.record(0), try arguments.money(1)
        )
        let language = try arguments.language(2)
        return .string(
          try planned { () throws(PlanningFault) in
            try budget.fallsDescribed(paying: monthly, in: language)
          })
      },
    ]
  }
}

extension Arguments {
  /// The debts of a list; an element that is none is an error.
  func debts(_ index: Int) throws(EvaluationError) -> [Debt] {
    let values = try list(index)
    let debts: [Debt] = values.compactMap(Arguments.subject)
    guard debts.count == values.count else {
      throw .function(
        zh: "清单里有一项不是欠款；请用 plan.debt(…) 生成",
        en: "the list holds something that is no debt; make debts by plan.debt(…)")
    }
    return debts
  }
}
