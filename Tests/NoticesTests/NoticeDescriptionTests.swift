import Testing
import Wording

@testable import Notices

@Suite struct NoticeDescriptionTests {
  @Test func `each finding is a bullet with its words, in both languages`() {
    let notice = NoticeFixture.read("【云帆】您的借款已逾期，将起诉您")
    let zh = NoticeDescription(notice, in: .zh)
    #expect(zh.findings.contains("- 签名：「云帆」（不在登记名录里）"))
    #expect(zh.findings.contains("- 威胁：起诉 「起诉」"))
    let en = NoticeDescription(notice, in: .en)
    #expect(en.findings.contains("- Signature: “云帆” (in no registry)"))
    #expect(en.findings.contains("- Threat: a law suit “起诉”"))
    #expect(en.missing.contains("- the amount owed"))
  }

  @Test func `nothing in it can steer the terminal`() {
    let notice = NoticeFixture.read("【云\u{1B}[31m帆】您的借款已逾期\u{202E}")
    let lines = NoticeDescription(notice, in: .zh).findings
    #expect(lines.allSatisfy { !$0.unicodeScalars.contains(where: \.steersTerminal) })
  }

  @Test func `what is missing is told only of demands`() {
    #expect(NoticeFixture.read("明天见").missing.isEmpty)
    #expect(
      NoticeFixture.read("您的借款已逾期，请还款").missing
        == [.lenderFullName, .officialContact, .amount, .date, .contract, .platform])
  }

  @Test func `each threat comes with what is true about it`() {
    let notice = NoticeFixture.read("再不还款将起诉您，并上门走访")
    let lines = NoticeDescription(notice, in: .zh).threats(NoticeFixture.facts)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("依据 rule.") })
  }
}
