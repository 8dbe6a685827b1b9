import Testing
import Wording

@testable import NoticePage

@Suite struct FindingTableTests {
  private func table(_ message: String, _ language: Language) -> FindingTable {
    FindingTable(MarkedMessage(PageFixture.read(message)), message: message, in: language)
  }

  @Test(arguments: PageFixture.messages, [40, 72, 80, 200])
  func `no line is wider than the window`(message: String, columns: Int) {
    for language in Language.allCases {
      let lines = table(message, language).text(columns: columns).plain.split(separator: "\n")
      for line in lines { #expect(line.displayWidth <= columns, "\(line)") }
    }
  }

  @Test func `columns align by display width`() {
    let lines = table("【云帆】您已逾期12天，应还本金2,345.60元", .zh).text(columns: 100).plain
      .split(separator: "\n").map(String.init)
    let starts = zip(lines, ["原话", "云帆", "12天", "2,345.60"]).map { line, words in
      line.firstRange(of: words).map { line[..<$0.lowerBound].displayWidth }
    }
    #expect(Set(starts).count == 1, "\(lines)")
  }

  @Test func `a narrow window and a screen reader get a list with the same words`() {
    let table = table("【云帆】您已逾期12天", .en)
    let list = table.text(columns: 40).plain
    #expect(list.contains("- Signature: in no registry\n  “云帆” (1:2)"))
    #expect(table.text(columns: 200, asList: true).plain.contains("- Overdue: 12 days"))
  }

  @Test func `a long number is broken by force, nothing is cut off`() {
    let digits = String(repeating: "6222", count: 60)
    let text = table("您的卡号\(digits)已逾期，请还款", .zh).text(columns: 80).plain
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 80 })
  }

  @Test func `places count lines and characters as people see them`() {
    let text = table("第一行\n您\u{202E}已逾期12天", .zh).text(columns: 40).plain
    #expect(text.contains("「12天」（2:5）"), "\(text)")
  }
}
