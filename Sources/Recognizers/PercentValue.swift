/// A percentage or rate.
package struct PercentValue: Hashable, Sendable {
  /// What a rate is told for.
  package enum Span: String, Hashable, Sendable {
    /// 日利率.
    case day
    /// 月息.
    case month
    /// 年化.
    case year
  }

  /// The rate in percent: 万分之五 is 0.05.
  package let percent: ExactDecimal
  /// The upper end of a range, in percent.
  package let upper: ExactDecimal?
  /// What it is told for, `nil` when the text does not say.
  package let span: Span?
}

/// Which instalment, or of how many.
package struct PeriodValue: Hashable, Sendable {
  /// Which one: 第3期.
  package let index: Int?
  /// Of how many: 分24期, 3/12期.
  package let total: Int?
  /// Where the number alone stands, raw scalars.
  package let numberRange: Range<Int>
}

/// A number that names a paper, an account or a person.
package struct IdentifierValue: Hashable, Sendable {
  /// What it names.
  package enum Sort: String, Hashable, Sendable {
    /// A contract or loan: 合同编号.
    case contract
    /// A bill or order: 订单号.
    case order
    /// A case of a court or collector: (2024)湛仲字第2342号.
    case courtCase
    /// A resident's identity card, 18 digits with a right check sign.
    case idCard
    /// A bank card or account.
    case account
    /// A chat account: QQ, WeChat.
    case chat
    /// A code to be kept secret or typed in.
    case code
    /// Another number that is certainly no amount, date or phone.
    case other
  }

  /// What it names.
  package let sort: Sort
  /// The number as written, blanks taken out, folded.
  package let number: String
  /// Where the number alone stands, raw scalars.
  package let numberRange: Range<Int>
}
