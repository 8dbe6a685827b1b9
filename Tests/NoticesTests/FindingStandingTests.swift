import Testing

@testable import Notices

@Suite struct FindingStandingTests {
  @Test func `a name of no registry and a heading that is no name are told apart`() {
    #expect(NoticeFixture.read("【云帆】您已逾期").signatures.first?.standing.zh == "不在登记名录里")
    #expect(
      NoticeFixture.read("【温馨提示】您已逾期").signatures.first?.standing.en
        == "it says what the text is, not who sends it")
  }

  @Test func `an unknown link and number are nobody's`() {
    let notice = NoticeFixture.read("【云帆】您已逾期，点击 yunfan-pay.top/r 或致电 17055550142")
    #expect(notice.links.first.map { notice.standing(of: $0).zh } == "不是已知的官方域名")
    #expect(
      notice.phones.first.map { notice.standing(of: $0).en } == "no institution's published number")
  }
}
