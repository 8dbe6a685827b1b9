/// Sums of money.
extension Scan {
  /// One number with what tells that it is money.
  private struct Sum {
    var numeral: Numeral
    var value: ExactDecimal
    var range: Range<Int>
    var currency: StaticString?
    /// Whether a unit or currency is written (a bare number is not money by itself).
    var isSaid: Bool
    var hasYuan: Bool
    var rule: RuleName
    /// Whether it is written so that it may be several sums.
    var isUnclear = false
  }

  /// The sum of money that starts at a place, if any: 3,200.50元, ￥5000, 五元三毛, 欠款1.5万.
  func money(at start: Int) -> Candidate? {
    guard var first = sum(at: start) else { return nil }
    if let range = moneyRange(from: first) { return range }
    guard first.isSaid || isLicensed(&first) else { return nil }
    return finish(first)
  }

  // MARK: - One sum

  private func sum(at start: Int) -> Sum? {
    var place = start
    var currency: StaticString?
    var isSaid = false
    if kind(start) != .digit, let word = currencyBefore(at: start) {
      place = word.end
      currency = word.currency
      isSaid = true
    }
    var sign = place
    if isAt(place, anyOf: "负", or: "-"), digit(place + 1) != nil { sign = place + 1 }
    if isAt(sign, "."), let rest = leadingPoint(at: sign) {
      return continued(
        Numeral(value: .zero, range: sign..<sign), rest, from: start, currency: currency,
        isSaid: isSaid)
    }
    guard var numeral = numeral(at: sign, point: true) else { return nil }
    if mayContinue(numeral.range.upperBound),
      let sum = continued(numeral, from: start, currency: currency, isSaid: isSaid)
    {
      return sum
    }
    if sign != place {
      numeral.value = numeral.value.negated
      numeral.range = place..<numeral.range.upperBound
    }
    multiplyInEnglish(&numeral)
    var sum = Sum(
      numeral: numeral, value: numeral.value, range: start..<numeral.range.upperBound,
      currency: currency, isSaid: isSaid, hasYuan: false,
      rule: isSaid ? "money.currency-before" : "money.bare")
    readUnits(&sum)
    if sum.isSaid, hasHiddenDigits(before: start) {
      sum.isUnclear = true
      sum.rule = "money.unclear"
    }
    return sum
  }

  /// The sum of a number that goes on in an unusual way, if it does.
  @inline(never)
  private func continued(
    _ numeral: Numeral, from start: Int, currency: StaticString?, isSaid: Bool
  ) -> Sum? {
    continuation(of: numeral, isMarked: isSaid || cue(before: start) == .money).flatMap {
      continued(numeral, $0, from: start, currency: currency, isSaid: isSaid)
    }
  }

  /// The sum of a number that goes on in an unusual way; `nil` where nothing says that it is money.
  @inline(never)
  private func continued(
    _ numeral: Numeral, _ rest: Continuation, from start: Int, currency: StaticString?, isSaid: Bool
  ) -> Sum? {
    var numeral = numeral
    numeral.value = rest.value ?? .zero
    numeral.range = numeral.range.lowerBound..<rest.end
    numeral.isPlain = false
    var sum = Sum(
      numeral: numeral, value: numeral.value, range: start..<rest.end, currency: currency,
      isSaid: isSaid, hasYuan: false, rule: "money.currency-before")
    readUnits(&sum)
    if !sum.isSaid, cue(before: start) == .money, !isWordly(rest.end) {
      sum.isSaid = true
      sum.rule = "money.cue"
    }
    guard sum.isSaid else { return nil }
    if rest.value == nil {
      sum.isUnclear = true
      sum.rule = "money.unclear"
    }
    return sum
  }

  private func currencyBefore(at start: Int) -> (currency: StaticString?, end: Int)? {
    guard let (currency, end) = MoneyWords.before.match(self, at: start) else { return nil }
    if kind(start) == .latin {
      guard kind(start - 1) != .latin, kind(end) != .latin else { return nil }
    }
    var place = skipBlanks(end)
    if isAt(place, ":") { place = skipBlanks(place + 1) }
    if isAt(place, "¥") || isAt(place, "$") { place = skipBlanks(place + 1) }
    guard digit(place) != nil || kind(place) == .hanziUnit || isAt(place, anyOf: "数几", or: "-.")
    else {
      return nil
    }
    return (currency, place)
  }

  /// million, thousand and their like, once or twice.
  private func multiplyInEnglish(_ numeral: inout Numeral) {
    guard numeral.isArabic else { return }
    for _ in 0..<2 {
      let place = skipBlanks(numeral.range.upperBound, limit: 1)
      guard kind(place) == .latin,
        let (factor, end) = MoneyWords.multipliers.match(self, at: place),
        !isWordly(end), let product = numeral.value.times(ExactDecimal(whole: factor))
      else { return }
      numeral.value = product
      numeral.range = numeral.range.lowerBound..<end
      numeral.multiplier = factor
      numeral.isPlain = false
    }
  }

  /// 元, 角, 分 and the currencies after a number.
  private func readUnits(_ sum: inout Sum) {
    var place = skipBlanks(sum.range.upperBound, limit: 2)
    let marked = isAt(place, anyOf: "多余几来") ? place + 1 : place
    if isAt(place, "(") {
      if let end = end(of: "(含)", at: place) { place = end }
    }
    if marked != place { sum.numeral.isAbout = true }
    if isAt(marked, "个"), isAt(marked + 1, "半") { return }
    guard let (word, end) = unit(at: marked) else { return }
    switch word {
    case .yuan:
      sum.hasYuan = true
      sum.currency = sum.currency ?? "CNY"
      sum.range = sum.range.lowerBound..<end
      readSmall(&sum)
      readCurrencyAgain(&sum)
    case .currency(let code):
      sum.hasYuan = true
      sum.currency = code
      sum.range = sum.range.lowerBound..<end
      readSmall(&sum)
    case .tenth:
      guard sum.numeral.multiplier == 1, let value = sum.value.shifted(by: -1) else { return }
      sum.value = value
      sum.currency = sum.currency ?? "CNY"
      sum.range = sum.range.lowerBound..<end
      readHundredth(&sum)
    case .hundredth(let code):
      guard let value = sum.value.shifted(by: -2) else { return }
      sum.value = value
      sum.currency = sum.currency ?? code
      sum.range = sum.range.lowerBound..<end
    }
    sum.isSaid = true
    sum.rule = "money.unit-after"
  }

  private func unit(at place: Int) -> (MoneyWords.After, Int)? {
    guard let (word, end) = MoneyWords.after.match(self, at: place) else { return nil }
    if kind(end - 1) == .latin, kind(end) == .latin { return nil }
    if case .yuan = word, end == place + 1 {
      // 元旦, 块儿 and 5块蛋糕 are not sums.
      if isAt(end, anyOf: "旦宵素件年月首老") { return nil }
    }
    if case .tenth = word, isAt(end, anyOf: "度色落大") { return nil }
    if isAt(place, "刀"), isAt(end, anyOf: "具子片") { return nil }
    return (word, end)
  }

  /// 三毛, 6角三分, 一块二, 三块零四, after 元.
  private func readSmall(_ sum: inout Sum) {
    var place = skipBlanks(sum.range.upperBound, limit: 1)
    if isAt(place, anyOf: "又零") { place += 1 }
    guard let numeral = numeral(at: place, point: false), numeral.value.scale == 0,
      numeral.value.digits < 100, numeral.multiplier <= 10
    else { return }
    let end = numeral.range.upperBound
    if let (word, wordEnd) = MoneyWords.after.match(self, at: end) {
      switch word {
      case .tenth:
        guard let part = numeral.value.shifted(by: -1), let value = sum.value.adding(part) else {
          return
        }
        sum.value = value
        sum.range = sum.range.lowerBound..<wordEnd
        readHundredth(&sum)
        return
      case .hundredth:
        add(numeral, shift: -2, to: &sum, end: wordEnd)
        return
      default: return
      }
    }
    if isAt(end, "分"), !isAt(end + 1, anyOf: "期钟之") {
      add(numeral, shift: -2, to: &sum, end: end + 1)
    } else if let last = self.end(of: "本銭", at: end) ?? self.end(of: "本钱", at: end) {
      add(numeral, shift: -2, to: &sum, end: last)
    } else if isAt(sum.range.upperBound - 1, anyOf: "块元蚊"), !numeral.isArabic {
      readBareSmall(numeral, &sum)
    }
  }

  /// 一块二 is 1.20, 三块零四 is 3.04; 两块五十人 is neither.
  private func readBareSmall(_ numeral: Numeral, _ sum: inout Sum) {
    let end = numeral.range.upperBound
    guard numeral.isPlain,
      !(kind(end) == .han || kind(end) == .hanziUnit || kind(end) == .wordStart)
    else { return }
    let hasZero = isAt(numeral.range.lowerBound - 1, "零") || isAt(numeral.range.lowerBound, "零")
    if numeral.plainDigits == 1, !hasZero {
      add(numeral, shift: -1, to: &sum, end: end)
    } else if numeral.plainDigits <= 2 {
      add(numeral, shift: -2, to: &sum, end: end)
    }
  }

  private func add(_ numeral: Numeral, shift: Int, to sum: inout Sum, end: Int) {
    guard let part = numeral.value.shifted(by: shift), let value = sum.value.adding(part) else {
      return
    }
    sum.value = value
    sum.range = sum.range.lowerBound..<end
  }

  private func readHundredth(_ sum: inout Sum) {
    guard let numeral = numeral(at: sum.range.upperBound, point: false), numeral.value.scale == 0,
      numeral.value.digits < 10
    else { return }
    let end = numeral.range.upperBound
    if isAt(end, "分"), !isAt(end + 1, anyOf: "期钟之") {
      add(numeral, shift: -2, to: &sum, end: end + 1)
    }
  }

  /// 三万元欧元, 50元整, 200元人民币.
  private func readCurrencyAgain(_ sum: inout Sum) {
    let place = skipBlanks(sum.range.upperBound, limit: 1)
    if isAt(place, anyOf: "整正") {
      sum.range = sum.range.lowerBound..<(place + 1)
      return
    }
    guard let (word, end) = MoneyWords.after.match(self, at: place),
      case .currency(let code) = word,
      !(kind(end) == .latin && kind(end - 1) == .latin), digit(skipBlanks(end)) == nil
    else { return }
    sum.currency = code
    sum.range = sum.range.lowerBound..<end
  }

  // MARK: - Bare sums

  /// Whether a number without a unit is money by what stands around it.
  private func isLicensed(_ sum: inout Sum) -> Bool {
    let numeral = sum.numeral
    let end = numeral.range.upperBound
    guard !isWordly(end),
      !isWordly(sum.range.lowerBound - 1) || kind(sum.range.lowerBound) != .digit
    else { return false }
    if numeral.isFormal, numeral.multiplier >= 100 {
      sum.rule = "money.formal-numerals"
      return true
    }
    let isBig = numeral.multiplier >= 1_000 && numeral.isArabic
    if isBig, numeral.hasLetterUnit, MoneyWords.rest.match(self, at: end) != nil {
      sum.rule = "money.estimate-after"
      return true
    }
    guard numeral.isArabic || numeral.multiplier >= 100 || numeral.upper != nil,
      cue(before: sum.range.lowerBound) == .money
    else { return false }
    let followed = skipBlanks(end, limit: 1)
    if isAt(followed, anyOf: "天日号期个人年月次笔位岁小时分秒‰折倍万亿成：至到", or: "%/:-~") { return false }
    guard isBig || numeral.value.scale > 0 || numeral.value.digits >= 100 else { return false }
    guard numeral.value.digits.magnitude < 1_000_000_000_000, numeral.value.scale <= 2 else {
      return false
    }
    if numeral.isPlain, numeral.plainDigits > 9 { return false }
    sum.rule = "money.cue"
    return true
  }

  // MARK: - Ranges

  /// 1万-5万元, 10~15k元, 五元六角-五元七毛八分.
  private func moneyRange(from first: Sum) -> Candidate? {
    var place = skipBlanks(first.range.upperBound, limit: 1)
    if let end = end(of: "(含)", at: place) { place = end }
    guard !first.isUnclear,
      let joint = rangeJoint(at: place) ?? (first.isSaid ? nil : pairJoint(after: first.numeral)),
      let second = sum(at: skipBlanks(joint, limit: 1)), second.isSaid, !second.isUnclear,
      !first.numeral.value.isLess(than: .zero),
      !isAt(second.range.lowerBound, anyOf: "负", or: "-")
    else { return nil }
    var low = first.value
    if !first.hasYuan, first.numeral.multiplier < second.numeral.multiplier,
      let shared = low.times(ExactDecimal(whole: shareable(first.numeral, second.numeral)))
    {
      low = shared
    }
    guard low.isLess(than: second.value) else { return nil }
    let currency = second.currency ?? first.currency
    var range = first.range.lowerBound..<second.range.upperBound
    if let start = estimateBefore(range.lowerBound)?.start, kind(start) != .latin {
      range = start..<range.upperBound
    }
    let value = MoneyValue(
      amount: nil, lower: low, upper: second.value,
      currency: currency.map(String.init(describing:)),
      precision: .about,
      numberRange: raw(first.numeral.range.lowerBound..<second.numeral.range.upperBound))
    return Candidate(
      kind: .money, range: range, value: .money(value), rule: "money.range",
      folds: first.numeral.folds.union(second.numeral.folds))
  }

  /// The unit of the second number that the first leaves out: 2——3万, 一千到两千万.
  private func shareable(_ first: Numeral, _ second: Numeral) -> Int64 {
    if second.multiplier >= 1_000, first.multiplier < 10_000 || second.hasLetterUnit {
      return first.multiplier >= second.multiplier ? 1 : second.multiplier
    }
    return first.multiplier == 1 ? second.multiplier : 1
  }

  /// Where what stands between two ends of a range stops: - — ~ 至 到.
  func rangeJoint(at place: Int) -> Int? {
    var index = skipBlanks(place, limit: 2)
    let start = index
    while index < start + 3, traits(index).contains(.joint) { index += 1 }
    if index > start { return skipBlanks(index, limit: 2) }
    return isAt(index, anyOf: "tT") ? end(of: "to ", at: index) : nil
  }

  /// Where 、 between two estimates stops: 5、6千元, 三、五天.
  func pairJoint(after first: Numeral) -> Int? {
    let end = first.range.upperBound
    guard isAt(end, "、"), first.range.count == 1, let low = digit(end - 1),
      let high = digit(end + 1), digit(end + 2) == nil, low > 0,
      high == low + 1 || low == 3 && high == 5
    else { return nil }
    // The first point of a list: 1、2千元.
    let isListed =
      low == 1 && (end == 1 || kind(end - 2) == .space || isAt(end - 2, anyOf: "。", or: ";"))
    return isListed ? nil : end + 1
  }

  // MARK: - Finishing

  private func estimateBefore(_ place: Int) -> (meaning: MoneyValue.Precision, start: Int)? {
    let end = kind(place - 1) == .space ? place - 1 : place
    return MoneyWords.estimates.match(self, before: end)
  }

  private func finish(_ sum: Sum) -> Candidate {
    var range = sum.range
    var precision = MoneyValue.Precision.exact
    if sum.numeral.isAbout || sum.numeral.upper != nil || sum.isUnclear { precision = .about }
    if let (meaning, start) = estimateBefore(range.lowerBound) {
      precision = meaning
      if kind(start) != .latin { range = start..<range.upperBound }
    }
    if let (meaning, end) = MoneyWords.rest.match(self, at: range.upperBound) {
      precision = meaning
      range = range.lowerBound..<end
    }
    let upper = sum.numeral.upper
    let isBound = precision == .atLeast || precision == .atMost
    guard !sum.isUnclear else { return unclear(sum, range, precision) }
    let value = MoneyValue(
      amount: upper == nil ? sum.value : nil,
      lower: upper != nil || isBound && precision == .atLeast ? sum.value : nil,
      upper: upper ?? (precision == .atMost ? sum.value : nil),
      currency: sum.currency.map(String.init(describing:)), precision: precision,
      numberRange: raw(sum.numeral.range))
    return Candidate(
      kind: .money, range: range, value: .money(value), rule: sum.rule, folds: sum.numeral.folds)
  }

  /// A sum that may be several is claimed whole and has no value.
  private func unclear(
    _ sum: Sum, _ range: Range<Int>, _ precision: MoneyValue.Precision
  ) -> Candidate {
    let value = MoneyValue(
      amount: nil, lower: nil, upper: nil, currency: sum.currency.map(String.init(describing:)),
      precision: precision, numberRange: raw(sum.numeral.range))
    return Candidate(
      kind: .money, range: range, value: .money(value), rule: sum.rule, folds: sum.numeral.folds)
  }
}
