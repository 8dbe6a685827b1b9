import MoneyAndDates

/// Parts of a year or month: 年底, 第三季度, 上旬, 第二周, 最后一天.
extension Scan {
  /// 年底, 年初, 上半年, 第三季度, 前五个月.
  func partOfYear(_ year: Moment, year number: Int) -> Moment {
    var place = year.range.upperBound
    if isAt(place, "的") { place += 1 }
    guard isAt(place, anyOf: "年底末初中上下前后第首最") || kind(place) != .han else { return year }
    for (word, from, months) in [
      ("年底", 11, 2), ("年末", 11, 2), ("底", 11, 2), ("末", 11, 2), ("年初", 1, 2), ("初", 1, 2),
      ("年中", 6, 2),
      ("上半年", 1, 6), ("下半年", 7, 6), ("前半年", 1, 6), ("后半年", 7, 6), ("中旬", 6, 1),
    ] as [(StaticString, Int, Int)] {
      if let end = end(of: word, at: place) {
        return self.months(of: year, number, from, months, end, grain: .month)
      }
    }
    if let (quarter, end) = quarter(at: place) {
      return quarterEdge(year, number, quarter * 3 - 2, end)
        ?? months(of: year, number, quarter * 3 - 2, 3, end, grain: .quarter)
    }
    if let part = dayOfSpan(year, at: place) ?? ordinalMonth(year, number, at: place) {
      return part
    }
    if isAt(place, "前"), let count = dateNumber(at: place + 1), (1...12).contains(count.value) {
      let unit = isAt(count.end, "个") ? count.end + 1 : count.end
      if isAt(unit, "月") {
        return months(of: year, number, 1, count.value, unit + 1, grain: .month)
      }
      if let end = end(of: "季度", at: unit), count.value <= 4 {
        return months(of: year, number, 1, count.value * 3, end, grain: .quarter)
      }
    }
    return year
  }

  /// 第三个月, 首月 of a year.
  private func ordinalMonth(_ year: Moment, _ number: Int, at place: Int) -> Moment? {
    if let end = end(of: "首月", at: place) {
      return months(of: year, number, 1, 1, end, grain: .month)
    }
    guard isAt(place, "第"), let count = dateNumber(at: place + 1), (1...12).contains(count.value),
      let end = end(of: "个月", at: count.end)
    else { return weekOfYear(year, at: place) }
    return months(of: year, number, count.value, 1, end, grain: .month)
  }

  /// 第52周 of a year: the first week is the one with the first Monday.
  private func weekOfYear(_ year: Moment, at place: Int) -> Moment? {
    guard isAt(place, "第"), let count = dateNumber(at: place + 1), (1...53).contains(count.value),
      let first = year.span?.begin?.date
    else { return nil }
    let unit = isAt(count.end, "个") ? count.end + 1 : count.end
    guard let (_, end) = TimeWords.weeks.match(self, at: unit),
      let monday = first.adding(days: (8 - first.weekday) % 7 + (count.value - 1) * 7)
    else { return nil }
    var week = year
    week.span = TimeArithmetic.span(from: monday, days: 7)
    week.grain = .week
    week.range = year.range.lowerBound..<end
    week.written.dateRange = raw(week.range)
    week.rule = "date.week-of-year"
    return week
  }

  private func quarter(at place: Int) -> (Int, Int)? {
    var index = place
    if isAt(index, "第") { index += 1 }
    if let end = end(of: "首季度", at: index) ?? self.end(of: "首季", at: index) { return (1, end) }
    if isAt(index, anyOf: "Qq"), let value = number(index + 1..<index + 2), (1...4).contains(value)
    {
      return (value, index + 2)
    }
    guard let value = dateNumber(at: index), (1...4).contains(value.value) else { return nil }
    let unit = isAt(value.end, "个") ? value.end + 1 : value.end
    guard isAt(unit, "季") else { return nil }
    return (value.value, isAt(unit + 1, "度") ? unit + 2 : unit + 1)
  }

  /// 四季度初, 一季度末: the first or last month of a quarter.
  func quarterEdge(_ year: Moment, _ number: Int, _ first: Int, _ place: Int) -> Moment? {
    if isAt(place, "初") { return months(of: year, number, first, 1, place + 1, grain: .month) }
    guard isAt(place, anyOf: "末底") else { return nil }
    return months(of: year, number, first + 2, 1, place + 1, grain: .month)
  }

  private func months(
    of year: Moment, _ number: Int, _ from: Int, _ count: Int, _ end: Int, grain: Grain
  ) -> Moment {
    var part = year
    guard let first = CalendarDate(year: number, month: from, day: 1),
      let last = first.adding(months: count)
    else { return year }
    part.span = TimeSpan(begin: LocalTime(date: first), end: LocalTime(date: last))
    part.grain = grain
    part.range = year.range.lowerBound..<end
    part.written.dateRange = raw(part.range)
    part.rule = "date.part-of-year"
    return part
  }

  /// 月初, 月底, 上旬, 第二周 after a month.
  func partOfMonth(_ month: Moment) -> Moment {
    var part = month
    var place = month.range.upperBound
    if isAt(place, "的") { place += 1 }
    guard let first = month.span?.begin?.date, let next = month.span?.end?.date else {
      return month
    }
    guard isAt(place, anyOf: "月初底末上中下第最") else { return month }
    let days = next.days(since: first)
    for (word, from, to) in [
      ("月初", 0, 5), ("初", 0, 5), ("月底", 24, days), ("底", 24, days), ("末", 24, days),
      ("月末", 24, days), ("上旬", 0, 10), ("中旬", 10, 20), ("下旬", 20, days), ("月中", 10, 20),
      ("中", 10, 20),
    ] as [(StaticString, Int, Int)] {
      guard let end = end(of: word, at: place),
        word.utf8CodeUnitCount > 3 || word.description != "中" || kind(end) == .other
      else { continue }
      part.span = TimeArithmetic.span(from: first.adding(days: from), days: to - from)
      part.range = month.range.lowerBound..<end
      part.written.dateRange = raw(part.range)
      part.rule = "date.part-of-month"
      return part
    }
    return weekOfMonth(month, at: place) ?? dayOfSpan(month, at: place) ?? month
  }

  /// 最后一天, 最后三天, 第二天 of a month or year.
  private func dayOfSpan(_ whole: Moment, at place: Int) -> Moment? {
    guard let first = whole.span?.begin?.date, let next = whole.span?.end?.date else { return nil }
    let isLast = has("最后", at: place)
    guard isLast || isAt(place, "第") else { return nil }
    let numberStart = skipBlanks(isLast ? place + 2 : place + 1, limit: 1)
    guard let count = dateNumber(at: numberStart), (1...31).contains(count.value) else {
      return nil
    }
    let unit = skipBlanks(count.end, limit: 1)
    guard isAt(unit, anyOf: "天日") else { return nil }
    var part = whole
    part.span =
      isLast
      ? TimeArithmetic.span(from: next.adding(days: -count.value), days: count.value)
      : TimeArithmetic.span(from: first.adding(days: count.value - 1), days: 1)
    part.grain = .day
    part.range = whole.range.lowerBound..<(unit + 1)
    part.written.dateRange = raw(part.range)
    part.rule = "date.day-of-span"
    return part
  }

  /// 三月的第二周: the second week whose Monday is in the month.
  private func weekOfMonth(_ month: Moment, at place: Int) -> Moment? {
    guard isAt(place, "第"), let number = dateNumber(at: place + 1), (1...5).contains(number.value),
      let first = month.span?.begin?.date
    else { return nil }
    let unit = isAt(number.end, "个") ? number.end + 1 : number.end
    guard let (_, end) = TimeWords.weeks.match(self, at: unit),
      let monday = first.adding(days: (8 - first.weekday) % 7 + (number.value - 1) * 7)
    else { return nil }
    var week = month
    week.span = TimeArithmetic.span(from: monday, days: 7)
    week.grain = .week
    if let (day, last) = TimeWords.weekdays.match(self, at: end), day < 8 {
      // 第二个星期五 is the second Friday of the month.
      let offset = (day + 7 - first.weekday) % 7 + (number.value - 1) * 7
      week.span = TimeArithmetic.span(from: first.adding(days: offset), days: 1)
      week.grain = .day
      week.other = nil
      week.range = month.range.lowerBound..<last
      week.written.dateRange = raw(week.range)
      week.rule = "date.weekday-of-month"
      return week
    }
    week.range = month.range.lowerBound..<end
    week.written.dateRange = raw(week.range)
    week.rule = "date.week-of-month"
    return week
  }
}
