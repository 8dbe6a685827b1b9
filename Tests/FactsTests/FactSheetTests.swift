import MoneyAndDates
import Testing
import Wording

@testable import Facts

@Suite struct FactSheetTests {
  private func sheet(_ id: String, _ language: Language, on iso: String = "2026-11-21") throws
    -> String
  {
    let fact = try #require(ShippedFacts.book.fact(id))
    let day = try #require(CalendarDate(iso: iso))
    return FactSheet(fact, on: day).lines(in: language).joined(separator: "\n")
  }

  @Test func `a rule tells its day, its confidence, its review, its beginning and its sources`()
    throws
  {
    let text = try sheet("rule.CMP-01", .en)
    for words in [
      "rule.CMP-01", "as of 2024-03-29; verified", "past its review date (2025-03-29)",
      "in force from: 2020-03-01", "\n- ",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(try sheet("rule.CMP-01", .zh, on: "2024-04-01").contains("复核日：2025-03-29"))
  }

  @Test func `a rule that was replaced names its heir`() throws {
    #expect(try sheet("rule.INT-05", .zh).contains("取代"))
  }

  @Test func `a lender without a verified number says where to find one`() throws {
    #expect(
      try sheet("institution.mucfc", .en).contains(
        "no verified number: it is on your contract, in the app you installed yourself, on the card's back"
      ))
    #expect(try sheet("institution.icbc", .zh).contains("☎ 95588"))
  }

  @Test func `a quoted fact names itself and its day, and warns when it is past its review`() throws
  {
    let fact = try #require(ShippedFacts.book.fact("rule.COL-19"))
    let (early, late) = (
      try #require(CalendarDate(iso: "2023-01-01")), try #require(CalendarDate(iso: "2026-11-21"))
    )
    #expect(fact.quoted(on: early, in: .zh).hasSuffix("（rule.COL-19，截至 2022-09-13）"))
    #expect(
      fact.quoted(on: late, in: .en).hasSuffix(
        "(rule.COL-19, as of 2022-09-13; past its review date, check it first)"))
    #expect(fact.quoted(on: early, in: .en).hasPrefix(fact.statement.en))
  }

  @Test(arguments: Language.allCases)
  func `every fact has a sheet with a day, a grade, a review and a source`(language: Language)
    throws
  {
    for id in ShippedFacts.book.allIDs {
      let lines = try sheet(id, language).split(separator: "\n")
      #expect(lines.count >= 5, "\(id)")
      #expect(lines.contains { $0.hasPrefix("- ") }, "\(id)")
    }
  }
}
