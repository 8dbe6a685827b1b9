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
