import ArgumentParser
import CoreFunctions
import MoneyAndDates
import Planning
import Wording

/// `mingbai calc prorata`: a sum shared among creditors.
struct CalcProRataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prorata", abstract: "一笔钱按欠款比例分 / a sum shared in proportion to what is owed",
    discussion: "例子 / Example: mingbai calc prorata --sum 700 --debt 卡=6000 --debt 网贷=1000")

  @Option(help: "要分的钱 / the sum, yuan.") var sum: String?
  @Option(parsing: .singleValue, help: "名称=欠款 / NAME=OWED.") var debt: [String] = []
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language, repeating: ["--debt"])
    let amount = try input.sum(try input.given(sum, "--sum"), "--sum")
    var names: [String] = []
    var owed: [Money] = []
    if debt.isEmpty { _ = try input.given(nil, "--debt") }
    for text in debt {
      guard let mark = text.lastIndex(of: "="), !text[..<mark].allSatisfy(\.isWhitespace) else {
        throw input.refuse(
          "bad-debt", "--debt", zh: "“\(text)”应写成 名称=金额", en: "\"\(text)\" must be NAME=AMOUNT")
      }
      names.append(String(text[..<mark]))
      owed.append(try input.money(String(text[text.index(after: mark)...]), "--debt"))
    }
    let offers = try input.planned { () throws(PlanningFault) in
      try ProRata(amount, among: owed).offers
    }
    let shares = names.indices.map {
      CreditorShare(name: names[$0], balance: owed[$0], offer: offers[$0])
    }
    input.show(table: CreditorShare.table(shares, in: options.language))
    input.show(
      BilingualText(
        zh: "算法：每家 ＝ 要分的钱 × 欠这家的 ÷ 欠款合计，先舍到分，剩下的几分给舍去最多的。",
        en:
          "Definition: each share = the sum × what this one is owed ÷ all that is owed, cut to the fen; the fen left go to those cut most."
      )[options.language])
    if let given = Money.sum(offers), let left = amount.subtracting(given), left > .zero {
      input.show(
        BilingualText(
          zh: "还有 \(left.formatted(in: .zh)) 没有分出去：比欠的还多。",
          en: "\(left.formatted(in: .en)) is left over: it is more than what is owed.")[
            options.language])
    }
  }
}

/// `mingbai calc penalty`: what is owed on a day.
struct CalcPenaltyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "penalty", abstract: "到某天一共欠多少 / what is owed on a day",
    discussion: """
      例子 / Examples:
        mingbai calc penalty --principal 3200 --rate 0.05%/日 --due 2026-10-15
        mingbai calc penalty --principal 3200 --rate 24%/year --due 2026-01-15 --on 2026-11-21 --paid 2026-05-01:500
      """)

  @Option(help: "本金 / principal, yuan.") var principal: String?
  @Option(help: "到期时未付的利息 / interest unpaid on the due day. (默认 / default: 0)")
  var interest: String?
  @Option(help: "到期时未付的费用 / fees unpaid on the due day. (默认 / default: 0)") var fees: String?
  @Option(help: "利率，写明按年月日 / rate with its basis.") var rate: String?
  @Option(help: "到期日 / due day, YYYY-MM-DD.") var due: String?
  @Option(help: "看哪一天 / the day asked about. (默认今天 / default: today)") var on: String?
  @Option(help: "simple, compound-monthly, compound-daily. (默认 / default: simple)")
  var mode: String?
  @Option(parsing: .singleValue, help: "日期:金额，其间付的款 / DAY:AMOUNT, payments made.")
  var paid: [String] = []
  @Flag(help: "先还本金 / payments go to the principal first.") var principalFirst = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language, repeating: ["--paid"])
    let amount = try input.money(try input.given(principal, "--principal"), "--principal")
    let unpaid = (
      try input.money(interest ?? "0", "--interest"), try input.money(fees ?? "0", "--fees")
    )
    let rate = try input.rate(try input.given(rate, "--rate"), "--rate")
    let due = try input.day(try input.given(due, "--due"), "--due")
    let day = try on.map { try input.day($0, "--on") } ?? options.day
    guard let mode = PenaltyMode(rawValue: mode ?? PenaltyMode.simple.rawValue) else {
      throw input.refuse(
        "bad-mode", "--mode", zh: "可以写 simple、compound-monthly、compound-daily",
        en: "write simple, compound-monthly or compound-daily")
    }
    try input.refuseUnused(
      ["--principal-first": principalFirst && paid.isEmpty], zh: "没有 --paid 时",
      en: "a question without --paid")
    let payments = try paid.map { text in
      let (day, amount) = try input.flow(text, "--paid")
      guard day >= due else {
        throw input.refuse(
          "bad-date", "--paid", zh: "\(day.iso) 在到期日之前；那时付的请先从本金里减掉",
          en: "\(day.iso) is before the due day; take what was paid then off the principal")
      }
      return DatedPayment(date: day, amount: amount)
    }
    let balance = try input.planned { () throws(PlanningFault) in
      guard let daily = rate.ratio(periodsPerYear: 365) else { throw .rateWithoutPeriod }
      return try PenaltyBalance(
        principal: amount, interest: unpaid.0, fees: unpaid.1, dailyRate: daily, mode: mode,
        dueDate: due, on: day, payments: payments,
        order: principalFirst ? .principalFirst : .feesInterestPrincipal)
    }
    let definition = [
      mode.definition, rate.dayDefinition, payments.isEmpty ? nil : orderDefinition,
    ].compactMap { $0?[options.language] }
    input.show(
      balance.described(in: options.language) + "\n"
        + definition.joined(separator: options.language == .zh ? "" : " "))
    input.show(assumed: [
      on == nil
        ? BilingualText(zh: "算到今天 \(day.iso)（--on）", en: "up to today, \(day.iso) (--on)") : nil,
      self.mode == nil ? BilingualText(zh: "单利（--mode）", en: "simple interest (--mode)") : nil,
      interest == nil && fees == nil
        ? BilingualText(
          zh: "到期时没有欠下利息和费用（--interest、--fees）",
          en: "no interest or fees unpaid on the due day (--interest, --fees)") : nil,
    ])
  }

  private var orderDefinition: BilingualText {
    principalFirst
      ? BilingualText(
        zh: "付的钱按约定先抵本金，再抵利息、费用。",
        en: "Payments go to principal first, as agreed, then interest and fees.")
      : BilingualText(
        zh: "付的钱没有另外约定时先抵费用，再抵利息，最后抵本金（rule.INT-21）。",
        en:
          "Payments go to fees, then interest, then principal, where nothing else is agreed (rule.INT-21)."
      )
  }
}

extension PenaltyMode {
  /// How the interest is computed.
  fileprivate var definition: BilingualText {
    switch self {
    case .simple:
      BilingualText(
        zh: "算法（单利）：利息 ＝ 未还本金 × 日利率 × 天数，到期日当天不算，每次付款和最后一天四舍五入到分。",
        en:
          "Definition (simple): interest = unpaid principal × rate a day × days, the due day not counted, rounded to the fen at each payment and on the last day."
      )
    case .compoundMonthly:
      BilingualText(
        zh: "算法（按月复利）：利息 ＝ 未还本金 × 日利率 × 天数，每满一个月把没付的利息并入本金，四舍五入到分。",
        en:
          "Definition (compounded monthly): interest = unpaid principal × rate a day × days; each month from the due day unpaid interest joins the principal, rounded to the fen."
      )
    case .compoundDaily:
      BilingualText(
        zh: "算法（按日复利）：利息 ＝ 未还本金 ×（(1＋日利率)^天数 − 1），每次付款和最后一天四舍五入到分。",
        en:
          "Definition (compounded daily): interest = unpaid principal × ((1 + rate a day)^days − 1), rounded to the fen at each payment and on the last day."
      )
    }
  }
}

extension Rate {
  /// How the rate a day comes from this one; `nil` for one a day.
  fileprivate var dayDefinition: BilingualText? {
    switch basis {
    case .perYear:
      BilingualText(
        zh: "日利率 ＝ \(formatted(in: .zh)) ÷ 365。", en: "Rate a day = \(formatted(in: .en)) ÷ 365.")
    case .perMonth:
      BilingualText(
        zh: "日利率 ＝ \(formatted(in: .zh)) × 12 ÷ 365。",
        en: "Rate a day = \(formatted(in: .en)) × 12 ÷ 365.")
    case .perDay, .perPeriod, .once: nil
    }
  }
}

/// `mingbai calc offer`: whether a lump sum for less is worth it.
struct CalcOfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "一次性减免值不值 / whether a lump sum for less is worth it",
    discussion:
      "例子 / Example: mingbai calc offer --amount 4000 --months 3 --monthly 1000 --saved 1000 --instalments 6000"
  )

  @Option(help: "结清金额 / what closes the debt.") var amount: String?
  @Option(help: "有效几个月 / months it stands; 0 is today only.") var months: String?
  @Option(help: "每月能攒 / put aside a month.") var monthly: String?
  @Option(help: "手上有 / at hand. (默认 / default: 0)") var saved: String?
  @Option(help: "等一个月要多花 / what a month of waiting costs. (默认 / default: 0)") var waiting: String?
  @Option(help: "分期总共要付 / what the instalments cost in all.") var instalments: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language)
    let sum = try input.sum(try input.given(amount, "--amount"), "--amount")
    let months = try input.count(try input.given(months, "--months"), "--months", 0...1200)
    let aside = try input.money(try input.given(monthly, "--monthly"), "--monthly")
    let hand = try input.money(saved ?? "0", "--saved")
    let cost = try input.money(waiting ?? "0", "--waiting")
    let total = try input.money(
      try input.given(instalments, "--instalments"), "--instalments")
    let offer = try input.planned { () throws(PlanningFault) in
      try DiscountOffer(
        amount: sum, monthsOpen: months, saved: hand, monthly: aside, costOfWaiting: cost,
        instalmentTotal: total)
    }
    let definition = BilingualText(
      zh: "算法：连等待一共 ＝ 结清金额 ＋ 等一个月要多花 × 攒钱的月数；攒钱的月数 ＝（结清金额 − 手上有）÷ 每月能攒，不满一个月算一个月。",
      en:
        "Definition: with waiting = the sum + cost of a month's waiting × months of saving; months of saving = (the sum − at hand) ÷ put aside a month, a part of a month counted as one."
    )
    input.show(offer.described(in: options.language) + "\n" + definition[options.language])
    input.show(assumed: [
      saved == nil ? BilingualText(zh: "手上没有钱（--saved）", en: "nothing at hand (--saved)") : nil,
      waiting == nil
        ? BilingualText(zh: "等待不用多花钱（--waiting）", en: "waiting costs nothing (--waiting)") : nil,
    ])
  }
}

/// `mingbai calc claim`: a collector's figure recomputed.
struct CalcClaimCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim", abstract: "还原催收金额 / a collector's figure recomputed",
    discussion:
      "例子 / Example: mingbai calc claim --claimed 5000 --principal 1000 --days 100 --lender bank --contract 2026-01-05"
  )

  @Option(help: "要求的金额 / what is demanded.") var claimed: String?
  @Option(help: "本金 / principal.") var principal: String?
  @Option(help: "到今天几天 / for how many days up to today.") var days: String?
  @Option(help: "机构类别 / kind of lender. (默认 / default: unknown)") var lender: String?
  @Option(help: "合同日 / day of the contract. (默认这些天的第一天 / default: the first of these days)")
  var contract: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language)
    let demand = try input.money(try input.given(claimed, "--claimed"), "--claimed")
    let lent = try input.money(try input.given(principal, "--principal"), "--principal")
    let days = try input.count(try input.given(days, "--days"), "--days", 1...36_600)
    let kind = try lender.map { try input.lender($0, "--lender") } ?? .unknown
    let first = try input.planned { () throws(PlanningFault) in
      guard let first = options.day.adding(days: -days) else { throw .dateOutOfRange }
      return first
    }
    let day = try contract.map { try input.day($0, "--contract") } ?? first
    let caps = LoanCaps(try options.shelf().facts)
    let claim = try input.planned { () throws(PlanningFault) in
      try RecomputedClaim(
        claimed: demand, principal: lent, days: days, lender: kind, contractOn: day,
        on: options.day, caps: caps)
    }
    input.show(claim.described(in: options.language))
    input.show(assumed: [
      lender == nil
        ? BilingualText(zh: "机构类别不清楚（--lender）", en: "an unknown kind of lender (--lender)") : nil,
      contract == nil
        ? BilingualText(
          zh: "合同日是 \(first.iso)，这 \(days) 天的第一天（上限看合同日，--contract）",
          en:
            "a contract of \(first.iso), the first of these \(days) days (the caps go by it, --contract)"
        )
        : nil,
    ])
  }
}
