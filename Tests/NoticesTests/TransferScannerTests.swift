import Testing

@testable import Notices

struct TransferScannerTests {
  @Test(
    arguments: [
      "请于今日18时前还款至个人账户6222020000001234567",
      "请将3200元转入张三的卡6217000000000012345，备注姓名",
      "请把欠款打到我私人账户，账号6217000000000012345",
      "请将款项存入王芳名下的建设银行卡6217000000000012345",
      "请还款至催收专员刘强账户，卡号6217000000000012345",
      "结清款请汇到以下个人账号",
      "款项打入赵某某工商银行卡6222020000001234567",
      "请用微信付给张经理，金额2000元",
      "请汇款至指定账户，收款人：孙丽",
      "请还到经理的支付宝账号13800001111",
      "请向李强的卡还款3000元",
      "请转账到 6222020000001234567 张三",
      "还款请汇至6222020000001234567（李四）",
      "支付宝转13800001111，备注姓名",
      "请转支付宝：13800001111",
      "Please pay to this personal account 6222020000001234567 today",
      "Pay the overdue amount into the personal bank account of our agent",
      "Kindly transfer the settlement to Mr Zhang's account today",
    ]
  )
  func `money to a person is a private transfer and decides alone`(text: String) {
    #expect(NoticeFixture.read(text).requests.contains { $0.isToPrivateAccount })
    #expect(NoticeFixture.assess(text).hardRule)
  }

  @Test(
    arguments: [
      "请将款项存入您尾号1234的还款卡",
      "请于25日前将足额款项存入您的扣款账户",
      "请确保您的个人账户余额充足，我行将于25日扣款",
      "请将还款资金存入尾号5678的还款账户，以便自动扣款",
      "我行不会要求您将资金转入个人账户或所谓安全账户",
      "切勿向个人账户转账，谨防诈骗",
      "您尾号1234的个人账户11月20日转入3000元",
      "退款已转入您的个人账户",
      "请还款至平安银行账户6222020000001234567",
      "请将款项存入关联的银行卡",
      "若有人让您转入张三的卡，请立即报警",
      "您已成功通过支付宝转账13800001111",
      "请勿微信转账给13800001111",
      "You transferred money to your own personal account",
      "We will never ask you to transfer money to a personal account",
      "Please deposit enough money in your repayment account ending 1234",
      "Your personal account ending 1234 was credited with 500.00",
    ]
  )
  func `one's own account, the past and warnings are no private transfer`(text: String) {
    #expect(!NoticeFixture.read(text).requests.contains { $0.isToPrivateAccount })
    #expect(!NoticeFixture.assess(text).hardRule)
  }

  @Test func `a bare account number is asked for but does not decide alone`() {
    let notice = NoticeFixture.read("请向指定账户6222020000001234567还款3000元")
    #expect(notice.requests.map(\.kind) == [.transferPersonal])
    #expect(notice.requests.allSatisfy { !$0.isToPrivateAccount })
    #expect(!NoticeFixture.assess("请向指定账户6222020000001234567还款3000元").hardRule)
  }

  @Test(arguments: ["请转账到张三账户", "欠款请转到王小明卡上"])
  func `a name with an account and no number is an unnamed account`(text: String) {
    #expect(NoticeFixture.read(text).requests.map(\.kind) == [.transferPersonal])
    #expect(NoticeFixture.assess(text).level == .likelyScam)
  }

  @Test(arguments: ["请还款到农行账户", "请存入万能账户", "资金转入白条账户", "利息已转入金通宝账户", "请转入关联账户"])
  func `a product or a bank before the word account is no person`(text: String) {
    #expect(NoticeFixture.read(text).requests.isEmpty)
  }

  @Test(
    arguments: [
      "请将资金转入安全账户核查", "将卡内余额转到监管账户进行资金核验", "Transfer your savings to a safe account now",
    ]
  )
  func `a safe account decides alone`(text: String) {
    #expect(NoticeFixture.assess(text).hardRule)
  }

  @Test func `a denied safe account is none`() {
    let text = "我行不会要求您将资金转入个人账户或所谓安全账户"
    #expect(NoticeFixture.read(text).requests.isEmpty)
  }
}
