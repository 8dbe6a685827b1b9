import Testing

@testable import Notices

struct CountReaderTests {
  @Test(
    arguments: [
      ("您的贷款第3期已逾期15天", ["第3期"], [3]), ("您已逾期两期，请尽快还款", ["逾期两期"], [2]),
      ("您的贷款连续两期未还，请尽快还清", ["两期未还"], [2]),
      ("您的分期已逾期三期", ["逾期三期"], [3]), ("您的信用卡断供两期", ["断供两期"], [2]),
      ("连续3个月未还款", ["3个月"], [3]), ("还剩3期未还，请按时还款", [], []),
      ("分12期未还本金5000元", [], []), ("2 instalments overdue, pay now", ["2 instalments overdue"], [2]),
      ("You have 3 payments missed on your loan", ["3 payments missed"], [3]),
      ("You missed three payments in a row", ["missed three payments"], [3]),
      ("Two unpaid EMIs on your loan", ["Two unpaid EMIs"], [2]),
      ("Your loan runs in 12 payments of 500", [], []),
      ("Your payment is overdue", [], []), ("2 payments left, none overdue", [], []),
      ("您的账户已进入M2阶段", ["M2"], [2]), ("M1逾期客户请尽快处理", ["M1"], [1]),
      ("您的借款分12期，每期500元", [], []), ("请领取BM2型面膜，M2卷尺九折", [], []),
    ] as [(String, [String], [Int?])]
  )
  func `instalments and stages are read, plans and models are not`(
    text: String, quotes: [String], counts: [Int?]
  ) {
    let periods = NoticeFixture.read(text).periods
    #expect(periods.map(\.quote.text) == quotes)
    #expect(periods.map(\.value) == counts)
  }

  @Test(
    arguments: [
      ("您的借款已逾期15天", [15]), ("You are 15 days overdue on your loan", [15]),
      ("您的借款还款日已过5天，请尽快还款", [5]), ("贷款到期日已超过 3 天", [3]),
      ("还款日已过，请在3天内还清", []),
      ("请在3天内还清", []), ("You have 15 days to pay", []),
    ] as [(String, [Int?])]
  )
  func `days overdue stand before or behind the word`(text: String, days: [Int?]) {
    #expect(NoticeFixture.read(text).overdueDays.map(\.value) == days)
  }

  @Test(
    arguments: [
      ("退订请回复R", 1), ("回T可退订", 1), ("不想收到请回N", 1), ("Reply STOP to opt out", 1),
      ("请回复姓名", 0), ("STOP the fraud", 0),
    ])
  func `ways to opt out are read`(text: String, count: Int) {
    #expect(NoticeFixture.read(text).optOuts.count == count)
  }

  @Test(
    arguments: [
      ("结清优惠8折，今日有效", true), ("可申请打七折结清", true), ("现在还款可免去全部罚息", true),
      ("Settle now and get 30% off", true), ("请按时还款", false), ("Please pay in full", false),
    ])
  func `offers of a discount are read`(text: String, isOffered: Bool) {
    #expect(NoticeFixture.read(text).discounts.isEmpty != isOffered)
  }

  @Test(
    arguments: [
      "您的朋友张三在本平台欠款未还，请转告其尽快处理", "麻烦通知一下他本人还钱", "请让他尽快还款",
      "Please tell your friend Li to repay his loan today",
    ])
  func `demands to press a third person are read`(text: String) {
    #expect(!NoticeFixture.read(text).thirdParty.isEmpty)
  }

  @Test func `the amounts of a settlement have their parts`() {
    let text = "本金5000元，利息300元，罚息45.5元，最低还款额560元，应还总额5365.50元，减免后金额4500元"
    #expect(
      NoticeFixture.read(text).amounts.map(\.role)
        == [.principal, .interest, .penalty, .minimum, .totalDue, .totalDue])
  }
}
