import Wording

extension AmountFinding.Role {
  /// The part of an amount in words.
  package var wording: BilingualText {
    switch self {
    case .totalDue: BilingualText(zh: "应还总额", en: "Total due")
    case .minimum: BilingualText(zh: "最低还款额", en: "Minimum payment")
    case .overdue: BilingualText(zh: "逾期金额", en: "Overdue amount")
    case .unpaid: BilingualText(zh: "未还金额", en: "Unpaid amount")
    case .principal: BilingualText(zh: "本金", en: "Principal")
    case .installment: BilingualText(zh: "每期金额", en: "Instalment")
    case .interest: BilingualText(zh: "利息", en: "Interest")
    case .penalty: BilingualText(zh: "违约金或罚息", en: "Penalty")
    case .fee: BilingualText(zh: "费用", en: "Fee")
    case .limit: BilingualText(zh: "额度", en: "Credit limit")
    case .transaction: BilingualText(zh: "交易金额", en: "Transaction")
    case .balance: BilingualText(zh: "余额", en: "Balance")
    case .paid: BilingualText(zh: "已还金额", en: "Repaid")
    case .disbursed: BilingualText(zh: "放款金额", en: "Paid out")
    case .discount: BilingualText(zh: "减免金额", en: "Reduction")
    case .payout: BilingualText(zh: "许诺给你的钱", en: "Money promised to you")
    case .other: BilingualText(zh: "金额（用途不明）", en: "Amount (purpose not stated)")
    }
  }
}

extension ReferenceFinding.Kind {
  /// What a number points to, as the head of a line.
  package var wording: BilingualText {
    switch self {
    case .tail: BilingualText(zh: "卡或账户尾号：", en: "Last digits of a card or account: ")
    case .account: BilingualText(zh: "账号：", en: "Account: ")
    case .reference: BilingualText(zh: "合同或案件编号：", en: "Contract or case number: ")
    }
  }
}

extension PhoneFinding.Kind {
  /// The kind of a number in words.
  package var wording: BilingualText {
    switch self {
    case .mobile: BilingualText(zh: "普通手机号", en: "a mobile number")
    case .virtualMobile: BilingualText(zh: "虚拟运营商手机号", en: "a virtual operator's mobile number")
    case .landline: BilingualText(zh: "固定电话", en: "a landline")
    case .service: BilingualText(zh: "400/800 电话", en: "a 400 or 800 line")
    case .short: BilingualText(zh: "服务短号", en: "a short service number")
    case .overseas: BilingualText(zh: "境外号码", en: "a number from abroad")
    case .other: BilingualText(zh: "号段不明", en: "of no known shape")
    }
  }
}

extension Disguise {
  /// The disguise in words.
  package var wording: BilingualText {
    switch self {
    case .fullWidth: BilingualText(zh: "全角字符", en: "full-width characters")
    case .enclosedDigit: BilingualText(zh: "圈码数字", en: "digits in circles")
    case .otherDigit: BilingualText(zh: "特殊字体的数字", en: "digits in an odd script")
    case .zeroWidth: BilingualText(zh: "夹有看不见的字符", en: "invisible characters in between")
    case .hanziDigit: BilingualText(zh: "汉字代替数字", en: "Chinese numerals for digits")
    case .letterDigit: BilingualText(zh: "字母代替数字", en: "letters for digits")
    case .traditional: BilingualText(zh: "夹有繁体或异体字", en: "traditional or variant characters")
    case .lookalike: BilingualText(zh: "外形相似的外文字母", en: "look-alike letters")
    case .dotWord: BilingualText(zh: "用字词代替网址里的点", en: "a word for the dot of the link")
    case .hiddenHost:
      BilingualText(zh: "网址写法藏起真正打开的网站", en: "a link that hides which site it opens")
    case .splitWord: BilingualText(zh: "词语被空格或符号拆开", en: "words split by blanks or signs")
    }
  }
}

extension RequestFinding.Kind {
  /// What is asked for in words.
  package var wording: BilingualText {
    switch self {
    case .code: BilingualText(zh: "索要验证码", en: "Asks for a verification code")
    case .password: BilingualText(zh: "索要密码或登录信息", en: "Asks for a password or log-in")
    case .tellPassword: BilingualText(zh: "要你说出密码", en: "Asks you to tell a password")
    case .card: BilingualText(zh: "索要银行卡或账户信息", en: "Asks for card or account details")
    case .identity: BilingualText(zh: "索要身份或个人信息", en: "Asks for personal details")
    case .screenSharing:
      BilingualText(zh: "要求共享屏幕或视频", en: "Asks to share the screen or a video call")
    case .transferPersonal:
      BilingualText(zh: "要求转账到个人或不明账户", en: "Asks to send money to a person or unnamed account")
    case .transferSafe:
      BilingualText(zh: "要求转入“安全账户”", en: "Asks to move money to a \"safe\" account")
    case .feeFirst: BilingualText(zh: "要求先交费用", en: "Asks for a fee first")
    case .addContact: BilingualText(zh: "要求加好友或进群", en: "Asks to add a contact or join a group")
    case .clickLink: BilingualText(zh: "要求打开链接或网页", en: "Asks to open a link or page")
    case .callNumber: BilingualText(zh: "要求打电话", en: "Asks to call")
    case .installApp: BilingualText(zh: "要求下载软件", en: "Asks to install an app")
    }
  }
}

extension ThreatFinding.Kind {
  /// The threat in words.
  package var wording: BilingualText {
    switch self {
    case .sue: BilingualText(zh: "起诉", en: "a law suit")
    case .arrest: BilingualText(zh: "报警或刑事责任", en: "police or a criminal case")
    case .homeVisit: BilingualText(zh: "上门", en: "a visit at home")
    case .contactFamily: BilingualText(zh: "联系家人或单位", en: "telling family or employer")
    case .creditRecord: BilingualText(zh: "影响征信", en: "a bad credit record")
    case .blacklist: BilingualText(zh: "列入失信名单、限制高消费", en: "the list of dishonest debtors")
    case .childSchool: BilingualText(zh: "影响子女上学", en: "your child's school")
    case .freeze: BilingualText(zh: "冻结账户或卡", en: "freezing an account or card")
    case .thirdPartyCollector: BilingualText(zh: "交给催收公司", en: "a collection company")
    case .penalty: BilingualText(zh: "加收费用", en: "further fees")
    case .serviceStop: BilingualText(zh: "停止服务", en: "the end of a service")
    case .deduct: BilingualText(zh: "强行扣款", en: "a forced debit")
    case .shame: BilingualText(zh: "公开曝光", en: "public exposure")
    case .legalVague: BilingualText(zh: "含糊的法律后果", en: "unnamed legal consequences")
    case .vague: BilingualText(zh: "含糊的后果", en: "unnamed consequences")
    }
  }
}

extension MissingStatement {
  /// What is missing, in words.
  package var wording: BilingualText {
    switch self {
    case .lenderFullName: BilingualText(zh: "贷款机构的全称", en: "the lender's full name")
    case .officialContact:
      BilingualText(zh: "可核实的官方联系方式", en: "an official contact that can be verified")
    case .amount: BilingualText(zh: "欠款金额", en: "the amount owed")
    case .date: BilingualText(zh: "到期日或逾期时间", en: "the due date or how long overdue")
    case .contract:
      BilingualText(zh: "合同号、账单或卡的尾号", en: "a contract number or the last digits of the card")
    case .platform: BilingualText(zh: "在哪个平台或产品借的", en: "the platform or product")
    }
  }
}
