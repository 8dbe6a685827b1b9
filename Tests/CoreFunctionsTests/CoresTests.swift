import Expressions
import Planning
import Testing

@testable import CoreFunctions

@Suite struct CoresTests {
  private static let own: [Function] = ShippedCores.environment.functions.filter { function in
    !Environment.standard.functions.contains { $0.name == function.name }
  }

  @Test(arguments: own.compactMap(\.example))
  func `each example of a core's function gives what it says`(example: Function.Example) throws {
    #expect(
      try ShippedCores.isTrue("(\(example.expression)) == (\(example.expected))"),
      "\(example.expression)")
  }

  @Test func `the cores offer their functions, each described in both languages`() {
    let names = Set(CoresTests.own.map(\.name))
    #expect(names.count >= 78)
    for function in CoresTests.own {
      // What stands in its help is run by the test above.
      #expect(function.example != nil, "\(function.name) has no example")
      #expect(!function.summary.zh.isEmpty && !function.summary.en.isEmpty, "\(function.name)")
    }
  }

  @Test func `the shipped facts load: terms and desks are there`() {
    let cores = ShippedCores.cores
    #expect(cores.facts.diagnostics.isEmpty)
    #expect(cores.terms.count >= 20)
    #expect(cores.holidays != nil)
    #expect(cores.terms["credit_objection_reply"]?.rules == ["rule.CRD-04"])
  }

  private static let debt =
    "plan.debt('卡', 'card', money('6000'), plan.noInterest(), money('300'))"

  /// An expression that gives a record of each type.
  private static let samples: [String: String] = [
    "Notice": "notice.read(msg, '17055550199')",
    "Assessment": "notice.assess(notice.read(msg, ''))",
    "Amount": "notice.read(msg, '').amounts[0]",
    "Phone": "notice.read(msg, '').phones[0]",
    "Link": "notice.read(msg, '').links[0]",
    "Threat": "notice.read(msg, '').threats[0]",
    "Evidence": "notice.assess(notice.read(msg, '')).evidence[0]",
    "Budget": "plan.budget(money('6000'), money('4200'), money('300'))",
    "Plan": "plan.equalInstalment(money('1200'), 12, plan.noInterest(), today)",
    "AnnualRates": "plan.trueRate(money('1000'), money('100'), 12)",
    "ClaimCheck": "plan.checkClaim(money('2806.80'), notice.read(msg, ''))",
    "ComplaintPlan": "complaint.plan('bank', today)",
    "ComplaintStep": "complaint.plan('bank', today).steps[0]",
    "Fact": "fact('rule.INT-01')",
    "Debt": "plan.withSettlement(\(debt), money('4000'), 3)",
    "Payoff": "plan.payoff([\(debt)], money('600'), 'avalanche')",
    "PayoffChoice": "plan.pareto([\(debt)], money('600'))[0]",
    "Optimum": "plan.optimum([\(debt)], money('600'), 24)",
    "Share": "plan.proRata([\(debt)], money('600'))[0]",
    "IncomeFall": "plan.falls(plan.budget(money('6000'), money('4200'), money('300')))[0]",
    "OfferVerdict":
      "plan.judgeOffer(money('9'), 1, money('9'), money('0'), money('0'), money('9'))",
    "CapFinding": "plan.capsOfRate(plan.noInterest(), 'private', date('2026-01-05'), false)[0]",
    "Balance":
      "plan.balanceOn(money('9'), plan.noInterest(), date('2026-01-01'), today, 'simple', [])",
    "Payment": "plan.payment(today, money('5'))",
    "RecomputedClaim": "plan.recompute(money('9'), money('5'), 30, 'bank', date('2026-01-05'))",
    "Deadline": "deadline.of('lawsuit_answer', today)",
    "Limitation": "deadline.limitation([date('2022-03-01')], false, [], today)",
    "Statement": "statement.read('交易日期,交易金额,余额,摘要\\n2026-01-10,5000.00,9000,放款')",
    "StatementMatch":
      "statement.match(statement.read('交易日期,交易金额,余额,摘要\\n2026-01-10,5000.00,9000,放款'), '', money('5000'), date('2026-01-01'))[0]",
    "CreditRecord": "credit.record(date('2021-06-30'), today)",
  ]

  @Test(arguments: ShippedCores.environment.types.map(\.name))
  func `every field of a record can be read and has its declared type`(type: String) throws {
    let sample = try #require(CoresTests.samples[type], "no sample of \(type)")
    let fields = try #require(ShippedCores.environment.type(type)).fields
    #expect(!fields.isEmpty)
    for field in fields {
      let value = try ShippedCores.value("(\(sample)).\(field.name)")
      if field.mayBeAbsent, case .error = value { continue }
      #expect(fits(value, field.type), "\(type).\(field.name) is \(value.typeName)")
      #expect(!field.label.zh.isEmpty && !field.label.en.isEmpty, "\(type).\(field.name)")
    }
  }

  private func fits(_ value: Value, _ type: ExpressionType) -> Bool {
    switch (value, type) {
    case (.string, .string), (.int, .int), (.bool, .bool), (.money, .money), (.date, .date),
      (.rate, .rate):
      true
    case (.list(let elements), .list(let element)): elements.allSatisfy { fits($0, element) }
    case (.record(let record), .record(let name)): record.recordType == name
    default: false
    }
  }

  @Test(arguments: [
    "plan.equalInstalment(money('1200'), 9223372036854775807, plan.noInterest(), today)",
    "plan.equalPrincipal(money('-1'), 12, plan.noInterest(), today)",
    "plan.deferral(money('92233720368547758.07'), 100000, plan.noInterest(), today)",
    "plan.monthly(money('0'), 0, plan.noInterest())",
    "plan.trueRate(money('0'), money('0'), -5)",
    "plan.affordableMonths(money('92233720368547758.07'), money('0.01'), plan.noInterest())",
    "plan.optimum([\(debt)], money('600'), 0)", "plan.optimum([], money('0'), 120)",
    "plan.optimum([\(debt)], money('92233720368547758.07'), 120)",
    "plan.payoff([\(debt)], money('-1'), 'avalanche')", "plan.payoff([], money('0'), 'x')",
    "plan.pareto([\(debt)], money('0'))", "plan.pareto([], money('92233720368547758.07'))",
    "plan.payoffInOrder([], money('0'), [])", "plan.payoffInOrder([\(debt)], money('0'), ['x'])",
    "plan.recompute(money('9'), money('1'), 9223372036854775807, 'private', today)",
    "plan.recompute(money('92233720368547758.07'), money('92233720368547758.07'), 36600, 'private', date('2016-01-01'))",
    "plan.incomeNeeded(plan.budget(money('1'), money('1'), money('0')), money('0'), 0, plan.noInterest())",
    "plan.survivingPayment(plan.budget(money('1'), money('1'), money('0')), 101, money('1'), plan.noInterest())",
    "plan.balanceAgreed(money('-1'), money('0'), money('0'), plan.noInterest(), today, today, 'x', [], 'y')",
    "plan.datedRateStatus([])", "plan.datedRates([])",
    "plan.proRata([\(debt), \(debt)], money('92233720368547758.07'))",
    "plan.withSettlement(\(debt), money('-4'), -3)", "plan.withLateFee(\(debt), money('-4'))",
    "plan.judgeOffer(money('9'), -1, money('0'), money('0'), money('-4'), money('9'))",
    "plan.recompute(money('9'), money('0'), 0, 'x', today)",
    "plan.balanceOn(money('9'), plan.noInterest(), today, date('2020-01-01'), 'simple', [])",
    "deadline.limitation([], true, [], today)", "deadline.workingDays(-1, today)",
    "deadline.workingDays(9223372036854775807, today)",
    "credit.record(date('9999-12-31'), today)",
    "plan.caps(money('0'), money('1'), 12, 'bank', today, false)",
    "plan.caps(money('1'), money('92233720368547758.07'), 100000, 'bank', today, false)",
    "plan.budget(money('92233720368547758.07'), money('-92233720368547758.07'), money('0'))",
    "date.addMonths(today, 9223372036854775807)",
    "date.addMonths(today, -9223372036854775807)",
    "deadline.after('nothing', today)", "fact('no.such')", "plan.compare([], 'fr')",
    "complaint.describe(complaint.plan('nobody', today), 'zh')", "notice.senderMeans('', 'zh')",
    "notice.senderMeans('+++++٣٣٣', 'en')", "plan.compare([], 'en')",
  ])
  func `figures out of range give a value or an error, never a trap`(expression: String) throws {
    _ = try ShippedCores.value(expression)
  }
}
