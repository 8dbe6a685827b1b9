import Testing

@testable import Notices

@Suite struct InstitutionScannerTests {
  @Test(arguments: [
    "您在⟦青禾银行⟧的贷款已逾期", "已移交⟦南桥区公安分局⟧处理", "您通过“⟦麦穗分期⟧”平台借款", "你在⟦小鹿快借⟧平台申请",
    "【⟦⟧云帆⟦⟧】您的⟦云帆⟧借款已到期",
  ])
  func `names are found by their ending, their place and their signature`(marked: String) {
    let message = MarkedMessage(marked)
    let expected = message.ranges.filter { !$0.isEmpty }
    #expect(NoticeFixture.read(message.text).institutions.map(\.quote.range) == expected)
  }

  @Test(arguments: ["请到银行办理", "您的信用卡账单", "向法院起诉", "我是你的朋友", "通过平台借款"])
  func `an ending without a name is none`(text: String) {
    #expect(NoticeFixture.read(text).institutions.isEmpty)
  }
}
