/// Lengths of time.
extension Scan {
  /// A length of time as read, before it is known whether 前, 后 or 内 makes it a date.
  struct Length {
    var parts: [DurationValue.Part]
    var upper: [DurationValue.Part]?
    var range: Range<Int>
    var numberRange: Range<Int>
    var folds: FoldSet = []
    /// Whether it may as well be a day of the month, a month or a year (5日, 15年).
    var isDateLike = false
    var isAbout = false
  }

  /// The length of time that starts at a place, if any: 37天, 两年半, 3小时05分, 半个月.
  func length(at start: Int) -> Length? {
    guard var length = firstPart(at: start) else { return shortRange(at: start) }
    while length.parts.count < 6, let next = nextPart(after: length) {
      length.parts += next.parts
      length.range = start..<next.range.upperBound
      length.isDateLike = false
    }
    if let range = rangeEnd(of: length) { return range }
    return length
  }

  // MARK: - Parts

  private func firstPart(at start: Int) -> Length? {
    if let half = half(at: start) { return half }
    guard let numeral = numeral(at: start, point: true) else { return nil }
    return part(numeral, start: start)
  }

  /// 半小时, 半个月, 半年; 个半小时, 分半钟.
  private func half(at start: Int) -> Length? {
    guard isAt(start, anyOf: "大半个分") else { return nil }
    let halfCount = ExactDecimal(digits: 5, scale: 1) ?? .zero
    var place = start
    if isAt(place, "大"), isAt(place + 1, "半") { place += 1 }
    if isAt(place, "半") {
      place = skipBlanks(place + 1, limit: 1)
      if isAt(place, "个") { place = skipBlanks(place + 1, limit: 1) }
      guard let (unit, end) = TimeWords.units.match(self, at: place), unit != .workday,
        unit != .second,
        unit != .minute || end > place + 1, !isAt(end, anyOf: "夜山壁岛")
      else { return nil }
      if isAt(start, "大") {
        let upper = DurationValue.Part(
          count: ExactDecimal(digits: 9, scale: 1) ?? .zero, unit: unit)
        return Length(
          parts: [.init(count: halfCount, unit: unit)], upper: [upper], range: start..<end,
          numberRange: start..<place, isAbout: true)
      }
      return Length(
        parts: [.init(count: halfCount, unit: unit)], range: start..<end, numberRange: start..<place
      )
    }
    guard isAt(start, anyOf: "个分"), isAt(start + 1, "半"), digit(start - 1) == nil,
      let one = ExactDecimal(digits: 15, scale: 1)
    else { return nil }
    if isAt(start, "分"), isAt(start + 2, "钟") {
      return Length(
        parts: [.init(count: one, unit: .minute)], range: start..<(start + 3),
        numberRange: start..<(start + 2))
    }
    guard isAt(start, "个"), let (unit, end) = TimeWords.units.match(self, at: start + 2),
      unit == .hour || unit == .month || unit == .week
    else { return nil }
    return Length(
      parts: [.init(count: one, unit: unit)], range: start..<end, numberRange: start..<(start + 2))
  }

  private func part(_ numeral: Numeral, start: Int) -> Length? {
    var place = skipBlanks(numeral.range.upperBound, limit: 2)
    var count = numeral.value
    var isAbout = numeral.isAbout
    if isAt(place, anyOf: "多余几来") {
      isAbout = true
      place += 1
    }
    var hasMeasure = false
    if isAt(place, "个") {
      hasMeasure = true
      place = skipBlanks(place + 1, limit: 1)
      if isAt(place, "半"), let sum = count.adding(ExactDecimal(digits: 5, scale: 1) ?? .zero) {
        count = sum
        place += 1
      } else if isAt(place, "多") {
        isAbout = true
        place += 1
      }
    }
    if let end = self.end(of: "刻钟", at: place),
      let minutes = count.times(ExactDecimal(whole: 15))
    {
      return Length(
        parts: [.init(count: minutes, unit: .minute)], range: start..<end,
        numberRange: start..<numeral.range.upperBound, folds: numeral.folds)
    }
    if isAt(place, "自"), isAt(place + 1, "然"), isAt(place + 2, "日") { place += 2 }
    guard let (unit, unitEnd) = TimeWords.units.match(self, at: place) else { return nil }
    if kind(place) == .latin, kind(unitEnd) == .latin { return nil }
    var end = unitEnd
    if unit == .month, !hasMeasure, isAt(place, "月"), end == place + 1, !numeral.isSmallHanzi {
      return nil
    }
    if unit == .year, numeral.isPlain,
      numeral.plainDigits >= 3 || numeral.isPlain && numeral.plainDigits == 2 && !numeral.isArabic
    {
      return nil
    }
    if unit == .minute, isAt(place, "分"), end == place + 1 {
      guard isMinute(numeral, end: end) else { return nil }
    }
    if unit == .day, end == place + 1, isAt(end, anyOf: "气空然线花使才地") { return nil }
    if unit == .second, isAt(end, anyOf: "杀") { return nil }
    if unit == .week, isAt(end, "岁") { return nil }
    if unit == .year, hasMeasure, end == place + 1 { return nil }
    var isDateLike = isAt(place, "日") || unit == .year && end == place + 1 && !hasMeasure
    if numeral.isSmallHanzi, isAt(numeral.range.lowerBound, "两") { isDateLike = false }
    // 三天三夜, 七载春秋, 两年半, 一分半钟.
    if isAt(end, "半"), !isAt(end + 1, anyOf: "夜价"),
      let sum = count.adding(ExactDecimal(digits: 5, scale: 1) ?? .zero)
    {
      count = sum
      end += 1
      if unit == .minute, isAt(end, "钟") { end += 1 }
      isDateLike = false
    } else if kind(end) == .hanziDigit, isAt(end + 1, "夜"), digit(end) == numeral.value.whole {
      end += 2
    } else if let last = self.end(of: "春秋", at: end) {
      end = last
    } else if unit == .year || unit == .month, isAt(end, "多") {
      end += 1
    }
    var length = Length(
      parts: [.init(count: count, unit: unit)], range: start..<end,
      numberRange: start..<numeral.range.upperBound, folds: numeral.folds, isDateLike: isDateLike,
      isAbout: isAbout)
    if let upper = numeral.upper { length.upper = [.init(count: upper, unit: unit)] }
    return length
  }

  /// 分 is a minute only with seconds, a half, or another part beside it; by itself it is a score
  /// or money.
  private func isMinute(_ numeral: Numeral, end: Int) -> Bool {
    if isAt(end, "半") { return true }
    let place = isAt(end, "零") ? end + 1 : end
    guard let next = self.numeral(at: place, point: false) else {
      return isAfterHours(numeral.range.lowerBound)
        || TimeWords.bounds.match(self, at: end) != nil && !isAt(end, anyOf: "之")
    }
    return isAt(skipBlanks(next.range.upperBound), "秒")
  }

  private func isAfterHours(_ start: Int) -> Bool {
    var place = start
    while place > 0, isAt(place - 1, anyOf: "零又", or: " ") { place -= 1 }
    return isAt(place - 1, anyOf: "时头钟") && !isAt(place - 1, "时")
      || isAt(place - 1, "时") && isAt(place - 2, "小")
  }

  /// A smaller part that follows: 36天5小时30分, 一小时零十五秒, 两年加上三个月.
  private func nextPart(after length: Length) -> Length? {
    guard let last = length.parts.last, last.unit != .workday, length.upper == nil else {
      return nil
    }
    var place = skipBlanks(length.range.upperBound, limit: 1)
    if let end = end(of: "加上", at: place) {
      place = end
    } else if isAt(place, anyOf: "零又余") {
      place += 1
    }
    place = skipBlanks(place, limit: 1)
    guard let next = firstPart(at: place), let unit = next.parts.first?.unit, next.upper == nil,
      let small = unit.seconds, let large = last.unit.seconds, small < large
    else { return nil }
    return next
  }

  // MARK: - Ranges

  /// 3天——8天, 两万四千到3万秒.
  private func rangeEnd(of first: Length) -> Length? {
    guard first.parts.count == 1, first.upper == nil,
      let joint = rangeJoint(at: first.range.upperBound), let second = firstPart(at: joint),
      second.parts.count == 1, let low = first.parts.first, let high = second.parts.first
    else { return nil }
    let isShort = endsLikeDate(first) && endsLikeDate(second) && !isCounted(second)
    let isRising =
      low.unit == high.unit
      ? low.count.isLess(than: high.count)
      : DurationValue.seconds(of: [low]) ?? 0 < DurationValue.seconds(of: [high]) ?? 0
    guard !isShort, isRising else { return nil }
    var range = first
    range.upper = second.parts
    range.range = first.range.lowerBound..<second.range.upperBound
    range.numberRange = first.numberRange.lowerBound..<second.numberRange.upperBound
    range.isDateLike = false
    return range
  }

  /// 日 and 年 may name a day or a year as well as count; 自然日 and 工作日 count.
  private func endsLikeDate(_ length: Length) -> Bool {
    let last = length.range.upperBound - 1
    guard length.parts.last?.unit != .workday, isAt(last, anyOf: "日年") else { return false }
    return !isAt(last - 1, anyOf: "然周")
  }

  /// 3-5日内, 3-5年后: what stands behind says that it counts.
  private func isCounted(_ length: Length) -> Bool {
    let place = skipBlanks(length.range.upperBound, limit: 1)
    guard let (word, end) = TimeWords.bounds.match(self, at: place), !isOtherWord(place, end) else {
      return false
    }
    return word == .within || word == .after
  }

  /// 13—18天, 100到200个小时, 3-5日内: the first number has no unit.
  private func shortRange(at start: Int) -> Length? {
    guard let numeral = numeral(at: start, point: true) else { return nil }
    let end = numeral.range.upperBound
    guard let joint = rangeJoint(at: isAt(end, "个") ? end + 1 : end) ?? pairJoint(after: numeral),
      !isAt(joint, anyOf: "-"),
      let second = firstPart(at: joint), let part = second.parts.first, second.parts.count == 1,
      second.upper == nil, numeral.value.isLess(than: part.count),
      !endsLikeDate(second) || isCounted(second),
      part.unit != .year || part.count.isLess(than: ExactDecimal(whole: 100))
    else { return nil }
    return Length(
      parts: [.init(count: numeral.value, unit: part.unit)], upper: second.parts,
      range: start..<second.range.upperBound, numberRange: start..<second.numberRange.upperBound,
      folds: numeral.folds)
  }

  // MARK: - The entity

  /// The length of time as an entity of its own.
  func duration(_ length: Length) -> Candidate {
    let value = DurationValue(
      parts: length.parts, upper: length.upper, numberRange: raw(length.numberRange))
    return Candidate(
      kind: .duration, range: length.range, value: .duration(value),
      rule: length.upper == nil ? "duration.count" : "duration.range", folds: length.folds)
  }
}

extension Numeral {
  /// One Chinese numeral without unit, as in 两月.
  var isSmallHanzi: Bool {
    !isArabic && plainDigits == 1 && value.isLess(than: ExactDecimal(whole: 10))
  }
}
