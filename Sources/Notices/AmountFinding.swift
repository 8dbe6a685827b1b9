import MoneyAndDates
import Recognizers
import Wording

/// An amount of money the text states, with the part it plays.
package struct AmountFinding: Hashable, Sendable {
  /// The parts an amount can play in a text.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// Everything due at this time (应还, 本期账单).
    case totalDue = "total-due"
    /// The minimum payment of a card bill (最低还款额).
    case minimum
    /// The part past its date (逾期金额).
    case overdue
    /// What is still unpaid of a bill (未还金额).
    case unpaid
    /// The principal (本金).
    case principal
    /// One instalment (每期).
    case installment
    /// Interest (利息).
    case interest
    /// Penalty or late fee (违约金, 罚息, 滞纳金).
    case penalty
    /// Another fee (手续费).
    case fee
    /// A credit limit (额度).
    case limit
    /// A payment that took place.
    case transaction
    /// What an account holds.
    case balance
    /// What was repaid.
    case paid
    /// What was lent out.
    case disbursed
    /// A reduction.
    case discount
    /// A prize, refund or income that is promised.
    case payout
    /// Anything else.
    case other
  }

  /// How exactly a sum is told.
  enum Extent: Hashable, Sendable {
    /// As it stands.
    case exact
    /// 约, 左右, 近.
    case about
    /// 以上, 多, 余, 超过.
    case atLeast
    /// 以下, 不到.
    case atMost
    /// Anything from one sum to another: 3000-5000, 两三千.
    case between(ExactDecimal, ExactDecimal)
  }

  /// The value in the currency's main unit, the upper one of a range that is one number; `nil` where it is written so that it may be several.
  let sum: ExactDecimal?
  /// How exactly it is told.
  let extent: Extent
  /// The value in fen, `nil` when the currency is not the yuan or it does not fit.
  package let money: Money?
  /// ISO 4217 code, `nil` when the text names no currency.
  package let currency: String?
  /// The part it plays.
  package let role: Role
  /// The words that gave it its part (本金), `nil` when the context did.
  package let roleWords: Quote?
  /// The digits as written, without the unit.
  package let quote: Quote

  /// Whether the number is written so that it may be several sums: 1,2345.6.
  package var isUnclear: Bool { sum == nil }

  /// The value as an exact decimal of the currency's main unit with at least two decimals, `"3200.50"`;
  /// the number as written where it is unclear.
  package var value: String {
    sum.map(AmountFinding.text) ?? quote.text
  }

  private static func text(_ sum: ExactDecimal) -> String {
    switch sum.scale {
    case 0: sum.text + ".00"
    case 1: sum.text + "0"
    default: sum.text
    }
  }

  /// The sum for people: `3,200.50元`, `USD 20.00`, or that it can't be told.
  package func described(in language: Language) -> String {
    if isUnclear {
      return language == .zh ? "写法不清，看不出是多少" : "written unclearly; the sum can't be told"
    }
    switch extent {
    case .exact: return told(money, value, language)
    case .about:
      return language == .zh
        ? "约 \(told(money, value, language))" : "about \(told(money, value, language))"
    case .atLeast:
      return language == .zh
        ? "\(told(money, value, language))以上" : "\(told(money, value, language)) or more"
    case .atMost:
      return language == .zh
        ? "不超过 \(told(money, value, language))" : "at most \(told(money, value, language))"
    case .between(let lower, let upper):
      let (low, high) = (described(lower, language), described(upper, language))
      return language == .zh ? "\(low) 到 \(high)，没有说定" : "\(low) to \(high), not settled"
    }
  }

  private func described(_ sum: ExactDecimal, _ language: Language) -> String {
    let money = money == nil ? nil : sum.shifted(by: 2)?.whole.map(Money.init(fen:))
    return told(money, AmountFinding.text(sum), language)
  }

  private func told(_ money: Money?, _ value: String, _ language: Language) -> String {
    money?.formatted(in: language) ?? [currency, value].compactMap(\.self).joined(separator: " ")
  }
}
