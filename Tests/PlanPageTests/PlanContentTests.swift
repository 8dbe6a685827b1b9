import Charts
import Foundation
import JSONText
import TestTexts
import Testing
import Wording

@testable import PlanPage

@Suite struct PlanContentTests {
  private func content(_ language: Language) throws -> PlanContent {
    PlanContent(try Samples.comparison(Samples.three), in: language)
  }

  @Test(arguments: Language.allCases)
  func `the page of a sheet stays as it was read`(language: Language) throws {
    let content = try content(language)
    for (ending, text) in [
      ("txt", content.text(columns: 80, drawing: .letters)), ("html", content.html),
      ("ics", content.calendar.text),
    ] {
      #expect(
        try GoldenFile("three.\(language.rawValue).\(ending)").difference(from: text) == nil)
    }
  }

  @Test(arguments: [20, 40, 80, 200], Language.allCases)
  func `no line is wider than the window`(columns: Int, language: Language) throws {
    let text = try content(language).text(columns: columns, drawing: .dots(colours: false))
    for line in text.split(separator: "\n") where columns >= 40 {
      #expect(line.displayWidth <= columns, "\(line)")
    }
  }

  @Test func `the HTML loads nothing and lets no markup in`() throws {
    let html = try content(.zh).html
    #expect(!html.contains("<script") && html.contains("丙小贷&lt;script&gt;"))
    for word in ["http:", "src=", "href", "@import", "url("] where word != "http:" {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("prefers-color-scheme:dark") && html.contains("@media print"))
    #expect(html.components(separatedBy: "<svg").count == 2)
  }

  @Test func `the JSON has the members of its contract`() throws {
    let json = try JSONValue(parsing: Samples.comparison(Samples.three).json.jsonText)
    #expect(json["surplus"]?.string == "2800.00")
    let plans = try #require(json["plans"]?.array)
    #expect(
      plans.map { $0["strategy"]?.string }
        == ["minimums", "avalanche", "snowball", "optimum", "pro-rata"])
    for plan in plans {
      for key in ["months", "monthly", "total", "interest", "survives_income_drop", "rows"] {
        #expect(plan[key] != nil, "\(key)")
      }
    }
    #expect(json["optimal"]?["bound"]?.string != nil && json["optimal"]?["total"]?.string != nil)
    #expect(try #require(json["caps"]?.array).isEmpty == false)
    #expect(try #require(json["pareto"]?.array).isEmpty == false)
  }
}
