import BigInt
import Expressions
import MoneyAndDates
import Planning
import Wording

/// A collector's figure recomputed 还原催收金额: what it implies, and whether a lawful formula
/// reaches it.
package struct RecomputedClaim: Hashable, Sendable {
  /// The demand taken apart.
  package let check: ClaimCheck
  /// The principal it was held against.
  package let principal: Money
  /// Days since the money was lent or due, as the person said.
  package let days: Int
  /// The highest cap that a court holds to this kind of lender and contract day; `nil` where none is
  /// known.
  package let highest: CapFinding?

  /// The most that may be owed at that cap, simple; `nil` where no cap is known.
  package var mostOwed: Money? {
    highest.flatMap { ClaimCheck.mostOwed(principal: principal, cap: $0.cap.cap, days: days) }
  }

  /// Whether a lawful formula reaches the demand; `nil` where no cap is known.
  package var isReachable: Bool? { mostOwed.map { check.claimed <= $0 } }

  /// Recomputes a demand.
  ///
  /// Only caps by which a court cuts count, and of several the highest: a demand above it has no
  /// lawful formula, whichever applies.
  package init(
    claimed: Money, principal: Money, days: Int, lender: LenderKind, contractOn day: CalendarDate,
    caps: LoanCaps
  ) throws(PlanningFault) {
    guard days >= 1 else { throw .periodCount(allowed: 1...36_600) }
    guard principal > .zero else { throw .nothingOwed }
    check = try ClaimCheck(claimed: claimed, principal: principal, days: days)
    self.principal = principal
    self.days = days
    let flows = LoanFlows.periodic([principal, Money(fen: -claimed.fen)], periodsPerYear: 1)
    highest = caps.findings(flows, lender: lender, contractOn: day, throughPlatform: false)
      .filter { $0.cap.rule.nature == .court }
      .max { $0.cap.cap.ratio < $1.cap.cap.ratio }
  }

  /// The rate a day that the demand implies, rounded to 0.0001 %.
  package var dailyRate: Rate? {
    check.impliedDailyRate.flatMap { RecomputedClaim.rate($0, basis: .perDay) }
  }

  /// The rate a year that the demand implies, rounded to 0.0001 %.
  package var annualRate: Rate? {
    check.impliedAnnualRate.flatMap { RecomputedClaim.rate($0, basis: .perYear) }
  }

  private static func rate(_ ratio: Ratio<BigInt>, basis: RateBasis) -> Rate? {
    let millionths = (ratio.numerator * 1_000_000).dividedHalfUp(by: ratio.denominator)
    return Int64(exactly: millionths).flatMap { Rate(digits: $0, scale: 6, basis: basis) }
  }
}

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
      .maybe("rule", .string, zh: "依据", en: "rule") { ($0.highest?.rule).map(Value.string) },
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

  private static func balance(
    _ arguments: Arguments
  ) throws(EvaluationError) -> PenaltyBalance<Money> {
    let (principal, rate) = (try arguments.money(0), try arguments.rate(1))
    let (due, day) = (try arguments.date(2), try arguments.date(3))
    guard let mode = PenaltyMode(rawValue: try arguments.string(4)) else {
      throw .function(
        zh: "计息方式只能是 'simple'、'compound-monthly' 或 'compound-daily'",
        en: "a mode is 'simple', 'compound-monthly' or 'compound-daily'")
    }
    let payments: [DatedPayment<Money>] = try arguments.list(5).compactMap(Arguments.subject)
    guard Debt.yearly(rate) != nil, let daily = rate.ratio(periodsPerYear: 365) else {
      throw EvaluationError(.function(PlanningFault.rateWithoutPeriod.message))
    }
    return try planned { () throws(PlanningFault) in
      try PenaltyBalance(
        principal: principal, dailyRate: daily, mode: mode, dueDate: due, on: day,
        payments: payments)
    }
  }

  private var claims: [Function] {
    let recomputed = Self.recomputed
    let example = "plan.recompute(money('5000'), money('1000'), 100, 'bank', date('2026-01-05'))"
    return [
      .core(
        "plan.recompute", [.money, .money, .int, .string, .date], .record("RecomputedClaim"),
        zh: "还原对方的数字：要求多少、本金、几天、机构类别、合同日；折合的利率，有没有合法算法能得到",
        en:
          "a demand recomputed: claimed, principal, days, kind of lender, contract day; the rates it implies, and whether a lawful formula reaches it",
        example: .init("\(example).reachable", gives: "false")
      ) { arguments throws(EvaluationError) in
        let (claimed, principal) = (try arguments.money(0), try arguments.money(1))
        let (days, lender) = (try arguments.int(2), try arguments.string(3))
        let day = try arguments.date(4)
        return recomputed.record(
          try planned { () throws(PlanningFault) in
            try RecomputedClaim(
              claimed: claimed, principal: principal, days: days,
              lender: LenderKind(rawValue: lender) ?? .unknown, contractOn: day, caps: caps)
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
    if overpaid > .zero {
      lines.append(
        BilingualText(
          zh: "多付了 \(overpaid.formatted(in: .zh))，可以要求退还。",
          en: "\(overpaid.formatted(in: .en)) was paid too much; ask for it back.")[language])
    }
    return lines.joined(separator: "\n")
  }
}

extension RecomputedClaim {
  /// The implied rates and whether a lawful formula reaches the demand.
  package func described(in language: Language) -> String {
    var lines: [String] = []
    if let onTop = check.onTop {
      lines.append(
        BilingualText(
          zh:
            "要求 \(check.claimed.formatted(in: .zh))，本金之外多要 \(onTop.formatted(in: .zh))，共 \(days) 天。",
          en:
            "\(check.claimed.formatted(in: .en)) is demanded, \(onTop.formatted(in: .en)) on top of the principal, for \(days) days."
        )[language])
    }
    if let dailyRate, let annualRate {
      lines.append(
        BilingualText(
          zh:
            "折合单利：\(dailyRate.formatted(in: .zh))，\(annualRate.formatted(in: .zh))（＝多要的 ÷ 本金 ÷ 天数 × 365）。",
          en:
            "As simple interest: \(dailyRate.formatted(in: .en)), \(annualRate.formatted(in: .en)) (= what is on top ÷ principal ÷ days × 365)."
        )[language])
    }
    lines.append(verdict[language])
    return lines.joined(separator: "\n")
  }

  private var verdict: BilingualText {
    guard let highest, let mostOwed, let isReachable else {
      return BilingualText(
        zh: "这类机构没有查到法院口径的上限，无法判断是否超出。请对方出示计算明细。",
        en: "No court cap is known for this kind of lender, so nothing can be said. "
          + "Ask for the calculation in writing.")
    }
    let (zh, en) = (mostOwed.formatted(in: .zh), mostOwed.formatted(in: .en))
    return isReachable
      ? BilingualText(
        zh:
          "按 \(highest.cap.cap.formatted(in: .zh)) 算最多 \(zh)，没有超过。这不等于金额正确：合同约定可能更低，请对方出示计算明细（\(highest.rule)）。",
        en:
          "At \(highest.cap.cap.formatted(in: .en)) at most \(en) could be owed; the demand is within it. That does not make it right: the contract may say less. Ask for the calculation (\(highest.rule))."
      )
      : BilingualText(
        zh:
          "没有合法的算法能得到这个数：按法院口径的上限 \(highest.cap.cap.formatted(in: .zh)) 算，最多 \(zh)（\(highest.rule)）。请对方书面说明计算方法。",
        en:
          "No lawful formula reaches this figure: at the court's cap of \(highest.cap.cap.formatted(in: .en)) at most \(en) could be owed (\(highest.rule)). Ask for the calculation in writing."
      )
  }
}
