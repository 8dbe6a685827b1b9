import MoneyAndDates
import Planning
import Testing

@testable import PlanningFilter

/// Numbers, rates and dates at and beyond every edge, in every function: each line is answered, none
/// by a trap, an endless search or a number that is none.
@Suite struct HostileLinesTests {
  private static let numbers = [
    "0", "1", "-1", "100", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "4611686018427387904", "1e400", "1.5", "null", "\"12\"", "true", "[]",
    "99999999999999999999999999999999999999999999",
  ]
  private static let rates = [
    "\"0\"", "\"0.146\"", "\"-0.5\"", "\"1e9\"", "\"\"", "\"999999999999999999\"",
    "\"0.000000000000000000000000001\"", "0.1", "\"18.25%\"", "null",
  ]
  private static let dates = [
    "\"2026-11-21\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"\"", "20261121",
    "\"2024-02-29\"",
  ]
  private static let counts = [
    "0", "1", "12", "-1", "60", "100001", "9223372036854775807", "1.5", "null", "\"12\"",
  ]

  private static let debt = #"{"balance_fen":§n,"annual_rate":§r,"min_fen":§n,"min_pct":§r}"#
  private static let planned =
    #"{"balance_fen":§n,"monthly_rate":§r,"min_fen":§n,"late_fee_fen":§n,"settle_fen":§n,"settle_until":§c}"#

  static let templates = [
    ("amort_annuity", #""principal_fen":§n,"annual_rate":§r,"periods":§c,"periods_per_year":§c"#),
    (
      "amort_equal_principal",
      #""principal_fen":§n,"annual_rate":§r,"periods":§c,"periods_per_year":§c"#
    ),
    ("flat_fee_schedule", #""principal_fen":§n,"fee_rate_per_period":§r,"periods":§c"#),
    ("irr_periodic", #""flows_fen":[§n,§n,§n,§n],"periods_per_year":§c"#),
    ("xirr", #""dates":[§d,§d,§d],"flows_fen":[§n,§n,§n]"#),
    ("xirr_sample", #""dates":[§d,§d,§d],"flows":[§n,§n,§n]"#),
    (
      "annualised",
      #""principal_fen":§n,"fee_rate_per_period":§r,"periods":§c,"upfront_fee_fen":§n"#
    ),
    (
      "penalty",
      #""principal_fen":§n,"daily_rate":§r,"due_date":§d,"as_of":§d,"mode":§m,"interest_fen":§n,"payments":[[§d,§n]]"#
    ),
    ("payoff", #""debts":[\#(debt),\#(debt)],"extra_fen":§n,"strategy":§s"#),
    (
      "payoff",
      #""debts":[\#(debt),\#(debt)],"extra_fen":§n,"strategy":"custom","custom_order":[§c,§c]"#
    ),
    ("prorata", #""balances_fen":[§n,§n,§n],"amount_fen":§n"#),
    (
      "afford",
      #""income_fen":§n,"essentials_fen":{"rent":§n},"reserve_fen":§n,"debt_fen":§n,"annual_rate":§r,"income_drop":§r,"max_periods":§c"#
    ),
    ("deadline", #""start":§d,"n":§c,"unit":§u"#),
    ("limitation", #""due_dates":[§d,§d],"as_of":§d,"interruptions":[§d]"#),
    ("credit_record", #""ended_on":§d,"as_of":§d"#),
    ("optimal", #""debts":[\#(planned)],"budget_fen":[§n,§n],"horizon":2,"unit_fen":§n"#),
  ]

  private static func filled(_ template: String, _ dice: inout Dice) -> String {
    var text = ""
    var parts = template.split(separator: "§", omittingEmptySubsequences: false)[...]
    text += parts.popFirst() ?? ""
    for part in parts {
      let values: [String] =
        switch part.first {
        case "n": numbers
        case "r": rates
        case "d": dates
        case "c": counts
        case "m": ["\"simple\"", "\"compound_monthly\"", "\"compound_daily\"", "\"\""]
        case "s": ["\"avalanche\"", "\"snowball\"", "\"custom\"", "\"x\""]
        default: ["\"days\"", "\"workdays\"", "\"months\"", "\"years\"", "\"weeks\""]
        }
      // Mostly something that can be computed with, so that the edges are met inside, too.
      let index = dice.roll(0...3) < 3 ? dice.roll(0...4) : dice.roll(0...50)
      text += values[Int(index) % values.count] + part.dropFirst()
    }
    return text
  }

  @Test(arguments: HostileLinesTests.templates.indices)
  func `every line has an answer or an error with a message`(place: Int) throws {
    let (function, template) = HostileLinesTests.templates[place]
    let filter = try CalculationFilterTests.filter()
    var dice = Dice(seed: UInt64(place) &+ 99)
    for _ in 0..<(function == "optimal" ? 60 : 300) {
      let input = HostileLinesTests.filled(template, &dice)
      let line = #"{"id":7,"fn":"\#(function)","in":{\#(input)}}"#
      let reply = filter.reply(to: Array(line.utf8))
      let answer = try JSONReader.read(reply.bytes)
      #expect(answer["id"] == .number("7"))
      #expect((answer["out"] == nil) == reply.isError, "\(line)")
      #expect((answer["error"]?["message"] == nil) != reply.isError, "\(line)")
      if reply.isError { #expect(HostileLinesTests.isWhole(answer["error"]), "\(line)") }
      #expect(!String(decoding: reply.bytes, as: UTF8.self).contains("nan"), "\(line)")
    }
  }

  @Test func `flows that change sign too often are refused, not searched forever`() throws {
    let flows = (0..<4_000).map { $0 % 2 == 0 ? "1" : "-1" }.joined(separator: ",")
    let line = #"{"id":1,"fn":"irr_periodic","in":{"flows_fen":[\#(flows)],"periods_per_year":1}}"#
    #expect(try CalculationFilterTests.filter().reply(to: Array(line.utf8)).isError)
  }

  /// Whether an error has a name, and what to do in both languages.
  private static func isWhole(_ error: JSONValue?) -> Bool {
    guard case .string(let status)? = error?["status"], case .string(let zh)? = error?["zh"],
      case .string(let en)? = error?["message"]
    else { return false }
    let isName = status.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    return isName && !status.isEmpty && !en.isEmpty
      && zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// A bad question, its status, a word of the Chinese sentence and one of the English.
  @Test(arguments: [
    ("{", "not-json", "JSON", "JSON"),
    (#"{"id":1,"fn":"x","in":{}}"#, "unknown-function", "有：", "there is:"),
    (#"{"id":1,"fn":"xirr"}"#, "missing-key", "请补上", "give it"),
    (#"{"id":1,"fn":"prorata","in":{"amount_fen":1}}"#, "missing-key", "请补上", "give it"),
    (#"{"id":1,"fn":"prorata","in":[]}"#, "not-an-object", "对象", "object"),
    (
      #"{"id":1,"fn":"prorata","in":{"amount_fen":1.5,"balances_fen":[1]}}"#, "bad-amount",
      "3200.50 元写 320050", "320050"
    ),
    (
      #"{"id":1,"fn":"prorata","in":{"amount_fen":-1,"balances_fen":[1]}}"#, "negative-amount",
      "0 或正数", "0 or more"
    ),
    (
      #"{"id":1,"fn":"optimal","in":{"debts":[{"balance_fen":99999999999999999999,"monthly_rate":"0","min_fen":0}],"budget_fen":[1],"horizon":1,"unit_fen":1}}"#,
      "bad-amount", "多打了零", "extra zeros"
    ),
    (
      #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"18.25%","periods":1,"periods_per_year":12}}"#,
      "bad-rate", "0.146", "0.146"
    ),
    (
      #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"-0.1","periods":1,"periods_per_year":12}}"#,
      "negative-rate", "0 或正数", "0 or more"
    ),
    (
      #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":0,"periods_per_year":12}}"#,
      "period-count", "1 到", "from 1"
    ),
    (
      #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":2.5,"periods_per_year":12}}"#,
      "bad-count", "整数", "whole number"
    ),
    (
      #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":1,"periods_per_year":0}}"#,
      "bad-count", "1 或更大", "1 or more"
    ),
    (
      #"{"id":1,"fn":"deadline","in":{"start":"2026-02-30","n":1,"unit":"days"}}"#, "bad-date",
      "要存在", "that exist"
    ),
    (
      #"{"id":1,"fn":"deadline","in":{"start":"2026-02-03","n":1,"unit":"weeks"}}"#, "bad-choice",
      "workdays", "workdays"
    ),
    (
      #"{"id":1,"fn":"deadline","in":{"start":"2026-12-30","n":3,"unit":"workdays"}}"#, "unknown",
      "不早于", "the holidays of 2027 are not in this version"
    ),
    (
      #"{"id":1,"fn":"penalty","in":{"principal_fen":1,"daily_rate":"0.1","due_date":"2025-01-02","as_of":"2025-01-01","mode":"simple"}}"#,
      "dates-reversed", "核对两个日期", "Check the two dates"
    ),
    (
      #"{"id":1,"fn":"xirr","in":{"dates":["2025-01-01"],"flows_fen":[]}}"#, "lists-differ",
      "一个日期", "one date"
    ),
    (
      #"{"id":1,"fn":"flat_fee_schedule","in":{"principal_fen":1,"periods":1}}"#, "one-of-two",
      "只能写一个", "exactly one"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[],"extra_fen":0,"strategy":"custom","custom_order":[1]}}"#,
      "bad-order", "各列一次", "exactly once"
    ),
    (
      #"{"id":1,"fn":"limitation","in":{"due_dates":[],"as_of":"2025-01-01"}}"#, "empty-list",
      "至少填一项", "at least one"
    ),
  ])
  func `each fault has a name and says what to do in both languages`(
    line: String, status: String, zh: String, en: String
  ) throws {
    let reply = try CalculationFilterTests.filter().reply(to: Array(line.utf8))
    let error = try JSONReader.read(reply.bytes)["error"]
    #expect(HostileLinesTests.isWhole(error))
    #expect(error?["status"] == .string(status))
    guard case .string(let chinese)? = error?["zh"], case .string(let english)? = error?["message"]
    else { return }
    #expect(chinese.contains(zh), "\(chinese)")
    #expect(english.contains(en), "\(english)")
  }

  /// Questions that have an answer with a status of its own, which is no fault.
  @Test(arguments: [
    (
      #"{"id":1,"fn":"irr_periodic","in":{"flows_fen":[100,0,100],"periods_per_year":12}}"#,
      "no_sign_change"
    ),
    (
      #"{"id":1,"fn":"irr_periodic","in":{"flows_fen":[100,-200,150],"periods_per_year":12}}"#,
      "none"
    ),
    (
      #"{"id":1,"fn":"irr_periodic","in":{"flows_fen":[-100,230,-132],"periods_per_year":12}}"#,
      "multiple"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[{"balance_fen":10000,"annual_rate":"1.2","min_fen":100,"min_pct":"0.5"}],"extra_fen":0,"strategy":"avalanche"}}"#,
      "shortfall"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[{"balance_fen":10000,"annual_rate":"1.2","min_fen":100}],"extra_fen":0,"strategy":"avalanche"}}"#,
      "never"
    ),
    (
      #"{"id":1,"fn":"optimal","in":{"debts":[{"balance_fen":10000,"monthly_rate":"0.1","min_fen":0}],"budget_fen":[100],"horizon":1,"unit_fen":100}}"#,
      "infeasible"
    ),
  ])
  func `a question without a plain answer says which kind it is`(
    line: String, status: String
  ) throws {
    let reply = try CalculationFilterTests.filter().reply(to: Array(line.utf8))
    #expect(!reply.isError)
    #expect(
      try JSONReader.read(reply.bytes)["out"]?["status"] == .string(status),
      "\(String(decoding: reply.bytes, as: UTF8.self))")
  }
}

/// A small generator; the same seed always gives the same lines.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int64>) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int64(mixed % UInt64(range.upperBound - range.lowerBound + 1))
  }
}
