import SourceText
import Testing

@testable import Facts

@Suite struct LegalTermFactTests {
  @Test(arguments: [
    ("15,calendar", true), ("24,hours", true), ("22:00-08:00,daily", true),
    ("2026-03-31,date", true), ("60,persons", true), ("-5,calendar", false), ("0,months", false),
    ("1.5,working", false), ("99999999999999999999,years", false), ("abc,calendar", false),
    ("22:00,daily", false), ("25:00-08:00,daily", false), ("2:00-08:00,daily", false),
    ("2026-02-30,date", false), ("１５,calendar", false),
  ])
  func `an amount that is none of its unit is a fault`(figure: String, isGood: Bool) {
    let table = """
      event,title_zh,title_en,actor,amount,unit,from_zh,from_en,rules,source,as_of,confidence,in_force_from,replaced_by,review_by
      answer,答复,an answer,lender,\(figure),收到之日,receipt,rule.A,a-source,2024-03-29,verified,2020-03-01,none,2030-03-29
      """
    let file = CSVReader.terms(SourceText(name: "deadlines.csv", text: table))
    #expect(file.content.isEmpty == !isGood)
    #expect(file.diagnostics.isEmpty == isGood, "\(file.diagnostics.map { $0.line(in: .en) })")
    #expect(file.diagnostics.allSatisfy { $0.position.line == 2 })
  }
}
