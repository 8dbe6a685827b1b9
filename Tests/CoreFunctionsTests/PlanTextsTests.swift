import Expressions
import Planning
import Testing
import Wording

@testable import CoreFunctions

@Suite struct PlanTextsTests {
  private static let plans = """
    [plan.equalInstalment(money('12345.67'), 12, plan.noInterest(), date('2026-12-15')), \
    plan.equalPrincipal(money('12345.67'), 12, plan.noInterest(), date('2026-12-15')), \
    plan.lumpSum(money('12345.67'), money('900'), date('2026-12-15')), \
    plan.deferral(money('12345.67'), 3, plan.noInterest(), date('2026-12-15'))]
    """

  @Test(
    arguments: [
      "plan.table(\(plans)[0], lang)", "plan.table(\(plans)[1], lang)",
      "plan.compare(\(plans), lang)",
    ], Language.allCases)
  func `columns of a table line up on the terminal`(expression: String, language: Language) throws {
    let text = try ShippedCores.string(expression, lang: language.rawValue)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count > 4)
    let cells = lines.map(cells(of:))
    let count = try #require(cells.first).count
    #expect(cells.allSatisfy { $0.count == count }, "\(text)")
    guard cells.allSatisfy({ $0.count == count }) else { return }
    for column in 0..<count {
      let starts = Set(cells.map { $0[column].lowerBound })
      let ends = Set(cells.map { $0[column].upperBound })
      #expect(starts.count == 1 || ends.count == 1, "column \(column) of\n\(text)")
    }
    #expect(lines.allSatisfy { $0.last != " " })
  }

  /// The display columns of a line's cells, parted by two blanks or more.
  private func cells(of line: String) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var column = 0
    var blanks = 2
    for character in line {
      let width = String(character).displayWidth
      if character == " " {
        blanks += 1
      } else if blanks >= 2 {
        cells.append(column..<column + width)
      } else if let last = cells.popLast() {
        cells.append(last.lowerBound..<column + width)
      }
      if character != " " { blanks = 0 }
      column += width
    }
    return cells
  }

  @Test func `a table has a row for each payment and sums to the total`() throws {
    let rows = try ShippedCores.string("plan.table(\(PlanTextsTests.plans)[0], lang)")
      .split(separator: "\n").dropFirst()
    #expect(rows.count == 12)
    #expect(rows.first?.contains("2026-12-15") == true)
    #expect(rows.last?.contains("2027-11-15") == true)
    #expect(rows.last?.hasSuffix(" 0.00元") == true)
  }

  @Test func `a long table shows its beginning, its end and how much it leaves out`() throws {
    let lines = try ShippedCores.string(
      "plan.table(plan.equalInstalment(money('90000'), 400, plan.noInterest(), today), 'en')"
    ).split(separator: "\n")
    #expect(lines.count == 62)
    #expect(lines[60] == "… (340 more)")
    #expect(lines[61].hasPrefix("400 ") && lines[61].hasSuffix("¥0.00"))
  }

  @Test func `a deferral shows its one payment with its own day`() throws {
    let rows = try ShippedCores.string("plan.table(\(PlanTextsTests.plans)[3], 'en')")
      .split(separator: "\n").dropFirst()
    #expect(rows.count == 1)
    #expect(rows.first?.contains("¥12,345.67") == true)
  }

  @Test(arguments: Language.allCases)
  func `each annual rate stands beside its definition`(language: Language) throws {
    let lines = try ShippedCores.string(
      "plan.describeRates(plan.trueRate(money('1000'), money('100'), 12), lang)",
      lang: language.rawValue
    ).split(separator: "\n")
    #expect(lines.count >= 4)
    #expect(lines.filter { $0.contains("%") && $0.contains(" — ") }.count == 4, "\(lines)")
  }

  @Test(arguments: [
    ("1000", "0", RateStatus.noSignChange), ("0", "100", .noSignChange), ("1000", "100", .ok),
  ])
  func `where there is no rate, words say why`(
    received: String, instalment: String, status: RateStatus
  ) throws {
    let rates = "plan.trueRate(money('\(received)'), money('\(instalment)'), 12)"
    guard case .string(let text) = try ShippedCores.value("\(rates).status") else { return }
    #expect(text == status.rawValue)
    for language in Language.allCases {
      let words = try ShippedCores.string("plan.describeRates(\(rates), '\(language.rawValue)')")
      #expect(words.utf8.count > 20)
    }
  }
}
