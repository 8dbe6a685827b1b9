import Testing

@testable import MoneyAndDates

@Suite struct HolidayCalendarTests {
  static let text = """
    # a comment
    date,kind,source
    2025-01-01,first,paper
    2025-12-31,last,paper
    2025-12-20,settled,paper
    2025-01-01,rest,paper
    2025-01-28,rest,paper
    2025-01-29,rest,paper
    2025-01-30,rest,paper
    2025-01-31,rest,paper
    2025-02-03,rest,paper
    2025-02-04,rest,paper
    2025-01-26,work,paper
    2025-02-08,work,paper
    """

  private func calendar() throws -> HolidayCalendar {
    try #require(HolidayCalendar(csv: HolidayCalendarTests.text))
  }

  private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test(
    arguments: [
      ("2025-01-01", false), ("2025-01-26", true), ("2025-01-27", true), ("2025-02-01", false),
      ("2025-02-08", true), ("2025-02-09", false), ("2024-12-31", nil), ("2026-01-01", nil),
    ] as [(String, Bool?)])
  func `a day is worked, off, or unknown`(iso: String, expected: Bool?) throws {
    #expect(try calendar().isWorkingDay(day(iso)) == expected)
  }

  @Test(arguments: [
    ("2025-01-27", 1, "2025-02-05"), ("2025-01-24", 2, "2025-01-27"),
    ("2025-02-07", 1, "2025-02-08"),
    ("2025-02-07", 0, "2025-02-07"),
  ])
  func `working days jump holidays and count make-up days`(
    start: String, count: Int, end: String
  ) throws {
    #expect(try calendar().adding(workingDays: count, to: day(start)).lastDay == day(end))
  }

  @Test(arguments: [
    ("2025-12-15", 4, "2025-12-19"), ("2025-12-15", 5, "2025-12-21"),
    ("2025-12-29", 5, "2026-01-03"),
    ("2025-12-15", 0, "2025-12-15"), ("2024-12-30", 2, "2025-01-01"),
  ])
  func `the earliest day counts what is not settled as worked`(
    start: String, count: Int, end: String
  ) throws {
    #expect(try calendar().earliestDay(ofWorkingDays: count, after: day(start)) == day(end))
  }

  @Test func `a term past the data is unknown, not before the days it needs at least`() throws {
    let term = try calendar().adding(workingDays: 5, to: day("2025-12-29"))
    #expect(term == .unknown(notBefore: try day("2026-01-03")))
    #expect(term.lastDay == nil)
    #expect(
      try calendar().adding(workingDays: .max, to: day("2025-12-29")).lastDay == nil)
    #expect(try calendar().adding(workingDays: -1, to: day("2025-12-29")).lastDay == nil)
  }

  @Test(
    arguments: [
      ("2025-01-28", "2025-02-05"), ("2025-02-05", "2025-02-05"), ("2025-12-20", "2025-12-22"),
      ("2025-12-21", nil), ("2024-12-31", nil),
    ] as [(String, String?)])
  func `a rest day rolls to the next working day while that is settled`(
    iso: String, expected: String?
  ) throws {
    #expect(try calendar().firstWorkingDay(onOrAfter: day(iso))?.iso == expected)
  }

  @Test(arguments: [
    "", "2025-01-01,first,x", "2025-01-01,rest,x\n2025-13-01,work,x",
    "2025-01-01,first,x\n2025-12-31,last,x\n2025-06-01,settled,x\n2024-05-01,rest,x",
    "2025-01-01,first,x\n2025-12-31,last,x\n2025-06-01,settled,x\n2025-05-01,holiday,x",
    "2025-01-01,first,x\n2025-01-02,first,x\n2025-12-31,last,x\n2025-06-01,settled,x",
    "2025-01-01,first,x\n2025-12-31,last,x\n2025-06-01,settled,x\n2025-05-01,rest,x\n2025-05-01,work,x",
    "2025-12-31,first,x\n2025-01-01,last,x\n2025-06-01,settled,x", "2025-01-01,first",
  ])
  func `a file that is not of the form is refused`(text: String) {
    #expect(HolidayCalendar(csv: text) == nil)
  }
}
