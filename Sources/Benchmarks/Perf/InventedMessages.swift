/// Messages made of templates by chance: every name, number and link in them is invented.
///
/// They have the shapes a phone sees: reminders, demands, advertisements, notices of a bank, codes,
/// frauds, and everyday texts with nothing to find.
struct InventedMessages {
  /// Which messages.
  enum Kind: String, CaseIterable {
    /// Chinese, 20 to 90 characters.
    case shortChinese = "short-zh"
    /// Chinese demands of several sentences.
    case longChinese = "long-zh"
    /// English.
    case english = "en"
    /// Half short Chinese, a quarter long Chinese, a quarter English.
    case mixed
  }

  private var chance: SeededNumbers

  init(seed: UInt64) {
    chance = SeededNumbers(seed: seed)
  }

  /// So many messages of a kind; the same seed gives the same messages.
  static func list(_ kind: Kind, count: Int, seed: UInt64 = 20_261_121) -> [String] {
    var messages = InventedMessages(seed: seed)
    return (0..<count).map { _ in messages.next(kind) }
  }

  /// The next message of a kind.
  mutating func next(_ kind: Kind) -> String {
    switch kind {
    case .shortChinese: shortChinese()
    case .longChinese: longChinese()
    case .english: english()
    case .mixed:
      switch chance.number(0...3) {
      case 0, 1: shortChinese()
      case 2: longChinese()
      default: english()
      }
    }
  }

  // MARK: Templates

  private mutating func shortChinese() -> String {
    switch chance.number(0...9) {
    case 0: "【\(name)】\(person)，您的借款已逾期\(days)天，应还\(amount)元，请尽快还款。"
    case 1: "【\(name)】您\(month)月账单\(amount)元，到期还款日\(date)，最低还款额\(amount)元。"
    case 2: "您尾号\(digits(4))的账户于\(date)\(clock)支出人民币\(amount)元，余额\(amount)元。"
    case 3: "验证码\(digits(6))，\(chance.number(2...10))分钟内有效，请勿告诉任何人。"
    case 4: "\(person)，最高可借\(chance.number(1...30))万元，日息低至\(rate)%，点 \(link) 领取，回T退订"
    case 5: "妈，晚饭我不回来吃了，大概\(chance.number(7...9))点到家。"
    case 6: "您的快递已到\(chance.number(1...20))号柜，取件码\(digits(6))，请于今日\(clock)前取走。"
    case 7: "【\(name)】第\(chance.number(1...24))期还款\(amount)元将于\(date)扣款，请保证余额充足。"
    case 8: "您的欠款\(amount)元已移交法务，请在今日18:00前致电\(phone)处理，否则上门。"
    default: "明天下午\(chance.number(1...5))点开会，改到\(chance.number(2...9))楼，别忘了带材料。"
    }
  }

  private mutating func longChinese() -> String {
    let opening = "【\(name)】\(person)您好：您于\(date)申请的借款（合同号\(contract)）"
    let sum = "截至今日已逾期\(days)天，尚欠本金\(amount)元、利息\(amount)元、违约金\(amount)元，合计\(amount)元。"
    let demand = "请于\(date)\(clock)前登录 \(link) 或致电 \(phone) 办理还款，"
    let threats = [
      "逾期不还将上报征信并委托第三方催收。", "我司将依法向法院提起诉讼，由您承担诉讼费用。",
      "如继续拖欠，将安排工作人员上门核实情况。", "协商期内一次结清可减免\(chance.number(1...9))折后的罚息。",
    ]
    let ending = "如已还款请忽略本短信。客服\(phone)，拒收请回复R。"
    return opening + sum + demand + chance.pick(threats) + chance.pick(threats) + ending
  }

  private mutating func english() -> String {
    switch chance.number(0...5) {
    case 0:
      "Dear customer, your loan \(contract) is \(days) days overdue. Pay CNY \(amount) by \(englishDate) or call \(phone)."
    case 1: "Your card ending \(digits(4)) was charged $\(amount) on \(englishDate) at \(clock)."
    case 2: "Your one-time code is \(digits(6)). It expires in \(chance.number(2...10)) minutes."
    case 3:
      "FINAL NOTICE: legal action starts in 24 hours. Settle \(amount) USD now at \(link) and avoid extra fees of \(rate)%."
    case 4: "Running late, the train stopped twice. Order without me and save me some noodles."
    default:
      "Instalment \(chance.number(1...24)) of \(amount) yuan is due \(englishDate). Interest is \(rate)% a month; ignore this if you have paid."
    }
  }

  // MARK: Parts

  private var name: String {
    mutating get {
      chance.pick(["云帆", "青禾", "安渡", "橙果", "远舟", "知秋", "北辰", "微澜"])
        + chance.pick(["易贷", "金服", "消费", "分期", "钱包", "借呗吧"])
    }
  }
  private var person: String {
    mutating get { chance.pick(["王", "林", "周", "许", "韩", "沈"]) + chance.pick(["先生", "女士", "某某"]) }
  }
  private var amount: String {
    mutating get {
      let yuan = chance.number(8...98_000)
      let text = yuan >= 1000 ? "\(yuan / 1000),\(padded(yuan % 1000, 3))" : "\(yuan)"
      return chance.number(0...2) == 0 ? text : "\(text).\(padded(chance.number(0...99), 2))"
    }
  }
  private var date: String {
    mutating get {
      let (month, day) = (chance.number(1...12), chance.number(1...28))
      switch chance.number(0...2) {
      case 0: return "\(month)月\(day)日"
      case 1: return "2026年\(month)月\(day)日"
      default: return "2026-\(padded(month, 2))-\(padded(day, 2))"
      }
    }
  }
  private var englishDate: String {
    mutating get { "\(chance.number(1...28)) \(chance.pick(["Jan", "March", "May", "Nov"])) 2026" }
  }
  private var month: Int { mutating get { chance.number(1...12) } }
  private var days: Int { mutating get { chance.number(1...400) } }
  private var clock: String {
    mutating get { "\(chance.number(8...22)):\(padded(chance.number(0...59), 2))" }
  }
  private var rate: String { mutating get { "\(chance.number(0...2)).\(chance.number(1...99))" } }
  private var phone: String {
    mutating get {
      switch chance.number(0...2) {
      case 0: "1\(chance.pick(["38", "70", "55", "99"]))\(digits(8))"
      case 1: "400-\(digits(3))-\(digits(4))"
      default: "0\(chance.pick(["10", "21", "755"]))-\(digits(8))"
      }
    }
  }
  private var link: String {
    mutating get {
      chance.pick(["yf-pay", "qh365", "adu-loan", "cg.fenqi"])
        + chance.pick([".top", ".cn", ".com"])
        + "/r/" + digits(4)
    }
  }
  private var contract: String {
    mutating get { "\(chance.pick(["YF", "QH", "AD"]))2026\(digits(6))" }
  }

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(chance.number(0...9)) }.joined()
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
}
