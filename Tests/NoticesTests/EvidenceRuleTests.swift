import Testing

@testable import Notices

/// The rules of the shipped table by invented examples: where they hold and where they must not.
@Suite struct EvidenceRuleTests {
  private static let stories: [(rule: String, text: String)] = [
    ("bank-and-call", "尊敬的客户，您的青禾卡在我行出现异常，请致电 021-60550188 处理"),
    ("bank-and-call", "我行诚邀您提升额度，详情咨询 13900001234"),
    ("known-person-wants-money", "老同学，换号码了，家里有人住院，能先借我三千吗"),
    (
      "known-person-wants-money", "Hi mum, this is my new number, can you send me some money today?"
    ),
    ("credit-repair-to-act", "专业征信修复，消除逾期，联系电话13900001234"),
    ("credit-repair-to-act", "We repair your credit in 3 days, please call 13900001234"),
    ("toll-lure", "You have an unpaid toll of $4.10, pay at toll-pay88.top"),
    ("toll-lure", "您有一笔通行费未缴，请打开 etc-jf88.top 处理"),
    ("office-and-chat", "我是镇政府的王干部，这是我的另一个号码，请添加我为好友，加微信"),
    ("office-and-chat", "这里是公安局，你涉嫌洗钱，请添加QQ 55550188 配合调查"),
    ("courtship-and-money", "我们在交友软件聊了很久，跟我一起做外汇，收益很高"),
    (
      "courtship-and-money", "We met on a dating site, I need help, please send money for my ticket"
    ),
    ("log-in-for-account-problem", "Your account is suspended, log in at the link to verify"),
    ("log-in-for-account-problem", "Unusual activity found. Click here to confirm your details"),
    ("sure-profit", "稳赚不赔，日收益三个点，注册 zhuan88.top"),
    ("sure-profit", "Guaranteed profits every day, join at fastgain.top"),
    ("known-name-private-chat", "【支付宝】您的账户异常，请联系QQ 55550188"),
    ("known-name-private-chat", "支付宝提醒：您的花呗借款逾期，加QQ 55550199 办理"),
    ("office-behind-link", "您的医保账户异常，请打开 ybrz88.top 认证"),
    ("office-behind-link", "ETC已失效，请在 etcrz88.top 重新认证"),
    ("code-asked-beside-code", "验证码482910，请把验证码发给客服"),
    ("code-asked-beside-code", "Your code 482910 was sent, please send me the code"),
    ("app-that-does-not-exist", "请下载花呗APP完成还款 hbapp88.top"),
    ("app-that-does-not-exist", "请点击链接安装微粒贷 App"),
    ("loan-fee-lure", "您的贷款已批，先交499元保证金即可放款"),
    ("loan-fee-lure", "借款审核通过，请先支付解冻费"),
  ]

  @Test(arguments: stories)
  func `a rule holds where its story is told`(rule: String, text: String) {
    let found = NoticeFixture.assess(text).evidence.map(\.rule.id)
    #expect(found.contains(rule), "\(found)")
  }

  @Test(arguments: [
    ("bank-and-call", "【青禾银行】您的卡异常，请致电 021-60550188"),
    ("known-person-wants-money", "老同学，周末聚会一起吃饭吗"),
    ("known-person-wants-money", "能借我两本书吗"),
    ("credit-repair-to-act", "警方提醒：凡是声称能修复征信的都是诈骗"),
    ("toll-lure", "The toll road is closed tonight, take the old bridge"),
    ("office-and-chat", "请关注市政府公众号了解政策"),
    ("courtship-and-money", "相亲角周日在公园举行"),
    ("log-in-for-account-problem", "Your parcel was delivered, log in to the app to rate us"),
    ("sure-profit", "保本保息的说法都是诈骗，请勿点击 zhuan88.top"),
    ("known-name-private-chat", "【支付宝】您的账单已出，打开支付宝查看"),
    ("app-that-does-not-exist", "没有单独的花呗APP，请勿点击链接下载"),
    ("app-that-does-not-exist", "请在支付宝APP里查看花呗账单"),
    ("code-asked", "验证码482910，请向快递员提供验证码"),
    ("code-asked", "Your code is 482910, do not share it with anyone"),
    (
      "code-asked", "For account recovery enter 7788. We never call and ask you to tell us the code"
    ),
    ("code-asked", "我们的工作人员不会要求您提供验证码"),
    ("loan-fee-lure", "贷款审批无前期费用"),
  ])
  func `a near miss is left alone`(rule: String, text: String) {
    let found = NoticeFixture.assess(text).evidence.map(\.rule.id)
    #expect(!found.contains(rule), "\(found)")
  }

  @Test(arguments: [
    "【青禾科技】您正在找回密码，验证码 482910，请通知好友把验证码发送到你的微信",
    "Your OTP for INR 500 is 482910. Do not share the OTP, we never ask you to share your OTP",
    "【支付宝】验证码482910，任何索要验证码的都是骗子，请勿告知他人",
  ])
  func `a genuine code text is never a hard case`(text: String) {
    let assessment = NoticeFixture.assess(text)
    #expect(!assessment.hardRule)
    #expect(assessment.level != .likelyScam)
  }

  @Test(arguments: EvidenceExamples.all)
  func `each rule of the table holds for its examples`(example: EvidenceExamples.Example) {
    let found = NoticeFixture.assess(example.text, sender: example.sender).evidence.map(\.rule.id)
    #expect(found.contains(example.rule), "\(example.text): \(found)")
  }

  @Test(arguments: EvidenceExamples.honest + EvidenceExamples.honestTalk)
  func `a warning or an everyday text is no fraud`(example: EvidenceExamples.Example) {
    let assessment = NoticeFixture.assess(example.text)
    #expect(!assessment.evidence.contains { $0.rule.id == example.rule })
    #expect(assessment.level != .likelyScam, "\(assessment.evidence.map(\.rule.id))")
  }

  @Test func `every rule carries at least two examples and every example has a rule`() {
    let rules = NoticeFixture.table.table.rules.map(\.id)
    let told = EvidenceExamples.all.map(\.rule) + EvidenceRuleTests.stories.map(\.rule)
    for rule in rules { #expect(told.count { $0 == rule } >= 2, "\(rule)") }
    for rule in told { #expect(rules.contains(rule), "\(rule)") }
  }

  @Test func `every rule has both sentences, a reason and a source`() {
    for rule in NoticeFixture.table.table.rules {
      #expect(!rule.sentence.zh.isEmpty && !rule.sentence.en.isEmpty)
      #expect(!rule.rationale.isEmpty && !rule.source.isEmpty && rule.weight > 0)
    }
  }
}
