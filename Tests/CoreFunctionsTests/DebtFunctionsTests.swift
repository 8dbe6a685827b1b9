import Testing

@testable import CoreFunctions

@Suite struct DebtFunctionsTests {
  private static let debts =
    "[plan.debt('卡', 'card', money('6000'), plan.noInterest(), money('300')), plan.debt('网贷', 'small-loan', money('1000'), plan.noInterest(), money('100')), plan.debt('花', 'bank', money('2000'), plan.noInterest(), money('100'))]"

  /// 900 a month without interest: 500 of it the minimums, 400 to the first of the order.
  @Test(arguments: [
    ("['网贷', '花', '卡']", "['网贷', '花', '卡']"), ("['卡', '花', '网贷']", "['卡', '网贷', '花']"),
    ("['花', '卡', '网贷']", "['花', '卡', '网贷']"),
  ])
  func `debts are paid in an order of one's own`(order: String, closed: String) throws {
    let payoff = "plan.payoffInOrder(\(Self.debts), money('900'), \(order))"
    #expect(try ShippedCores.isTrue("\(payoff).status == 'paid' && \(payoff).months == 10"))
    #expect(try ShippedCores.isTrue("\(payoff).strategy == 'custom'"))
    #expect(try ShippedCores.isTrue("\(payoff).closed.size() == 3"))
    #expect(try ShippedCores.isTrue("\(payoff).closed == \(closed)"))
    #expect(
      try ShippedCores.isTrue("plan.describePayoffs([\(payoff)], 'zh').contains('按自己定的顺序')"))
  }

  @Test(arguments: [
    ("['卡', '网贷']", "每笔债务各列一次"), ("['卡', '卡', '网贷']", "“卡”"),
    ("['卡', '网贷', '车贷']", "“车贷”"), ("['卡', '网贷', '花', '花']", "“花”"),
  ])
  func `an order that misses or repeats a debt is refused by name`(
    order: String, word: String
  ) throws {
    let value = try ShippedCores.value(
      "plan.payoffInOrder(\(Self.debts), money('900'), \(order))")
    guard case .error(let error) = value else {
      Issue.record("\(value)")
      return
    }
    #expect("\(error)".contains(word), "\(error)")
  }

  @Test func `two debts of one name are taken in their order`() throws {
    let one = "plan.debt('卡', 'card', money('600'), plan.noInterest(), money('100'))"
    #expect(
      try ShippedCores.isTrue(
        "plan.payoffInOrder([\(one), \(one)], money('300'), ['卡', '卡']).months == 4"))
  }

  @Test func `a payment that does not survive a fall is told with the one that would`() throws {
    let budget = "plan.budget(money('6000'), money('4200'), money('300'))"
    let text = "plan.describeFalls(\(budget), money('1000'), 'en')"
    #expect(
      try ShippedCores.isTrue("\(text).contains('no more than ¥900.00 a month would hold')"))
    #expect(try ShippedCores.isTrue("\(text).contains('ask for a deferral')"))
  }
}
