import Expressions
import MoneyAndDates
import Planning
import Wording

/// The record types of several debts.
struct DebtRecords: Sendable {
  let debt = RecordShape<Debt>(
    "Debt",
    [
      .field("name", .string, zh: "名称", en: "name") { .string($0.name) },
      .field("lender", .string, zh: "机构类别", en: "kind of lender") { .string($0.lender.rawValue) },
      .field("balance", .money, zh: "欠款", en: "balance") { .money($0.balance) },
      .field("rate", .rate, zh: "利率", en: "rate") { .rate($0.rate) },
      .field("minimum", .money, zh: "最低还款", en: "minimum a month") { .money($0.minimum) },
      .field("lateFee", .money, zh: "违约金", en: "late fee") { .money($0.lateFee) },
      .maybe("offer", .money, zh: "减免结清金额", en: "settlement offer") {
        ($0.settlement?.amount).map(Value.money)
      },
      .maybe("offerMonths", .int, zh: "减免有效月数", en: "months the offer stands") {
        $0.settlement.map { .int(Int64($0.until)) }
      },
    ])

  let payoff = RecordShape<DebtPayoff>(
    "Payoff",
    [
      .field("strategy", .string, zh: "还款顺序", en: "strategy") { .string($0.strategy) },
      .field("status", .string, zh: "状态", en: "status") { .string($0.payoff.end.status) },
      .maybe("months", .int, zh: "几个月还清", en: "months") {
        $0.payoff.end.months.map { .int(Int64($0)) }
      },
      .field("monthly", .money, zh: "每月", en: "a month") { .money($0.payoff.budget) },
      .field("total", .money, zh: "总还款", en: "total paid") { .money($0.payoff.totalPaid) },
      .field("interest", .money, zh: "总利息", en: "total interest") {
        .money($0.payoff.totalInterest)
      },
      .field("closed", .list(.string), zh: "结清的顺序", en: "closed in this order") {
        .list($0.closed.map(Value.string))
      },
    ])

  let choice = RecordShape<PayoffChoice>(
    "PayoffChoice",
    [
      .field("monthly", .money, zh: "每月", en: "a month") { .money($0.monthly) },
      .field("months", .int, zh: "几个月还清", en: "months") { .int(Int64($0.months)) },
      .field("interest", .money, zh: "总利息", en: "total interest") { .money($0.interest) },
      .field("total", .money, zh: "总还款", en: "total paid") { .money($0.total) },
      .field("firstClosed", .int, zh: "第一笔结清在第几个月", en: "month the first is closed") {
        .int(Int64($0.firstClosed))
      },
    ])

  let optimum = RecordShape<DebtOptimum>(
    "Optimum",
    [
      .field("status", .string, zh: "状态", en: "status") { .string($0.repayment.end.status) },
      .maybe("total", .money, zh: "总还款", en: "total paid") {
        $0.repayment.total.map(Value.money)
      },
      .maybe("gap", .money, zh: "离最省最多差", en: "at most so far from the optimum") {
        $0.repayment.end.gap.map(Value.money)
      },
      .maybe("months", .int, zh: "几个月还清", en: "months") { $0.months.map { .int(Int64($0)) } },
      .field("unit", .money, zh: "还款的最小单位", en: "step of payments") { .money($0.unit) },
    ])

  let share = RecordShape<CreditorShare>(
    "Share",
    [
      .field("name", .string, zh: "名称", en: "name") { .string($0.name) },
      .field("balance", .money, zh: "欠款", en: "balance") { .money($0.balance) },
      .field("offer", .money, zh: "愿付", en: "offer") { .money($0.offer) },
    ])

  let fall = RecordShape<IncomeFall>(
    "IncomeFall",
    [
      .field("percent", .int, zh: "收入减少百分之几", en: "percent less income") {
        .int(Int64($0.percent))
      },
      .field("surplus", .money, zh: "还剩", en: "left for debts") { .money($0.surplus) },
    ])

  let offer = RecordShape<DiscountOffer>(
    "OfferVerdict",
    [
      .field("verdict", .string, zh: "结论", en: "verdict") { .string($0.verdict.name) },
      .maybe("difference", .money, zh: "相差", en: "difference") {
        $0.verdict.difference.map(Value.money)
      },
      .maybe("monthsOfSaving", .int, zh: "要攒几个月", en: "months of saving up") {
        $0.monthsOfSaving.map { .int(Int64($0)) }
      },
      .maybe("cost", .money, zh: "连等待的花费", en: "cost, waiting included") {
        $0.cost.map(Value.money)
      },
      .field("breakEven", .money, zh: "最多值多少", en: "worth at most") {
        .money($0.breakEven)
      },
    ])

  var types: [RecordType] {
    [
      debt.type, payoff.type, choice.type, optimum.type, share.type, fall.type, offer.type,
    ]
  }
}

extension PayoffEnd {
  /// `paid`, `never` or `shortfall`.
  package var status: String {
    switch self {
    case .paid: "paid"
    case .never: "never"
    case .shortfall: "shortfall"
    }
  }

  /// The months until all is paid, where it is.
  package var months: Int? {
    if case .paid(let months) = self { months } else { nil }
  }
}

extension OptimalEnd {
  /// `optimal`, `bounded`, `infeasible` or `unknown`.
  package var status: String {
    switch self {
    case .optimal: "optimal"
    case .bounded: "bounded"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    }
  }

  /// How far from the optimum the plan can be; 0 where it is the optimum.
  package var gap: Money? {
    switch self {
    case .optimal: .zero
    case .bounded(let gap): gap
    case .infeasible, .unknown: nil
    }
  }
}

extension DiscountOffer.Verdict {
  /// `cheaper`, `dearer` or `out-of-reach`.
  package var name: String {
    switch self {
    case .cheaper: "cheaper"
    case .dearer: "dearer"
    case .outOfReach: "out-of-reach"
    }
  }

  /// By how much it is cheaper or dearer.
  package var difference: Money? {
    switch self {
    case .cheaper(let by), .dearer(let by): by
    case .outOfReach: nil
    }
  }
}
