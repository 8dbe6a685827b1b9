import MoneyAndDates
import Planning
import Wording

extension RepaymentPlan {
  /// How the figures of the plan's table come about, one formula a line, with the plan's own numbers.
  ///
  /// A month's rate is a twelfth of the yearly one; the rounding is half up to the fen.
  package func formulas(in language: Language) -> String {
    (kindFormulas + sums).map { "· " + $0[language] }.joined(separator: "\n")
  }

  private var kindFormulas: [BilingualText] {
    let words = PlanFormulas(
      principal: schedule.principal, regular: schedule.regular, periods: schedule.rows.count)
    // Without interest the formula of an instalment has no value (0 ÷ 0): then it is a plain share.
    let isFree = schedule.totalInterest == .zero
    switch schedule.kind {
    case .equalInstalment where isFree, .equalPrincipal where isFree, .flatFee where isFree:
      return [words.freeShare] + upFront
    case .equalInstalment: return [words.levelPayment, words.interest, words.principalPart]
    case .equalPrincipal: return [words.equalPart, words.interest, words.paid]
    case .flatFee: return [words.equalPart, words.fee, words.paid] + upFront
    case .interestOnly: return [words.interest, words.principalAtTheEnd]
    case .balloon: return [words.balloonPayment, words.interest, words.restAtTheEnd]
    case .lumpSum: return [settled]
    case .deferral: return [words.deferred]
    }
  }

  /// What every plan adds up to.
  private var sums: [BilingualText] {
    guard schedule.kind != .lumpSum else { return [] }
    let (paid, principal, interest) = (
      schedule.totalPaid, schedule.principal, schedule.totalInterest
    )
    return [
      BilingualText(
        zh:
          "总还款 \(paid.formatted(in: .zh)) ＝ 本金 \(principal.formatted(in: .zh)) ＋ 利息 \(interest.formatted(in: .zh))",
        en:
          "Total \(paid.formatted(in: .en)) = principal \(principal.formatted(in: .en)) + interest \(interest.formatted(in: .en))"
      )
    ]
  }

  private var upFront: [BilingualText] {
    let fee = schedule.upFrontFee
    guard fee != .zero else { return [] }
    return [
      BilingualText(
        zh: "另外先扣费用 \(fee.formatted(in: .zh))，不在表里",
        en: "A fee of \(fee.formatted(in: .en)) is kept back first and stands in no row")
    ]
  }

  /// One payment that settles everything, and what is asked to be forgiven.
  private var settled: BilingualText {
    let (paid, rest) = (schedule.totalPaid, owed.subtracting(schedule.totalPaid) ?? .zero)
    guard rest > .zero else {
      return BilingualText(
        zh: "一次付清欠款 \(paid.formatted(in: .zh))",
        en: "One payment of all that is owed, \(paid.formatted(in: .en))")
    }
    return BilingualText(
      zh:
        "欠款 \(owed.formatted(in: .zh)) − 一次付 \(paid.formatted(in: .zh)) ＝ 请对方免去 \(rest.formatted(in: .zh))",
      en:
        "Owed \(owed.formatted(in: .en)) − one payment \(paid.formatted(in: .en)) = \(rest.formatted(in: .en)) to be forgiven"
    )
  }
}

/// The formulas of a plan's table, with its numbers.
private struct PlanFormulas {
  let principal: Money
  let regular: Money
  let periods: Int

  private func amounts(_ amount: Money) -> BilingualText {
    BilingualText(zh: amount.formatted(in: .zh), en: amount.formatted(in: .en))
  }

  var levelPayment: BilingualText {
    let (owed, each) = (amounts(principal), amounts(regular))
    return BilingualText(
      zh: "每期应付 \(each.zh) ＝ \(owed.zh) × 月利率 ÷ (1 − (1 ＋ 月利率)^−\(periods))；零头进最后一期",
      en:
        "Each instalment \(each.en) = \(owed.en) × monthly rate ÷ (1 − (1 + monthly rate)^−\(periods)); the last takes up the rounding"
    )
  }

  var freeShare: BilingualText {
    let (owed, each) = (amounts(principal), amounts(regular))
    return BilingualText(
      zh: "不计利息：每期应付 \(each.zh) ＝ \(owed.zh) ÷ \(periods)；零头进最后一期",
      en:
        "No interest: each payment \(each.en) = \(owed.en) ÷ \(periods); the last takes up the rounding"
    )
  }

  var interest: BilingualText {
    BilingualText(
      zh: "每期利息 ＝ 上期剩余 × 月利率；月利率 ＝ 年利率 ÷ 12；四舍五入到分",
      en:
        "Interest = balance before × monthly rate; monthly rate = yearly rate ÷ 12; half up to the fen"
    )
  }

  var principalPart: BilingualText {
    BilingualText(
      zh: "每期本金 ＝ 应付 − 利息；剩余 ＝ 上期剩余 − 本金",
      en: "Principal = paid − interest; balance = balance before − principal")
  }

  var equalPart: BilingualText {
    let (owed, each) = (amounts(principal), amounts(regular))
    return BilingualText(
      zh: "每期本金 \(each.zh) ＝ \(owed.zh) ÷ \(periods)；零头进最后一期",
      en: "Principal each time \(each.en) = \(owed.en) ÷ \(periods); the last takes up the rounding"
    )
  }

  var paid: BilingualText {
    BilingualText(
      zh: "应付 ＝ 本金 ＋ 利息；剩余 ＝ 上期剩余 − 本金",
      en: "Paid = principal + interest; balance = balance before − principal")
  }

  var fee: BilingualText {
    BilingualText(
      zh: "每期费用（列在利息里）＝ 最初本金 × 每期费率；四舍五入到分",
      en:
        "Fee each time (in the column of interest) = first principal × fee rate; half up to the fen"
    )
  }

  var principalAtTheEnd: BilingualText {
    let owed = amounts(principal)
    return BilingualText(
      zh: "前面每期只付利息；最后一期另付本金 \(owed.zh)",
      en: "Interest alone each time; the last payment adds the principal \(owed.en)")
  }

  var balloonPayment: BilingualText {
    let each = amounts(regular)
    return BilingualText(
      zh: "每期应付 \(each.zh) 按更长的期数等额算；本金 ＝ 应付 − 利息",
      en: "Each instalment \(each.en) is that of a longer plan; principal = paid − interest")
  }

  var restAtTheEnd: BilingualText {
    BilingualText(
      zh: "最后一期付清剩下的全部", en: "The last payment is all that is left")
  }

  var deferred: BilingualText {
    BilingualText(
      zh: "延期时先不付；到期应付 ＝ 欠款 ＋ 约定的利息（欠款 × 每期利率 × 期数，没有约定就是 0）",
      en:
        "Nothing is paid at first; then the debt + the interest agreed (debt × rate × periods, 0 where none is agreed)"
    )
  }
}
