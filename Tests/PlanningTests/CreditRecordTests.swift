import MoneyAndDates
import Testing

@testable import Planning

@Suite struct CreditRecordTests {
  private let term = LegalTerm(
    event: "bad_record_retention_years", term: Term(5, .years), rules: ["CRD-01"])

  @Test func `five years run from the end and the last day is still shown`() throws {
    let end = try day("2020-02-29")
    let shown = try CreditRecord(endedOn: end, term: term, on: day("2025-02-28"))
    #expect(shown.lastShownDay?.iso == "2025-02-28")
    #expect(!shown.isRemoved)
    #expect(try CreditRecord(endedOn: end, term: term, on: day("2025-03-01")).isRemoved)
  }

  @Test func `an end that is still to come is marked as such`() throws {
    let record = try CreditRecord(endedOn: day("2027-01-31"), term: term, on: day("2026-11-22"))
    #expect(record.isStillToEnd)
    #expect(record.lastShownDay?.iso == "2032-01-31")
    let past = try CreditRecord(endedOn: day("2026-11-22"), term: term, on: day("2026-11-22"))
    #expect(!past.isStillToEnd)
  }

  @Test func `while unpaid the time has not begun`() throws {
    let record = try CreditRecord(endedOn: nil, term: term, on: day("2025-03-01"))
    #expect(record.lastShownDay == nil)
    #expect(!record.isRemoved)
  }
}
