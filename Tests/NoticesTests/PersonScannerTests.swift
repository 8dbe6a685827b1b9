import Testing

@testable import Notices

@Suite struct PersonScannerTests {
  @Test(arguments: [
    "尊敬的⟦郑小舟⟧，您的账单", "⟦王先生⟧您好", "请联系⟦赵经理⟧", "⟦罗文博⟧您好，您的借款",
    "向⟦李雪⟧转出100元",
  ])
  func `a family name with an honorific or a form of address is a person`(marked: String) {
    let message = MarkedMessage(marked)
    #expect(NoticeFixture.read(message.text).persons.map(\.quote.range) == message.ranges)
  }

  @Test(arguments: ["尊敬的客户您好", "先生您好", "各位用户您好", "您好", "总经理"])
  func `a form of address alone is none`(text: String) {
    #expect(NoticeFixture.read(text).persons.isEmpty)
  }
}
