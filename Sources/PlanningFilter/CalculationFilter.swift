import MoneyAndDates
import Planning

/// The filter `calc --jsonl`: one question a line, `{"id","fn","in"}`, one answer a line.
///
/// The functions, their keys and rounding are those of the contract of `calc --jsonl`; facts (holidays,
/// legal terms) come in as values.
package struct CalculationFilter: Sendable {
  /// An answered line.
  package struct Reply: Hashable, Sendable {
    /// One JSON text without a line end.
    package let bytes: [UInt8]
    /// Whether it says an error instead of an answer.
    package let isError: Bool
  }

  let holidays: HolidayCalendar?
  let limitation: LegalTerm
  let creditRecord: LegalTerm

  /// A filter over these facts: the holidays, and the terms `limitation_years` and
  /// `bad_record_retention_years`.
  package init(holidays: HolidayCalendar?, limitation: LegalTerm, creditRecord: LegalTerm) {
    self.holidays = holidays
    self.limitation = limitation
    self.creditRecord = creditRecord
  }

  /// The answer to one line (without its line end), as JSON without a line end; never fails: what
  /// can't be answered is `{"id":…,"error":{"message":…,"status":…,"zh":…}}`: what to do in English
  /// and Chinese, and the fault's name.
  package func answer(line: [UInt8]) -> [UInt8] {
    reply(to: line).bytes
  }

  /// The answer to one line, and whether it is an error.
  package func reply(to line: [UInt8]) -> Reply {
    var whole = Answer()
    var isError = false
    do throws(RequestFault) {
      let record = try CalculationFilter.record(line)
      whole.add("id", record["id"] ?? .null)
      do throws(RequestFault) {
        whole.add("out", try out(of: record))
      } catch {
        isError = true
        whole.add("error", CalculationFilter.error(error))
      }
    } catch {
      isError = true
      whole.add("id", .null)
      whole.add("error", CalculationFilter.error(error))
    }
    var bytes: [UInt8] = []
    whole.value.write(to: &bytes)
    return Reply(bytes: bytes, isError: isError)
  }

  private static func record(_ line: [UInt8]) throws(RequestFault) -> JSONValue {
    do throws(JSONReader.Fault) {
      let value = try JSONReader.read(line)
      guard case .object = value else { throw JSONReader.Fault(message: "not a JSON object") }
      return value
    } catch {
      throw RequestFault("not-json", zh: "这一行不是 JSON 对象（\(error.message)）", en: error.message)
    }
  }

  private static func error(_ fault: RequestFault) -> JSONValue {
    .object([
      JSONValue.Member(name: "message", value: .string(fault.en)),
      JSONValue.Member(name: "status", value: .string(fault.status)),
      JSONValue.Member(name: "zh", value: .string(fault.zh)),
    ])
  }

  private func out(of record: JSONValue) throws(RequestFault) -> JSONValue {
    if let place = record.repeatedName() {
      throw RequestFault(
        "duplicate-key", zh: "\"\(place)\" 写了两次；请只留一个", en: "\"\(place)\" stands twice; keep one")
    }
    guard case .string(let name)? = record["fn"] else {
      throw Expected.text.fault(at: "fn")
    }
    guard let function = CalculationFilter.functions[name] else {
      let names = CalculationFilter.functions.keys.sorted().joined(separator: ", ")
      throw RequestFault(
        "unknown-function", zh: "没有叫 \"\(name)\" 的函数；有：\(names)",
        en: "no function is named \"\(name)\"; there is: \(names)")
    }
    guard let input = record["in"] else {
      throw RequestFault("missing-key", zh: "缺少 \"in\"；请补上", en: "\"in\" is missing; give it")
    }
    let request = try Request(input)
    try request.requireNoKeys(but: function.keys)
    var answer = Answer()
    try function.answer(self)(request, &answer)
    return answer.value
  }

  /// A function of the contract.
  private struct Function: Sendable {
    /// Every key that its `in` may hold; any other is refused, for a misspelt one would be left out.
    let keys: [String]
    let answer:
      @Sendable (CalculationFilter) ->
        (Request, inout Answer) throws(RequestFault) -> Void

    init(
      _ keys: String,
      answer:
        @escaping @Sendable (CalculationFilter) ->
        (Request, inout Answer) throws(RequestFault) -> Void
    ) {
      self.keys = keys.split(separator: " ").map(String.init)
      self.answer = answer
    }
  }

  /// Every function by its name in the contract.
  private static let functions: [String: Function] = [
    "amort_annuity": Function("principal_fen periods annual_rate periods_per_year") {
      $0.equalInstalment
    },
    "amort_equal_principal": Function("principal_fen periods annual_rate periods_per_year") {
      $0.equalPrincipal
    },
    "flat_fee_schedule": Function(
      "principal_fen periods fee_rate_per_period fee_rate_total_upfront"
    ) { $0.flatFee },
    "irr_periodic": Function("flows_fen periods_per_year model") { $0.periodicRate },
    "xirr": Function("dates flows_fen") { $0.datedRate },
    "xirr_sample": Function("dates flows file") { $0.datedRateOfSample },
    "annualised": Function("principal_fen periods fee_rate_per_period upfront_fee_fen") {
      $0.annualised
    },
    "penalty": Function(
      "principal_fen daily_rate due_date as_of mode interest_fen fees_fen payments"
    ) { $0.penalty },
    "payoff": Function("debts extra_fen strategy custom_order") { $0.payoff },
    "prorata": Function("balances_fen amount_fen") { $0.proRata },
    "afford": Function(
      "income_fen essentials_fen debt_fen annual_rate reserve_fen income_drop max_periods"
    ) { $0.afford },
    "deadline": Function("start n unit") { $0.deadline },
    "limitation": Function("due_dates as_of interruptions same_debt_instalments") {
      $0.limitationPeriod
    },
    "credit_record": Function("ended_on as_of") { $0.creditRecordShown },
    "optimal": Function("debts budget_fen horizon unit_fen") { $0.optimal },
  ]

  /// Runs a core function; its faults become messages.
  func asking<T>(_ question: () throws(PlanningFault) -> T) throws(RequestFault) -> T {
    do throws(PlanningFault) { return try question() } catch {
      throw RequestFault(error)
    }
  }
}
