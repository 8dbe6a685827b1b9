import Testing

@testable import Notices

@Suite struct OptOutScannerTests {
  @Test(arguments: [
    "请还款。⟦回T退订⟧", "请还款，⟦退订回N⟧", "请还款 ⟦拒收请回复R⟧", "-⟦回复TD退订⟧", "⟦退订请回复TD⟧。",
  ])
  func `the whole instruction is one finding`(marked: String) {
    let message = MarkedMessage(marked)
    #expect(NoticeFixture.read(message.text).optOuts.map(\.range) == message.ranges)
  }

  @Test(arguments: ["您已退订该服务", "回复任意内容", "拒收快递", "回退订"])
  func `either word alone is none`(text: String) {
    #expect(NoticeFixture.read(text).optOuts.isEmpty)
  }
}
