import ArgumentParser
import CoreFunctions
import MoneyAndDates
import Planning
import Wording

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
      "equal-instalment, equal-principal, flat-fee, up-front-fee, interest-only, balloon, lump-sum, deferral. (默认 / default: equal-instalment)"
  )
  var kind: String?
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
    let input = try CalcInput(options.language)
    let kind = try knownKind(input)
    try refuseUnused(input, by: kind)
    let owed = try input.money(try input.given(principal, "--principal"), "--principal")
    let rate = try rate.map { try input.rate($0, "--rate", instalment: kind == .flatFee) }
    let schedule = try schedule(input, kind, owed: owed, rate: rate)
    let due = try firstDue.map { try input.day($0, "--first-due") }
    let plan = try input.planned { () throws(PlanningFault) in
      guard let first = due ?? options.day.adding(months: 1) else { throw .dateOutOfRange }
      return RepaymentPlan(schedule: schedule, owed: owed, firstDue: first)
    }
    show(input, plan, kind, rate: rate)
  }

  /// The kinds of schedule that can be asked for.
  fileprivate enum Kind: String, CaseIterable {
    case equalInstalment = "equal-instalment"
    case equalPrincipal = "equal-principal"
    case flatFee = "flat-fee"
    case upFrontFee = "up-front-fee"
    case interestOnly = "interest-only"
    case balloon
    case lumpSum = "lump-sum"
    case deferral

    /// Whether interest runs, so that a rate has a use.
    var hasRate: Bool { self != .upFrontFee && self != .lumpSum }

    var name: BilingualText {
      ScheduleKind(rawValue: rawValue)?.name
        ?? BilingualText(zh: "先扣费用，之后每月还一样的本金", en: "a fee kept back, then equal principal")
    }
  }

  private func knownKind(_ input: CalcInput) throws -> Kind {
    guard let kind else { return .equalInstalment }
    if let known = Kind(rawValue: kind) { return known }
    let names = Kind.allCases.map { "\($0.rawValue)（\($0.name.zh)）" }.joined(separator: "、")
    throw input.refuse(
      "bad-kind", "--kind", zh: "可以写 \(names)",
      en: "write one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  /// Refuses the options that only other kinds of schedule make use of.
  private func refuseUnused(_ input: CalcInput, by kind: Kind) throws {
    try input.refuseUnused(
      [
        "--rate": rate != nil && !kind.hasRate, "--months": months != nil && kind == .lumpSum,
        "--over": over != nil && kind != .balloon, "--fee": fee != nil && kind != .upFrontFee,
        "--offer": offer != nil && kind != .lumpSum,
      ], zh: "“\(kind.name.zh)”", en: "\(kind.name.en)")
  }

  private func show(_ input: CalcInput, _ plan: RepaymentPlan, _ kind: Kind, rate: Rate?) {
    let language = options.language
    let words = rate.map { " · " + $0.formatted(in: language) } ?? ""
    input.show(kind.name[language] + words)
    input.show(table: plan.table(in: language))
    if kind == .upFrontFee { input.show(CalcScheduleCommand.keptBack(plan)[language]) }
    let total = plan.schedule.totalPaid.formatted(in: language)
    let interest = plan.schedule.totalInterest.formatted(in: language)
    let cost =
      kind == .flatFee
      ? BilingualText(zh: "费用", en: "fees") : BilingualText(zh: "利息", en: "interest")
    input.show(
      BilingualText(
        zh: "一共还 \(total)，其中\(cost.zh) \(interest)。",
        en: "\(total) in all, \(interest) of it \(cost.en).")[language])
    if let rate, let definition = kind.definition {
      input.show((definition[language]) + (rate.monthDefinition?[language] ?? ""))
    }
    input.show(assumed: [
      self.kind == nil
        ? BilingualText(zh: "等额本息（--kind）", en: "equal instalments (--kind)") : nil,
      rate == nil && kind.hasRate
        ? BilingualText(zh: "不计息（--rate）", en: "no interest (--rate)") : nil,
      firstDue == nil
        ? BilingualText(
          zh: "首个还款日 \(plan.firstDue.iso)，从今天起一个月（--first-due）",
          en: "first due day \(plan.firstDue.iso), a month from today (--first-due)") : nil,
    ])
  }

  /// What of a loan is received once the fee is kept back.
  private static func keptBack(_ plan: RepaymentPlan) -> BilingualText {
    let fee = plan.schedule.upFrontFee
    let received = plan.owed.subtracting(fee) ?? .zero
    return BilingualText(
      zh:
        "先扣 \(fee.formatted(in: .zh))，实际到手 \(received.formatted(in: .zh))；本金按到手算（rule.INT-08）。",
      en:
        "\(fee.formatted(in: .en)) is kept back first, \(received.formatted(in: .en)) is received; the principal is what was received (rule.INT-08)."
    )
  }

  /// The schedule asked for; a kind that needs a further option asks for it.
  private func schedule(
    _ input: CalcInput, _ kind: Kind, owed: Money, rate: Rate?
  ) throws -> Schedule<Money> {
    if kind == .lumpSum {
      let offer = try input.sum(try input.given(offer, "--offer"), "--offer")
      return try input.planned { () throws(PlanningFault) in
        try .lumpSum(owed: owed, offer: offer)
      }
    }
    let months = try input.count(
      try input.given(months, "--months"), "--months", 1...Schedule<Money>.mostPeriods)
    if kind == .upFrontFee { return try upFront(input, owed: owed, months: months) }
    let monthly = try input.planned { () throws(PlanningFault) in
      guard let rate else { return Ratio<Int64>(0) }
      guard let monthly = rate.ratio(periodsPerYear: 12) else { throw .rateWithoutPeriod }
      return monthly
    }
    let longer =
      kind == .balloon
      ? try input.count(
        try input.given(over, "--over"), "--over", months...Schedule<Money>.mostPeriods) : months
    return try input.planned { () throws(PlanningFault) in
      switch kind {
      case .equalPrincipal: try .equalPrincipal(principal: owed, rate: monthly, periods: months)
      case .flatFee: try .flatFee(principal: owed, feeRate: monthly, periods: months)
      case .interestOnly: try .interestOnly(principal: owed, rate: monthly, periods: months)
      case .deferral: try .deferral(principal: owed, rate: monthly, periods: months)
      case .balloon:
        try .balloon(principal: owed, rate: monthly, periods: months, amortisedOver: longer)
      case .equalInstalment, .upFrontFee, .lumpSum:
        try .equalInstalment(principal: owed, rate: monthly, periods: months)
      }
    }
  }

  private func upFront(_ input: CalcInput, owed: Money, months: Int) throws -> Schedule<Money> {
    let fee = try input.money(try input.given(fee, "--fee"), "--fee")
    guard owed > .zero, fee <= owed, let part = Ratio(fee.fen, owed.fen) else {
      throw input.refuse(
        "bad-fee", "--fee", zh: "先扣的费用不能超过本金", en: "the fee can't exceed the principal")
    }
    return try input.planned { () throws(PlanningFault) in
      try .upFrontFee(principal: owed, feeRate: part, periods: months)
    }
  }
}

extension CalcScheduleCommand.Kind {
  /// How interest or fee of a row are computed; `nil` where there is none.
  fileprivate var definition: BilingualText? {
    switch self {
    case .equalInstalment, .balloon:
      BilingualText(
        zh: "算法：每期利息 ＝ 剩余本金 × 月利率，四舍五入到分；每期 ＝ 本金 × i ÷ (1 − (1＋i)^−n)，i 是月利率，n 是计算用的月数。",
        en:
          "Definition: interest of a row = principal left × rate a month, rounded to the fen; an instalment = principal × i ÷ (1 − (1+i)^−n), i the rate a month, n the months computed over."
      )
    case .equalPrincipal, .interestOnly:
      BilingualText(
        zh: "算法：每期利息 ＝ 剩余本金 × 月利率，四舍五入到分。",
        en: "Definition: interest of a row = principal left × rate a month, rounded to the fen.")
    case .flatFee:
      BilingualText(
        zh: "算法：每期费用 ＝ 最初本金 × 每期费率，四舍五入到分；本金虽在减少，费用不减，真实年利率一般高得多（mingbai calc apr）。",
        en:
          "Definition: fee of a row = first principal × rate, rounded to the fen; the principal shrinks, the fee does not, so the true annual rate is usually much higher (mingbai calc apr)."
      )
    case .deferral:
      BilingualText(
        zh: "算法：利息 ＝ 本金 × 月利率 × 月数，和本金一起在最后付。",
        en:
          "Definition: interest = principal × rate a month × months, paid with the principal at the end."
      )
    case .upFrontFee, .lumpSum: nil
    }
  }
}

extension Rate {
  /// How the rate a month comes from this one; `nil` for one a month or an instalment.
  fileprivate var monthDefinition: BilingualText? {
    switch basis {
    case .perYear:
      BilingualText(
        zh: "月利率 ＝ \(formatted(in: .zh)) ÷ 12。", en: " Rate a month = \(formatted(in: .en)) ÷ 12.")
    case .perDay:
      BilingualText(
        zh: "月利率 ＝ \(formatted(in: .zh)) × 365 ÷ 12。",
        en: " Rate a month = \(formatted(in: .en)) × 365 ÷ 12.")
    case .perMonth, .perPeriod, .once: nil
    }
  }
}
