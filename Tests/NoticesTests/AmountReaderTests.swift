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

  @Test(arguments: [
    ("欠款3000-5000元", ["3,000.00元 到 5,000.00元，没有说定", "3,000.00元 到 5,000.00元，没有说定"]),
    ("欠款两三千元", ["2,000.00元 到 3,000.00元，没有说定"]), ("欠款两三万", ["20,000.00元 到 30,000.00元，没有说定"]),
    ("欠款十几万", ["100,000.00元以上"]), ("欠款5000余元", ["5,000.00元以上"]),
    ("欠款近5000元", ["约 5,000.00元"]), ("欠款不足1000元", ["不超过 1,000.00元"]),
    ("欠款3万2千", ["32,000.00元"]),
  ])
  func `a sum that is no exact one is not told as one`(text: String, told: [String]) {
    let amounts = NoticeFixture.read("【云帆】您已逾期，\(text)").amounts
    #expect(amounts.map { $0.described(in: .zh) } == told)
    #expect(Set(amounts.map(\.role)) == [.totalDue])
  }

  @Test(arguments: ["欠款￥3***.5元", "欠款**00元", "欠款XX00元", "欠款1e4元", "欠款1,***.50元"])
  func `a sum with hidden digits has no value`(text: String) {
    let amounts = NoticeFixture.read("【云帆】您已逾期，\(text)").amounts
    #expect(amounts.map(\.isUnclear) == [true])
  }

  @Test(arguments: [
    ("美元应还120.50", "USD"), ("人民币应还3,456.78，美元应还120.50", "USD"), ("港币最低还款120.50", "HKD"),
    ("已还100美元，应还120.50", "CNY"), ("可用美元还款，人民币应还120.50", "CNY"), ("应还120.50", "CNY"),
  ])
  func `a bare sum is of the currency named before it`(text: String, currency: String) {
    #expect(NoticeFixture.read(text).amounts.last?.currency == currency)
  }

  @Test(arguments: [
    ("请转告他今天下午5点前还清8,650元", AmountFinding.Role.totalDue), ("您已还清1,000元", .paid),
    ("应还3,000元，最低300元", .minimum), ("可减免30%仅需还3500元", .totalDue), ("减免500元", .discount),
    ("借款3万元，欠款共计28,650元", .totalDue),
  ])
  func `the last sum plays the part of the words beside it`(
    text: String, role: AmountFinding.Role
  ) {
    #expect(NoticeFixture.read(text).amounts.last?.role == role)
  }

  @Test func `a sum has no part from the next clause`() {
    let amounts = NoticeFixture.read("您在我司借款3万，欠款共计两万八千元").amounts
    #expect(amounts.map(\.role) == [.other, .totalDue])
  }

  @Test func `an amount as usual is told exactly`() {
    let amount = NoticeFixture.read("欠款3,200.50元").amounts.first
    #expect(amount?.value == "3200.50")
    #expect(amount?.isUnclear == false)
  }
}
