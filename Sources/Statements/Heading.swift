/// What a column holds, told from the meaning of its heading and never from its place.
enum ColumnMeaning: Hashable {
  enum Moment: Hashable {
    /// The day of the transaction itself.
    case created
    /// The day the bank booked it.
    case posted
    /// Paid, succeeded, changed: used only where nothing else holds a date.
    case later
  }

  enum Side: Hashable {
    /// One column for both directions.
    case both
    case moneyIn
    case moneyOut
  }

  enum Stage: Hashable {
    /// The amount of the transaction.
    case transaction
    /// The amount the bank booked, in the account's own currency.
    case posted
    /// What was really paid, after discounts.
    case paid
    /// The price of the order, before discounts.
    case ordered
  }

  case date(Moment)
  /// A column that may hold a date, a time or both.
  case time(Moment)
  case amount(Side, Stage)
  case balance
  case currency(Stage)
  /// The column of payment apps: income, spending, neither.
  case flow
  /// The column of banks: debit or credit.
  case mark
  case counterparty(rank: Int)
  /// Where it happened: a counterparty only where no other is named.
  case place
  case item(rank: Int)
  case kind
  case status
}

/// A heading folded for comparison: no blanks, half width, unit brackets dropped.
struct Heading {
  let text: String

  init(_ printed: String) {
    text = Heading.folded(printed)
  }

  /// What the column holds; `nil` for a column we have no use for.
  var meaning: ColumnMeaning? {
    guard !text.isEmpty, text.unicodeScalars.count <= 20, !has("：", ":", "[", "。") else {
      return nil
    }
    if has("余额", "结余", "Balance", "balance") { return .balance }
    if isFlow { return .flow }
    if isMark { return .mark }
    if has("状态") || text == "Status" { return .status }
    if isCurrency { return .currency(stage) }
    return moment ?? amount ?? party ?? words
  }

  private var isFlow: Bool {
    has("收/支", "收/付标", "收支类型", "收支标", "收支方向", "资金流向") || ["收支", "收付", "收/付"].contains(text)
  }

  private var isMark: Bool {
    guard !has("金额", "发生额") else { return false }
    return has("借贷", "借/贷", "Dr/Cr", "Debit/Credit", "DR/CR") || text == "收付标志"
  }

  private var isCurrency: Bool {
    !has("金额") && (has("币种", "币别", "货币", "Currency", "currency") || text == "币")
  }

  private var stage: ColumnMeaning.Stage {
    if has("记账", "入账", "清算", "结算", "Posted", "posted") { return .posted }
    if has("实付", "实际支付", "实际付款", "实收") { return .paid }
    if has("订单金额", "原价", "应付", "商品总额", "总价") { return .ordered }
    return .transaction
  }

  private var moment: ColumnMeaning? {
    let isDay =
      has("日期", "Date", "date")
      || ["交易日", "记账日", "入账日", "银行记账日", "发生日", "消费日"].contains(text)
    let isTime = has("时间", "Time", "time")
    guard isDay || isTime, !has("到期", "起始", "终止", "截止", "开始", "结束", "起息") else { return nil }
    let when: ColumnMeaning.Moment
    if has("记账", "入账", "过账", "Post", "post") {
      when = .posted
    } else if has("付款", "支付", "成功", "完成", "修改", "更新", "到账", "结算", "清算", "退款") {
      when = .later
    } else {
      when = .created
    }
    return isDay ? .date(when) : .time(when)
  }

  private var amount: ColumnMeaning? {
    guard !has("手续费", "服务费", "费率", "退款", "优惠", "折扣", "红包", "积分", "笔数", "账号", "方式") else {
      return nil
    }
    let isAmount =
      has("金额", "发生额", "Amount", "amount", "交易额")
      || [
        "收入", "支出", "存入", "支取", "借方", "贷方", "转入", "转出", "存款", "取款", "实付", "实收", "Credit", "Debit",
      ]
      .contains(text)
    guard isAmount else { return nil }
    return .amount(side, stage)
  }

  private var side: ColumnMeaning.Side {
    let moneyIn = has("收入", "存入", "贷方", "转入", "存款", "Credit")
    let moneyOut = has("支出", "支取", "借方", "转出", "取款", "Debit")
    if moneyIn == moneyOut { return .both }
    return moneyIn ? .moneyIn : .moneyOut
  }

  private var party: ColumnMeaning? {
    if text == "交易场所" { return .place }
    guard !has("账号", "帐号", "卡号", "开户", "行号", "银行", "证件", "地点", "机构"),
      !["对方账户", "对方帐户", "对手账户"].contains(text)
    else { return nil }
    let names = [
      "交易对方", "商户名称", "对手信息", "对方户名", "对方账户名", "对方帐户名", "对方名称", "对方姓名", "交易对手",
      "对手名称", "对手户名", "对手方", "对方信息", "商家名称", "对方",
    ]
    guard let rank = names.firstIndex(where: { has($0) }) else { return nil }
    return .counterparty(rank: rank)
  }

  private var words: ColumnMeaning? {
    if ["交易名称", "交易类型", "类型", "业务类型"].contains(text) { return .kind }
    let items = [
      "商品", "商品说明", "商品名称", "交易说明", "订单标题", "交易描述", "交易摘要", "摘要", "描述", "用途", "附言", "Description",
    ]
    return items.firstIndex(of: text).map { .item(rank: $0) }
  }

  private func has(_ parts: String...) -> Bool {
    parts.contains { text.holds($0) }
  }

  private static func folded(_ printed: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in printed.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0xA0, 0x3000, 0xFEFF: continue
      case 0xFF01...0xFF5E where scalar.value != 0xFF1A:
        scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x5E10: scalars.append("账")
      default: scalars.append(scalar)
      }
    }
    return withoutUnit(String(scalars))
  }

  /// Drops a closing bracket that only names a unit: `金额(元)`.
  private static func withoutUnit(_ text: String) -> String {
    guard text.utf8.last == UInt8(ascii: ")"),
      let open = text.unicodeScalars.lastIndex(of: "(")
    else { return text }
    let unit = text.unicodeScalars[text.unicodeScalars.index(after: open)...].dropLast()
    let units = ["元", "人民币", "人民币元", "RMB", "CNY", "¥", "单位:元", "人民币/元"]
    return units.contains(String(unit)) ? String(text[..<open]) : text
  }
}

extension String {
  /// Whether a part stands in the text, scalar by scalar.
  func holds(_ part: String) -> Bool {
    let (text, part) = (utf8, part.utf8)
    guard let first = part.first else { return true }
    var rest = text[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: part) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
