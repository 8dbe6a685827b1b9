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
  @Option(help: "一年几期 / instalments a year. (默认 / default: 12)") var perYear: String?
  @Option(parsing: .singleValue, help: "日期:金额，收到为正、付出为负 / DAY:AMOUNT; received +, paid −.")
  var flow: [String] = []
  @Option(help: "机构类别 / bank, consumer-finance, small-loan, card, private.") var lender: String?
  @Option(
    help:
      "合同日 / day of the contract, YYYY-MM-DD. (默认 --flow 的第一天，否则今天 / default: the first --flow day, else today)"
  )
  var contract: String?
  @Flag(help: "经互联网平台 / the loan came through an internet platform.") var platform = false
  @OptionGroup var options: CommonOptions

  func run() throws {
    let input = try CalcInput(options.language, repeating: ["--flow"])
    // Whatever is asked wrongly is refused before anything is printed.
    let kind = try lender.map { try input.lender($0, "--lender") }
    guard kind != nil || (contract == nil && !platform) else {
      throw input.refuse(
        "missing", "--lender", zh: "合同日和平台只在和上限比时有用；请写明机构类别",
        en: "contract day and platform serve to compare with the caps; name the kind of lender")
    }
    let day = try contract.map { try input.day($0, "--contract") }
    let (flows, words) = try flow.isEmpty ? instalments(input) : dated(input)
    if kind != nil {
      try input.planned { () throws(PlanningFault) in try LoanCaps.requireComparable(flows) }
    }
    input.show(words)
    if let kind { try showCaps(input, flows, lender: kind, contract: day) }
  }

  /// The caps, after what was taken for the contract day; or why there is nothing to compare.
  private func showCaps(
    _ input: CalcInput, _ flows: LoanFlows, lender: LenderKind, contract: CalendarDate?
  ) throws {
    if case .dated(let flows) = flows, let reason = NettedFlows(flows).whyNoLoan {
      return input.show("\n" + reason[options.language])
    }
    let first = flows.firstDay
    let caps = LoanCaps(try options.shelf().facts)
      .findings(
        flows, lender: lender, contractOn: contract ?? first ?? options.day,
        throughPlatform: platform, today: options.day)
    input.show("\n" + CapFinding.text(caps, in: options.language))
    if contract == nil { input.show(assumed: [assumedContract(first)]) }
  }

  private func assumedContract(_ first: CalendarDate?) -> BilingualText {
    guard let first else {
      return BilingualText(
        zh: "合同日是今天 \(options.day.iso)（上限看合同日；以前签的请加 --contract）",
        en:
          "a contract of today, \(options.day.iso) (the caps go by it; for an older one add --contract)"
      )
    }
    return BilingualText(
      zh: "合同日是第一笔的日子 \(first.iso)（上限看合同日；不是那天请加 --contract）",
      en:
        "a contract of the first flow's day, \(first.iso) (the caps go by it; if it is another, add --contract)"
    )
  }

  private func instalments(_ input: CalcInput) throws -> (LoanFlows, words: String) {
    guard let received, let instalment, let months else {
      throw input.refuse(
        "missing", "--received --instalment --months",
        zh: "请给出到手、每期和期数，或者用 --flow 逐笔写", en: "give all three, or each payment by --flow")
    }
    let periods = try input.count(months, "--months", 1...LoanCaps.mostInstalments)
    let perYear = try input.count(perYear ?? "12", "--per-year", 1...366)
    let got = try input.money(received, "--received")
    let paid = try input.money(instalment, "--instalment")
    let (rates, flows) = try input.planned { () throws(PlanningFault) in
      (
        try AnnualRates(
          received: got, instalment: paid, periods: periods, periodsPerYear: perYear),
        try LoanFlows.equalInstalments(received: got, instalment: paid, periods: periods)
      )
    }
    let formula = BilingualText(
      zh: "公式：到手 ＝ Σ 每期 ÷ (1＋i)^k，k＝1…\(periods)；i 是每期利率。",
      en: "Formula: received = Σ instalment ÷ (1+i)^k, k = 1…\(periods); i is the rate of a period."
    )
    return (
      .periodic(flows, periodsPerYear: perYear),
      rates.described(in: options.language) + "\n" + formula[options.language]
    )
  }

  private func dated(_ input: CalcInput) throws -> (LoanFlows, words: String) {
    try input.refuseUnused(
      [
        "--received": received != nil, "--instalment": instalment != nil, "--months": months != nil,
        "--per-year": perYear != nil,
      ], zh: "用 --flow 逐笔写时，", en: "a question by --flow")
    let flows = try flow.map { text in
      let (day, amount) = try input.flow(text, "--flow")
      return DatedFlow(date: day, amount: amount)
    }
    let result = RateOfReturn.dated(flows)
    return (.dated(flows), result.described(NettedFlows(flows), in: options.language))
  }
}

extension LoanFlows {
  /// The first day of flows on days.
  fileprivate var firstDay: CalendarDate? {
    guard case .dated(let flows) = self else { return nil }
    return flows.map(\.date).min()
  }
}

/// Flows with those of one day added up, as a rate sees them.
private struct NettedFlows {
  /// The sums in time order without those that are 0.
  let sums: [Int128]
  /// Whether a day both received and paid.
  let isMixed: Bool

  init(_ flows: [DatedFlow]) {
    let days = Dictionary(grouping: flows, by: \.date)
    sums = days.sorted { $0.key < $1.key }
      .map { $0.value.reduce(Int128(0)) { $0 + Int128($1.amount.fen) } }.filter { $0 != 0 }
    isMixed = days.values.contains { flows in
      flows.contains { $0.amount.fen < 0 } && flows.contains { $0.amount.fen > 0 }
    }
  }

  /// Whether the first that moves is paid: the side of one who lends, or signs the wrong way round.
  var startsByPaying: Bool { (sums.first ?? 0) < 0 }
  /// Whether there is something received and something paid.
  var hasBoth: Bool { sums.contains { $0 < 0 } && sums.contains { $0 > 0 } }

  /// Why flows can't be held against caps at all; `nil` for those of a borrower.
  var whyNoLoan: BilingualText? {
    guard hasBoth else {
      return BilingualText(
        zh: "没有利率，所以没有和上限比。", en: "There is no rate, so nothing was held against the caps.")
    }
    guard startsByPaying else { return nil }
    return BilingualText(
      zh: "上限管的是借款人的成本，所以这里没有比。要比就把正负号对调再算。",
      en:
        "The caps limit what a borrower pays, so nothing was held against them. To compare, turn the signs round."
    )
  }

  /// Why there is no rate.
  var whyNoRate: BilingualText {
    guard !sums.isEmpty else {
      return BilingualText(
        zh: "no-sign-change：同一天的收支抵消后什么也不剩，算不出利率。请核对日期和金额。",
        en:
          "no-sign-change: once the flows of each day are added nothing is left, so there is no rate. Check days and amounts."
      )
    }
    guard isMixed else {
      return BilingualText(
        zh: "no-sign-change：只有收入或只有支出，算不出利率。付出的金额前加负号。",
        en: "no-sign-change: only receipts or only payments. Put a minus before what is paid.")
    }
    return BilingualText(
      zh: "no-sign-change：同一天的收支合起来以后，只剩收入或只剩支出，算不出利率。请核对日期和金额。",
      en:
        "no-sign-change: once the flows of each day are added, only receipts or only payments are left. Check days and amounts."
    )
  }
}

extension RateOfReturn {
  /// The effective rate of flows on days with its formula, or why there is none.
  fileprivate func described(_ flows: NettedFlows, in language: Language) -> String {
    let formula = BilingualText(
      zh: "公式：0 ＝ Σ 金额 ÷ (1＋r)^(天数/365)，天数从第一笔算起。",
      en: "Formula: 0 = Σ amount ÷ (1+r)^(days/365), days from the first flow.")
    let lent = BilingualText(
      zh: "第一笔是付出，所以这是借钱给别人的一方赚的利率。是你借进来的，就把收到的写成正数、还的写成负数。",
      en:
        "The first flow is paid, so this is what one who lends earns. If you borrowed, write what you received as + and what you paid as −."
    )
    let isLent = flows.startsByPaying && flows.hasBoth
    let isNegative = status == .ok && rates.contains { $0 < 0 } && !isLent
    return [
      verdict(flows), isNegative ? AnnualRates.belowZeroText : nil, isLent ? lent : nil, formula,
    ].compactMap { $0?[language] }
      .joined(separator: "\n")
  }

  private func verdict(_ flows: NettedFlows) -> BilingualText {
    let all = rates.map(AnnualRates.percent)
    return switch status {
    case .ok:
      BilingualText(
        zh: "\(all.joined()) — 实际年利率（按实际日期，一年复利一次）",
        en: "\(all.joined()) — effective annual rate (on the actual days)")
    case .multiple:
      BilingualText(
        zh: "multiple：有几个利率都成立（\(all.joined(separator: "、"))），不能只挑一个。",
        en: "multiple: several rates fit (\(all.joined(separator: ", "))), and none may be picked.")
    case .none:
      BilingualText(
        zh: "none：没有任何利率能使这些收支的现值相等。请核对金额和正负号。",
        en: "none: no rate fits these flows. Check the amounts and their signs.")
    case .noSignChange: flows.whyNoRate
    }
  }
}
