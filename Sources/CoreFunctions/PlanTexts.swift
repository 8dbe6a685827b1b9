import MoneyAndDates
import Planning
import Wording

extension RepaymentPlan {
  /// The payments as an aligned table: number, day, principal, interest, paid, balance.
  ///
  /// A table longer than `mostRows` shows its beginning and its last row, and how many it leaves out.
  package func table(in language: Language, mostRows: Int = 60) -> String {
    let words = PlanWords()
    let payments = payments
    let isWhole = payments.count <= max(2, mostRows)
    let shown = isWhole ? payments[...] : payments.prefix(max(1, mostRows - 1))
    var rows = shown.map { cells(of: $0, in: language) }
    if !isWhole, let last = payments.last {
      rows.append([words.leftOut(payments.count - shown.count - 1)[language]])
      rows.append(cells(of: last, in: language))
    }
    let heading = [
      words.number, words.day, words.principal, words.interest, words.paid, words.balance,
    ].map { $0[language] }
    return TextTable([heading] + rows).text
  }

  private func cells(
    of payment: (number: Int, day: CalendarDate?, row: ScheduleRow<Money>), in language: Language
  ) -> [String] {
    let row = payment.row
    let amounts = [row.principal, row.interest, row.paid, row.balance]
    return [String(payment.number), payment.day?.iso ?? "—"]
      + amounts.map { $0.formatted(in: language) }
  }

  /// Plans side by side: kind, payments, first and last payment, total, interest, last day.
  package static func comparison(_ plans: [RepaymentPlan], in language: Language) -> String {
    let words = PlanWords()
    let rows = plans.map { plan in
      let payments = plan.payments
      return [
        plan.name[language], String(payments.count),
        (payments.first?.row.paid ?? .zero).formatted(in: language),
        (payments.last?.row.paid ?? .zero).formatted(in: language),
        plan.schedule.totalPaid.formatted(in: language),
        plan.schedule.totalInterest.formatted(in: language), payments.last?.day?.iso ?? "—",
      ]
    }
    let heading = [
      words.plan, words.payments, words.first, words.last, words.total, words.interest, words.end,
    ].map { $0[language] }
    return TextTable([heading] + rows).text
  }
}

/// The headings of plan tables.
private struct PlanWords {
  let number = BilingualText(zh: "期", en: "No.")
  let day = BilingualText(zh: "还款日", en: "Due")
  let principal = BilingualText(zh: "本金", en: "Principal")
  let interest = BilingualText(zh: "利息", en: "Interest")
  let paid = BilingualText(zh: "应付", en: "Paid")
  let balance = BilingualText(zh: "剩余", en: "Balance")
  let plan = BilingualText(zh: "方案", en: "Plan")
  let payments = BilingualText(zh: "笔数", en: "Payments")
  let first = BilingualText(zh: "第一笔", en: "First")
  let last = BilingualText(zh: "最后一笔", en: "Last")
  let total = BilingualText(zh: "总还款", en: "Total")
  let end = BilingualText(zh: "最后付款日", en: "Last payment on")
  func leftOut(_ count: Int) -> BilingualText {
    BilingualText(zh: "…（略 \(count) 期）", en: "… (\(count) more)")
  }
}
