/// Percentages, shares and rates of interest.
extension Scan {
  /// The percentage or rate that starts at a place, if any.
  func percent(at start: Int) -> Candidate? {
    if let found = hundredth(at: start) ?? shortParts(at: start) { return found }
    if isAt(start, anyOf: "对半") { return named(at: start) }
    guard let numeral = numeral(at: start, point: true) else { return nil }
    return after(numeral, start: start)
  }

  private func made(
    _ percent: ExactDecimal, _ range: Range<Int>, _ rule: RuleName, folds: FoldSet,
    upper: ExactDecimal? = nil, span: PercentValue.Span? = nil
  ) -> Candidate {
    let value = PercentValue(percent: percent, upper: upper, span: span ?? rateSpan(range))
    return Candidate(
      kind: .percent, range: range, value: .percent(value), rule: rule, folds: folds)
  }

  /// What a rate is told for, by the words before or after it.
  private func rateSpan(_ range: Range<Int>) -> PercentValue.Span? {
    switch cue(before: range.lowerBound) {
    case .day: return .day
    case .month: return .month
    case .year: return .year
    default: break
    }
    let place = skipBlanks(range.upperBound, limit: 1)
    guard let (span, end) = RateWords.after.match(self, at: place) else { return nil }
    return kind(end - 1) == .latin && kind(end) == .latin ? nil : span
  }

  // MARK: - 百分之

  /// 百分之五, 万分之五, 千万分之六.
  private func hundredth(at start: Int) -> Candidate? {
    var index = start
    var power = 0
    while kind(index) == .hanziUnit, index - start < 6, let unit = HanziNumerals.unit(s[index]) {
      switch unit {
      case 100: power += 2
      case 1_000: power += 3
      case 10_000: power += 4
      default: return nil
      }
      index = skipBlanks(index + 1, limit: 2)
    }
    guard power > 0, power < 16, digit(start - 1) == nil, isAt(index, "分") else { return nil }
    index = skipBlanks(index + 1, limit: 2)
    guard isAt(index, "之") else { return nil }
    index = skipBlanks(index + 1, limit: 2)
    if isAt(index, "百") {
      return made(ExactDecimal(whole: 100), start..<(index + 1), "percent.parts", folds: [])
    }
    guard let numeral = numeral(at: index, point: true),
      let value = numeral.value.shifted(by: 2 - power)
    else { return nil }
    return made(value, start..<numeral.range.upperBound, "percent.parts", folds: numeral.folds)
  }

  /// 万五 of 日息万五 and 万五每天: parts of ten thousand without 分之.
  private func shortParts(at start: Int) -> Candidate? {
    guard isAt(start, anyOf: "万千"), digit(start - 1) == nil, kind(start - 1) != .hanziUnit,
      digit(start + 1) != nil, let numeral = numeral(at: start + 1, point: true),
      numeral.multiplier == 1, numeral.value.isLess(than: ExactDecimal(whole: 100)),
      let value = numeral.value.shifted(by: isAt(start, "万") ? -2 : -1)
    else { return nil }
    let range = start..<numeral.range.upperBound
    guard rateSpan(range) != nil else { return nil }
    return made(value, range, "percent.parts", folds: numeral.folds)
  }

  /// 对折, 半成.
  private func named(at start: Int) -> Candidate? {
    if has("对折", at: start), isAt(start - 1, anyOf: "打享") {
      return made(ExactDecimal(whole: 50), start..<(start + 2), "percent.discount", folds: [])
    }
    if has("半成", at: start), !isAt(start + 2, anyOf: "品") {
      return made(ExactDecimal(whole: 5), start..<(start + 2), "percent.tenths", folds: [])
    }
    return nil
  }

  // MARK: - After a number

  private func after(_ numeral: Numeral, start: Int) -> Candidate? {
    let end = numeral.range.upperBound
    let place = skipBlanks(end, limit: 3)
    if traits(place).contains(.joint) {
      guard !isWordly(start - 1), !isAt(start - 1, anyOf: ".-/:") else { return nil }
      return percentRange(numeral, start: start, joint: place)
    }
    if isAt(place, "%") {
      guard !isWordly(start - 1) else { return nil }
      return percentSign(numeral, start: start, end: place + 1)
    }
    if isAt(place, "‰"), let value = numeral.value.shifted(by: -1) {
      return made(value, start..<(place + 1), "percent.per-mille", folds: numeral.folds)
    }
    if let last = points(at: place) {
      return made(numeral.value, start..<last, "percent.points", folds: numeral.folds)
    }
    if isAt(place, "折"), !isAt(place + 1, anyOf: "扣叠腾返算磨"), let value = discount(numeral) {
      return made(value, start..<(place + 1), "percent.discount", folds: numeral.folds)
    }
    if isAt(place, "成"), !isAt(place + 1, anyOf: "功为立员本交绩年都长就人分语品千上万"),
      let value = numeral.value.shifted(by: 1),
      value.isLess(than: ExactDecimal(whole: 101)), numeral.multiplier <= 10
    {
      return tenths(value, start: start, end: place + 1, folds: numeral.folds)
    }
    if isAt(place, anyOf: "厘分") { return interest(numeral, start: start, unit: place) }
    if let last = self.end(of: "percent", at: place) ?? self.end(of: "per cent", at: place)
      ?? self.end(of: "pct", at: place),
      kind(last) != .latin
    {
      return made(numeral.value, start..<last, "percent.word", folds: numeral.folds)
    }
    return nil
  }

  /// Whether two numbers with a sign of percent behind may start at a place: a quick look at 24-36%.
  func mayBePercentRange(_ start: Int) -> Bool {
    var place = start
    let last = min(n, start + 24)
    while place < last,
      !traits(place).isDisjoint(with: [.inNumber, .joint])
    {
      place += 1
    }
    return isAt(place, "%")
  }

  /// 24-36%, 24%~36%.
  @inline(never)
  private func percentRange(_ numeral: Numeral, start: Int, joint place: Int) -> Candidate? {
    guard let joint = rangeJoint(at: place), let second = self.numeral(at: joint, point: true),
      isAt(skipBlanks(second.range.upperBound), "%"), numeral.value.isLess(than: second.value)
    else { return nil }
    return made(
      numeral.value, start..<(skipBlanks(second.range.upperBound) + 1), "percent.range",
      folds: numeral.folds, upper: second.value)
  }

  private func percentSign(_ numeral: Numeral, start: Int, end: Int) -> Candidate {
    if let range = percentRange(numeral, start: start, joint: end) { return range }
    let isNegative = isAt(start - 1, "-") && !isWordly(start - 2) && !isAt(start - 2, anyOf: "%)")
    if isNegative {
      return made(numeral.value.negated, (start - 1)..<end, "percent.sign", folds: numeral.folds)
    }
    return made(numeral.value, start..<end, "percent.sign", folds: numeral.folds)
  }

  /// 个百分点, blanks between allowed.
  private func points(at start: Int) -> Int? {
    var place = start
    if isAt(place, "个") { place = skipBlanks(place + 1, limit: 2) }
    for sign: Unicode.Scalar in ["百", "分", "点"] {
      guard isAt(place, sign) else { return nil }
      place = skipBlanks(place + 1, limit: 2)
    }
    while place > start, kind(place - 1) == .space { place -= 1 }
    return place
  }

  /// 75折 and 九九折 are hundredths, 8.5折 and 两折 tenths.
  private func discount(_ numeral: Numeral) -> ExactDecimal? {
    let value = numeral.value
    if numeral.multiplier == 1, value.scale == 0, value.digits >= 10, value.digits < 100 {
      return value
    }
    guard value.isLess(than: ExactDecimal(whole: 11)) else { return nil }
    return value.shifted(by: 1)
  }

  /// 七成六 is 76 %.
  private func tenths(_ value: ExactDecimal, start: Int, end: Int, folds: FoldSet) -> Candidate {
    let place = skipBlanks(end, limit: 2)
    if kind(place) == .hanziDigit, let digit = digit(place), kind(place + 1) != .hanziDigit,
      kind(place + 1) != .hanziUnit, !isAt(place + 1, anyOf: "个成"),
      let sum = value.adding(ExactDecimal(whole: digit))
    {
      return made(sum, start..<(place + 1), "percent.tenths", folds: folds)
    }
    if isAt(end, "半"), let sum = value.adding(ExactDecimal(whole: 5)) {
      return made(sum, start..<(end + 1), "percent.tenths", folds: folds)
    }
    return made(value, start..<end, "percent.tenths", folds: folds)
  }

  /// 月息2分 is 2 % a month, 日息5厘 0.05 % a day, 年息8厘 8 % a year: a 分 is a tenth for a year, a
  /// hundredth for a month, a thousandth for a day; a 厘 is a tenth of it.
  ///
  /// Where no span is said
  /// (利息2分, 2分利) custom counts by the month.
  private func interest(_ numeral: Numeral, start: Int, unit place: Int) -> Candidate? {
    guard !isAt(place + 1, anyOf: "期钟之钱") else { return nil }
    let power: Int
    var span: PercentValue.Span?
    switch cue(before: start) {
    case .year where hasInterestWord(before: start): power = 1
    case .month where hasInterestWord(before: start): power = 0
    case .day where hasInterestWord(before: start): power = -1
    case .money where isAt(start - 1, "息") || isAt(start - 2, "息"):
      (power, span) = (0, .month)
    default:
      guard isAt(place, "分"), isAt(place + 1, "利"), !isAt(place + 2, anyOf: "润好益用害弊于比"),
        let value = numeral.value.shifted(by: 0)
      else { return nil }
      return made(
        value, start..<(place + 2), "percent.interest-word", folds: numeral.folds, span: .month)
    }
    let shift = isAt(place, "分") ? power : power - 1
    guard var value = numeral.value.shifted(by: shift) else { return nil }
    var end = place + 1
    // 2分5: two and a half.
    if isAt(place, "分"), kind(end) == .digit || kind(end) == .hanziDigit, let digit = digit(end),
      let small = ExactDecimal(digits: digit, scale: 1)?.shifted(by: power),
      let sum = value.adding(small), isAt(end + 1, "厘") || digitsEnd(end) == end + 1
    {
      value = sum
      end += isAt(end + 1, "厘") ? 2 : 1
    }
    return made(value, start..<end, "percent.interest-word", folds: numeral.folds, span: span)
  }

  private func hasInterestWord(before start: Int) -> Bool {
    (max(0, start - 6)..<start).contains { isAt($0, anyOf: "息利率化") }
  }
}
