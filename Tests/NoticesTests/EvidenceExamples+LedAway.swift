extension EvidenceExamples {
  /// The ways in which frauds lead away from where the truth is known, and what they promise for money.
  static let ledAway: [Example] = [
    Example(rule: "pay-a-person", text: "您的欠款可以减免三千，别走系统，直接微信转我，我给您销账"),
    Example(
      rule: "pay-a-person",
      text: "Your settlement is agreed, pay the officer directly on the doorstep"),
    Example(rule: "kept-from-asking", text: "别打官方客服了，加我企业微信，转完给您结清凭证"),
    Example(
      rule: "kept-from-asking",
      text: "Do not contact the court, the file has left them. Message us on WhatsApp to settle"),
    Example(rule: "account-changed", text: "您的欠款请还到新的收款账户，收款账户已变更"),
    Example(
      rule: "account-changed",
      text: "Your loan is overdue, our bank details have changed, ask us for the new ones"),
    Example(rule: "coached-lie", text: "柜员问起就说是装修款，别说投资"),
    Example(rule: "coached-lie", text: "If your bank asks, tell them it is for a car"),
    Example(rule: "code-by-reply", text: "系统会发一条验证码到您手机，收到后报给专员登记"),
    Example(
      rule: "code-by-reply",
      text: "You will receive a 6-digit code in a minute. Just text it back so I can finish"),
    Example(rule: "new-number-wants-money", text: "爸，我手机摔坏了，这是同学的手机，学校要交培训费，先帮我转一下"),
    Example(
      rule: "new-number-wants-money",
      text: "Hi mum, phone's smashed so this is my new number. Could you pay a bill for me tonight?"
    ),
    Example(rule: "clearance-lure", text: "原鑫汇通出借人请进企鹅群 8123400567 登记兑付，过期作废"),
    Example(rule: "clearance-lure", text: "平台清退开始，投资人请到 qtdj88.vip 登记回款"),
    Example(rule: "recovery-lure", text: "我们帮您追回被骗资金，加QQ 8123400568 登记"),
    Example(
      rule: "recovery-lure",
      text:
        "We have traced the coins you lost on the platform. Pay a small gas fee and they are yours"),
    Example(
      rule: "relief-for-fee",
      text: "Loan forgiveness ends on Friday, a one-off processing fee of $300 locks your place"),
    Example(
      rule: "relief-for-fee",
      text: "A government scheme can wipe away your cards. Pay the $200 enrolment fee today"),
    Example(rule: "fund-agent", text: "公积金代办，不用离职也能取，手续费先付两成"),
    Example(rule: "fund-agent", text: "医保卡套现秒到，加微信 ybhx7788"),
    Example(rule: "law-in-private-chat", text: "我是陈律师，24小时内不处理就报案拘留，加微信 chenlv8866 谈"),
    Example(
      rule: "law-in-private-chat",
      text: "Our attorney will have you arrested by six, message him on WhatsApp +1 202 555 0143"),
    Example(
      rule: "not-you-call",
      text:
        "Invoice: $420.00 was charged. If you did not authorize it call (202) 555-0144 within 12 hours"
    ),
    Example(
      rule: "not-you-call",
      text: "Your renewal of $310 went through. Not you? Call 202-555-0145 today"),
    Example(rule: "paid-before-the-promise", text: "盈利八万可以提现，先交百分之十的税"),
    Example(
      rule: "paid-before-the-promise",
      text: "Your loan is approved, a refundable deposit is needed before funds are sent"),
    Example(rule: "moved-to-protect", text: "您的账户有被盗风险，请马上转移资金"),
    Example(
      rule: "moved-to-protect",
      text: "This is the fraud team. Your account is compromised, move your savings today"),
    Example(rule: "account-lent", text: "把你的卡借我们过一笔货款，给你八百辛苦费"),
    Example(
      rule: "account-lent",
      text: "We send it into your account, you forward the rest and keep a cut"),
    Example(rule: "borrowed-and-handed-over", text: "需要您去别的平台借两万转给我们，马上还你"),
    Example(
      rule: "borrowed-and-handed-over",
      text: "First borrow from another lender and give it to our staff, we repay for you"),
    Example(rule: "card-collected", text: "您的卡被复制了，专人上门取卡，请装好"),
    Example(rule: "card-collected", text: "A courier will collect your bank card this afternoon"),
    Example(rule: "court-papers-by-link", text: "您有一份传票未领取，打开 cpcx66.cc 查看"),
    Example(rule: "court-papers-by-link", text: "A court summons waits for you at papers66.cc"),
    Example(rule: "office-abroad", text: "社保局通知：您的社保卡停用，请联系 00852-55501133"),
    Example(rule: "office-abroad", text: "公安局提醒您配合，电话 00852-55501134"),
    Example(rule: "stranger-and-papers", text: "我是解冻专员，加我微信，把身份证照片和银行卡照片发来"),
    Example(rule: "stranger-and-papers", text: "这里是客服中心，账户异常，添加客服QQ办理"),
    Example(rule: "letters-replaced", text: "Cheap l0ans f0r all, call now"),
    Example(rule: "letters-replaced", text: "No cred1t check, write to us"),
    Example(rule: "loan-in-disguise", text: "贷·款 秒下，加微信 dk556677"),
    Example(rule: "loan-in-disguise", text: "急需借 款？加V：jk778899"),
    Example(rule: "demand-of-its-own", text: "谨防诈骗！为了您的安全，请先支付解冻费2000元"),
    Example(
      rule: "demand-of-its-own",
      text: "Fraud alert: please send us your card number and CVV so that we can protect you"),
    Example(rule: "warning-to-private-chat", text: "谨防诈骗！请加微信 fz668899 登记您的损失"),
    Example(rule: "warning-to-private-chat", text: "反诈提醒：受骗者请联系QQ 8123400569"),
  ]

  /// Warnings, notices and private talk that use the words of those frauds and ask the reader for nothing.
  static let honestTalk: [Example] = [
    Example(rule: "credit-repair", text: "【金融监管总局】风险提示：“征信修复”“代理维权”是黑产的招牌，请找银行协商。"),
    Example(rule: "fraud-only-fee", text: "社区民警提醒：两位居民因先交解冻费被骗，正规贷款放款前不收一分钱。"),
    Example(rule: "paid-before-the-promise", text: "反诈民警提示：先交保证金再放款的都是诈骗，别信。"),
    Example(rule: "recovery-lure", text: "【反诈中心】声称能追回被骗资金、先收手续费的，是二次诈骗，请勿相信。"),
    Example(rule: "coached-lie", text: "反诈民警：骗子会教您“问起就说装修”，听到这种话请挂断。"),
    Example(rule: "kin-in-need", text: "妈，房贷已经扣了，你别再给我打钱了，自己留着看病。"),
    Example(rule: "kin-in-need", text: "儿子，别再往我卡里打钱了，我退休金够花。"),
    Example(rule: "known-person-wants-money", text: "老同学，饭钱一人86，转我微信就行。"),
    Example(rule: "pay-a-person", text: "李哥，昨天AA的烤肉一人98，转我就行。"),
    Example(rule: "pay-a-person", text: "房租我转你了，收到说一声，水电费月底一起算。"),
    Example(rule: "new-number-wants-money", text: "这是我的新号码，旧号下个月停。小陈"),
    Example(rule: "new-number-wants-money", text: "爸，我换了新手机，号码没变，周末回家看你。"),
    Example(rule: "pay-a-person", text: "【青禾消费金融】您的分期已逾期8天，请打开App还款，我司员工不会让您把钱转给个人。"),
    Example(rule: "law-in-private-chat", text: "您好，我是您的主办律师何静，开庭材料已交法院，周五来所里签字。"),
    Example(rule: "law-in-private-chat", text: "街道调解员小周：您和物业的纠纷周三在社区二楼调解，不收费。"),
    Example(rule: "fund-agent", text: "公积金中心提醒：代提公积金的中介都是骗人的，请在官方App办理。"),
    Example(rule: "paid-before-the-promise", text: "【青禾银行】您的贷款申请已通过，放款前不收取任何费用。"),
    Example(rule: "paid-before-the-promise", text: "物业通知：充电押金100元到前台办理，离开时退还。"),
    Example(rule: "paid-before-the-promise", text: "驾校：学费先付一半报名，剩下的科目二之前交清。"),
    Example(rule: "account-lent", text: "老婆，我卡额度不够，先用你的卡付，晚上转给你。"),
    Example(rule: "account-lent", text: "村委通知：别把卡借给别人用，借卡要负法律责任。"),
    Example(rule: "code-by-reply", text: "您的快递已到驿站，取件码 7-3-2210，找不到可以告诉店员手机尾号。"),
    Example(rule: "code-asked", text: "【青禾支付】验证码 552019，任何人索要都不要给。"),
    Example(rule: "clearance-lure", text: "某平台清退由区专班负责，登记请到专班窗口，专班不建群、不收费。"),
    Example(rule: "borrowed-and-handed-over", text: "别在多个平台借钱还钱，越滚越多，先跟银行协商。"),
    Example(rule: "card-collected", text: "民警提醒：说派人上门取卡的都是骗子。"),
    Example(rule: "court-papers-by-link", text: "【12368】传票等材料已电子送达，请在人民法院在线服务查收。"),
    Example(rule: "moved-to-protect", text: "【青禾银行】谨防诈骗：我行不会让您转移资金。"),
    Example(rule: "subsidy-lure", text: "【人社局】创业补贴请到市政务服务中心窗口或 rsj.hangzhou.gov.cn 办理，不收费。"),
    Example(
      rule: "lure-behind-link",
      text: "Anyone who asks for a fee before a loan is a scammer. See ReportFraud.ftc.gov."),
    Example(
      rule: "lure-behind-link",
      text: "Your student loan payment is due 11/05, see StudentAid.gov."),
    Example(
      rule: "relief-for-fee",
      text: "You never have to pay to get help with debts. Fees first mean fraud."),
    Example(
      rule: "kin-in-need",
      text: "Criminals pretend to be your child on a new number and ask you to pay a bill."),
    Example(
      rule: "new-number-wants-money",
      text: "Mum, got my new phone! Same number, photos all came over. See you Sunday x"),
    Example(
      rule: "kept-from-asking",
      text: "We will never ask you to ignore a warning in the app. If someone does, hang up."),
    Example(
      rule: "moved-to-protect",
      text: "We will never ask you to move your money to keep it safe from fraudsters."),
    Example(
      rule: "untraceable-payment",
      text: "You sent $42 to a shop. Don't recognise it? Log in and open the Resolution Centre."),
    Example(
      rule: "recovery-lure",
      text: "No one can legally ask you to pay in advance to recover money you lost."),
    Example(
      rule: "account-lent",
      text: "Don't lend anyone your bank account whatever they offer, that's how Ryan lost his."),
    Example(
      rule: "card-collected",
      text: "Police will never send a courier to collect your bank card. Beware of scams."),
    Example(
      rule: "pay-a-person", text: "Thanks for dinner! I'll send my half by bank transfer tonight."),
    Example(
      rule: "off-channel",
      text: "Do not pay that debt company that rang you, love. Ring the card people direct."),
    Example(
      rule: "credit-repair",
      text: "【青禾银行】您可就信用卡欠款与我行平等协商，签订个性化分期还款协议，请致电卡背面的客服电话。"),
    Example(rule: "known-person-wants-money", text: "闺女，你妈住院要交押金，你先转五千到我卡上，不着急，周末回家说。"),
    Example(rule: "kin-in-need", text: "哥，能不能借我两千交房租？你不方便就算了，见面再说。"),
    Example(
      rule: "subsidy-lure", text: "【青州人社】稳岗补贴已发放到账。工作人员不会通过二维码要求您填写银行卡号和密码。"),
    Example(rule: "fee-first", text: "【青州社区】退款到柜台办理，本人带身份证即可，不需缴纳任何费用。"),
    Example(
      rule: "kin-in-need",
      text: "Mum, could you lend me 200 for the rent? No rush, no worries if not. See you tonight."),
  ]
}
