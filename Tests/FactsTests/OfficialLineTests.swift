import MoneyAndDates
import Testing
import Wording

@testable import Facts

@Suite struct OfficialLineTests {
  private func text(_ name: String, _ language: Language = .zh, on iso: String = "2026-11-21")
    throws
    -> String
  {
    let day = try #require(CalendarDate(iso: iso))
    return OfficialLine(of: name, in: ShippedFacts.book, on: day).text(in: language)
  }

  @Test func `a number stands with its source, its day and its confidence`() throws {
    let line = try text("工商银行", .en)
    #expect(line.contains("95588 (source: ") && line.contains("as of 2025-01-06; verified"))
  }

  @Test func `a number past its review is to be compared first`() throws {
    #expect(try text("工商银行", on: "2030-01-01").contains("已过复核日"))
    #expect(try !text("工商银行", on: "2025-02-01").contains("已过复核日"))
  }

  @Test(arguments: Language.allCases)
  func `no outbound line and no reported number is named for any institution`(language: Language)
    throws
  {
    for institution in ShippedFacts.book.institutions {
      let line = try text(institution.name.zh, language)
      for phone in institution.phones where !phone.mayBeCalled {
        #expect(!line.contains(" \(phone.shown) ") && !line.contains(" \(phone.shown)（"), "\(line)")
      }
      #expect(!line.isEmpty)
    }
  }

  @Test func `an unknown name is not repeated`() throws {
    #expect(try !text("\u{1B}[2J骗子公司").contains("骗子"))
    #expect(try text("骗子公司").contains("没有核实过的号码"))
  }
}
