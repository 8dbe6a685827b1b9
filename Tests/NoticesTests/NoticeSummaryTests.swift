import Testing

@testable import Notices

@Suite struct NoticeSummaryTests {
  @Test func `a summary tells sums, requests and disguises at once`() {
    let notice = NoticeFixture.read("您的借款已逾期，应还本金2,000.00元、违约金80.00元，请致电 ①⑦①-6666-0142 并提供验证码")
    #expect(notice.isDemand)
    #expect(notice.amount(.principal)?.fen == 200_000)
    #expect(notice.amount(.penalty)?.fen == 8_000)
    #expect(notice.amount(.interest) == nil)
    #expect(notice.largestAmount?.fen == 200_000)
    #expect(notice.asksForSecret)
    #expect(!notice.asksForTransfer)
    #expect(!notice.hasOfficialLink)
    #expect(notice.isDisguised)
    #expect(notice.registryID == nil)
  }

  @Test func `an ordinary text has none of it`() {
    let notice = NoticeFixture.read("明天一起吃饭吗")
    #expect(!notice.isDemand)
    #expect(notice.largestAmount == nil)
    #expect(!notice.asksForSecret)
    #expect(!notice.isDisguised)
  }
}
