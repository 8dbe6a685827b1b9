import MoneyAndDates
import Planning
import Wording

extension RepaymentPlan {
  /// The payments as an aligned table: number, day, principal, interest, paid, balance.
  package func table(in language: Language) -> String {
    let words = PlanWords()
    let rows = payments.map { payment in
      [
        String(payment.number), payment.day?.iso ?? "—",
        payment.row.principal.formatted(in: language),
        payment.row.interest.formatted(in: language), payment.row.paid.formatted(in: language),
        payment.row.balance.formatted(in: language),
      ]
    }
    let heading = [
      words.number, words.day, words.principal, words.interest, words.paid, words.balance,
    ].map { $0[language] }
    return TextTable([heading] + rows).text
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
}
