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
  @Option(help: "期数 / number of instalments.") var months: String?
  @Option(help: "一年几期 / instalments a year.") var perYear = "12"
  @Option(parsing: .singleValue, help: "日期:金额，收到为正、付出为负 / DAY:AMOUNT; received +, paid −.")
  var flow: [String] = []
  @Option(help: "机构类别 / bank, consumer-finance, small-loan, card, private.") var lender: String?
  @Option(help: "合同日 / day of the contract, YYYY-MM-DD. (默认今天 / default: today)")
  var contract: String?
  @Flag(help: "经互联网平台 / the loan came through an internet platform.") var platform = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    // Whatever is asked wrongly is refused before anything is printed.
    let kind = try lender.map { try input.lender($0, "--lender") }
    let day = try contract.map { try input.day($0, "--contract") } ?? options.day
    let flows = try flow.isEmpty ? instalments(input) : dated(input)
    guard let kind else { return }
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
    let periods = try input.count(months, "--months", 1...LoanCaps.mostInstalments)
    let perYear = try input.count(perYear, "--per-year", 1...366)
    let got = try input.money(received, "--received")
    let paid = try input.money(instalment, "--instalment")
    let rates = try input.planned { () throws(PlanningFault) in
      try AnnualRates(
        received: got, instalment: paid, periods: periods, periodsPerYear: perYear)
    }
    let formula = BilingualText(
      zh: "公式：到手 ＝ Σ 每期 ÷ (1＋i)^k，k＝1…\(periods)；i 是每期利率。",
      en: "Formula: received = Σ instalment ÷ (1+i)^k, k = 1…\(periods); i is the rate of a period."
    )
    input.show(rates.described(in: options.language) + "\n" + formula[options.language])
    return .periodic(
      try input.planned { () throws(PlanningFault) in
        try LoanFlows.equalInstalments(received: got, instalment: paid, periods: periods)
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
        mingbai calc schedule --kind balloon --principal 12000 --rate 6%/year --months 12 --over 36
        mingbai calc schedule --kind deferral --principal 12000 --months 3
      """)

  @Option(
    help:
      "equal-instalment, equal-principal, flat-fee, up-front-fee, interest-only, balloon, lump-sum, deferral."
  )
  var kind = "equal-instalment"
  @Option(help: "本金 / principal, yuan.") var principal: String?
  @Option(
    help:
      "利率，写明按年月日 / rate with its basis: 18.25%/年, 0.05%/日, 月0.6%. (默认不计息 / default: no interest)")
  var rate: String?
  @Option(help: "月数 / number of months.") var months: String?
  @Option(help: "气球贷按几个月算 / months the instalments of a balloon are computed over.")
  var over: String?
  @Option(help: "先扣的费用 / the fee kept back first, yuan.") var fee: String?
  @Option(help: "一次性结清的金额 / what a lump sum closes it for.") var offer: String?
  @Option(help: "首个还款日 / first due day, YYYY-MM-DD. (默认一个月后 / default: in a month)")
  var firstDue: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let owed = try input.money(try input.given(principal, "--principal"), "--principal")
    let rate = try rate.map { try input.rate($0, "--rate", instalment: kind == "flat-fee") }
    let schedule = try schedule(input, owed: owed, rate: rate)
    let due = try firstDue.map { try input.day($0, "--first-due") }
    let plan = try input.planned { () throws(PlanningFault) in
      guard let first = due ?? options.day.adding(months: 1) else { throw .dateOutOfRange }
      return RepaymentPlan(schedule: schedule, owed: owed, firstDue: first)
    }
    let words = rate.map { " · " + $0.formatted(in: options.language) } ?? ""
    let name =
      plan.schedule.upFrontFee > .zero
      ? BilingualText(zh: "先扣费用，之后每月还一样的本金", en: "a fee kept back, then equal principal")
      : plan.name
    input.show(name[options.language] + words)
    input.show(table: plan.table(in: options.language))
    if plan.schedule.upFrontFee > .zero {
      let (zh, en) = (
        plan.schedule.upFrontFee.formatted(in: .zh), plan.schedule.upFrontFee.formatted(in: .en)
      )
      let received = owed.subtracting(plan.schedule.upFrontFee) ?? .zero
      input.show(
        BilingualText(
          zh: "先扣 \(zh)，实际到手 \(received.formatted(in: .zh))；本金按到手算（rule.INT-08）。",
          en:
            "\(en) is kept back first, \(received.formatted(in: .en)) is received; the principal is what was received (rule.INT-08)."
        )[options.language])
    }
    let total = plan.schedule.totalPaid.formatted(in: options.language)
    let interest = plan.schedule.totalInterest.formatted(in: options.language)
    input.show(
      BilingualText(
        zh: "一共还 \(total)，其中利息 \(interest)。", en: "\(total) in all, \(interest) of it interest.")[
          options.language])
  }

  /// The schedule asked for; a kind that needs a further option asks for it.
  private func schedule(_ input: CalcInput, owed: Money, rate: Rate?) throws -> Schedule<Money> {
    if kind == "lump-sum" {
      let offer = try input.money(try input.given(offer, "--offer"), "--offer")
      return try input.planned { () throws(PlanningFault) in
        try .lumpSum(owed: owed, offer: offer)
      }
    }
    let months = try count(input)
    let periodic = try input.planned { () throws(PlanningFault) in
      guard let rate else { return Ratio<Int64>(0) }
      guard let monthly = rate.ratio(periodsPerYear: 12) else { throw .rateWithoutPeriod }
      return monthly
    }
    switch kind {
    case "up-front-fee":
      let fee = try input.money(try input.given(fee, "--fee"), "--fee")
      guard owed > .zero, fee <= owed, let part = Ratio(fee.fen, owed.fen) else {
        throw input.refuse(
          "bad-fee", "--fee", zh: "先扣的费用不能超过本金", en: "the fee can't exceed the principal")
      }
      return try input.planned { () throws(PlanningFault) in
        try .upFrontFee(principal: owed, feeRate: part, periods: months)
      }
    case "balloon":
      let over = try input.count(
        try input.given(over, "--over"), "--over", months...Schedule<Money>.mostPeriods)
      return try input.planned { () throws(PlanningFault) in
        try .balloon(principal: owed, rate: periodic, periods: months, amortisedOver: over)
      }
    default: return try schedule(input, owed: owed, rate: periodic, months: months)
    }
  }

  private func count(_ input: CalcInput) throws -> Int {
    try input.count(
      try input.given(months, "--months"), "--months", 1...Schedule<Money>.mostPeriods)
  }

  private func schedule(
    _ input: CalcInput, owed: Money, rate: Ratio<Int64>, months: Int
  ) throws -> Schedule<Money> {
    let known: ScheduleKind? = ScheduleKind(rawValue: kind)
    guard let known, known != .balloon, known != .lumpSum else {
      throw input.refuse(
        "bad-kind", "--kind",
        zh:
          "可以写 equal-instalment（等额本息）、equal-principal（等额本金）、flat-fee（等本等费）、up-front-fee（先扣费用）、interest-only（先息后本）、balloon（气球贷）、lump-sum（一次性结清）、deferral（延期）",
        en:
          "write equal-instalment, equal-principal, flat-fee, up-front-fee, interest-only, balloon, lump-sum or deferral"
      )
    }
    return try input.planned { () throws(PlanningFault) in
      switch known {
      case .equalPrincipal: try .equalPrincipal(principal: owed, rate: rate, periods: months)
      case .flatFee: try .flatFee(principal: owed, feeRate: rate, periods: months)
      case .interestOnly: try .interestOnly(principal: owed, rate: rate, periods: months)
      case .deferral: try .deferral(principal: owed, rate: rate, periods: months)
      default: try .equalInstalment(principal: owed, rate: rate, periods: months)
      }
    }
  }
}
