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

  /// Amount, months it stands, cost of a month's waiting; what the verdict begins with and the highest
  /// sum worth taking, in both languages.
  @Test(arguments: [
    ("4000", 12, "100", "值得", "Worth it", "5,500.00元", "¥5,500.00"),
    ("5500", 12, "100", "一样", "The same", "5,500.00元", "¥5,500.00"),
    ("5700", 12, "100", "不划算", "Not worth it", "5,500.00元", "¥5,500.00"),
    ("4000", 3, "0", "值得", "Worth it", "4,000.00元", "¥4,000.00"),
    ("6000", 3, "0", "来不及", "Out of reach", "4,000.00元", "¥4,000.00"),
  ])
  func `an offer is told with the highest sum that its own terms make worth taking`(
    amount: String, months: Int, waiting: String, zh: String, en: String, mostZh: String,
    mostEn: String
  ) throws {
    let judged =
      "plan.judgeOffer(money('\(amount)'), \(months), money('1000'), money('1000'), money('\(waiting)'), money('6000'))"
    let chinese = try ShippedCores.string("plan.describeOffer(\(judged), 'zh')")
    #expect(chinese.hasPrefix(zh) && chinese.contains("不超过 \(mostZh)"), "\(chinese)")
    let english = try ShippedCores.string("plan.describeOffer(\(judged), 'en')")
    #expect(english.hasPrefix(en) && english.contains("up to \(mostEn)"), "\(english)")
  }

  @Test func `where no sum can be paid none is told`() throws {
    let text = try ShippedCores.string(
      "plan.describeOffer(plan.judgeOffer(money('5'), 3, money('0'), money('0'), money('0'), money('9')), 'en')"
    )
    #expect(text.hasPrefix("Out of reach") && !text.contains("up to"), "\(text)")
  }

  @Test func `a lump sum of more than the debt is refused, not cut`() throws {
    guard
      case .error(let error) = try ShippedCores.value(
        "plan.lumpSum(money('12000'), money('15000'), today)")
    else {
      Issue.record("a plan was made")
      return
    }
    #expect("\(error)".contains("比欠款还多"), "\(error)")
  }

  @Test func `what was paid after the day asked about is told`() throws {
    let balance =
      "plan.balanceOn(money('1000'), plan.noInterest(), date('2026-01-01'), date('2026-01-31'), 'simple', [plan.payment(date('2026-02-01'), money('300'))])"
    let zh = try ShippedCores.string("plan.describeBalance(\(balance), 'zh')")
    #expect(zh.contains("那天以后付的 300.00元 没有算进来"), "\(zh)")
    let en = try ShippedCores.string("plan.describeBalance(\(balance), 'en')")
    #expect(en.contains("¥300.00 paid after that day is not counted"), "\(en)")
  }
}
