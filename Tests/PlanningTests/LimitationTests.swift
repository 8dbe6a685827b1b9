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
}
