import BigInt
import Foundation
import MoneyAndDates
import Planning
import Testing

@testable import PlanningFilter

/// Values that others printed: spreadsheets, a federal regulation, bank tables, debt advice.
@Suite struct PublishedExamplesTests {
  private static func examples(_ function: String) throws -> [Example] {
    let file = CalculationFilterTests.folder.appendingPathComponent("published-examples.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { Example(try JSONReader.read(Array($0.utf8))) }
      .filter { $0.function == function && $0.isRight }
  }

  @Test func `effective rates on days by three day counts`() throws {
    let examples = try PublishedExamplesTests.examples("xirr")
    #expect(examples.count == 3)
    for example in examples {
      let count = example.text("day_count")
      let days = try example.texts("dates").map { try #require(CalendarDate(iso: $0)) }
      let counted = try count == "30E/360" ? days.map(PublishedExamplesTests.thirtyDayMonths) : days
      let result = RateOfReturn.dated(days: counted, flows: example.numbers("flows"))
      // The growth of a day is the same whatever a year has.
      let yearly = result.compounded(over: count == "ACT/365F" ? 1 : 360.0 / 365)
      let rate = try #require(yearly)
      #expect(abs(rate - example.published) <= example.tolerance)
    }
  }

  /// A day whose number counts months of 30 days.
  private static func thirtyDayMonths(_ day: CalendarDate) throws -> CalendarDate {
    let (year, month, date) = day.civil
    return try #require(
      CalendarDate(dayNumber: (year - 1970) * 360 + (month - 1) * 30 + min(date, 30)))
  }

  @Test func `the annual rate of a payday loan by the European rule`() throws {
    for example in try PublishedExamplesTests.examples("apr_eu") {
      let lent = try #require(CalendarDate(iso: example.text("date")))
      guard case .array(let payments)? = example.input["payments"] else { continue }
      var days = [lent]
      var flows = [example.number("advance")]
      for case .array(let pair) in payments {
        guard pair.count == 2, case .string(let date) = pair[0] else { continue }
        days.append(try #require(CalendarDate(iso: date)))
        flows.append(-Example.number(pair[1]))
      }
      let rate = try #require(RateOfReturn.dated(days: days, flows: flows).rate)
      #expect(abs(rate - example.published) <= example.tolerance)
    }
  }

  @Test func `annual percentage rates of Regulation Z, Appendix J`() throws {
    let examples = try PublishedExamplesTests.examples("apr_regz")
    #expect(examples.count == 7)
    for example in examples {
      guard case .array(let payments)? = example.input["payments_[amount,t,f]"] else { continue }
      let perYear = example.number("unit_periods_per_year")
      var flows: [Double] = []
      var oddPart = 0.0
      for case .array(let payment) in payments {
        let numbers = payment.map(Example.number)
        guard numbers.count == 3 else { continue }
        while flows.count <= Int(numbers[1]) { flows.append(0) }
        flows[Int(numbers[1])] -= numbers[0]
        oddPart = numbers[2]
      }
      // The odd first part of a period earns simple interest: financed · (1 + f·i), i in turn.
      var rate = 0.01
      for _ in 0..<30 {
        var all = flows
        all[0] += example.number("amount_financed") * (1 + oddPart * rate)
        rate = try #require(RateOfReturn.periodic(all).rate)
      }
      #expect(abs(rate * perYear * 100 - example.published) <= example.tolerance)
    }
  }

  @Test func `internal rates of published flows`() throws {
    for example in try PublishedExamplesTests.examples("irr") {
      let rate = try #require(RateOfReturn.periodic(example.numbers("flows")).rate)
      #expect(abs(rate - example.published) <= example.tolerance)
    }
  }

  @Test func `rates of a Chinese flat-fee instalment`() throws {
    for name in ["irr_month", "irr_effective"] {
      for example in try PublishedExamplesTests.examples(name) {
        let fee = try #require(Request.fraction(example.text("fee_rate_per_month")))
        let schedule = try Schedule.flatFee(
          principal: BigInt(Int(example.number("principal") * 100)), feeRate: fee,
          periods: Int(example.number("n")))
        let rates = try AnnualRates(of: schedule, periodsPerYear: 12)
        let rate = try #require(name == "irr_month" ? rates.periodRate : rates.effective)
        #expect(abs(rate - example.published) <= example.tolerance)
      }
    }
  }

  @Test func `instalments, first payments and interest of mortgage tables`() throws {
    for name in [
      "annuity_payment_yuan", "annuity_total_interest_published", "equal_principal_first_payment",
      "equal_principal_total_interest_unrounded",
    ] {
      let examples = try PublishedExamplesTests.examples(name)
      #expect(!examples.isEmpty)
      for example in examples {
        let principal = BigInt(Int(example.number("principal") * 100))
        let rate = try #require(Request.fraction(example.text("annual"))?.divided(by: 12))
        let periods = Int(example.number("n"))
        let level = try Schedule.equalInstalment(
          principal: principal, rate: rate, periods: periods)
        let equal = try Schedule.equalPrincipal(principal: principal, rate: rate, periods: periods)
        // Fen are posted in each row here, so a printed sum of unrounded rows is met within them.
        let (fen, slack): (BigInt, Double) =
          switch name {
          case "annuity_payment_yuan": (level.regular, 0.001)
          case "annuity_total_interest_published": (level.totalInterest, 1.5)
          case "equal_principal_first_payment": (equal.firstPayment, 0.001)
          default: (equal.totalInterest, 0.5)
          }
        #expect(abs(Double(fen) / 100 - example.published) <= example.tolerance + slack)
      }
    }
  }

  @Test func `balances of a printed amortisation table`() throws {
    for example in try PublishedExamplesTests.examples("amort_row_balance_unrounded") {
      let rate = try #require(Request.fraction(example.text("annual"))?.divided(by: 12))
      let schedule = try Schedule.equalInstalment(
        principal: BigInt(Int(example.number("principal") * 100)), rate: rate,
        periods: Int(example.number("n")))
      let row = schedule.rows[Int(example.number("k")) - 1]
      #expect(abs(Double(row.balance) / 100 - example.published) <= example.tolerance + 0.03)
    }
  }

  @Test func `interest of a debt paid off with one monthly sum`() throws {
    for example in try PublishedExamplesTests.examples("payoff_total_interest") {
      let rate = try #require(Request.fraction(example.text("apr")))
      let debt = PayoffDebt(
        balance: BigInt(Int(example.number("balance") * 100)), annualRate: rate, minimum: 0)
      let payoff = try Payoff(
        debts: [debt], budget: BigInt(Int(example.number("budget") * 100)), strategy: .avalanche)
      #expect(abs(Double(payoff.totalInterest) / 100 - example.published) <= example.tolerance)
    }
  }

  @Test func `printed offers lose a penny, ours add up`() throws {
    for example in try PublishedExamplesTests.examples("prorata") {
      let balances = example.numbers("balances").map { BigInt(Int($0 * 100)) }
      let offers = try ProRata(BigInt(Int(example.number("surplus") * 100)), among: balances).offers
      #expect(offers == [5847, 8611, 1542])
      #expect(offers.reduce(0, +) == 16_000)
      // The print is wrong: each share rounded by itself, 58.47 + 86.10 + 15.42 is 159.99 of 160.
      #expect(offers != [5847, 8610, 1542] && 5847 + 8610 + 1542 == 15_999)
    }
  }

  @Test func `the rule of thumb for a fee kept back is near the true rate, and not it`() throws {
    for example in try PublishedExamplesTests.examples("rule_of_thumb_upfront") {
      let fee = try #require(Request.fraction(example.text("fee_total")))
      let periods = Int(example.number("n"))
      // fee · 24 / (n + 1) of what was received: the printed 6.85 %.
      let part = Double(fee.numerator) / Double(fee.denominator)
      let thumb = part * 24 / Double(periods + 1) / (1 - part)
      #expect(abs(thumb - example.published) <= 0.0005)
      let schedule = try Schedule.upFrontFee(
        principal: BigInt(1_000_000), feeRate: fee, periods: periods)
      let rates = try AnnualRates(of: schedule, periodsPerYear: 12)
      let nominal = try #require(rates.nominal)
      #expect(abs(nominal - example.published) < 0.004 && nominal != example.published)
    }
  }

  @Test func `each kind of published example is held against ours`() throws {
    let file = CalculationFilterTests.folder.appendingPathComponent("published-examples.jsonl")
    let kinds = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { Example(try JSONReader.read(Array($0.utf8))).function }
    #expect(kinds.count == 26)
    #expect(
      Set(kinds) == [
        "xirr", "irr", "apr_eu", "apr_regz", "irr_month", "irr_effective",
        "annuity_payment_yuan", "annuity_total_interest_published",
        "equal_principal_first_payment", "equal_principal_total_interest_unrounded",
        "amort_row_balance_unrounded", "payoff_total_interest", "prorata",
        "rule_of_thumb_upfront",
      ])
  }
}

/// A record of `published-examples.jsonl`.
private struct Example {
  let function: String
  let input: JSONValue
  let published: Double
  let tolerance: Double
  /// Whether the printed value is right.
  let isRight: Bool

  init(_ record: JSONValue) {
    if case .string(let name)? = record["fn"] { function = name } else { function = "" }
    input = record["in"] ?? .null
    published = Example.number(record["out"]?["published"] ?? .null)
    tolerance = Example.number(record["tol"] ?? .null)
    isRight = record["verified"] != .bool(false)
  }

  static func number(_ value: JSONValue) -> Double {
    guard case .number(let digits) = value else { return .nan }
    return Double(digits) ?? .nan
  }

  func number(_ key: String) -> Double { Example.number(input[key] ?? .null) }

  func numbers(_ key: String) -> [Double] {
    guard case .array(let items)? = input[key] else { return [] }
    return items.map(Example.number)
  }

  func text(_ key: String) -> String {
    guard case .string(let text)? = input[key] else { return "" }
    return text
  }

  func texts(_ key: String) -> [String] {
    guard case .array(let items)? = input[key] else { return [] }
    return items.map { if case .string(let text) = $0 { text } else { "" } }
  }
}
