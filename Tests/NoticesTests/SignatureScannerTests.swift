import Testing

@testable import Notices

@Suite struct SignatureScannerTests {
  @Test(arguments: [
    "【⟦云帆分期⟧】您的账单已出", "  【⟦云帆分期⟧】您的账单已出", "您的账单已出[⟦云帆分期⟧]",
    "您的账单已出【⟦云帆分期⟧】\n", "(1/2)【⟦云帆分期⟧】您的账单", "【⟦甲⟧】正文【⟦乙银行⟧】",
  ])
  func `the name in brackets at an end is the signature`(marked: String) {
    let message = MarkedMessage(marked)
    #expect(SignatureScanner(message: MessageText(message.text)).ranges() == message.ranges)
  }

  @Test(arguments: [
    "您在【某店】消费", "【{company}】您好", "【】您好", "【您好", "】您好【", "", "【", "[", "【1234】您好",
    "【一个非常非常非常非常非常非常非常非常非常非常长的名字】您好",
  ])
  func `anything else is none`(text: String) {
    #expect(SignatureScanner(message: MessageText(text)).ranges().isEmpty)
  }
}
