import Notices
import Testing
import Wording

@testable import NoticePage

@Suite struct NextStepsTests {
  private func steps(_ message: String, _ level: Assessment.Level) -> [BilingualText] {
    NextSteps(PageFixture.read(message), level: level, facts: PageFixture.facts).steps
  }

  @Test func `a likely scam: do nothing it asks, whom to call if harm is done, whom to ask`() {
    let steps = steps("把验证码告诉我", .likelyScam)
    let police = PageFixture.facts.helpline("police")?.number ?? "-"
    #expect(steps.count == 4)
    #expect(steps[1].zh.contains("马上打 \(police)"))
    #expect(steps[1].en.contains("call \(police)"))
  }

  @Test func `a named institution is asked through its published line`() {
    let institution = PageFixture.facts.institutions.first { !$0.contactPhones.isEmpty }
    let name = institution?.signatures.first ?? institution?.name.zh ?? ""
    let steps = steps("【\(name)】您的账单已逾期，请还款", .consistent)
    #expect(steps[1].zh.contains(institution?.contactPhones.first?.shown ?? "-"), "\(steps)")
  }

  @Test func `an unknown one is first to be found out`() {
    #expect(steps("您已逾期，请还款", .unverified)[1].zh.hasPrefix("问清是哪家机构"))
  }

  @Test func `a text that demands nothing alarms nobody`() {
    #expect(steps("明天见", .unverified).count == 2)
  }
}
