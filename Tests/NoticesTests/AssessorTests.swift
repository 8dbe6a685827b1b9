import Testing

@testable import Notices

@Suite struct AssessorTests {
  @Test(arguments: [
    "请把验证码发给客服以完成核销", "请将资金转入安全账户接受核查", "欠款请转到个人账户6222000011112222",
    "Please move your savings to the safe account today", "Reply with the code you just received",
    "Pay 3,500 yuan to the officer's personal account today",
  ])
  func `what nobody honest asks decides alone`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.hardRule)
    #expect(assessment.level == .likelyScam)
    #expect(assessment.risk >= 0.95)
  }

  @Test(arguments: [
    "尊敬的用户您的积分已满一万可兑换现金请登录网址查询兑换逾期失效",
    "您好，我是平台客服，误将您设为代理商，请您下载会议软件共享屏幕取消业务，否则自动扣费",
    "妈妈，我手机掉水里了，这是新号码，学校要交培训费，请转到这个账号",
    "您好，这里是市公安局，您名下账户涉嫌洗钱，请添加警官QQ配合调查",
    "高薪兼职刷单，日结佣金，添加微信了解",
    "请打开屏幕共享，下载腾讯会议处理征信", "支付宝转13800001111结清欠款",
    "【工商银行】您的贷款已逾期，请转账到 6222020000001234567 张三",
    "Congratulations, you have won a prize. Call now to claim your reward",
  ])
  func `the stories of frauds are likely scams with reasons`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.level == .likelyScam)
    #expect(assessment.kind == .scam)
    #expect(assessment.evidence.contains { $0.rule.side == .scam && !$0.quotes.isEmpty })
  }

  @Test(arguments: [
    "", " \n ", "明天一起吃饭吗", "See you at the station at nine", "您的快递已放在门口",
    "警方提醒：谨防诈骗，凡索要验证码、要求转入安全账户的都是诈骗，请勿轻信",
  ])
  func `ordinary texts are not called scams`(text: String) {
    #expect(NoticeFixture.assess(text).level != .likelyScam)
  }

  @Test(arguments: [
    "您的借款已逾期5天，请尽快还款，如已还款请忽略", "本期应还款已到期，请及时还款",
    "Your loan is overdue, please repay before Friday",
  ])
  func `a demand for a debt is a collection text, not verified`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.kind == .collection)
    #expect(assessment.level == .unverified)
  }

  @Test(arguments: [
    "【青禾银行】尊敬的客户，您尾号3321的贷记卡本期账单2,310.55元，最低还款231.06元，到期还款日12月05日。详询95588。",
    "【麦穗分期】您尾号3321的账户应还500.00元，12月05日到期，详情见www.icbc.com.cn，客服95588，已还请忽略",
  ])
  func `a stranger who quotes somebody else's hotline is not consistent`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(assessment.level == .unverified)
    #expect(
      !assessment.evidence.contains { $0.rule.id == "own-number" || $0.rule.id == "official-link" })
  }

  @Test func `evidence quotes the finding, not the setting around it`() throws {
    let assessment = NoticeFixture.assess("您的借款已逾期，请打开 qinghe-hk.top/r/1 还款，电话①⑦⓪-4444-0188")
    let disguised = try #require(
      assessment.evidence.first { $0.quotes.contains { $0.text == "①⑦⓪-4444-0188" } })
    #expect(!disguised.quotes.contains { $0.text == "借款" || $0.text == "逾期" })
  }

  @Test func `evidence adds up and names words inside the message`() {
    let text = "您的账户异常已被冻结，请登录网址认证，逾期失效"
    let assessment = NoticeFixture.assess(text)
    let scam = assessment.evidence.filter { $0.rule.side == .scam }.map(\.rule.weight).reduce(0, +)
    #expect(assessment.scamWeight == scam)
    let count = text.unicodeScalars.count
    #expect(
      assessment.evidence.flatMap(\.quotes).allSatisfy {
        !$0.range.isEmpty && $0.range.upperBound <= count
      })
  }

  @Test func `huge and hostile texts are read in linear time`() {
    let pieces = ["【", "回T退订", "逾期3天", "请", "影响", "王先生", "“", "1", "￥9", "起诉", "http://a."]
    for piece in pieces {
      let notice = NoticeFixture.read(String(repeating: piece, count: 30_000))
      #expect(NoticeFixture.assessor.assess(notice).risk <= 1)
    }
  }
}
