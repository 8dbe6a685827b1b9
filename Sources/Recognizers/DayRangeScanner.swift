import MoneyAndDates

/// Two days of one month, of which only the last has its unit: 5-7日, 12月1至5日.
extension Scan {
  /// 5-7日, 25至28号: two days of which only the last has its unit; 05-07日 is a month and a day,
  /// and 3-5日内 counts.
  @inline(never)
  func isDayRange(_ first: DateNumber, from start: Int) -> Bool {
    guard (1...31).contains(first.value), first.isTwoOrLess, !first.isArabic || at(start) != 0x30,
      !isAt(start - 1, anyOf: ".-/:,~*$"), !isAt(start - 1, "第")
    else { return false }
    return lastDay(ofRange: first).map { !isCountOfDays(before: $0) } ?? false
  }

  /// 内 or 后 behind 日: the days are counted, not named.
  func isCountOfDays(before place: Int) -> Bool {
    guard isAt(place - 1, "日"), let (word, end) = TimeWords.bounds.match(self, at: place),
      !isOtherWord(place, end)
    else { return false }
    return word == .within || word == .after
  }

  /// Where a second and later day with its unit ends, right behind a first without.
  func lastDay(ofRange first: DateNumber) -> Int? {
    guard let joint = rangeJoint(at: first.end), let second = dateNumber(at: joint),
      first.value < second.value, second.value <= 31, isAt(second.end, anyOf: "日号"),
      !isAt(second.end + 1, anyOf: "线楼院门码店本元公厅令文馆铺台机桌房位")
    else { return nil }
    return second.end + 1
  }

  /// 12月1-5日, 11月28-12月2日: the last of the days has its unit.
  func isDayBefore(_ day: DateNumber) -> Bool {
    if lastDay(ofRange: day) != nil { return true }
    guard let joint = rangeJoint(at: day.end), let month = dateNumber(at: joint),
      (1...12).contains(month.value), isAt(month.end, "月"), dateNumber(at: month.end + 1) != nil
    else { return false }
    return true
  }

  /// How many months after that of the reference the first day of a range is: 下月3-5日.
  func monthsAway(_ earlier: Moment?) -> Int {
    guard let earlier, earlier.grain == .day, earlier.written.day != nil,
      let first = earlier.day?.civil, let today
    else { return 0 }
    return (first.year - today.year) * 12 + first.month - today.month
  }
}
