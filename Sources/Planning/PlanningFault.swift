import Wording

/// Why a question of the planning core has no answer.
package enum PlanningFault: Error, Hashable, Sendable {
  /// A result does not fit in 64 bits of fen (more than 92 thousand million million yuan).
  case overflow
  /// An amount that must be 0 or more is negative.
  case negativeAmount
  /// An amount that must be above 0 is 0 or negative.
  case notAboveZero
  /// A principal or debt of nothing, where there must be something to plan for.
  case nothingOwed
  /// A sum to settle a debt that is more than the debt.
  case offerAboveDebt
  /// A rate that must be 0 or more is negative.
  case negativeRate
  /// The rate has no basis that can be turned into one for the period (a fee charged once).
  case rateWithoutPeriod
  /// A number of instalments or months outside what is computed here.
  case periodCount(allowed: ClosedRange<Int>)
  /// A number of days outside what is computed here.
  case dayCount(allowed: ClosedRange<Int>)
  /// A number of debts outside what is computed here.
  case debtCount(allowed: ClosedRange<Int>)
  /// A part of a whole below 0 or above all of it.
  case shareOutOfRange
  /// A day before the year 1 or after the year 9999.
  case dateOutOfRange
  /// The end lies before the start.
  case datesReversed
  /// A payment before the day the debt was due.
  case paymentBeforeDue
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
    case .notAboveZero: "not-above-zero"
    case .nothingOwed: "nothing-owed"
    case .offerAboveDebt: "offer-above-debt"
    case .negativeRate: "negative-rate"
    case .rateWithoutPeriod: "rate-without-period"
    case .periodCount: "period-count"
    case .dayCount: "day-count"
    case .debtCount: "debt-count"
    case .shareOutOfRange: "share-out-of-range"
    case .dateOutOfRange: "date-out-of-range"
    case .datesReversed: "dates-reversed"
    case .paymentBeforeDue: "payment-before-due"
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
    case .notAboveZero:
      BilingualText(
        zh: "这里的金额必须大于 0。请核对。", en: "This amount must be above 0. Check it.")
    case .nothingOwed:
      BilingualText(
        zh: "欠款是 0，没有需要安排的还款。", en: "Nothing is owed, so there is nothing to plan.")
    case .offerAboveDebt:
      BilingualText(
        zh: "结清金额比欠款还多。请核对这两个数。",
        en: "The sum to settle is more than the debt. Check the two.")
    case .negativeRate:
      BilingualText(
        zh: "利率不能是负数。请填 0 或正数。", en: "A rate can't be negative. Give 0 or more.")
    case .rateWithoutPeriod:
      BilingualText(
        zh: "这个费率是一次性收取的，不能当作每期利率。请说明是年、月、日还是每期。",
        en: "This rate is charged once and can't serve as a rate per period. "
          + "Say whether it is per year, month, day or instalment.")
    case .periodCount(let allowed):
      PlanningFault.outside(allowed, zh: "期数", en: "The number of periods")
    case .dayCount(let allowed):
      PlanningFault.outside(allowed, zh: "天数", en: "The number of days")
    case .debtCount(let allowed):
      PlanningFault.outside(allowed, zh: "欠款的笔数", en: "The number of debts")
    case .shareOutOfRange:
      BilingualText(zh: "比例应在 0 到 100% 之间。", en: "A share must be from 0 to 100%.")
    case .dateOutOfRange:
      BilingualText(
        zh: "日期超出公元 1 年到 9999 年。请核对日期。",
        en: "A day falls outside the years 1 to 9999. Check the dates.")
    case .datesReversed:
      BilingualText(
        zh: "结束日期早于开始日期。请核对两个日期。",
        en: "The end is before the start. Check the two dates.")
    case .paymentBeforeDue:
      BilingualText(
        zh: "有一笔付款在到期日之前。到期前付的请先从本金里减掉。",
        en: "A payment lies before the due day. Take what was paid then off the principal.")
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

  /// What a number must be; a range without an end of its own is told by its beginning.
  private static func outside(_ allowed: ClosedRange<Int>, zh: String, en: String) -> BilingualText
  {
    allowed.upperBound == Int.max
      ? BilingualText(
        zh: "\(zh)不能小于 \(allowed.lowerBound)。", en: "\(en) must be \(allowed.lowerBound) or more.")
      : BilingualText(
        zh: "\(zh)应在 \(allowed.lowerBound) 到 \(allowed.upperBound) 之间。",
        en: "\(en) must be from \(allowed.lowerBound) to \(allowed.upperBound).")
  }
}
