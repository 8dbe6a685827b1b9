import Testing

@testable import Notices

@Suite struct CueFindingsTests {
  @Test(arguments: [
    ("否则将⟦起诉⟧", ThreatFinding.Kind.sue), ("我司将安排⟦上门走访⟧", .homeVisit),
    ("将⟦上报征信⟧", .creditRecord), ("将⟦通知您的家人⟧", .contactFamily), ("账户即将⟦冻结⟧", .freeze),
    ("we will take ⟦legal action⟧ soon", .sue), ("your account has ⟦been suspended⟧", .freeze),
  ])
  func `a threat has its kind and its words`(marked: String, kind: ThreatFinding.Kind) {
    let message = MarkedMessage(marked)
    let threats = NoticeFixture.read(message.text).threats
    #expect(threats.map(\.kind) == [kind])
    #expect(threats.map(\.quote.range) == message.ranges)
  }

  @Test func `one clause that says a threat twice is one threat, two clauses are two`() {
    #expect(NoticeFixture.read("将停卡、销卡").threats.count == 1)
    #expect(NoticeFixture.read("将起诉您，法院将强制执行").threats.map(\.kind) == [.sue, .sue])
  }

  @Test(arguments: [
    "请把验证码发给客服", "请告知我短信里的验证码", "请您提供验证码以便核实", "please tell us the code",
  ])
  func `asking for a code is a request`(text: String) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == .code })
  }

  @Test(arguments: [
    "请勿把验证码发给任何人", "切勿告知他人验证码", "验证码123456，请勿泄露", "Never share your OTP with anyone",
    "无前期费用",
  ])
  func `a warning against it is none`(text: String) {
    #expect(
      !NoticeFixture.read(text).requests.contains { $0.kind == .code || $0.kind == .feeFirst })
  }

  @Test func `urgency has degrees`() {
    #expect(
      NoticeFixture.read("请尽快、及时处理，立即还款").urgency.map(\.degree) == [.normal, .mild, .high])
  }

  @Test func `a word that comes again inside the next one does not hide the phrase`() {
    let notice = NoticeFixture.read("将联系您的紧急联系人")
    #expect(notice.threats.map(\.kind) == [.contactFamily])
    #expect(notice.urgency.isEmpty)
  }
}
