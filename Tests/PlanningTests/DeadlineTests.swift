import MoneyAndDates
import Testing

@testable import Planning

@Suite struct DeadlineTests {
  @Test(arguments: [
    ("2024-01-31", 1, TermUnit.months, "2024-02-29"), ("2024-02-29", 1, .years, "2025-02-28"),
    ("2026-11-23", 15, .days, "2026-12-08"), ("2026-11-23", 0, .days, "2026-11-23"),
  ])
  func `the first day is not counted and months are clamped`(
    start: String, count: Int, unit: TermUnit, end: String
  ) throws {
    let deadline = try Deadline(Term(count, unit), from: day(start), holidays: nil)
    #expect(deadline.lastDay?.iso == end)
    #expect(deadline.rolledLastDay == nil)
  }

  @Test func `working days without holiday data are unknown, not before that many days`() throws {
    let deadline = try Deadline(Term(7, .workingDays), from: day("2026-12-28"), holidays: nil)
    #expect(deadline.lastDay == nil)
    #expect(deadline.safeDay.iso == "2027-01-04")
    #expect(deadline.daysFromStart == nil)
  }

  /// 2026 as published, with what the notice for 2027 can still change: the days after 20 December.
  private func holidays() throws -> HolidayCalendar {
    try #require(
      HolidayCalendar(
        first: day("2026-12-01"), last: day("2026-12-31"), settledThrough: day("2026-12-20"),
        restDays: [], makeUpDays: []))
  }

  @Test func `working days past the settled ones have no last day, only an earliest one`() throws {
    let deadline = try Deadline(
      Term(10, .workingDays), from: day("2026-12-14"), holidays: holidays())
    #expect(deadline.lastDay == nil)
    #expect(deadline.provisionalLastDay?.iso == "2026-12-28")
    // Were the weekend of the 26th worked, the tenth working day would be that Saturday.
    #expect(deadline.safeDay.iso == "2026-12-26")
    #expect(deadline.missingYear == 2027)
    #expect(deadline.rolledLastDay == nil)
  }

  @Test func `working days within the settled ones have their last day`() throws {
    let deadline = try Deadline(
      Term(4, .workingDays), from: day("2026-12-14"), holidays: holidays())
    #expect(deadline.lastDay?.iso == "2026-12-18")
    #expect(deadline.provisionalLastDay == nil)
    #expect(deadline.safeDay.iso == "2026-12-18")
  }

  @Test func `past the data the earliest day counts unsettled weekends as worked`() throws {
    let deadline = try Deadline(
      Term(15, .workingDays), from: day("2026-12-14"), holidays: holidays())
    #expect(deadline.lastDay == nil)
    #expect(deadline.provisionalLastDay == nil)
    #expect(deadline.safeDay.iso == "2026-12-31")
  }

  @Test func `a term of hours ends by the clock and never rolls`() throws {
    let deadline = try Deadline(Term(24, .hours), from: day("2026-12-18"), holidays: holidays())
    #expect(deadline.lastDay?.iso == "2026-12-19")
    #expect(deadline.rolledLastDay?.iso == "2026-12-19")
  }

  @Test func `a legal term carries its rules`() throws {
    let term = LegalTerm(event: "lawsuit_answer", term: Term(15, .days), rules: ["CMP-17"])
    #expect(try Deadline(term, from: day("2026-01-01"), holidays: nil).rules == ["CMP-17"])
  }

  @Test func `days out of the calendar are named`() throws {
    #expect(throws: PlanningFault.dateOutOfRange) {
      try Deadline(Term(.max, .years), from: day("2026-01-01"), holidays: nil)
    }
    #expect(throws: PlanningFault.self) {
      try Deadline(Term(-1, .days), from: day("2026-01-01"), holidays: nil)
    }
  }
}
