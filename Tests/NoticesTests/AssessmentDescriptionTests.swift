import Testing

@testable import Notices

@Suite struct AssessmentDescriptionTests {
  @Test func `the level comes first, then both sides of the evidence`() {
    let assessment = NoticeFixture.assess("请把验证码发给客服，如已还款请忽略")
    let zh = AssessmentDescription(assessment, in: .zh).lines
    #expect(zh.first?.hasPrefix("很可能是诈骗") == true)
    #expect(zh.contains { $0.hasPrefix("- [决定性]") && $0.contains("「把验证码发") })
    #expect(zh.contains("说明正常的："))
    let en = AssessmentDescription(assessment, in: .en).lines
    #expect(en.first?.hasPrefix("Likely a scam") == true)
    #expect(en.contains { $0.hasPrefix("- [decisive]") })
  }

  @Test func `no level says genuine as a verdict`() {
    for level in Assessment.Level.allCases {
      #expect(!level.wording.en.hasPrefix("Genuine"))
    }
  }
}
