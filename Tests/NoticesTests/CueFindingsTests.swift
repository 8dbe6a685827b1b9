import Testing

@testable import Notices

@Suite struct CueFindingsTests {
  @Test(arguments: [
    ("否则将⟦起诉⟧", ThreatFinding.Kind.sue), ("我司将安排⟦上门走访⟧", .homeVisit),
    ("将⟦上报征信⟧", .creditRecord), ("将⟦通知您的家人⟧", .contactFamily), ("账户即将⟦冻结⟧", .freeze),
    ("we will take ⟦legal action⟧ soon", .sue), ("your account has ⟦been suspended⟧", .freeze),
  ])
  func `a threat has its kind and its words`(marked: String, kind: ThreatFinding.Kind) {
    let message = MarkedMessage(marked)
    let threats = NoticeFixture.read(message.text).threats
    #expect(threats.map(\.kind) == [kind])
    #expect(threats.map(\.quote.range) == message.ranges)
  }

  @Test(arguments: [
    "我们不会联系您的家人和单位，也不会爆通讯录。", "您不会被起诉，无需担心", "您的信息不会上报征信，也不会影响子女上学",
    "您名下没有不良记录", "您的账户未被冻结", "本次逾期未上报征信", "催收人员不得上门催收",
    "This will not affect your credit score.", "Your account has not been suspended.",
    "You are fine: no legal action was taken.",
  ])
  func `what is said not to come is no threat`(text: String) {
    #expect(NoticeFixture.read(text).threats.map(\.quote.text) == [])
  }

  @Test(arguments: [
    "如您配合还款，我们不会上门催收", "若今日还清就不会起诉您", "逾期未还，起诉到法院", "我们不会再通知，直接起诉",
    "不会再通知直接起诉", "为了不影响征信请尽快还款", "您不配合，将上报征信", "未处理将冻结账户",
    "If you pay today we will not take legal action.", "Not paid? Legal action follows.",
    "You will not avoid legal action.",
  ])
  func `a threat on a condition or after another negation is one`(text: String) {
    #expect(!NoticeFixture.read(text).threats.isEmpty)
  }

  @Test func `one clause that says a threat twice is one threat, two clauses are two`() {
    #expect(NoticeFixture.read("将停卡、销卡").threats.count == 1)
    #expect(NoticeFixture.read("将起诉您，法院将强制执行").threats.map(\.kind) == [.sue, .sue])
  }

  @Test(arguments: [
    "帮我收个验证码，收到后发给我", "把你手机借我注册，验证码来了告诉我", "请将收到的验证码回复至本号码", "回复短信验证码即可取消贷款",
    "请回复收到的6位数字", "麻烦把刚收到的短信截图发我", "Reply with the verification code to cancel", "请把验证码发给客服",
    "请告知我短信里的验证码", "请您提供验证码以便核实", "please tell us the code",
  ])
  func `asking for a code is a request`(text: String) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == .code })
  }

  @Test(arguments: [
    "请勿把验证码发给任何人", "切勿告知他人验证码", "验证码123456，请勿泄露", "Never share your OTP with anyone",
    "无前期费用",
  ])
  func `a warning against it is none`(text: String) {
    #expect(
      !NoticeFixture.read(text).requests.contains { $0.kind == .code || $0.kind == .feeFirst })
  }

  @Test(arguments: [
    ("Our agent will visit your home tomorrow", false), ("Visit a branch to learn more", false),
    ("Please visit our website to pay", true), ("Visit the link below", true),
  ])
  func `a visit is a link only where a page is visited`(text: String, isLink: Bool) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == .clickLink } == isLink)
  }

  @Test(arguments: ["征♥信♥修♥复", "征★信★修★复", "征❤️信❤️修❤️复", "征 信*修_复"])
  func `hearts and stars between the characters hide no word`(text: String) {
    let notice = NoticeFixture.assess(text + "，加微信办理")
    #expect(notice.evidence.contains { $0.rule.id == "credit-repair" })
  }

  @Test func `urgency has degrees`() {
    #expect(
      NoticeFixture.read("请尽快、及时处理，立即还款").urgency.map(\.degree) == [.normal, .mild, .high])
  }

  @Test func `a word that comes again inside the next one does not hide the phrase`() {
    let notice = NoticeFixture.read("将联系您的紧急联系人")
    #expect(notice.threats.map(\.kind) == [.contactFamily])
    #expect(notice.urgency.isEmpty)
  }

  @Test(arguments: [
    ("请打开屏幕共享", false), ("请打款到我司账户", false), ("请打七折结清", false), ("请打8.5折结清", false),
    ("请打13900001234咨询", true),
    ("请打客服热线", true),
  ])
  func `a reduction is no request to call`(text: String, isCall: Bool) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == .callNumber } == isCall)
  }

  @Test(arguments: [
    ("请通知财务部付款", false), ("请转告我们的客服", false), ("Please inform us of your decision", false),
    ("请通知其尽快还款", true), ("请转告张三还款", true), ("Please inform him to pay", true),
  ])
  func `the sender's own people are no third party`(text: String, presses: Bool) {
    #expect(NoticeFixture.read(text).thirdParty.isEmpty != presses)
  }

  @Test(
    arguments: [
      (.sue, "我司将依法起诉您"),
      (.sue, "We will take legal action against you"),
      (.arrest, "已报案，公安机关将立案侦查"),
      (.arrest, "A police complaint will be filed against you"),
      (.homeVisit, "我们将安排人员上门催收"),
      (.homeVisit, "Our field agent will visit your home"),
      (.contactFamily, "将联系您的家人和单位"),
      (.contactFamily, "We will contact your family and your employer"),
      (.creditRecord, "逾期将上报征信"),
      (.creditRecord, "This will hurt your credit score"),
      (.blacklist, "将被列入失信被执行人名单"),
      (.blacklist, "不还就成为老赖"),
      (.blacklist, "法院将限制高消费"),
      (.blacklist, "You will be put on the blacklist"),
      (.childSchool, "将影响子女上学"),
      (.childSchool, "您的孩子将不能上学"),
      (.childSchool, "Your child will be kept out of school"),
      (.penalty, "罚息将翻倍"),
      (.penalty, "The penalty will be doubled"),
      (.legalVague, "将向您发出律师函"),
      (.legalVague, "You will get a lawyer's letter"),
      (.freeze, "您的账户将被冻结"),
      (.freeze, "Your account will be suspended"),
      (.thirdPartyCollector, "将委托第三方催收"),
      (.thirdPartyCollector, "The debt goes to a collection agency"),
      (.penalty, "逾期将产生罚息"),
      (.penalty, "A late fee will be added"),
      (.serviceStop, "欠费将停机"),
      (.serviceStop, "Your line will be disconnected"),
      (.deduct, "将从您的工资中扣款，强制划扣"),
      (.deduct, "We will deduct from your salary"),
      (.shame, "将公开曝光您的照片"),
      (.shame, "We will post your photo and embarrass you"),
      (.legalVague, "否则承担法律后果"),
      (.legalVague, "You will face legal consequences"),
      (.vague, "否则后果自负"),
      (.vague, "Further action will follow"),
    ] as [(ThreatFinding.Kind, String)]
  )
  func `each kind of threat has its words in both languages`(
    kind: ThreatFinding.Kind, text: String
  ) {
    #expect(NoticeFixture.read(text).threats.contains { $0.kind == kind })
  }

  @Test(
    arguments: [
      (.blacklist, "rule.THR-02", "将被列入失信被执行人名单"), (.blacklist, "rule.THR-02", "想当老赖吗"),
      (.blacklist, "rule.THR-02", "届时限制高消费"), (.childSchool, "rule.THR-03", "将影响您子女上学"),
      (.childSchool, "rule.THR-03", "您的孩子将不能上学"), (.legalVague, "rule.THR-05", "已发律师函"),
      (.penalty, "rule.THR-03", "罚息将翻倍"),
    ] as [(ThreatFinding.Kind, String, String)])
  func `a threat is told as itself and as nothing else, with its rule`(
    kind: ThreatFinding.Kind, rule: String, text: String
  ) {
    let threats = NoticeFixture.read(text).threats
    #expect(threats.map(\.kind) == [kind])
    #expect(threats.map(\.rule) == [rule])
  }

  @Test func `every threat in the facts has words that lead to it, and every kind a truth`() {
    let groups = Set(NoticeFixture.cues.book.names)
    for kind in ThreatFinding.Kind.allCases {
      #expect(NoticeFixture.facts.threatTruth(kind.rawValue) != nil, "\(kind)")
      #expect(groups.contains("threat.\(kind.rawValue)"), "\(kind)")
    }
    for truth in NoticeFixture.facts.threatTruths {
      #expect(ThreatFinding.Kind(rawValue: truth.kind) != nil, "\(truth.kind)")
    }
  }

  @Test(arguments: [
    "把收到的6位数字发给我", "请告知动态口令", "验证码是多少？发来", "请把dong态码告知客服", "请提供yan证码",
    "动态密码发我一下", "请将短信口令报给专员", "请报一下校验码",
  ])
  func `a code is asked for under any of its names`(text: String) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == .code })
    #expect(NoticeFixture.assess(text).hardRule)
  }

  @Test(arguments: [
    "不会要求您提供验证码", "请勿将动态口令告诉他人", "严禁将验证码告知任何人", "我行工作人员不会向您索要动态密码",
    "有人要求您提供动态口令的，请立即挂断", "任何以退款为由要求提供验证码的都是骗子", "动态密码是482910，请勿告知他人",
    "验证码：482910，打死也不要告诉别人", "请妥善保管密码，不向他人提供密码", "取件码8-2-3301，请凭码取件",
    "If anyone asks you to tell us the code, hang up",
  ])
  func `a warning about codes and passwords asks for none`(text: String) {
    let secret: [RequestFinding.Kind] = [.code, .tellPassword]
    #expect(!NoticeFixture.read(text).requests.contains { secret.contains($0.kind) })
    #expect(NoticeFixture.assess(text).level != .likelyScam)
  }

  @Test(arguments: ["请提供银行卡密码", "请告知取款密码", "把卡片密码发给我", "Please tell us your PIN"])
  func `a password told to somebody weighs enough to decide`(text: String) {
    #expect(NoticeFixture.assess(text).level == .likelyScam)
  }

  @Test(arguments: [
    ("加V：abc123", "abc123"), ("请联系专员微信 abc123456 处理", "abc123456"), ("加我QQ：55550188", "55550188"),
    ("微信号wx_5588", "wx_5588"),
  ])
  func `a private account in a chat is told`(text: String, account: String) {
    #expect(NoticeFixture.read(text).privateContacts.map(\.text) == [account])
  }

  @Test(arguments: [
    "关注微信公众号 bank95588", "请打开微信支付查看", "关注我行微信 bank95588", "微信小程序查看账单", "微信转账100元",
  ])
  func `a public account is none`(text: String) {
    #expect(NoticeFixture.read(text).privateContacts.isEmpty)
  }

  @Test func `a bill that sends to a private chat is not consistent`() {
    let bill = "【招商银行】您尾号4417的信用卡本期账单2,310.55元，最低还款231.06元，到期还款日12月05日，请联系专员微信 abc123456 处理"
    #expect(NoticeFixture.assess(bill).level == .likelyScam)
  }

  @Test(
    arguments: [
      (.code, "请提供验证码给我们"),
      (.code, "Please send us the code"),
      (.password, "请输入您的登录密码"),
      (.password, "Confirm your login and enter your PIN"),
      (.tellPassword, "请提供取款密码"),
      (.tellPassword, "Please send us your PIN"),
      (.card, "请提供银行卡号"),
      (.card, "Tell us your card number"),
      (.identity, "请上传身份证正反面"),
      (.identity, "Please submit your details to verify your identity"),
      (.screenSharing, "请打开屏幕共享"),
      (.screenSharing, "Please install TeamViewer and share your screen"),
      (.transferPersonal, "请把钱转到以下账户"),
      (.transferPersonal, "Send the money to the following account"),
      (.transferSafe, "请转入安全账户"),
      (.transferSafe, "Move it to a safe account"),
      (.feeFirst, "先交保证金才能放款"),
      (.feeFirst, "Pay the processing fee first"),
      (.addContact, "请加微信 yf5588"),
      (.addContact, "WhatsApp me on this number"),
      (.clickLink, "请点击链接查看"),
      (.clickLink, "Click here to see it"),
      (.callNumber, "请致电客服"),
      (.callNumber, "Please call us"),
      (.installApp, "请下载并安装软件"),
      (.installApp, "Download our app now"),
    ] as [(RequestFinding.Kind, String)]
  )
  func `each kind of request has its words in both languages`(
    kind: RequestFinding.Kind, text: String
  ) {
    #expect(NoticeFixture.read(text).requests.contains { $0.kind == kind })
  }

  @Test(arguments: ["你别再给我打钱了", "不要给我打钱", "请勿先转任何钱", "No need to send money, I am fine"])
  func `a plea that is forbidden is none`(text: String) {
    let ids = NoticeFixture.read(text).cues.entries.map {
      NoticeFixture.cues.book.groups[Int($0.group)].name
    }
    #expect(!ids.contains("money-asked") && !ids.contains("borrow-plea"), "\(ids)")
  }

  @Test(arguments: ["特别急，给我打钱", "他们分别给我打钱"])
  func `the end of another word forbids nothing`(text: String) {
    let ids = NoticeFixture.read(text).cues.entries.map {
      NoticeFixture.cues.book.groups[Int($0.group)].name
    }
    #expect(ids.contains("money-asked"), "\(ids)")
  }

  @Test func `a denial ends with its sentence`() {
    let text = "Do not discuss this with staff. I have opened a holding account for you."
    #expect(NoticeFixture.read(text).requests.map(\.kind) == [.transferSafe])
    let denied = "We do not use a safe account, ever"
    #expect(NoticeFixture.read(denied).requests.isEmpty)
  }
}
