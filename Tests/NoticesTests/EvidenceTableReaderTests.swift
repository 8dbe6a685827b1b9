import SourceText
import Testing

@testable import Notices

@Suite struct EvidenceTableReaderTests {
  private func faults(_ text: String) -> [String] {
    EvidenceTable.read(SourceText(name: "e.yaml", text: text), cues: NoticeFixture.cues.book)
      .diagnostics.map { $0.line(in: .en) }
  }

  @Test func `the shipped table has no fault and every item says why`() {
    #expect(NoticeFixture.table.diagnostics.map { $0.line(in: .en) } == [])
    let rules = NoticeFixture.table.table.rules
    #expect(rules.allSatisfy { $0.weight > 0 && !$0.rationale.isEmpty })
    #expect(Set(rules.map(\.id)).count == rules.count)
  }

  @Test func `only requests nobody honest makes are hard`() {
    let hard = NoticeFixture.table.table.rules.filter(\.isHard).map(\.id)
    #expect(Set(hard) == ["code-asked", "safe-account", "private-account", "demand-in-warning"])
  }

  @Test func `a misspelt signal is reported with the nearest name`() {
    let faults = faults(
      """
      thresholds: {likely-scam: 6, kind: 3, consistent-scam-at-most: 1, consistent-genuine-at-least: 4}
      evidence:
        - {id: a, side: scam, weight: 1, all: [threat.seu], zh: 甲, en: a, why: b, source: design}
      kinds: []
      """)
    #expect(faults.count == 1)
    #expect(faults.first?.contains("threat.sue") == true)
  }

  @Test func `a row without weight or condition is left out and reported`() {
    let text = """
      thresholds: {likely-scam: 6, kind: 3, consistent-scam-at-most: 1, consistent-genuine-at-least: 4}
      evidence:
        - {id: a, side: scam, weight: x, all: [link], zh: 甲, en: a, why: b, source: design}
        - {id: b, side: scam, weight: 1, zh: 甲, en: a, why: b, source: design}
      kinds: []
      """
    #expect(faults(text).count == 2)
  }
}
