import Testing

@testable import MoneyAndDates

@Suite struct CalendarDateTests {
  @Test func `every day from 1999 to 2030 follows the one before it`() throws {
    var day = try #require(CalendarDate(iso: "1999-01-01"))
    while day.year < 2030 {
      let next = try #require(day.adding(days: 1))
      let (year, month, date) = next.civil
      #expect(CalendarDate(year: year, month: month, day: date) == next)
      #expect(CalendarDate(iso: next.iso) == next)
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-01-31", 2, "2026-03-31"),
    ("2024-02-29", 12, "2025-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-12-15", 1, "2027-01-15"),
  ])
  func `months are counted from the original day and clamped`(
    start: String, months: Int, expected: String
  ) throws {
    #expect(try #require(CalendarDate(iso: start)).adding(months: months)?.iso == expected)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-1", "20260101", "２026-01-01",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `the ends of the calendar are nil, not a trap`() {
    #expect(CalendarDate.last.adding(days: 1) == nil)
    #expect(CalendarDate.first.adding(days: -1) == nil)
    #expect(CalendarDate.first.adding(days: .min) == nil)
    #expect(CalendarDate.last.adding(months: .max) == nil)
    #expect(CalendarDate.first.adding(months: -1) == nil)
  }

  @Test func `21 November 2026 is a Saturday`() throws {
    #expect(try #require(CalendarDate(iso: "2026-11-21")).weekday == 6)
    #expect(try #require(CalendarDate(iso: "1970-01-01")).dayNumber == 0)
  }
}
