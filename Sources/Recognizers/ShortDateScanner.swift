import MoneyAndDates

/// Months and days with a sign between and no year: 11-23, 11/23, 11.23-11.25.
extension Scan {
  /// 09-01, 12/1: a month and a day where a clock time, 前, 号 or the end of the clause follows.
  func shortDate(at start: Int, earlier: Moment?) -> Moment? {
    let first = digitsEnd(start)
    let isSecond = earlier.map { at(digitsEnd($0.range.lowerBound)) == at(first) } ?? false
    guard first - start <= 2, isAt(first, anyOf: "-/."),
      isSecond
        || !isWordly(start - 1)
          && (!isAt(start - 1, anyOf: ".-/:,~*$") || isAt(start - 1, ":") && isNamedDay(start)),
      !isAt(start - 1, "¥"), !isAt(start - 1, "第"), let read = monthAndDay(at: start)
    else { return nil }
    let (month, day, second) = (read.month, read.day, read.end)
    let mark = at(first)
    let isRange = isSecond || isShortRange(read, from: start, mark: mark)
    guard isRange || !isAt(second, anyOf: "-/.:%*") || kind(second + 1) != .digit else {
      return nil
    }
    var end = second
    if isAt(end, anyOf: "号日") {
      end += 1
      if mark == 0x2D, month < day, isCountOfDays(before: end) { return nil }
    } else if !isRange, !isNamedDay(start), !isFollowedAsDate(end, mark: mark, start: start) {
      return nil
    }
    return yearless(month: month, day: day, start..<end, "date.month-day")
  }

  /// 11-23, 11/23 or 11.23 as a month and a day, and where they end.
  private func monthAndDay(at start: Int) -> (month: Int, day: Int, end: Int)? {
    let first = digitsEnd(start)
    guard first - start <= 2, isAt(first, anyOf: "-/.") else { return nil }
    let second = digitsEnd(first + 1)
    guard (1...2).contains(second - first - 1), let month = number(start..<first),
      let day = number(first + 1..<second), (1...12).contains(month),
      day >= 1, day <= CalendarDate.days(inMonth: month, ofYear: 2_024)
    else { return nil }
    return (month, day, second)
  }

  /// 11.23-11.25, 11/28-12/2: a later day written alike follows.
  ///
  /// Points could as well be decimals:
  /// the days then have two digits, and nothing around speaks of sums or rates.
  private func isShortRange(
    _ first: (month: Int, day: Int, end: Int), from start: Int, mark: UInt32
  ) -> Bool {
    guard mark != 0x2D, let joint = rangeJoint(at: first.end), kind(joint) == .digit,
      at(digitsEnd(joint)) == mark, let second = monthAndDay(at: joint),
      (first.month, first.day) < (second.month, second.day) || first.month > second.month + 6,
      !isWordly(second.end), !isAt(second.end, anyOf: "元块万亿折倍分厘点度级成个斤克米", or: "%‰~$"),
      !(isAt(second.end, anyOf: "-/.:") && kind(second.end + 1) == .digit)
    else { return false }
    guard mark == 0x2E else { return true }
    guard first.end - digitsEnd(start) == 3, second.end - digitsEnd(joint) == 3 else {
      return false
    }
    switch cue(before: start) {
    case nil, .phone?, .contract?: return true
    case .day?: return isAt(start - 1, "日") || isAt(start - 2, "日")
    default: return false
    }
  }

  /// Whether 还款日, 到期日, 截止日期 or their like stands right before: 到期还款日11/25, 还款日为12-03.
  private func isNamedDay(_ start: Int) -> Bool {
    var place = kind(start - 1) == .space ? start - 1 : start
    if isAt(place - 1, anyOf: "为是", or: ":") { place -= 1 }
    if isAt(place - 1, "期"), isAt(place - 2, "日") { place -= 1 }
    return isAt(place - 1, "日") && isAt(place - 2, anyOf: "款期止单")
  }

  private func isFollowedAsDate(_ end: Int, mark: UInt32, start: Int) -> Bool {
    if TimeWords.bounds.match(self, at: end) != nil { return true }
    let next = skipBlanks(end, limit: 2)
    if clock(at: next, part: nil) != nil, next > end { return true }
    if mark == 0x2F {
      let isAlone =
        next >= n || isAt(next, anyOf: "。", or: ",;)!")
        || TimeWords.dayParts.match(self, at: next) != nil
      return isAlone
        && (start == 0 || kind(start - 1) == .space || isAt(start - 1, anyOf: "。到至于在", or: ":,("))
    }
    let isPadded = end - start == 5 && mark == 0x2D
    return isPadded && (start == 0 || isAt(start - 1, anyOf: "于在期日", or: ": ("))
      && rangeJoint(at: next) != nil
  }
}
