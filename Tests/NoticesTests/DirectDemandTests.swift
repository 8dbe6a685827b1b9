import Testing

@testable import Notices

@Suite struct DirectDemandTests {
  @Test(arguments: [
    "【反诈中心】您的账户涉案，为保护您的资金，请立即转入安全账户62170009001，不要告诉任何人，谨防诈骗。",
    "您的账户涉案，请立即转入安全账户，以防被骗。", "为防诈骗，请将资金转入安全账户62170009001核查",
    "警方提醒：请将您的存款转到监管账户核查，不要相信他人",
    "Police: to protect you from scammers, transfer your savings to our safe account now.",
  ])
  func `a fraud that dresses as a warning is one`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.level == .likelyScam)
    #expect(assessment.evidence.contains { $0.rule.id == "demand-in-warning" })
    #expect(!assessment.evidence.contains { $0.rule.id == "warning-itself" })
  }

  @Test(arguments: [
    "凡是自称客服要求您将资金转入安全账户的，都是诈骗，请勿相信。", "骗子说“请将资金转入安全账户”，千万别信。",
    "请勿将资金转入所谓的安全账户，谨防诈骗。", "如接到电话请您把钱转到“清算账户”，请立即挂断，是诈骗。",
    "近期有人冒充公检法，让您将存款转到监管账户，请提高警惕。", "请牢记：公安机关没有安全账户，让您转账的都是诈骗。",
    "Never move money to a safe account. Anyone who asks is a scammer.",
    "Please remember: police will never ask you to transfer money to a safe account.",
  ])
  func `a warning that tells of the demand makes none`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.level != .likelyScam)
    #expect(!assessment.evidence.contains { $0.rule.id == "demand-in-warning" })
  }
}
