/// Grammar words that tell what a number after them is; found by looking back from the number.
enum Cues {
  /// What a cue says of the number that follows.
  enum Meaning: Sendable {
    case money
    case phone
    case contract
    case order
    case courtCase
    case account
    case chat
    case code
    case idCard
    case tail
    case period
    case day
    case month
    case year
    case rate
  }

  static let table = BackwardTable<Meaning>([
    (
      """
      欠款 还款 偿还 归还 代偿 应付 实付 需付 退款 退回 收取 罚款 垫付 应还 应还款 应还款额 应还金额 还款额 还款金额 还款总额 待还 待还款 需还 须还 需还款 仅需还 未还 \
      欠 尚欠 共欠 拖欠 结欠 累计欠款 本金 利息 罚息 违约金 滞纳金 服务费 手续费 年费 金额 总额 总计 共计 合计 \
      余额 欠费 费用 逾期金额 最低 最低还款 最低还款额 最低应还 全额 全额应还 剩余应还 剩余 剩余待还 账单 账单金额 \
      本期账单 额度 授信额度 可用额度 借款 借款金额 贷款 贷款金额 放款 到账 转账 汇款 支付 付款 缴纳 扣款 扣除 消费 \
      收入 支出 存入 结清金额 结清 减免 优惠 amount balance due pay owe outstanding total
      """, .money
    ),
    (
      """
      电话 手机 手机号 手机号码 电话号 电话号码 号码 热线 致电 拨打 来电 回电 回拨 联系 联系人 客服 客服电话 咨询 \
      传真 座机 专线 phone_number phone_no number number_is phone_is call_us call_me call_at 微信 薇信 威信 加微 加微信 微 转接 短信 tel phone call mobile fax hotline contact whatsapp cell
      """, .phone
    ),
    ("合同 合同号 合同编号 合同号码 借据 借据号 借据编号 借款编号 协议编号 协议号 保单号 contract agreement loan", .contract),
    (
      """
      订单 订单号 订单编号 单号 流水号 运单号 快递单号 交易号 交易编号 交易流水号 编号 工单号 账单号 凭证号 受理号 \
      序列号 取件码 发票号 order reference ref no. invoice number
      """, .order
    ),
    ("案号 案件编号 案件号 立案号 调解编号 文书号 case", .courtCase),
    ("账号 帐号 账户 帐户 卡号 银行卡号 银行账号 收款账号 户号 储蓄卡 a/c account acct card", .account),
    ("QQ QQ号 QQ群 群号 微信号 微信群 威信号 企鹅 扣扣 wechat", .chat),
    ("验证码 校验码 动态码 动态密码 密码 提取码 邀请码 口令 code otp password pin", .code),
    ("身份证 身份证号 身份证号码 证件号 证件号码", .idCard),
    (
      """
      尾号 尾号为 末四位 后四位 末4位 后4位 尾数 卡尾号 尾号是 尾 末尾 ending ending_in ending_with tail \
      last_4_digits xx xxx xxxx **** *** ** ……
      """, .tail
    ),
    ("日 每日 天 每天 按日 日利率 日息 日费率 日利息 日罚息 per_day daily", .day),
    ("月 每月 按月 月利率 月息 月费率 月利息 月手续费 monthly", .month),
    ("年 每年 按年 年利率 年息 年化 年化利率 年化率 年费率 年化综合成本 年化利息 annual apr", .year),
  ])
}

/// Words looked for backwards from a place.
struct BackwardTable<Meaning: Sendable>: Sendable {
  private let lexicon: Lexicon
  private let meanings: [Meaning]
  /// The folded scalars with which words end; Latin letters in the case given.
  let lasts: [UInt32]

  init(_ lines: [(words: String, meaning: Meaning)]) {
    var entries: [(word: String, id: Int)] = []
    for (index, line) in lines.enumerated() {
      for word in line.words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let plain = String(word.map { $0 == "_" ? " " : $0 })
        entries.append((String(String.UnicodeScalarView(plain.unicodeScalars.reversed())), index))
      }
    }
    lexicon = Lexicon(entries)
    lasts = entries.compactMap { Lexicon.folded($0.word).first }
    meanings = lines.map(\.meaning)
  }

  /// The longest word that ends before a place, and where it starts.
  func match(_ scan: Scan, before end: Int) -> (meaning: Meaning, start: Int)? {
    guard let (id, length) = lexicon.longestWord(before: end, in: scan.s) else { return nil }
    let start = end - length
    if scan.kind(start) == .latin, scan.kind(start - 1) == .latin { return nil }
    return (meanings[id], start)
  }
}
