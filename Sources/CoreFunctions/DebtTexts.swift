import MoneyAndDates
import Planning
import Wording

extension Debt {
  /// The debts as a table: name, balance, rate, minimum.
  package static func table(_ debts: [Debt], in language: Language) -> String {
    let heading = [
      BilingualText(zh: "欠款", en: "Debt"), BilingualText(zh: "余额", en: "Balance"),
      BilingualText(zh: "利率", en: "Rate"), BilingualText(zh: "每月最低", en: "Minimum"),
    ]
    let rows = debts.map {
      [
        $0.name, $0.balance.formatted(in: language), $0.rate.formatted(in: language),
        $0.minimum.formatted(in: language),
      ]
    }
    return TextTable([heading.map { $0[language] }] + rows).text
  }
}

extension DebtPayoff {
  /// What people call the strategy.
  package static func name(of strategy: String) -> BilingualText {
    switch strategy {
    case "snowball": BilingualText(zh: "先还最小的", en: "smallest first")
    case "custom": BilingualText(zh: "按自己定的顺序", en: "in your own order")
    default: BilingualText(zh: "先还利率最高的", en: "dearest first")
    }
  }

  /// Strategies side by side: months, a month, total, interest; where one does not end, why.
  package static func table(_ payoffs: [DebtPayoff], in language: Language) -> String {
    let heading = [
      BilingualText(zh: "还款顺序", en: "Order"), BilingualText(zh: "月数", en: "Months"),
      BilingualText(zh: "每月", en: "A month"), BilingualText(zh: "总还款", en: "Total"),
      BilingualText(zh: "总利息", en: "Interest"),
    ]
    let rows = payoffs.map { one in
      let isPaid = one.payoff.end.months != nil
      return [
        name(of: one.strategy)[language], one.payoff.end.words[language],
        one.payoff.budget.formatted(in: language),
        isPaid ? one.payoff.totalPaid.formatted(in: language) : "—",
        isPaid ? one.payoff.totalInterest.formatted(in: language) : "—",
      ]
    }
    return TextTable([heading.map { $0[language] }] + rows).text
  }
}

extension PayoffEnd {
  /// The months, or why there is no end, in a few words.
  package var words: BilingualText {
    switch self {
    case .paid(let months): BilingualText(zh: "\(months)", en: "\(months)")
    case .never: BilingualText(zh: "还不清", en: "never")
    case .shortfall(let month):
      BilingualText(zh: "第 \(month) 个月不够最低还款", en: "short of the minimums in month \(month)")
    }
  }
}

extension PayoffChoice {
  /// The choices as a table; words where no sum pays the debts.
  package static func text(_ rows: [PayoffChoice], in language: Language) -> String {
    guard !rows.isEmpty else {
      return BilingualText(
        zh: "每月这么多还不清这些欠款：利息或最低还款超过了它。可以先谈延期、减息或分期。",
        en: "So much a month never pays these debts: interest or minimums exceed it. "
          + "Ask for a deferral, less interest or smaller instalments first.")[language]
    }
    let heading = [
      BilingualText(zh: "每月", en: "A month"), BilingualText(zh: "月数", en: "Months"),
      BilingualText(zh: "总利息", en: "Interest"), BilingualText(zh: "总还款", en: "Total"),
      BilingualText(zh: "第一笔结清", en: "First closed"),
    ]
    let cells = rows.map {
      [
        $0.monthly.formatted(in: language), String($0.months), $0.interest.formatted(in: language),
        $0.total.formatted(in: language), String($0.firstClosed),
      ]
    }
    return TextTable([heading.map { $0[language] }] + cells).text
  }
}

extension DebtOptimum {
  /// The plan's cost and how sure it is that none is cheaper.
  package func described(in language: Language) -> String {
    let step = unit.formatted(in: language)
    let total = repayment.total?.formatted(in: language) ?? "—"
    let months = months ?? 0
    let text: BilingualText =
      switch repayment.end {
      case .optimal:
        BilingualText(
          zh: "最省的还法一共 \(total)，\(months) 个月还清；按每笔 \(step) 的整数倍还款，没有更省的（已证明）。",
          en: "The cheapest plan pays \(total) in \(months) months; "
            + "in payments of whole \(step) none is cheaper (proved).")
      case .bounded(let gap):
        BilingualText(
          zh: "找到的最好还法一共 \(total)，\(months) 个月还清；离最省的最多差 \(gap.formatted(in: .zh))。",
          en: "The best plan found pays \(total) in \(months) months; "
            + "at most \(gap.formatted(in: .en)) from the cheapest.")
      case .infeasible:
        BilingualText(
          zh: "在这些月内，每月这么多还不清。可以延长期限、谈减免，或者先谈延期。",
          en: "So much a month does not close the debts in this time. "
            + "Take longer, ask for a reduction, or ask for a deferral first.")
      case .unknown:
        BilingualText(
          zh: "没能在限定的计算量内找到还法，也没有证明找不到。请减少月数或合并小额欠款再试。",
          en: "No plan was found within the effort allowed, and none was ruled out. "
            + "Try fewer months, or join small debts.")
      }
    return text[language]
  }
}

extension CreditorShare {
  /// The shares as a table with their sum.
  package static func table(_ shares: [CreditorShare], in language: Language) -> String {
    let heading = [
      BilingualText(zh: "债权人", en: "Creditor"), BilingualText(zh: "欠款", en: "Owed"),
      BilingualText(zh: "愿付", en: "Offer"),
    ]
    var rows = shares.map {
      [$0.name, $0.balance.formatted(in: language), $0.offer.formatted(in: language)]
    }
    if let owed = Money.sum(shares.map(\.balance)), let offered = Money.sum(shares.map(\.offer)) {
      rows.append([
        BilingualText(zh: "合计", en: "Sum")[language], owed.formatted(in: language),
        offered.formatted(in: language),
      ])
    }
    return TextTable([heading.map { $0[language] }] + rows).text
  }
}

extension DiscountOffer {
  /// The verdict with its reason, and up to which sum an offer would be worth taking.
  package func described(in language: Language) -> String {
    let months = monthsOfSaving ?? 0
    let cost = cost?.formatted(in: language) ?? "—"
    let text: BilingualText =
      switch verdict {
      case .cheaper(let by):
        BilingualText(
          zh: "值得：攒 \(months) 个月，连等待一共 \(cost)，比分期少付 \(by.formatted(in: .zh))。",
          en: "Worth it: \(months) months of saving, \(cost) with waiting, "
            + "\(by.formatted(in: .en)) less than the instalments.")
      case .dearer(.zero):
        BilingualText(
          zh: "一样：连等待一共 \(cost)，和分期付的一样多。",
          en: "The same: \(cost) with waiting, just what the instalments cost.")
      case .dearer(let by):
        BilingualText(
          zh: "不划算：连等待一共 \(cost)，比分期多付 \(by.formatted(in: .zh))。",
          en:
            "Not worth it: \(cost) with waiting, \(by.formatted(in: .en)) more than the instalments."
        )
      case .outOfReach(let needed?):
        BilingualText(
          zh: "来不及：要攒 \(needed) 个月，减免那时已经过期。可以请对方延长有效期，或者分两三次付清。",
          en: "Out of reach: it takes \(needed) months to save, and the offer will have expired. "
            + "Ask for a later date, or to pay it in two or three parts.")
      case .outOfReach(nil):
        BilingualText(
          zh: "付不起：每月攒不下钱。不要为了结清再借钱；可以先谈延期。",
          en: "Out of reach: nothing can be put aside. Don't borrow to settle; "
            + "ask for a deferral first.")
      }
    var parts = [text, limit]
    if case .cheaper = verdict {
      parts.append(
        BilingualText(zh: "先要书面结清协议，再付款。", en: "Get the agreement in writing before you pay."))
    }
    return parts.map { $0[language] }.filter { !$0.isEmpty }
      .joined(separator: language == .zh ? "" : " ")
  }

  /// Up to which sum an offer of these terms could be paid in time for no more than the instalments.
  private var limit: BilingualText {
    guard breakEven > .zero else { return BilingualText(zh: "", en: "") }
    return BilingualText(
      zh: "照这些条件，结清金额不超过 \(breakEven.formatted(in: .zh))，就来得及付，也不比分期多付。",
      en: "On these terms a sum of up to \(breakEven.formatted(in: .en)) can be paid in time "
        + "and costs no more than the instalments.")
  }
}

extension Budget where A == Money {
  /// Whether a payment a month survives falls of income, line by line.
  package func fallsDescribed(
    paying monthly: Money, in language: Language
  ) throws(PlanningFault) -> String {
    var lines: [String] = []
    for (percent, left) in try surplusAfterFalls() {
      let sum = left.formatted(in: language)
      let missing = max(Money.zero, try monthly.minus(left)).formatted(in: language)
      let text: BilingualText =
        if left >= monthly {
          BilingualText(
            zh: "收入少 \(percent)%：还剩 \(sum)，够付。",
            en: "Income down \(percent)%: \(sum) left, enough.")
        } else if left > .zero {
          BilingualText(
            zh: "收入少 \(percent)%：还剩 \(sum)，每月差 \(missing)；每月不超过 \(sum) 才撑得住。",
            en:
              "Income down \(percent)%: \(sum) left, \(missing) short each month; no more than \(sum) a month would hold."
          )
        } else {
          BilingualText(
            zh: "收入少 \(percent)%：没有可还的，只能请求延期或减免。",
            en: "Income down \(percent)%: nothing is left; ask for a deferral or relief.")
        }
      lines.append(text[language])
    }
    return lines.joined(separator: "\n")
  }
}
