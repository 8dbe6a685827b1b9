/// The words of money: currencies before and after a number, and what makes it an estimate.
enum MoneyWords {
  /// A word after a number.
  enum After: Sendable {
    /// 元 and its like: yuan of no named state.
    case yuan
    /// A currency by its ISO code.
    case currency(StaticString)
    /// 角, 毛: a tenth.
    case tenth
    /// 分 is read only after one of the others.
    case hundredth(StaticString?)
  }

  static let after = WordTable<After>([
    ("元 圆 块 块钱 元钱 圆整 元整 元正 块整 圆正 蚊 塊", .yuan),
    ("元人民币 圆人民币 块人民币 人民币 人民币元 rmb cny yuan renminbi 元rmb", .currency("CNY")),
    (
      "美元 美金 美刀 美圆 刀 元美元 usd dollar dollars us_dollar us_dollars u.s._dollars american_dollars",
      .currency("USD")
    ),
    ("港元 港币 港纸 港圆 元港币 hkd hong_kong_dollar hong_kong_dollars", .currency("HKD")),
    ("台币 新台币 元台币 twd ntd", .currency("TWD")),
    ("澳门元 澳门币 葡币 mop", .currency("MOP")),
    ("日元 日圆 日币 元日元 jpy yen japanese_yen", .currency("JPY")),
    ("韩元 韩圆 韩币 krw korean_won won", .currency("KRW")),
    ("欧元 元欧元 eur euro euros", .currency("EUR")),
    ("英镑 gbp pound pounds pound_sterling pounds_sterling british_pounds", .currency("GBP")),
    ("澳元 澳币 aud australian_dollar australian_dollars", .currency("AUD")),
    ("加元 加币 cad canadian_dollar canadian_dollars", .currency("CAD")),
    ("新元 新加坡元 新币 sgd singapore_dollar singapore_dollars", .currency("SGD")),
    ("泰铢 thb baht", .currency("THB")),
    ("卢布 rub rouble roubles ruble rubles", .currency("RUB")),
    ("卢比 inr rs rupee rupees indian_rupee indian_rupees", .currency("INR")),
    ("越南盾 vnd vietnamese_dong", .currency("VND")),
    ("马币 令吉 林吉特 myr ringgit", .currency("MYR")),
    ("比索 php peso pesos", .currency("PHP")),
    ("瑞士法郎 瑞郎 chf swiss_franc swiss_francs", .currency("CHF")),
    ("丹麦克朗 dkk danish_krone danish_kroner", .currency("DKK")),
    ("瑞典克朗 sek swedish_krona swedish_kronor", .currency("SEK")),
    ("挪威克朗 nok norwegian_krone norwegian_kroner", .currency("NOK")),
    ("角 毛 角钱 毛钱", .tenth),
    ("美分 cent cents ¢", .hundredth("USD")),
    ("仙", .hundredth(nil)),
  ])

  /// A word before a number.
  static let before = WordTable<StaticString?>([
    ("¥ rmb 人民币 cny cn¥ 人民币¥", "CNY"),
    ("$ ＄", nil),
    ("us$ usd 美元 美金 u.s.$ us_$ us dollar_$", "USD"),
    ("hk$ hkd 港币 港元", "HKD"),
    ("nt$ 新台币 台币 twd", "TWD"),
    ("jpy 日元", "JPY"),
    ("€ eur 欧元", "EUR"),
    ("£ gbp 英镑", "GBP"),
    ("₹ rs rs. inr", "INR"),
    ("a$ a_$ aud au$", "AUD"),
    ("c$ c_$ cad ca$", "CAD"),
    ("s$ sgd", "SGD"),
    ("₩ krw", "KRW"),
    ("฿ thb", "THB"),
    ("₽ rub", "RUB"),
    ("₱ php", "PHP"),
    ("₫ vnd", "VND"),
  ])

  /// Words before a sum that make it an estimate.
  static let estimates = BackwardTable<MoneyValue.Precision>([
    ("约 大约 约为 近 将近 大概 差不多 接近 共约 roughly about around approximately", .about),
    ("最多 至多 不超过 不高于 顶多 不足 不到 低于 up_to at_most", .atMost),
    ("至少 最少 起码 不低于 不少于 超过 超 高于 at_least over", .atLeast),
  ])

  /// Words after a sum that make it an estimate.
  static let rest = WordTable<MoneyValue.Precision>([
    ("左右 上下", .about),
    ("以上 (含)以上 及以上 起 多", .atLeast),
    ("以下 以内 (含)以下 及以下", .atMost),
  ])

  /// Big numbers in English.
  static let multipliers = WordTable<Int64>([
    ("hundred", 100),
    ("thousand k", 1_000),
    ("lakh lakhs", 100_000),
    ("million millions mn mln", 1_000_000),
    ("crore crores", 10_000_000),
    ("billion billions bn", 1_000_000_000),
    ("trillion trillions tn", 1_000_000_000_000),
  ])
}
