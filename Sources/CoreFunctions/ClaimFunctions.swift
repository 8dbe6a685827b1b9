import Expressions
import MoneyAndDates
import Planning
import Wording

/// The functions on what is owed on a day and on demands.
struct ClaimFunctions: Sendable {
  let caps: LoanCaps

  static let balance = RecordShape<PenaltyBalance<Money>>(
    "Balance",
    [
      .field("days", .int, zh: "逾期天数", en: "days overdue") { .int(Int64($0.days)) },
      .field("principal", .money, zh: "本金", en: "principal") { .money($0.principal) },
      .field("interest", .money, zh: "未付利息", en: "unpaid interest") { .money($0.interest) },
      .field("accrued", .money, zh: "逾期后产生的利息", en: "interest since the due date") {
        .money($0.accrued)
      },
      .field("overpaid", .money, zh: "多付", en: "overpaid") { .money($0.overpaid) },
      .maybe("total", .money, zh: "一共", en: "total") { (try? $0.balance()).map(Value.money) },
    ])

  static let payment = RecordShape<DatedPayment<Money>>(
    "Payment",
    [
      .field("date", .date, zh: "日期", en: "day") { .date($0.date) },
      .field("amount", .money, zh: "金额", en: "amount") { .money($0.amount) },
    ])

  static let recomputed = RecordShape<RecomputedClaim>(
    "RecomputedClaim",
    [
      .field("claimed", .money, zh: "要求的金额", en: "claimed") { .money($0.check.claimed) },
      .field("onTop", .money, zh: "本金之外要的", en: "asked on top of the principal") {
        .money($0.check.onTop ?? .zero)
      },
      .maybe("dailyRate", .rate, zh: "折合日利率", en: "implied rate a day") {
        $0.dailyRate.map(Value.rate)
      },
      .maybe("annualRate", .rate, zh: "折合年利率", en: "implied rate a year") {
        $0.annualRate.map(Value.rate)
      },
      .maybe("mostOwed", .money, zh: "最多能要", en: "owed at most") { $0.mostOwed.map(Value.money) },
      .maybe("reachable", .bool, zh: "有没有合法算法能得到", en: "a lawful formula reaches it") {
        $0.isReachable.map(Value.bool)
      },
      .maybe("rule", .string, zh: "依据", en: "rule") { $0.rule.map(Value.string) },
    ])

  var types: [RecordType] { [Self.balance.type, Self.payment.type, Self.recomputed.type] }

  var all: [Function] { balances + claims }

  private var balances: [Function] {
    let (balance, payment) = (Self.balance, Self.payment)
    let example =
      "plan.balanceOn(money('1000'), plan.noInterest(), date('2026-01-01'), date('2026-01-31'), 'simple'"
    return [
      .core(
        "plan.payment", [.date, .money], .record("Payment"), zh: "某天付的一笔钱",
        en: "a payment on a day",
        example: .init("plan.payment(today, money('5')).amount", gives: "money('5')")
      ) { arguments throws(EvaluationError) in
        payment.record(DatedPayment(date: try arguments.date(0), amount: try arguments.money(1)))
      },
      .core(
        "plan.balanceOn", [.money, .rate, .date, .date, .string, .list(.record("Payment"))],
        .record("Balance"),
        zh:
          "到某天一共欠多少：本金、利率、到期日、哪天、计息方式（simple、compound-monthly、compound-daily）、其间付的款",
        en:
          "what is owed on a day: principal, rate, due date, the day, mode (simple, compound-monthly, compound-daily), payments made",
        example: .init(
          "\(example), [plan.payment(date('2026-01-11'), money('400'))]).principal",
          gives: "money('600')")
      ) { arguments throws(EvaluationError) in
        balance.record(try ClaimFunctions.balance(arguments))
      },
      .core(
        "plan.balanceAgreed",
        [.money, .money, .money, .rate, .date, .date, .string, .list(.record("Payment")), .string],
        .record("Balance"),
        zh:
          "同上，还有到期时未付的利息和费用（在本金之后写），最后一个是还款先抵什么：fees-interest-principal（法定顺序）或 principal-first（约定先还本金）",
        en:
          "the same with unpaid interest and fees (after the principal); the last says what a payment goes to first: fees-interest-principal (the rule) or principal-first (as agreed)",
        example: .init(
          "plan.balanceAgreed(money('1000'), money('50'), money('0'), plan.noInterest(), date('2026-01-01'), date('2026-01-31'), 'simple', [plan.payment(date('2026-01-11'), money('400'))], 'principal-first').interest",
          gives: "money('50')")
      ) { arguments throws(EvaluationError) in
        guard let order = PaymentOrder(rawValue: try arguments.string(8)) else {
          throw .function(
            zh: "顺序只能是 'fees-interest-principal' 或 'principal-first'",
            en: "an order is 'fees-interest-principal' or 'principal-first'")
        }
        return balance.record(
          try ClaimFunctions.balance(
            arguments, unpaid: (try arguments.money(1), try arguments.money(2)), from: 3,
            order: order))
      },
      .core(
        "plan.describeBalance", [.record("Balance"), .string], .string,
        zh: "到那天欠多少，逐项列出", en: "what is owed that day, part by part",
        example: .init(
          "plan.describeBalance(\(example), []), 'en').contains('¥1,000.00')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let balance: PenaltyBalance<Money> = try arguments.record(0)
        return .string(balance.described(in: try arguments.language(1)))
      },
    ]
  }

  /// What is owed; the principal stands first, the rate and what follows it from `index` on.
  private static func balance(
    _ arguments: Arguments, unpaid: (interest: Money, fees: Money) = (.zero, .zero),
    from index: Int = 1, order: PaymentOrder = .feesInterestPrincipal
  ) throws(EvaluationError) -> PenaltyBalance<Money> {
    let (principal, rate) = (try arguments.money(0), try arguments.rate(index))
    let (due, day) = (try arguments.date(index + 1), try arguments.date(index + 2))
    guard let mode = PenaltyMode(rawValue: try arguments.string(index + 3)) else {
      throw .function(
        zh: "计息方式只能是 'simple'、'compound-monthly' 或 'compound-daily'",
        en: "a mode is 'simple', 'compound-monthly' or 'compound-daily'")
    }
    let payments: [DatedPayment<Money>] = try arguments.list(index + 4).compactMap(
      Arguments.subject)
    guard Debt.yearly(rate) != nil, let daily = rate.ratio(periodsPerYear: 365) else {
      throw EvaluationError(.function(PlanningFault.rateWithoutPeriod.message))
    }
    return try planned { () throws(PlanningFault) in
      try PenaltyBalance(
        principal: principal, interest: unpaid.interest, fees: unpaid.fees, dailyRate: daily,
        mode: mode, dueDate: due, on: day, payments: payments, order: order)
    }
  }

  private var claims: [Function] {
    let recomputed = Self.recomputed
    let example = "plan.recompute(money('5000'), money('1000'), 100, 'bank', date('2026-01-05'))"
    return [
      .core(
        "plan.recompute", [.money, .money, .int, .string, .date], .record("RecomputedClaim"),
        reads: ["today"],
        zh: "还原对方的数字：要求多少、本金、到今天几天、机构类别、合同日；折合的利率，有没有合法算法能得到",
        en:
          "a demand recomputed: claimed, principal, days up to today, kind of lender, contract day; the rates it implies, and whether a lawful formula reaches it",
        example: .init("\(example).reachable", gives: "false")
      ) { arguments throws(EvaluationError) in
        let (claimed, principal) = (try arguments.money(0), try arguments.money(1))
        let (days, lender) = (try arguments.int(2), try arguments.lender(3))
        let day = try arguments.date(4)
        let today = try arguments.day()
        return recomputed.record(
          try planned { () throws(PlanningFault) in
            try RecomputedClaim(
              claimed: claimed, principal: principal, days: days,
              lender: lender, contractOn: day, on: today,
              caps: caps)
          })
      },
      .core(
        "plan.describeRecomputed", [.record("RecomputedClaim"), .string], .string,
        zh: "对方的数字折合什么利率，有没有合法算法能得到", en: "what a demand implies, in words",
        example: .init(
          "plan.describeRecomputed(\(example), 'zh').contains('没有合法的算法')", gives: "true")
      ) { arguments throws(EvaluationError) in
        let claim: RecomputedClaim = try arguments.record(0)
        return .string(claim.described(in: try arguments.language(1)))
      },
    ]
  }
}

extension PenaltyBalance where A == Money {
  /// What is owed, part by part.
  package func described(in language: Language) -> String {
    let total = ((try? balance()) ?? .zero).formatted(in: language)
    var lines = [
      BilingualText(
        zh:
          "到期后 \(days) 天，一共欠 \(total)：本金 \(principal.formatted(in: .zh))，未付利息 \(interest.formatted(in: .zh))，费用 \(fees.formatted(in: .zh))。",
        en:
          "\(days) days after the due date \(total) is owed: principal \(principal.formatted(in: .en)), unpaid interest \(interest.formatted(in: .en)), fees \(fees.formatted(in: .en))."
      )[language],
      BilingualText(
        zh: "到期以后一共产生利息 \(accrued.formatted(in: .zh))。",
        en: "Interest since the due date: \(accrued.formatted(in: .en)).")[language],
    ]
    if paidLater > .zero {
      lines.append(
        BilingualText(
          zh: "那天以后付的 \(paidLater.formatted(in: .zh)) 没有算进来。",
          en: "The \(paidLater.formatted(in: .en)) paid after that day is not counted.")[language])
    }
    if overpaid > .zero {
      lines.append(
        BilingualText(
          zh: "多付了 \(overpaid.formatted(in: .zh))，可以要求退还。",
          en: "\(overpaid.formatted(in: .en)) was paid too much; ask for it back.")[language])
    }
    return lines.joined(separator: "\n")
  }
}
