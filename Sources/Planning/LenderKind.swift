/// What kind of lender it is: decides caps, rules and desks.
package enum LenderKind: String, Hashable, Sendable, CaseIterable {
  /// A bank 银行.
  case bank
  /// A consumer-finance company 消费金融公司.
  case consumerFinance = "consumer-finance"
  /// A small-loan company 小额贷款公司.
  case smallLoan = "small-loan"
  /// A credit card of a bank 信用卡.
  case card
  /// A private person or a company that is no licensed lender 民间借贷.
  case `private`
  /// Not known yet.
  case unknown
}
