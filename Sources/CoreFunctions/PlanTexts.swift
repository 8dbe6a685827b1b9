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
    return TextTable(
      [
        (words.number[language], .right), (words.day[language], .left),
        (words.principal[language], .right), (words.interest[language], .right),
        (words.paid[language], .right), (words.balance[language], .right),
      ], rows: rows
    ).text
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
    return TextTable(
      [
        (words.plan[language], .left), (words.payments[language], .right),
        (words.first[language], .right), (words.last[language], .right),
        (words.total[language], .right), (words.interest[language], .right),
        (words.end[language], .left),
      ], rows: rows
    ).text
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

extension AnnualRates {
  /// The annual rates, a line each with its definition; where there is no single rate, why.
  package func described(in language: Language) -> String {
    let words = RateWords()
    switch status {
    case .ok:
      let lines: [(BilingualText, Double?)] = [
        (words.nominal, nominal), (words.effective, effective), (words.simple, simple),
        (words.naive, naive),
      ]
      return lines.compactMap { label, rate in
        rate.flatMap(Rate.init(nearestTo:)).map {
          "· \($0.formatted(in: language)) — \(label[language])"
        }
      }.joined(separator: "\n")
    case .multiple:
      let rates = severalNominal.compactMap(Rate.init(nearestTo:)).map {
        $0.formatted(in: language)
      }
      return words.several[language] + rates.joined(separator: language == .zh ? "、" : ", ")
    case .none: return words.none[language]
    case .noSignChange: return words.noSignChange[language]
    }
  }
}

/// The definitions of the four annual rates, and the words for there being none.
private struct RateWords {
  let nominal = BilingualText(
    zh: "名义年利率：每月内部收益率（IRR）×12", en: "nominal: monthly internal rate of return (IRR) × 12")
  let effective = BilingualText(
    zh: "实际年利率：(1+每月内部收益率)^12−1，按复利",
    en: "effective: (1 + monthly internal rate)^12 − 1, compounded")
  let simple = BilingualText(
    zh: "单利：一年的费用÷平均占用的本金", en: "simple: a year's cost ÷ the average principal in use")
  let naive = BilingualText(
    zh: "宣传口径：一年的费用÷最初本金，会显得偏低",
    en: "as advertised: a year's cost ÷ the first principal; looks too low")
  let several = BilingualText(
    zh: "这组收付算得出不止一个利率，不能只取一个：",
    en: "these payments have several internal rates; none may be picked alone: ")
  let none = BilingualText(
    zh: "这组收付算不出利率；请核对到手金额和每期还款。",
    en: "these payments have no internal rate; check the amount received and the instalment.")
  let noSignChange = BilingualText(
    zh: "只有收款或只有还款，算不出利率；请核对数字。",
    en: "there are only receipts or only payments, so there is no rate; check the figures.")
}
