import Testing

@testable import Redaction

@Suite struct DigitRunTests {
  @Test(arguments: [
    ("2026-11-21 139 1234 0000", 6, true), ("12", 1, false), ("1 2", 2, false),
    ("1900-13-01", 3, false), ("2026 11 21", 3, false), ("2026-11-211", 3, false),
  ])
  func `digits parted by blanks and hyphens are one run of groups`(
    text: String, groups: Int, isDate: Bool
  ) throws {
    let run = try #require(DigitRun(Array(text.unicodeScalars), from: 0))
    #expect(run.groups.count == groups)
    #expect(run.isDate(at: 0) == isDate)
    #expect(run.end == text.unicodeScalars.count)
  }

  @Test(arguments: ["", "x1", "-1", " 1"])
  func `a run begins with a digit`(text: String) {
    #expect(DigitRun(Array(text.unicodeScalars), from: 0) == nil)
  }

  @Test func `a run ends before other signs and before a wide gap`() throws {
    for text in ["12,3", "12    3", "12\n3", "12a"] {
      #expect(try #require(DigitRun(Array(text.unicodeScalars), from: 0)).groups.count == 1)
    }
  }
}
