import MoneyAndDates
import Planning
import Wording

extension Budget where A == Money {
  /// What is left for debts, the plan that it carries, and the one that still holds after each fall
  /// of income; in a deficit, what comes first.
  ///
  /// `debt` is what is owed with its monthly rate; `nil` for the budget alone. A debt of nothing
  /// throws `nothingOwed`.
  package func described(
    owing debt: (owed: Money, monthlyRate: Ratio<Int64>)?, in language: Language
  ) throws(PlanningFault) -> String {
    if let debt, debt.owed <= .zero { throw .nothingOwed }
    var lines = [sum]
    if surplus <= .zero { return (lines + [deficit]).map { $0[language] }.joined(separator: "\n") }
    if let debt { lines.append(try planned(debt.owed, debt.monthlyRate)) }
    for (percent, left) in try surplusAfterFalls() {
      lines.append(try afterFall(of: percent, left: left, debt))
    }
    return lines.map { $0[language] }.joined(separator: "\n")
  }

  /// How what is left for debts comes about: income − essentials − reserve.
  package var sum: BilingualText {
    BilingualText(
      zh:
        "每月收入 \(income.formatted(in: .zh)) − 必要开支 \(essentials.formatted(in: .zh)) − 应急预留 \(reserve.formatted(in: .zh)) ＝ 可还款 \(surplus.formatted(in: .zh))",
      en:
        "Income \(income.formatted(in: .en)) − essentials \(essentials.formatted(in: .en)) − reserve \(reserve.formatted(in: .en)) = \(surplus.formatted(in: .en)) a month for debts"
    )
  }

  private var deficit: BilingualText {
    BilingualText(
      zh:
        "deficit：没有可以用来还款的钱。先保住吃住、看病和水电，不要借新还旧；写信请求延期或减免，写明这几个数。",
      en:
        "deficit: nothing is left to repay with. Food, home, health and power come first; don't borrow to repay; ask in writing for a deferral or relief and give these figures."
    )
  }

  /// The shortest plan that today's surplus carries, or what it would take.
  private func planned(
    _ owed: Money, _ rate: Ratio<Int64>
  ) throws(PlanningFault) -> BilingualText {
    guard let months = try monthsNeeded(owed: owed, monthlyRate: rate) else {
      let longest = Budget.longestPlan
      let needed = try breakEvenIncome(owed: owed, monthlyRate: rate)
      return BilingualText(
        zh:
          "too-long：这样 \(longest) 个月也还不清 \(owed.formatted(in: .zh))；\(longest) 个月等额还清要每月收入 \(needed.formatted(in: .zh))。可以谈减息、减免或更长的分期。",
        en:
          "too-long: this does not pay \(owed.formatted(in: .en)) in \(longest) months; \(longest) equal instalments take an income of \(needed.formatted(in: .en)). Ask for less interest, relief or a longer plan."
      )
    }
    let monthly = try owed.levelPayment(at: rate, periods: months)
    return BilingualText(
      zh: "欠 \(owed.formatted(in: .zh))：最少 \(months) 个月，等额每月 \(monthly.formatted(in: .zh))。",
      en:
        "Owing \(owed.formatted(in: .en)): \(months) months at least, \(monthly.formatted(in: .en)) each."
    )
  }

  private func afterFall(
    of percent: Int, left: Money, _ debt: (owed: Money, monthlyRate: Ratio<Int64>)?
  ) throws(PlanningFault) -> BilingualText {
    guard left > .zero else {
      return BilingualText(
        zh: "收入少 \(percent)%：没有可还的，只能请求延期或减免。",
        en: "Income down \(percent)%: nothing is left; ask for a deferral or relief.")
    }
    let (zh, en) = (left.formatted(in: .zh), left.formatted(in: .en))
    guard let debt else {
      return BilingualText(
        zh: "收入少 \(percent)%：每月最多还 \(zh)。", en: "Income down \(percent)%: at most \(en) a month.")
    }
    let plan = try planSurviving(
      fallOfPercent: percent, owed: debt.owed, monthlyRate: debt.monthlyRate)
    guard let plan else {
      return BilingualText(
        zh: "收入少 \(percent)%：每月最多还 \(zh)，\(Budget.longestPlan) 个月也还不清。",
        en:
          "Income down \(percent)%: at most \(en) a month, not enough in \(Budget.longestPlan) months."
      )
    }
    return BilingualText(
      zh: "收入少 \(percent)%：还撑得住的是 \(plan.months) 个月、每月 \(plan.monthly.formatted(in: .zh))。",
      en:
        "Income down \(percent)%: a plan of \(plan.months) months, \(plan.monthly.formatted(in: .en)) each, would hold."
    )
  }
}
