import Testing

@testable import Notices

@Suite struct PersonalNumberTests {
  private func assessed(_ text: String) -> (phones: [PhoneFinding], evidence: [String]) {
    let notice = NoticeFixture.read(text)
    return (notice.phones, NoticeFixture.assess(text).evidence.map(\.rule.id))
  }

  @Test(arguments: [
    "尊敬的13912340000用户", "13912340000用户您好", "您的手机号13912340000已被登记", "本机：13912340000",
    "您注册的手机号码为 13912340000", "预留手机(13912340000)", "将联系您的紧急联系人李华13912340000",
    "Dear 13912340000", "Your Mobile Number 13912340000 is listed",
  ])
  func `the addressee's own number is told and is no evidence`(words: String) {
    let (phones, evidence) = assessed("\(words)，您的花呗账单已逾期，请登录支付宝还款。")
    #expect(phones.map(\.isPersonal) == [true])
    #expect(!evidence.contains { $0.hasPrefix("phone") }, "\(evidence)")
  }

  @Test(arguments: [
    "请致电13912340000", "有疑问联系您的客户经理13912340000", "拨打电话：13912340000", "客服手机13912340000",
    "请致电13912340000客户经理", "通知您的紧急联系人，请致电13912340000", "用户请致电95588",
    "尊敬的95588用户",
  ])
  func `a number that is to be called is nobody's own`(words: String) {
    #expect(assessed("\(words)，您的花呗账单已逾期。").phones.map(\.isPersonal) == [false])
  }
}
