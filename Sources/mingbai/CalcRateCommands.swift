import ArgumentParser
import CoreFunctions
import MoneyAndDates
import Planning
import Wording

/// `mingbai calc apr`: the true annual rates of a loan and the caps on them.
struct CalcAPRCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apr", abstract: "真实年利率和成本上限 / true annual rates and the caps",
    discussion: """
      例子 / Examples:
        mingbai calc apr --received 10000 --instalment 950 --months 12
        mingbai calc apr --received 10000 --instalment 950 --months 12 --lender bank --contract 2026-01-05
        mingbai calc apr --flow 2026-01-05:10000 --flow 2026-03-20:-5300 --flow 2026-06-01:-5500
      """)

  @Option(help: "实际到手 / received, yuan.") var received: String?
  @Option(help: "每期还 / each instalment, yuan.") var instalment: String?
  @Option(help: "期数 / number of instalments.") var months: Int?
  @Option(help: "一年几期 / instalments a year.") var perYear = 12
  @Option(parsing: .singleValue, help: "日期:金额，收到为正、付出为负 / DAY:AMOUNT; received +, paid −.")
  var flow: [String] = []
  @Option(help: "机构类别 / bank, consumer-finance, small-loan, card, private.") var lender: String?
  @Option(help: "合同日 / day of the contract, YYYY-MM-DD. (默认今天 / default: today)")
  var contract: String?
  @Flag(help: "经互联网平台 / the loan came through an internet platform.") var platform = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let flows: LoanFlows
    if flow.isEmpty {
      flows = try instalments(input)
    } else {
      flows = try dated(input)
    }
    guard let lender else { return }
    let kind = try input.lender(lender, "--lender")
    let day = try contract.map { try input.day($0, "--contract") } ?? options.day
    try input.planned { () throws(PlanningFault) in try LoanCaps.requireComparable(flows) }
    let caps = LoanCaps(try options.shelf().facts)
      .findings(
        flows, lender: kind, contractOn: day, throughPlatform: platform, today: options.day)
    input.show("\n" + CapFinding.text(caps, in: options.language))
  }

  private func instalments(_ input: CalcInput) throws -> LoanFlows {
    guard let received, let instalment, let months else {
      throw input.refuse(
        "missing", "--received --instalment --months",
        zh: "请给出到手、每期和期数，或者用 --flow 逐笔写", en: "give all three, or each payment by --flow")
    }
    guard (1...366).contains(perYear) else {
      throw input.refuse(
        "period-count", "--per-year", zh: "一年 1 到 366 期", en: "a year has 1 to 366 instalments")
    }
    let got = try input.money(received, "--received")
    let paid = try input.money(instalment, "--instalment")
    let rates = try input.planned { () throws(PlanningFault) in
      try AnnualRates(
        received: got, instalment: paid, periods: months, periodsPerYear: perYear)
    }
    let formula = BilingualText(
      zh: "公式：到手 ＝ Σ 每期 ÷ (1＋i)^k，k＝1…\(months)；i 是每期利率。",
      en: "Formula: received = Σ instalment ÷ (1+i)^k, k = 1…\(months); i is the rate of a period.")
    input.show(rates.described(in: options.language) + "\n" + formula[options.language])
    return .periodic(
      try input.planned { () throws(PlanningFault) in
        try LoanFlows.equalInstalments(received: got, instalment: paid, periods: months)
      }, periodsPerYear: perYear)
  }

  private func dated(_ input: CalcInput) throws -> LoanFlows {
    let flows = try flow.map { text in
      let (day, amount) = try input.flow(text, "--flow")
      return DatedFlow(date: day, amount: amount)
    }
    let result = RateOfReturn.dated(flows)
    input.show(result.described(in: options.language))
    return .dated(flows)
  }
}

extension RateOfReturn {
  /// The effective rate of flows on days with its formula, or why there is none.
  fileprivate func described(in language: Language) -> String {
    let formula = BilingualText(
      zh: "公式：0 ＝ Σ 金额 ÷ (1＋r)^(天数/365)，天数从第一笔算起。",
      en: "Formula: 0 = Σ amount ÷ (1+r)^(days/365), days from the first flow.")
    let all = rates.map(AnnualRates.percent)
    let text: BilingualText =
      switch status {
      case .ok:
        BilingualText(
          zh: "\(all.joined()) — 实际年利率（按实际日期，一年复利一次）",
          en: "\(all.joined()) — effective annual rate (on the actual days)")
      case .multiple:
        BilingualText(
          zh: "multiple：有几个利率都成立（\(all.joined(separator: "、"))），不能只挑一个。",
          en:
            "multiple: several rates fit (\(all.joined(separator: ", "))), and none may be picked.")
      case .none:
        BilingualText(
          zh: "none：没有任何利率能使这些收支的现值相等。请核对金额和正负号。",
          en: "none: no rate fits these flows. Check the amounts and their signs.")
      case .noSignChange:
        BilingualText(
          zh: "no-sign-change：只有收入或只有支出，算不出利率。付出的金额前加负号。",
          en: "no-sign-change: only receipts or only payments. Put a minus before what is paid.")
      }
    return text[language] + "\n" + formula[language]
  }
}

/// `mingbai calc schedule`: the rows of a repayment schedule.
struct CalcScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "还款表 / a repayment schedule",
    discussion: """
      例子 / Examples:
        mingbai calc schedule --principal 12000 --rate 18.25%/年 --months 12 --first-due 2026-12-15
        mingbai calc schedule --kind equal-principal --principal 12000 --rate 0.05%/day --months 6
        mingbai calc schedule --kind flat-fee --principal 12000 --rate 每期0.6% --months 12
      """)

  @Option(help: "equal-instalment, equal-principal, flat-fee, interest-only, deferral.")
  var kind = "equal-instalment"
  @Option(help: "本金 / principal, yuan.") var principal: String
  @Option(help: "利率，写明按年月日 / rate with its basis: 18.25%/年, 0.05%/日, 月0.6%.") var rate: String
  @Option(help: "月数 / number of months.") var months: Int
  @Option(help: "首个还款日 / first due day, YYYY-MM-DD. (默认一个月后 / default: in a month)")
  var firstDue: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let owed = try input.money(principal, "--principal")
    guard let kind = ScheduleKind(rawValue: kind), kind != .balloon, kind != .lumpSum else {
      throw input.refuse(
        "bad-kind", "--kind",
        zh:
          "可以写 equal-instalment（等额本息）、equal-principal（等额本金）、flat-fee（等本等费）、interest-only（先息后本）、deferral（延期）",
        en: "write equal-instalment, equal-principal, flat-fee, interest-only or deferral")
    }
    let rate = try input.rate(rate, "--rate", instalment: kind == .flatFee)
    let due = try firstDue.map { try input.day($0, "--first-due") }
    let plan = try input.planned { () throws(PlanningFault) in
      guard let monthly = rate.ratio(periodsPerYear: 12) else { throw .rateWithoutPeriod }
      guard let first = due ?? options.day.adding(months: 1) else { throw .dateOutOfRange }
      return RepaymentPlan(
        schedule: try schedule(kind, owed: owed, rate: monthly), owed: owed, firstDue: first)
    }
    input.show(plan.name[options.language] + " · " + rate.formatted(in: options.language))
    input.show(table: plan.table(in: options.language))
    let total = plan.schedule.totalPaid.formatted(in: options.language)
    let interest = plan.schedule.totalInterest.formatted(in: options.language)
    input.show(
      BilingualText(
        zh: "一共还 \(total)，其中利息 \(interest)。", en: "\(total) in all, \(interest) of it interest.")[
          options.language])
  }

  private func schedule(
    _ kind: ScheduleKind, owed: Money, rate: Ratio<Int64>
  ) throws(PlanningFault) -> Schedule<Money> {
    switch kind {
    case .equalPrincipal: try .equalPrincipal(principal: owed, rate: rate, periods: months)
    case .flatFee: try .flatFee(principal: owed, feeRate: rate, periods: months)
    case .interestOnly: try .interestOnly(principal: owed, rate: rate, periods: months)
    case .deferral: try .deferral(principal: owed, rate: rate, periods: months)
    default: try .equalInstalment(principal: owed, rate: rate, periods: months)
    }
  }
}
