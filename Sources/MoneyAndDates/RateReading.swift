/// A rate as somebody wrote it: `18.25%`, `0.05%/日`, `日万分之五`, `月0.6%`, `1分5厘`, `15‰ per month`.
///
/// The basis is part of a rate. Where the words name none it stays `nil`, except for 分/厘, which by
/// custom count a month when nothing else is said (`isByCustom`): 1分5厘 is 1.5 % a month, 年息1分 is
/// 10 % a year, 日息1厘 is 0.01 % a day.
package struct RateReading: Hashable, Sendable {
  /// The digits of the fraction, without a point.
  package let digits: Int64
  /// How many decimals the fraction has.
  package let scale: Int
  /// What the words say it counts.
  package let basis: RateBasis?
  /// Whether the basis is custom rather than said.
  package let isByCustom: Bool

  /// The rate, on the basis said or else on `fallback`.
  package func rate(otherwise fallback: RateBasis) -> Rate? {
    Rate(digits: digits, scale: scale, basis: basis ?? fallback)
  }

  /// Reads the whole text as one rate, or `nil`.
  ///
  /// Full-width digits and signs are read like ASCII ones; blanks are passed over. Negative rates,
  /// more than 18 decimals and a bare number without a unit are not read.
  package init?(_ text: String) {
    var scalars = RateReading.folded(text)[...]
    let before = RateReading.takeBasis(.prefix, from: &scalars)
    guard let number = RateReading.number(in: &scalars, basis: before) else { return nil }
    let after = RateReading.takeBasis(.suffix, from: &scalars)
    guard scalars.isEmpty, before == nil || after == nil || before == after else { return nil }
    let said = before ?? after
    if number.isFolk, after != nil, before == nil {
      // 分 and 厘 depend on the basis, so one named behind them is read again as if in front.
      guard let again = RateReading.number(folk: number.parts, basis: after) else { return nil }
      self.init(again, basis: after, isByCustom: false)
    } else {
      self.init(
        number, basis: number.isFolk ? said ?? .perMonth : said,
        isByCustom: number.isFolk && said == nil)
    }
  }

  private init?(_ number: Number, basis: RateBasis?, isByCustom: Bool) {
    guard let rate = Rate(digits: number.digits, scale: number.scale, basis: basis ?? .perYear)
    else {
      return nil
    }
    digits = rate.digits
    scale = rate.scale
    self.basis = basis
    self.isByCustom = isByCustom
  }

  // MARK: Words

  private enum Side { case prefix, suffix }

  /// The text with full-width forms as ASCII, lower case, without blanks and colons.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x09, 0x20, 0xA0, 0x3000, 0x3A, 0xFF1A: nil
      case 0xFF01...0xFF5E:
        Unicode.Scalar(scalar.value - 0xFEE0).flatMap { $0 == " " ? nil : lowered($0) }
      default: lowered(scalar)
      }
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("A"..."Z").contains(scalar), let lower = Unicode.Scalar(scalar.value + 32) else {
      return scalar
    }
    return lower
  }

  /// Longer words stand before their beginnings.
  private static let prefixes: [(word: String, basis: RateBasis)] = [
    ("年化利率", .perYear), ("年化", .perYear), ("年利率", .perYear), ("年利息", .perYear), ("年息", .perYear),
    ("年费率", .perYear), ("每年", .perYear), ("年", .perYear), ("annual", .perYear),
    ("yearly", .perYear),
    ("apr", .perYear),
    ("月利率", .perMonth), ("月利息", .perMonth), ("月费率", .perMonth), ("月息", .perMonth),
    ("每个月", .perMonth), ("每月", .perMonth), ("月", .perMonth), ("monthly", .perMonth),
    ("日利率", .perDay), ("日利息", .perDay), ("日费率", .perDay), ("日息", .perDay), ("每日", .perDay),
    ("每天", .perDay), ("日", .perDay), ("天", .perDay), ("daily", .perDay),
    ("每期费率", .perPeriod), ("每期", .perPeriod), ("期费率", .perPeriod),
    ("一次性", .once),
  ]

  private static let suffixes: [(word: String, basis: RateBasis)] = [
    ("/年", .perYear), ("每年", .perYear), ("一年", .perYear), ("/year", .perYear), ("/yr", .perYear),
    ("/a", .perYear), ("peryear", .perYear), ("perannum", .perYear), ("p.a.", .perYear),
    ("ayear", .perYear), ("apr", .perYear), ("yearly", .perYear),
    ("/月", .perMonth), ("每个月", .perMonth), ("每月", .perMonth), ("一个月", .perMonth),
    ("/month", .perMonth), ("/mo", .perMonth), ("permonth", .perMonth), ("amonth", .perMonth),
    ("monthly", .perMonth),
    ("/日", .perDay), ("/天", .perDay), ("每日", .perDay), ("每天", .perDay), ("一天", .perDay),
    ("/day", .perDay), ("/d", .perDay), ("perday", .perDay), ("aday", .perDay), ("daily", .perDay),
    ("/期", .perPeriod), ("每期", .perPeriod), ("perinstalment", .perPeriod),
    ("perperiod", .perPeriod),
    ("一次性", .once), ("once", .once),
  ]

  private static func takeBasis(
    _ side: Side, from scalars: inout ArraySlice<Unicode.Scalar>
  ) -> RateBasis? {
    for (word, basis) in side == .prefix ? prefixes : suffixes where take(word, from: &scalars) {
      return basis
    }
    return nil
  }

  private static func take(_ word: String, from scalars: inout ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.starts(with: word.unicodeScalars) else { return false }
    scalars = scalars.dropFirst(word.unicodeScalars.count)
    return true
  }

  // MARK: Numbers

  private struct Number {
    var digits: Int64
    var scale: Int
    var isFolk = false
    /// 分, 厘, 毫 as written, tenths counted, where it is a folk number.
    var parts: [Int64] = []
  }

  private static func number(
    in scalars: inout ArraySlice<Unicode.Scalar>, basis: RateBasis?
  ) -> Number? {
    let parts: [(word: String, scale: Int)] = [
      ("百分之", 2), ("千分之", 3), ("万分之", 4), ("萬分之", 4), ("十万分之", 5),
    ]
    for (word, scale) in parts where take(word, from: &scalars) {
      guard let number = decimal(in: &scalars) else { return nil }
      return Number(digits: number.digits, scale: number.scale + scale)
    }
    guard let number = decimal(in: &scalars) else { return nil }
    let units: [(word: String, scale: Int)] = [
      ("%", 2), ("‰", 3), ("‱", 4), ("bp", 4), ("个百分点", 2),
    ]
    for (word, scale) in units where take(word, from: &scalars) {
      if word == "bp" { _ = take("s", from: &scalars) }
      return Number(digits: number.digits, scale: number.scale + scale)
    }
    return folkNumber(first: number, in: &scalars, basis: basis)
  }

  /// `1分5厘`, `8厘`, `2分半`: 分 is a tenth a year, a hundredth a month, a thousandth a day; 厘 a
  /// tenth of that, 毫 a hundredth.
  private static func folkNumber(
    first: Number, in scalars: inout ArraySlice<Unicode.Scalar>, basis: RateBasis?
  ) -> Number? {
    let units = ["分", "厘", "毫"]
    var counts: [Int64] = [0, 0, 0]
    var amount: Number? = first
    var next = 0
    while let number = amount {
      guard
        let place = units.indices.first(where: { $0 >= next && take(units[$0], from: &scalars) }),
        number.scale <= 1
      else { return nil }
      let (tenths, overflow) = number.digits.multipliedReportingOverflow(
        by: number.scale == 0 ? 10 : 1)
      guard !overflow, tenths < 100_000 else { return nil }
      counts[place] = tenths
      next = place + 1
      if take("半", from: &scalars) {
        counts[place] += 5
        break
      }
      amount = next < units.count ? decimal(in: &scalars) : nil
    }
    return Self.number(folk: counts, basis: basis)
  }

  private static func number(folk parts: [Int64], basis: RateBasis?) -> Number? {
    let scale: Int
    switch basis {
    case .perYear: scale = 1
    case .perMonth, nil: scale = 2
    case .perDay: scale = 3
    case .perPeriod, .once: return nil
    }
    // Tenths of 毫: 分 and 厘 are a hundred and ten of them.
    let digits = parts[0] * 100 + parts[1] * 10 + parts[2]
    return Number(digits: digits, scale: scale + 3, isFolk: true, parts: parts)
  }

  /// `18.25` or `十八点二五`.
  private static func decimal(in scalars: inout ArraySlice<Unicode.Scalar>) -> Number? {
    var number = Number(digits: 0, scale: 0)
    var seen = false
    var afterPoint = false
    while let scalar = scalars.first {
      if !afterPoint, seen, scalar == "." {
        afterPoint = true
      } else if ("0"..."9").contains(scalar) {
        guard number.digits < 100_000_000_000_000, number.scale < 12 else { return nil }
        number.digits = number.digits * 10 + Int64(scalar.value - 0x30)
        if afterPoint { number.scale += 1 }
        seen = true
      } else {
        break
      }
      scalars = scalars.dropFirst()
    }
    return seen ? number : chineseDecimal(in: &scalars)
  }

  private static let chineseDigits: [Unicode.Scalar: Int64] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]

  private static func chineseDecimal(in scalars: inout ArraySlice<Unicode.Scalar>) -> Number? {
    var number = Number(digits: 0, scale: 0)
    var pending: Int64?
    var seen = false
    var afterPoint = false
    while let scalar = scalars.first {
      if let digit = chineseDigits[scalar] {
        if afterPoint {
          guard number.scale < 12 else { return nil }
          number.digits = number.digits * 10 + digit
          number.scale += 1
        } else {
          guard pending == nil || pending == 0 else { return nil }
          pending = digit
        }
      } else if !afterPoint, scalar == "十" || scalar == "拾" || scalar == "百" {
        number.digits += (pending ?? 1) * (scalar == "百" ? 100 : 10)
        pending = nil
      } else if !afterPoint, seen, scalar == "点" {
        number.digits += pending ?? 0
        pending = nil
        afterPoint = true
      } else {
        break
      }
      guard number.digits < 100_000_000_000_000 else { return nil }
      seen = true
      scalars = scalars.dropFirst()
    }
    guard seen, !afterPoint || number.scale > 0 else { return nil }
    if !afterPoint { number.digits += pending ?? 0 }
    return number
  }
}
