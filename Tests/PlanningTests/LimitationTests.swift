import MoneyAndDates
import Testing

@testable import Planning

@Suite struct LimitationTests {
  private let term = LegalTerm(event: "limitation_years", term: Term(3, .years), rules: ["LIM-01"])

  @Test func `instalments of one debt count from the last`() throws {
    let dates = try ["2020-01-15", "2020-12-15", "2020-02-15"].map(day)
    let one = try Limitation(
      dueDates: dates, areInstalmentsOfOneDebt: true, restarts: [], term: term,
      on: day("2023-12-15"))
    #expect(one.lastDay.iso == "2023-12-15")
    #expect(!one.isExpired)
    #expect(one.daysLeft == 0)
    let apart = try Limitation(
      dueDates: dates, areInstalmentsOfOneDebt: false, restarts: [], term: term,
      on: day("2023-12-15"))
    #expect(apart.isExpired)
    #expect(apart.rules == ["LIM-01"])
  }

  @Test func `an act on the last day restarts, one a day later does not`() throws {
    let due = [try day("2019-01-01")]
    let inTime = try Limitation(
      dueDates: due, areInstalmentsOfOneDebt: false, restarts: [day("2022-01-01")], term: term,
      on: day("2025-01-01"))
    #expect(inTime.restarts.count == 1)
    #expect(!inTime.isExpired)
    let late = try Limitation(
      dueDates: due, areInstalmentsOfOneDebt: false, restarts: [day("2022-01-02")], term: term,
      on: day("2025-01-01"))
    #expect(late.restarts.isEmpty)
  }

  @Test func `no due date is named`() throws {
    #expect(throws: PlanningFault.emptyList) {
      try Limitation(
        dueDates: [], areInstalmentsOfOneDebt: false, restarts: [], term: term,
        on: day("2025-01-01"))
    }
  }

  @Test(arguments: [
    // 1 March 2025 is a Saturday: the last day rolls to Monday.
    ("2022-03-01", "2025-03-02", false, "2025-03-03"),
    ("2022-03-01", "2025-03-03", false, "2025-03-03"),
    ("2022-03-01", "2025-03-04", true, "2025-03-03"),
    // A working day stays.
    ("2022-03-03", "2025-03-04", true, "2025-03-03"),
  ])
  func `a last day on a day off rolls to the next working day`(
    due: String, asked: String, isExpired: Bool, end: String
  ) throws {
    let limitation = try Limitation(
      dueDates: [day(due)], areInstalmentsOfOneDebt: false, restarts: [], term: term,
      holidays: weekends, on: day(asked))
    #expect(limitation.isExpired == isExpired)
    #expect(limitation.end.iso == end)
    #expect(limitation.rules.contains("rule.TERM-02") == (limitation.end > limitation.lastDay))
  }

  @Test func `an act on the day it rolls to restarts, a later one is named and not counted`() throws
  {
    func limitation(_ act: String) throws -> Limitation {
      try Limitation(
        dueDates: [day("2022-03-01")], areInstalmentsOfOneDebt: false, restarts: [day(act)],
        term: term, holidays: weekends, on: day("2026-11-21"))
    }
    #expect(try limitation("2025-03-03").restarts.map(\.iso) == ["2025-03-03"])
    let late = try limitation("2025-05-10")
    #expect(late.restarts.isEmpty && late.lateActs.map(\.iso) == ["2025-05-10"])
    #expect(late.rules.contains("rule.LIM-04"))
    #expect(late.isExpired)
  }

  @Test func `no restart carries a claim past the longest period`() throws {
    let limitation = try Limitation(
      dueDates: [day("2000-06-01")], areInstalmentsOfOneDebt: false,
      restarts: [
        "2003-05-01", "2006-04-01", "2009-03-01", "2012-02-01", "2015-01-01", "2017-12-01",
      ]
      .map(day) + ["2020-05-01"].map(day),
      term: term, longest: LegalTerm(event: "x", term: Term(20, .years), rules: []),
      on: day("2021-01-01"))
    #expect(limitation.lastDay.iso == "2023-05-01")
    #expect(limitation.end.iso == "2020-06-01" && limitation.isExpired)
  }

  @Test func `where the holidays are unknown a matter of days is called unknown`() throws {
    func hangs(_ asked: String, act: String? = nil) throws -> Bool {
      try Limitation(
        dueDates: [day("2019-01-01")], areInstalmentsOfOneDebt: false,
        restarts: act.map { [try day($0)] } ?? [], term: term, holidays: weekends, on: day(asked)
      ).hangsOnHolidays
    }
    #expect(try !hangs("2022-01-01"))
    #expect(try hangs("2022-01-02"))
    #expect(try !hangs("2022-03-01"))
    #expect(try hangs("2022-03-01", act: "2022-01-04"))
  }

  @Test func `a debt older than the law that sets the term says so`() throws {
    let term = LegalTerm(
      event: "limitation_years", term: Term(3, .years), rules: [],
      inForceFrom: try day("2021-01-01"))
    for (due, isOlder) in [("2015-06-01", true), ("2021-01-01", false)] {
      let limitation = try Limitation(
        dueDates: [day(due)], areInstalmentsOfOneDebt: false, restarts: [], term: term,
        on: day("2021-07-01"))
      #expect(limitation.isOlderThanLaw == isOlder)
    }
  }

  /// A calendar of 2024 and 2025 in which only weekends are days off.
  private var weekends: HolidayCalendar {
    get throws {
      try #require(
        HolidayCalendar(
          first: day("2024-01-01"), last: day("2025-12-31"), settledThrough: day("2025-12-20"),
          restDays: [], makeUpDays: []))
    }
  }
}
