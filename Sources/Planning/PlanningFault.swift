import Wording

/// Why a question of the planning core has no answer.
package enum PlanningFault: Error, Hashable, Sendable {
  /// A result does not fit in 64 bits of fen (more than 92 thousand million million yuan).
  case overflow
  /// An amount that must be 0 or more is negative.
  case negativeAmount
  /// A principal or debt of nothing, where there must be something to plan for.
  case nothingOwed
  /// A rate that must be 0 or more is negative.
  case negativeRate
  /// The rate has no basis that can be turned into one for the period (a fee charged once).
  case rateWithoutPeriod
  /// A number of instalments or months outside what is computed here.
  case periodCount(allowed: ClosedRange<Int>)
  /// A day before the year 1 or after the year 9999.
  case dateOutOfRange
  /// The end lies before the start.
  case datesReversed
  /// Two lists that belong together are of different lengths.
  case listsDiffer
  /// A list that must hold something is empty.
  case emptyList
  /// An order of debts that names a debt twice, not at all, or one that does not exist.
  case badOrder
  /// An amount received that is not above 0, so that no rate can be computed.
  case nothingReceived
}

extension PlanningFault {
  /// The fault's name for programs: lower case with hyphens, such as `negative-amount`.
  package var name: String {
    switch self {
    case .overflow: "overflow"
    case .negativeAmount: "negative-amount"
    case .nothingOwed: "nothing-owed"
    case .negativeRate: "negative-rate"
    case .rateWithoutPeriod: "rate-without-period"
    case .periodCount: "period-count"
    case .dateOutOfRange: "date-out-of-range"
    case .datesReversed: "dates-reversed"
    case .listsDiffer: "lists-differ"
    case .emptyList: "empty-list"
    case .badOrder: "bad-order"
    case .nothingReceived: "nothing-received"
    }
  }

  /// What is wrong and what to do, for people.
  package var message: BilingualText {
    switch self {
    case .overflow:
      BilingualText(
        zh: "金额太大，算不下去。请核对数字，例如是否多打了零。",
        en: "The amounts are too large to compute. Check the figures, for example for extra zeros.")
    case .negativeAmount:
      BilingualText(
        zh: "金额不能是负数。请填 0 或正数。", en: "An amount can't be negative. Give 0 or more.")
    case .nothingOwed:
      BilingualText(
        zh: "欠款是 0，没有需要安排的还款。", en: "Nothing is owed, so there is nothing to plan.")
    case .negativeRate:
      BilingualText(
        zh: "利率不能是负数。请填 0 或正数。", en: "A rate can't be negative. Give 0 or more.")
    case .rateWithoutPeriod:
      BilingualText(
        zh: "这个费率是一次性收取的，不能当作每期利率。请说明是年、月、日还是每期。",
        en: "This rate is charged once and can't serve as a rate per period. "
          + "Say whether it is per year, month, day or instalment.")
    case .periodCount(let allowed):
      BilingualText(
        zh: "期数应在 \(allowed.lowerBound) 到 \(allowed.upperBound) 之间。",
        en: "The number of periods must be from \(allowed.lowerBound) to \(allowed.upperBound).")
    case .dateOutOfRange:
      BilingualText(
        zh: "日期超出公元 1 年到 9999 年。请核对日期。",
        en: "A day falls outside the years 1 to 9999. Check the dates.")
    case .datesReversed:
      BilingualText(
        zh: "结束日期早于开始日期。请核对两个日期。",
        en: "The end is before the start. Check the two dates.")
    case .listsDiffer:
      BilingualText(
        zh: "日期和金额的个数不一样。每笔金额都要有一个日期。",
        en: "There are not as many dates as amounts. Each amount needs one date.")
    case .emptyList:
      BilingualText(zh: "清单是空的。请至少填一项。", en: "The list is empty. Give at least one entry.")
    case .badOrder:
      BilingualText(
        zh: "还款顺序必须把每笔债务各列一次。",
        en: "The order must name each of the debts exactly once.")
    case .nothingReceived:
      BilingualText(
        zh: "实际到手金额必须大于 0，才能算出利率。",
        en: "The amount received must be above 0 for a rate to exist.")
    }
  }
}
