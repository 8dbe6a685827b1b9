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
    let input = CalcInput(language: options.language)
    let amount = try input.money(try input.given(sum, "--sum"), "--sum")
    var names: [String] = []
    var owed: [Money] = []
    if debt.isEmpty { _ = try input.given(nil, "--debt") }
    for text in debt {
      guard let mark = text.lastIndex(of: "=") else {
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
  @Option(help: "到期时未付的利息 / interest unpaid on the due day.") var interest = "0"
  @Option(help: "到期时未付的费用 / fees unpaid on the due day.") var fees = "0"
  @Option(help: "利率，写明按年月日 / rate with its basis.") var rate: String?
  @Option(help: "到期日 / due day, YYYY-MM-DD.") var due: String?
  @Option(help: "看哪一天 / the day asked about. (默认今天 / default: today)") var on: String?
  @Option(help: "simple, compound-monthly, compound-daily.") var mode = "simple"
  @Option(parsing: .singleValue, help: "日期:金额，其间付的款 / DAY:AMOUNT, payments made.")
  var paid: [String] = []
  @Flag(help: "先还本金 / payments go to the principal first.") var principalFirst = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let amount = try input.money(try input.given(principal, "--principal"), "--principal")
    let unpaid = (try input.money(interest, "--interest"), try input.money(fees, "--fees"))
    let rate = try input.rate(try input.given(rate, "--rate"), "--rate")
    let due = try input.day(try input.given(due, "--due"), "--due")
    let day = try on.map { try input.day($0, "--on") } ?? options.day
    guard let mode = PenaltyMode(rawValue: mode) else {
      throw input.refuse(
        "bad-mode", "--mode", zh: "可以写 simple、compound-monthly、compound-daily",
        en: "write simple, compound-monthly or compound-daily")
    }
    let payments = try paid.map { text in
      let (day, amount) = try input.flow(text, "--paid")
      return DatedPayment(date: day, amount: amount)
    }
    let balance = try input.planned { () throws(PlanningFault) in
      guard let daily = rate.ratio(periodsPerYear: 365) else { throw .rateWithoutPeriod }
      return try PenaltyBalance(
        principal: amount, interest: unpaid.0, fees: unpaid.1, dailyRate: daily, mode: mode,
        dueDate: due, on: day, payments: payments,
        order: principalFirst ? .principalFirst : .feesInterestPrincipal)
    }
    input.show(balance.described(in: options.language))
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
  @Option(help: "手上有 / at hand.") var saved = "0"
  @Option(help: "等一个月要多花 / what a month of waiting costs.") var waiting = "0"
  @Option(help: "分期总共要付 / what the instalments cost in all.") var instalments: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let sum = try input.money(try input.given(amount, "--amount"), "--amount")
    let months = try input.count(try input.given(months, "--months"), "--months", 0...1200)
    let aside = try input.money(try input.given(monthly, "--monthly"), "--monthly")
    let hand = try input.money(saved, "--saved")
    let cost = try input.money(waiting, "--waiting")
    let total = try input.money(
      try input.given(instalments, "--instalments"), "--instalments")
    let offer = try input.planned { () throws(PlanningFault) in
      try DiscountOffer(
        amount: sum, monthsOpen: months, saved: hand, monthly: aside, costOfWaiting: cost,
        instalmentTotal: total)
    }
    input.show(offer.described(in: options.language))
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
  @Option(help: "机构类别 / kind of lender.") var lender = "unknown"
  @Option(help: "合同日 / day of the contract. (默认这些天的第一天 / default: the first of these days)")
  var contract: String?
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = CalcInput(language: options.language)
    let demand = try input.money(try input.given(claimed, "--claimed"), "--claimed")
    let lent = try input.money(try input.given(principal, "--principal"), "--principal")
    let days = try input.count(try input.given(days, "--days"), "--days", 1...36_600)
    let kind = try input.lender(lender, "--lender")
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
  }
}
