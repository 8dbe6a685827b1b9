import Testing
import Wording

@testable import CoreFunctions

@Suite struct TextTableTests {
  @Test func `cells stand under their headings by display columns`() {
    let table = TextTable(
      [("方案", .left), ("Total", .right), ("日", .left)],
      rows: [["等额本息", "1", "周一"], ["a", "12345678", ""]])
    #expect(
      table.text == """
        方案         Total  日
        等额本息         1  周一
        a         12345678
        """)
  }

  @Test func `a table without rows is its heading`() {
    #expect(TextTable([("甲", .left), ("B", .right)], rows: []).text == "甲  B")
  }
}
