/// A number as written, in digits, in Chinese numerals or in both.
struct Numeral {
  /// The number; of an estimate (八九亿, 几十) its lower end.
  var value: ExactDecimal
  /// The upper end of an estimate.
  var upper: ExactDecimal?
  /// Where it stands, in folded scalars.
  var range: Range<Int>
  /// Whether it has digits only, Arabic ones.
  var isArabic = true
  /// The largest unit at its end: 10,000 for 3万, 1 without one.
  var multiplier: Int64 = 1
  /// Whether 多, 余 or 几 makes it an estimate.
  var isAbout = false
  /// How many digits are written without unit: 二零一六, 2016.
  var plainDigits = 0
  /// Whether every scalar of it is one digit, no unit among them.
  var isPlain = false
  /// Whether it is written in the characters for amounts, 壹 to 玖 with 拾佰仟.
  var isFormal = false
  /// Whether k, w, M, G or a spelled multiplier was read at its end.
  var hasLetterUnit = false
  var folds: FoldSet = []
}

extension Scan {
  /// The number that starts at a place.
  ///
  /// `point`: whether 点 between Chinese numerals may be a decimal point (五点五); it may not where
  /// a clock time is looked for. Linear: every scalar of the number is read once.
  func numeral(at start: Int, point: Bool) -> Numeral? {
    let known = point ? lastNumerals.pointed : lastNumerals.plain
    if known.start == start { return known.numeral }
    guard mayStartNumeral(start) else { return nil }
    var reader = NumeralReader(start: start, point: point)
    let numeral = reader.read(self)
    if point {
      lastNumerals.pointed = (start, numeral)
    } else {
      lastNumerals.plain = (start, numeral)
    }
    return numeral
  }
}

extension Scan {
  /// Whether the class of a scalar lets a number start with it.
  @inline(__always)
  private func mayStartNumeral(_ start: Int) -> Bool {
    switch kind(start) {
    case .digit, .hanziDigit, .hanziUnit: true
    case .latin: isLetterDigit(start)
    default: false
    }
  }
}

extension Scan {
  /// Whether a word at a place is one that two estimates count: 天, 小时, 元, 年内.
  ///
  /// `isSpoken` says that 两 stands in them; without it 五六年 is a year and 二三日 a day, unless what
  /// follows counts.
  fileprivate func isCounted(at place: Int, isSpoken: Bool) -> Bool {
    switch at(place) {
    case 0x5929, 0x5468, 0x5C0F, 0x949F, 0x793C, 0x79D2, 0x8F7D, 0x5DE5, 0x5143:  // 天周小钟礼秒载工元
      return true
    case 0x661F: return isAt(place + 1, "期")
    case 0x5206: return isAt(place + 1, "钟")
    case 0x5E74, 0x65E5, 0x6708: return isSpoken || isAt(place + 1, anyOf: "内里后来多左以之")
    default: return false
    }
  }
}

/// Reads one number; sections of 万 and 亿 nest as in 一千零一万一千零一.
///
/// The scan is handed from method to method: kept here it would be counted for each number.
private struct NumeralReader {
  let start: Int
  let point: Bool
  private var index: Int
  private var total = ExactDecimal.zero
  private var section = ExactDecimal.zero
  private var current: ExactDecimal?
  private var currentUpper: ExactDecimal?
  private var currentDigits = 0
  private var lastUnit: Int64 = 0
  private var smallestBig: Int64 = .max
  private var sawZero = false
  private var numeral: Numeral
  private var end: Int

  init(start: Int, point: Bool) {
    self.start = start
    self.point = point
    index = start
    end = start
    numeral = Numeral(value: .zero, range: start..<start)
  }

  mutating func read(_ scan: Scan) -> Numeral? {
    while index < scan.n, step(scan) {}
    guard end > start, let value = sum() else { return nil }
    numeral.value = value
    if let last = current, let upper = currentUpper {
      numeral.upper = value.adding(last.negated)?.adding(upper)
    }
    numeral.range = start..<end
    numeral.isPlain = numeral.isPlain && numeral.multiplier == 1
    return numeral
  }

  /// Reads one more piece; `false` where the number ends.
  private mutating func step(_ scan: Scan) -> Bool {
    switch scan.kind(index) {
    case .digit: return arabic(scan)
    case .hanziDigit: return hanziDigits(scan)
    case .hanziUnit: return unit(scan)
    case .space: return blank(scan)
    case .latin: return scan.isLetterDigit(index) ? arabic(scan) : letters(scan)
    default: return special(scan)
    }
  }

  // MARK: - Pieces

  private mutating func arabic(_ scan: Scan) -> Bool {
    guard current == nil, let read = scan.arabic(at: index) else { return false }
    current = read.value
    currentDigits = read.digits
    numeral.folds.formUnion(read.folds)
    numeral.plainDigits = read.digits
    numeral.isPlain = lastUnit == 0 && read.isPlain
    index = read.end
    end = index
    return true
  }

  private mutating func hanziDigits(_ scan: Scan) -> Bool {
    guard current == nil else { return false }
    numeral.isArabic = false
    var value: Int64 = 0
    var count = 0
    var place = index
    while let digit = scan.kind(place) == .hanziDigit ? scan.digit(place) : nil {
      guard count < 17 else { return false }
      value = value * 10 + digit
      count += 1
      numeral.isFormal = numeral.isFormal || isFormal(scan.s[place])
      place += 1
      if digit == 0, count == 1, lastUnit > 0 || total.digits != 0 {
        // 零 between the parts of a number only says that a unit is left out.
        sawZero = true
        value = 0
        count = 0
        end = place
        let next = scan.skipBlanks(place, limit: 2)
        if scan.kind(next) == .hanziDigit { place = next }
        if scan.kind(next) == .digit {
          index = next
          return true
        }
        if scan.kind(next) == .hanziUnit {
          index = next
          return true
        }
      }
    }
    guard count > 0 else { return false }
    let isPair = count == 2 && isEstimate(scan, value, before: place)
    if count > 1, lastUnit > 0, !sawZero, !isPair { return false }
    current = ExactDecimal(whole: value)
    currentDigits = count
    numeral.plainDigits = count
    numeral.isPlain = lastUnit == 0
    index = place
    end = place
    if isPair {
      // 八九亿: 8 to 9.
      current = ExactDecimal(whole: value / 10)
      currentUpper = ExactDecimal(whole: value % 10)
      currentDigits = 1
      numeral.isPlain = false
    }
    decimals(scan)
    return true
  }

  /// Whether two digits in a row are two estimates (两三天, 三五个): they count up, and what they
  /// count follows.
  private func isEstimate(_ scan: Scan, _ pair: Int64, before place: Int) -> Bool {
    let (low, high) = (pair / 10, pair % 10)
    guard low > 0, low < high, high - low <= 2 else { return false }
    if scan.kind(place) == .hanziUnit { return true }
    if scan.isAt(place, anyOf: "个块") { return true }
    if scan.isAt(place, "点") { return scan.digit(place + 1) == nil }
    return (high - low == 1 || low == 3)
      && scan.isCounted(at: place, isSpoken: isSpoken(scan, place))
  }

  /// 两 is no digit of a year or day written digit by digit.
  private func isSpoken(_ scan: Scan, _ place: Int) -> Bool { scan.isAt(place - 2, anyOf: "两俩") }

  /// 点 and the decimals after it.
  private mutating func decimals(_ scan: Scan) {
    guard point, currentUpper == nil else { return }
    let dot = scan.skipBlanks(index, limit: 2)
    guard scan.isAt(dot, anyOf: "点", or: ".") else { return }
    var place = scan.skipBlanks(dot + 1, limit: 2)
    guard scan.digit(place) != nil, let whole = current ?? .some(.zero) else { return }
    var digits: Int64 = 0
    var count = 0
    var last = place
    while let digit = scan.digit(place), count < 15 {
      digits = digits * 10 + digit
      count += 1
      last = place + 1
      place = last
      if scan.kind(place) == .space, scan.kind(place + 1) == .hanziDigit { place += 1 }
    }
    guard let fraction = ExactDecimal(digits: digits, scale: count),
      let value = whole.adding(fraction)
    else { return }
    current = value
    currentDigits = 0
    numeral.isPlain = false
    index = last
    end = last
  }

  private mutating func unit(_ scan: Scan) -> Bool {
    guard let value = HanziNumerals.unit(scan.s[index]) else { return false }
    if value >= 20, value <= 40 {
      guard current == nil, lastUnit == 0 || lastUnit >= 100 else { return false }
      add(value)
      lastUnit = 10
    } else if value < 10_000 {
      guard small(scan, value) else { return false }
    } else {
      guard big(value) else { return false }
    }
    numeral.isArabic = numeral.isArabic && lastUnit >= 10_000
    numeral.isFormal = numeral.isFormal || isFormal(scan.s[index])
    numeral.multiplier = lastUnit
    numeral.plainDigits = 0
    sawZero = false
    index += 1
    end = index
    decimalsAfterUnit(scan)
    return true
  }

  /// 一百二十点五: the decimals belong to the whole number so far.
  private mutating func decimalsAfterUnit(_ scan: Scan) {
    guard point, scan.isAt(index, "点"), scan.digit(index + 1) != nil else { return }
    current = nil
    decimals(scan)
    lastUnit = 1
  }

  private mutating func small(_ scan: Scan, _ value: Int64) -> Bool {
    // 百分之 and 千分之 begin a rate, 百元 is no number of its own.
    if current == nil, section.digits == 0, total.digits == 0, value > 10, !startsNumber(scan) {
      return false
    }
    if lastUnit != 0, lastUnit < 10_000, value >= lastUnit, current == nil || lastUnit == 1 {
      return false
    }
    let factor = current ?? ExactDecimal(whole: 1)
    guard let product = factor.times(ExactDecimal(whole: value)),
      let next = section.adding(product)
    else { return false }
    if let upper = currentUpper, let top = upper.times(ExactDecimal(whole: value)) {
      numeral.upper = section.adding(top)
    }
    section = next
    current = nil
    currentUpper = nil
    lastUnit = value
    return true
  }

  /// Whether a bare 百 or 千 starts a number: 百三, 千一, but not 百分之.
  private func startsNumber(_ scan: Scan) -> Bool {
    scan.kind(index + 1) == .hanziDigit
  }

  private mutating func big(_ value: Int64) -> Bool {
    let hasNumber = current != nil || section.digits != 0 || total.digits != 0
    guard hasNumber, let part = section.adding(current ?? .zero) else { return false }
    let factor = ExactDecimal(whole: value)
    if let upper = currentUpper, let top = section.adding(upper) {
      numeral.upper = top.times(factor)
    } else if let upper = numeral.upper {
      numeral.upper = upper.times(factor)
    }
    if value > smallestBig || part.digits == 0 {
      // 万亿: everything so far is multiplied again.
      guard let whole = total.adding(part), let product = whole.times(factor) else { return false }
      total = product
    } else {
      guard let product = part.times(factor), let next = total.adding(product) else { return false }
      total = next
    }
    smallestBig = value
    section = .zero
    current = nil
    currentUpper = nil
    lastUnit = value
    return true
  }

  private mutating func add(_ value: Int64) {
    if let next = section.adding(ExactDecimal(whole: value)) { section = next }
  }

  /// One or two blanks inside a number of Chinese numerals: 一 百 五.
  private mutating func blank(_ scan: Scan) -> Bool {
    let next = scan.skipBlanks(index, limit: 2)
    switch scan.kind(next) {
    case .hanziUnit where current != nil || lastUnit > 0:
      index = next
      return true
    case .hanziDigit where current == nil && lastUnit > 0 && !numeral.isArabic:
      index = next
      return true
    case .digit where current == nil && lastUnit >= 10 && lastUnit < 10_000:
      index = next
      return true
    default:
      return special(scan, at: next)
    }
  }

  /// k, w, M, G right after Arabic digits.
  private mutating func letters(_ scan: Scan) -> Bool {
    guard let value = current, lastUnit == 0, !scan.isWordly(index + 1) else { return false }
    let factor: Int64
    switch scan.s[index] | 0x20 {
    case 0x6B: factor = 1_000
    case 0x77: factor = 10_000
    case 0x6D where scan.s[index] == 0x4D: factor = 1_000_000
    case 0x67 where scan.s[index] == 0x47: factor = 1_000_000_000
    default: return false
    }
    guard let product = value.times(ExactDecimal(whole: factor)) else { return false }
    total = product
    current = nil
    numeral.hasLetterUnit = true
    numeral.multiplier = factor
    numeral.isPlain = false
    index += 1
    end = index
    return false
  }

  private mutating func special(_ scan: Scan) -> Bool { special(scan, at: index) }

  /// 多, 余, 几 inside a number; 点 after Chinese numerals is read with them.
  private mutating func special(_ scan: Scan, at place: Int) -> Bool {
    if scan.isAt(place, anyOf: "多余几") {
      let next = scan.skipBlanks(place + 1, limit: 2)
      guard lastUnit > 0 || current != nil, scan.kind(next) == .hanziUnit, !numeral.isAbout else {
        return false
      }
      numeral.isAbout = true
      index = next
      return true
    }
    if scan.isAt(place, "点"), point, current == nil, lastUnit > 0, scan.digit(place + 1) != nil {
      index = place
      decimalsAfterUnit(scan)
      return false
    }
    return false
  }

  private func isFormal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x58F9, 0x8D30, 0x8CB3, 0x53C1, 0x53C4, 0x53C3, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C,
      0x7396, 0x62FE, 0x4F70, 0x4EDF:
      true
    default: false
    }
  }

  /// The parts added up; a last digit without unit counts in the next lower unit (三万五).
  private func sum() -> ExactDecimal? {
    if lastUnit == 0, total.digits == 0, section.digits == 0, let current { return current }
    guard let part = total.adding(section) else { return nil }
    guard let current else { return part }
    let isShort =
      lastUnit >= 100 && !sawZero && currentDigits == 1 && current.scale == 0
      && current.digits > 0
    guard isShort else { return part.adding(current) }
    return current.times(ExactDecimal(whole: lastUnit / 10)).flatMap(part.adding)
  }
}
