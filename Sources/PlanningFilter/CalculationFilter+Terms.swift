import MoneyAndDates
import Planning

extension CalculationFilter {
  /// `deadline`.
  func deadline(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let units: [String: TermUnit] = [
      "days": .days, "workdays": .workingDays, "months": .months, "years": .years,
    ]
    guard let unit = units[try input.text("unit")] else {
      throw input.wrong("unit", .oneOf(["days", "workdays", "months", "years"]))
    }
    let start = try input.date("start")
    let term = Term(try input.integer("n"), unit)
    let deadline = try asking { () throws(PlanningFault) in
      try Deadline(term, from: start, holidays: holidays)
    }
    guard let last = deadline.lastDay ?? deadline.provisionalLastDay else {
      let day = deadline.safeDay
      let year = deadline.missingYear ?? day.year
      throw RequestFault(
        "unknown", zh: "不早于 \(day.iso)；这个版本还没有 \(year) 年的节假日安排",
        en: "unknown: not before \(day.iso); the holidays of \(year) are not in this version")
    }
    answer.add("last_day", .date(last))
    answer.add("days_from_start", .integer(last.days(since: start)))
    answer.add("rolled_last_day", .date(deadline.rolledLastDay))
    // By the holidays published so far, which a notice to come can still change.
    if deadline.lastDay == nil { answer.add("not_before", .date(deadline.safeDay)) }
  }

  /// `limitation`.
  func limitationPeriod(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let due = try input.dates("due_dates")
    let day = try input.date("as_of")
    let acts = input.has("interruptions") ? try input.dates("interruptions") : []
    let areInstalments = try input.bool("same_debt_instalments", default: false)
    let result = try asking { () throws(PlanningFault) in
      try Limitation(
        dueDates: due, areInstalmentsOfOneDebt: areInstalments, restarts: acts, term: limitation,
        on: day)
    }
    answer.add("limitation_start", .date(result.start))
    answer.add("limitation_last_day", .date(result.lastDay))
    answer.add("effective_interruptions", .array(result.restarts.map { .date($0) }))
    answer.add("expired_on_as_of", .bool(result.isExpired))
    answer.add("days_left", .integer(result.daysLeft))
  }

  /// `credit_record`.
  func creditRecordShown(_ input: Request, _ answer: inout Answer) throws(RequestFault) {
    let end = try input.dateOrNull("ended_on")
    let day = try input.date("as_of")
    let result = try asking { () throws(PlanningFault) in
      try CreditRecord(endedOn: end, term: creditRecord, on: day)
    }
    answer.add("last_shown_day", .date(result.lastShownDay))
    answer.add("removed", .bool(result.isRemoved))
  }
}
