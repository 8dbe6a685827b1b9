import Foundation
import MoneyAndDates
import Planning
import Testing

@testable import PlanningFilter

/// Records in `Oracle/`: answers of at least two independent implementations each.
@Suite struct CalculationFilterTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Oracle")

  static func filter() throws -> CalculationFilter {
    let text = try String(
      contentsOf: folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("flows/facts/holidays.csv"),
      encoding: .utf8)
    let holidays = try #require(HolidayCalendar(csv: text))
    return CalculationFilter(
      holidays: holidays,
      limitation: LegalTerm(event: "limitation_years", term: Term(3, .years), rules: ["LIM-01"]),
      creditRecord: LegalTerm(
        event: "bad_record_retention_years", term: Term(5, .years), rules: ["CRD-01"]))
  }

  @Test(arguments: [
    ("afford", 10), ("amort_annuity", 25), ("amort_equal_principal", 17), ("annualised", 6),
    ("credit_record", 7), ("deadline", 35), ("flat_fee_schedule", 14), ("irr_periodic", 31),
    ("limitation", 11), ("optimal", 22), ("payoff", 25), ("penalty", 18), ("prorata", 11),
    ("xirr", 23), ("xirr_sample", 28),
  ])
  func `every oracle record is answered as the independent answers are`(
    group: String, count: Int
  ) throws {
    let filter = try CalculationFilterTests.filter()
    let text = try String(
      contentsOf: CalculationFilterTests.folder.appendingPathComponent("\(group).jsonl"),
      encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines.count == count)
    for line in lines {
      let record = try JSONReader.read(Array(line.utf8))
      let answer = try JSONReader.read(filter.answer(line: Array(line.utf8)))
      let fault = OracleRecord(record)?.fault(of: answer)
      #expect(fault == nil, "\(record["id"] ?? .null): \(fault ?? "")")
    }
  }

  @Test(arguments: [
    "", "null", "[]", "{", "{\"id\":1}", "{\"id\":1,\"fn\":\"nothing\",\"in\":{}}",
    "{\"id\":1,\"fn\":\"payoff\"}", "{\"id\":1,\"fn\":\"payoff\",\"in\":{}}",
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":-1,"annual_rate":"0.1","periods":12,"periods_per_year":12}}"#,
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1.5,"annual_rate":"0.1","periods":12,"periods_per_year":12}}"#,
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":0.1,"periods":12,"periods_per_year":12}}"#,
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":0,"periods_per_year":12}}"#,
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":1,"periods_per_year":0}}"#,
    #"{"id":1,"fn":"amort_annuity","in":{"principal_fen":1,"annual_rate":"0.1","periods":999999999999,"periods_per_year":12}}"#,
    #"{"id":1,"fn":"flat_fee_schedule","in":{"principal_fen":1,"periods":1}}"#,
    #"{"id":1,"fn":"deadline","in":{"start":"2025-02-30","n":1,"unit":"days"}}"#,
    #"{"id":1,"fn":"deadline","in":{"start":"2025-02-03","n":-1,"unit":"days"}}"#,
    #"{"id":1,"fn":"deadline","in":{"start":"2025-02-03","n":9223372036854775807,"unit":"years"}}"#,
    #"{"id":1,"fn":"deadline","in":{"start":"2026-12-30","n":3,"unit":"workdays"}}"#,
    #"{"id":1,"fn":"limitation","in":{"due_dates":[],"as_of":"2025-01-01"}}"#,
    #"{"id":1,"fn":"xirr","in":{"dates":["2025-01-01"],"flows_fen":[]}}"#,
    #"{"id":1,"fn":"payoff","in":{"debts":[],"extra_fen":0,"strategy":"best"}}"#,
    #"{"id":1,"fn":"payoff","in":{"debts":[],"extra_fen":0,"strategy":"custom","custom_order":[1]}}"#,
    #"{"id":1,"fn":"optimal","in":{"debts":[],"budget_fen":[],"horizon":0,"unit_fen":100}}"#,
    #"{"id":1,"fn":"penalty","in":{"principal_fen":1,"daily_rate":"0.1","due_date":"2025-01-02","as_of":"2025-01-01","mode":"simple"}}"#,
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  ])
  func `a bad line is answered by an error, never by a trap`(line: String) throws {
    let reply = try CalculationFilterTests.filter().reply(to: Array(line.utf8))
    #expect(reply.isError)
    let answer = try JSONReader.read(reply.bytes)
    guard case .string(let message)? = answer["error"]?["message"] else {
      Issue.record("no message")
      return
    }
    #expect(!message.isEmpty)
  }

  /// A question, and the status it is refused with.
  @Test(arguments: [
    (
      #"{"id":1,"fn":"prorata","in":{"balances_fen":[1],"amount_fen":1,"foo":1}}"#, "unknown-key",
      "in.foo"
    ),
    (
      #"{"id":1,"fn":"penalty","in":{"principal_fen":1,"daily_rate":"0","due_date":"2025-01-01","as_of":"2025-01-02","mode":"simple","payment":[["2025-01-02",1]]}}"#,
      "unknown-key", "payments"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[{"balance_fen":1,"annual_rate":"0","min_fen":1,"minpct":"0.1"}],"extra_fen":0,"strategy":"avalanche"}}"#,
      "unknown-key", "in.debts[0].minpct"
    ),
    (
      #"{"id":1,"fn":"optimal","in":{"debts":[{"balance_fen":1,"monthly_rate":"0","min_fen":1,"late_fee":5}],"budget_fen":[1],"horizon":1,"unit_fen":1}}"#,
      "unknown-key", "late_fee_fen"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[],"extra_fen":0,"strategy":"avalanche","custom_order":[]}}"#,
      "one-of-two", "custom_order"
    ),
    (
      #"{"id":1,"fn":"prorata","in":{"balances_fen":[1],"amount_fen":1,"amount_fen":2}}"#,
      "duplicate-key", "in.amount_fen"
    ),
    (
      #"{"id":1,"fn":"afford","in":{"essentials_fen":{"rent":1,"rent":2}}}"#, "duplicate-key",
      "in.essentials_fen.rent"
    ),
    (
      #"{"id":1,"fn":"payoff","in":{"debts":[{"min_fen":1,"min_fen":2}]}}"#, "duplicate-key",
      "in.debts[0].min_fen"
    ),
    (#"{"id":1,"fn":"xirr","fn":"prorata","in":{}}"#, "duplicate-key", "fn"),
    (#"{"id":1,"fn":"credit_record","in":{"as_of":"2026-01-01"}}"#, "missing-key", "in.ended_on"),
    (
      #"{"id":1,"fn":"optimal","in":{"debts":[],"budget_fen":[1],"horizon":1,"unit_fen":0}}"#,
      "bad-amount", "1 fen or more"
    ),
    (
      #"{"id":1,"fn":"deadline","in":{"start":"2026-01-01","n":-1,"unit":"days"}}"#,
      "period-count", "must be 0 or more"
    ),
    (
      #"{"id":1,"fn":"penalty","in":{"principal_fen":1,"daily_rate":"0","due_date":"1900-01-01","as_of":"2025-01-02","mode":"compound_daily"}}"#,
      "day-count", "The number of days must be from 0 to 36600"
    ),
    (
      #"{"id":1,"fn":"afford","in":{"income_fen":1,"essentials_fen":{},"debt_fen":1,"annual_rate":"0","income_drop":"1.5"}}"#,
      "share-out-of-range", "0 to 100%"
    ),
  ])
  func `what a line says twice, too much or too little is refused by its name`(
    line: String, status: String, part: String
  ) throws {
    let answer = try JSONReader.read(
      CalculationFilterTests.filter().answer(line: Array(line.utf8)))
    #expect(answer["id"] == .number("1"))
    #expect(answer["error"]?["status"] == .string(status), "\(answer)")
    guard case .string(let message)? = answer["error"]?["message"] else {
      Issue.record("no message")
      return
    }
    #expect(message.contains(part), "\(message)")
  }

  /// A question, and what its answer holds.
  @Test(arguments: [
    (
      #"{"id":1,"fn":"credit_record","in":{"ended_on":null,"as_of":"2026-01-01"}}"#,
      #""last_shown_day":null"#
    ),
    (
      #"{"id":1,"fn":"penalty","in":{"principal_fen":100,"daily_rate":"0","due_date":"2025-01-01","as_of":"2025-01-02","mode":"simple","payments":[["2025-01-03",30],["2025-01-04",4]]}}"#,
      #""paid_after_as_of_fen":34"#
    ),
    (
      #"{"id":1,"fn":"deadline","in":{"start":"2026-12-14","n":10,"unit":"workdays"}}"#,
      #""last_day":"2026-12-28","days_from_start":14,"rolled_last_day":null,"not_before":"2026-12-26""#
    ),
    (
      #"{"id":1,"fn":"irr_periodic","note":"x","in":{"flows_fen":[1,-1],"periods_per_year":12,"model":"m"}}"#,
      #""status":"ok""#
    ),
  ])
  func `what an answer leaves out or rests on stands in it`(line: String, part: String) throws {
    let answer = try CalculationFilterTests.filter().answer(line: Array(line.utf8))
    #expect(String(decoding: answer, as: UTF8.self).contains(part), "\(answer)")
  }

  @Test func `amounts have no bound`() throws {
    let line =
      #"{"id":"x","fn":"prorata","in":{"balances_fen":[1000000000000000000000000000000,2000000000000000000000000000000],"amount_fen":3}}"#
    let answer = try CalculationFilterTests.filter().answer(line: Array(line.utf8))
    #expect(
      String(decoding: answer, as: UTF8.self)
        == #"{"id":"x","out":{"offers_fen":[1,2],"independent_rounding_error_fen":0}}"#)
  }

  @Test func `bytes that are not UTF-8 are an error`() throws {
    #expect(try CalculationFilterTests.filter().reply(to: [0x22, 0xFF, 0x22]).isError)
  }
}

/// A record of the oracle and the rules by which an answer is judged.
private struct OracleRecord {
  let function: String
  let input: JSONValue
  let expected: JSONValue
  let absolute: Double
  let relative: Double

  init?(_ record: JSONValue) {
    guard case .string(let function)? = record["fn"], let input = record["in"],
      let expected = record["out"]
    else { return nil }
    self.function = function
    self.input = input
    self.expected = expected
    absolute = OracleRecord.number(record["tol"]?["abs"]) ?? (record["tol"] == nil ? 1e-9 : 0)
    relative = OracleRecord.number(record["tol"]?["rel"]) ?? 0
  }

  private static func number(_ value: JSONValue?) -> Double? {
    guard case .number(let digits)? = value else { return nil }
    return Double(digits)
  }

  /// What is wrong with an answer.
  func fault(of answer: JSONValue) -> String? {
    guard let got = answer["out"] else { return "no answer" }
    let keys: [String: [(expected: String, got: String)]] = [
      "xirr_sample": [("status", "status"), ("all_roots_found", "roots")],
      "optimal": [("status", "status"), ("total_paid_fen", "total_paid_fen")],
    ]
    guard let keys = keys[function] else { return difference(expected, withRowsAt(got), "out") }
    for key in keys {
      guard let value = expected[key.expected] else { continue }
      if let fault = difference(value, got[key.got] ?? .null, key.got) { return fault }
    }
    return nil
  }

  private func withRowsAt(_ got: JSONValue) -> JSONValue {
    guard case .object(let wanted)? = expected["rows_at"], case .array(let rows)? = got["rows"],
      case .object(let members) = got
    else { return got }
    let picked = wanted.compactMap { row in
      Int(row.name).map { JSONValue.Member(name: row.name, value: rows[$0 - 1]) }
    }
    return .object(members + [JSONValue.Member(name: "rows_at", value: .object(picked))])
  }

  private func difference(_ want: JSONValue, _ got: JSONValue, _ path: String) -> String? {
    switch (want, got) {
    case (.object(let members), .object):
      for member in members {
        guard let value = got[member.name] else { return "\(path).\(member.name) is missing" }
        if let fault = difference(member.value, value, "\(path).\(member.name)") { return fault }
      }
      return nil
    case (.array(let wanted), .array(let items)) where wanted.count == items.count:
      for (index, pair) in zip(wanted, items).enumerated() {
        if let fault = difference(pair.0, pair.1, "\(path)[\(index)]") { return fault }
      }
      return nil
    case (.number(let one), .number(let other)):
      return isNear(one, other) ? nil : "\(path): expected \(one), got \(other)"
    default:
      return want == got ? nil : "\(path): expected \(want), got \(got)"
    }
  }

  /// Whole numbers exactly, others within the tolerance.
  private func isNear(_ want: String, _ got: String) -> Bool {
    if want == got { return true }
    guard want.contains(".") || want.contains("e"), let one = Double(want), let other = Double(got)
    else { return false }
    return abs(one - other) <= max(absolute, relative * abs(one))
  }
}
