import MoneyAndDates
import Wording

extension AnnualRates {
  /// One line for each rate, with its definition beside it; where there is no single internal rate, a
  /// line that says so.
  package func described(in language: Language) -> String {
    var lines: [String] = []
    switch status {
    case .ok:
      lines.append(line(nominal, AnnualRates.nominalText(periodsPerYear), in: language))
      lines.append(line(effective, AnnualRates.effectiveText, in: language))
    case .none: lines.append(AnnualRates.noneText[language])
    case .noSignChange: lines.append(AnnualRates.noSignChangeText[language])
    case .multiple:
      let all = severalNominal.map(AnnualRates.percent).joined(
        separator: language == .zh ? "、" : ", ")
      lines.append(AnnualRates.multipleText(all)[language])
    }
    if status == .ok || status == .multiple {
      lines.append(line(simple, AnnualRates.simpleText, in: language))
      lines.append(line(naive, AnnualRates.naiveText, in: language))
    }
    if let nominal, nominal < 0 { lines.append(AnnualRates.belowZeroText[language]) }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func line(_ rate: Double?, _ text: BilingualText, in language: Language) -> String {
    guard let rate else { return "" }
    return "\(AnnualRates.percent(rate)) — \(text[language])"
  }

  /// A rate as a percentage with two decimals, half away from zero: `13.03%`.
  package static func percent(_ rate: Double) -> String {
    guard let exact = Rate(nearestTo: rate) else { return "> 10¹⁴%" }
    // 6 decimals of the fraction are 4 of the percentage; `posted` rounds 2 of them away.
    let hundredths = Money(fen: exact.ratio.numerator).scaled(
      by: Ratio(10_000, exact.ratio.denominator) ?? Ratio(0))
    return "\(hundredths?.yuan ?? "?")%"
  }
}

extension AnnualRates {
  private static func nominalText(_ periods: Int) -> BilingualText {
    BilingualText(
      zh: "名义年利率：每期内部收益率 × \(periods) 期（IRR×\(periods)），按每期实际剩余本金计算",
      en:
        "nominal: internal rate of a period × \(periods) (IRR×\(periods)), on the principal still in use"
    )
  }

  private static let effectiveText = BilingualText(
    zh: "实际年利率：把每期利率按一年复利滚算",
    en: "effective: the same rate compounded over a year")

  private static let simpleText = BilingualText(
    zh: "单利年化：一年的全部费用 ÷ 平均占用的本金",
    en: "simple: a year's cost divided by the average principal in use")

  private static let naiveText = BilingualText(
    zh: "表面费率：一年的费用 ÷ 最初本金，没有考虑本金在逐期减少，会显得偏低",
    en:
      "naive: a year's cost divided by the first principal; looks too low, for the principal shrinks"
  )

  /// What a rate below 0 says: that less is paid back than was received.
  package static let belowZeroText = BilingualText(
    zh: "比到手的还得少，所以利率是负数；借款很少这样。请核对到手金额、每期金额和期数，是不是漏了几笔。",
    en: "Less is paid back than was received, so the rate is below 0, which loans hardly ever are. "
      + "Check the amounts and how many payments there are; some may be missing.")

  private static let noneText = BilingualText(
    zh: "没有任何利率能使这些收支的现值相等，所以不能给出年利率。请核对金额和正负号。",
    en: "At no rate are these payments worth what was received, so there is no annual rate. "
      + "Check the amounts and their signs.")

  private static let noSignChangeText = BilingualText(
    zh: "只有收入或只有支出，算不出利率。请填实际到手金额和每期还款。",
    en: "There are only receipts or only payments, so there is no rate. "
      + "Give the amount received and the instalments.")

  private static func multipleText(_ rates: String) -> BilingualText {
    BilingualText(
      zh: "有几个利率都成立（\(rates)），不能只挑一个。请看下面的单利口径。",
      en: "Several rates fit (\(rates)), and none may be picked. Use the simple rate below.")
  }
}
