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
    #expect(names.count >= 24)
    for function in CoresTests.own {
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
