import Testing

@testable import Notices

@Suite struct AmountReaderTests {
  @Test(arguments: ["欠款1,2345.6元", "欠款3,200,50元", "欠款32,00元"])
  func `an amount that may be several is said to be unclear`(text: String) throws {
    let notice = NoticeFixture.read("【云帆】您已逾期，\(text)，请尽快还款")
    #expect(notice.amounts.count == 1)
    let amount = try #require(notice.amounts.first)
    #expect(amount.isUnclear)
    #expect(amount.money == nil)
    #expect(amount.described(in: .zh).contains("写法不清"))
    #expect(amount.described(in: .en).contains("unclear"))
  }

  @Test func `both ends of five or six thousand are told`() {
    let notice = NoticeFixture.read("可借5、6千元")
    #expect(notice.amounts.map(\.value) == ["5000.00", "6000.00"])
  }

  @Test func `an amount as usual is told exactly`() {
    let amount = NoticeFixture.read("欠款3,200.50元").amounts.first
    #expect(amount?.value == "3200.50")
    #expect(amount?.isUnclear == false)
  }
}
