/// Days of the lunar calendar: 农历十月初一, 腊月廿三, 正月十五, 大年初五, 除夕晚上.
///
/// Each is claimed as a whole and has no reading: read as a solar date it would be off by weeks.
extension Scan {
  /// The lunar date whose first word starts at a place.
  func lunarDate(at start: Int) -> Moment? {
    if let calendar = calendarName(at: start) { return named(start, at: calendar) }
    return lunarWord(at: start)
  }

  /// A lunar date behind a year: 2026年腊月廿三, 今年正月, 明年中秋节前, 2026年农历九月.
  func lunarDate(inYear year: Int?, from start: Int, at place: Int) -> Moment? {
    guard traits(place).contains(.otherCalendar), let found = lunarDate(at: place),
      let date = found.written.lunar
    else { return nil }
    return lunar(date.inYear(year), start..<found.range.upperBound, grain: found.grain)
  }

  private func lunarWord(at start: Int) -> Moment? {
    if let month = namedMonth(at: start) {
      return lunarDay(month, from: start, at: month.end, takesNumbers: true)
    }
    if isAt(start, "大"), isAt(start + 1, "年") { return yearsEdge(at: start) }
    if isAt(start, "初") { return dayAlone(at: start) }
    return festival(at: start)
  }

  /// 农历, 阴历, 旧历, 夏历, 古历; not the first half of 古历史.
  private func calendarName(at start: Int) -> Int? {
    guard isAt(start + 1, "历"), isAt(start, anyOf: "农阴旧夏古"), !isAt(start + 2, anyOf: "史程任届经来法")
    else { return nil }
    return start + 2
  }

  // MARK: - Behind the name of the calendar

  /// 农历二〇二六年九月十二, 农历:九月初二, 农历丙午年正月, 农历生日九月十二.
  private func named(_ start: Int, at place: Int) -> Moment? {
    var place = passFillers(place)
    var year: Int?
    if let (said, end) = lunarYear(at: place) {
      year = said
      place = isAt(end, "的") ? end + 1 : end
    }
    for (word, month) in [("年底", 12), ("年末", 12), ("年尾", 12), ("年初", 1)] as [(StaticString, Int)] {
      if let end = end(of: word, at: place) {
        return lunar(LunarDate(year: year, month: month), start..<end)
      }
    }
    let hasYear = place > start + 2 && isAt(place - 1, anyOf: "年的")
    if let month = namedMonth(at: place) ?? numberedMonth(at: place) {
      return lunarDay(month, year: year, from: start, at: month.end, takesNumbers: true)
    }
    if let (day, end) = dayNumber(at: place, takesNumbers: true) {
      return lunar(LunarDate(year: year, day: day), start..<end)
    }
    if let other = lunarWord(at: place), let date = other.written.lunar {
      return lunar(date.inYear(year), start..<other.range.upperBound, grain: other.grain)
    }
    return hasYear ? lunar(LunarDate(year: year), start..<place) : nil
  }

  /// 的, a colon, a bracket, 生日, 每月 between the name of the calendar and the date.
  private func passFillers(_ place: Int) -> Int {
    var place = place
    for word in ["生日", "日期", "时间", "每月", "每年"] as [StaticString] {
      if let end = end(of: word, at: place) {
        place = end
        break
      }
    }
    if isAt(place, anyOf: "的为是在", or: ":(") { place += 1 }
    return skipBlanks(place, limit: 2)
  }

  /// 二〇二六年, 2026年, 今年, 丙午年, 马年; the number is `nil` for all but the first two.
  private func lunarYear(at place: Int) -> (Int?, Int)? {
    if let number = dateNumber(at: place), isAt(number.end, "年") {
      if (1_000...2_999).contains(number.value) { return (number.value, number.end + 1) }
      return number.isTwoDigits ? (fullYear(number.value), number.end + 1) : nil
    }
    if let (offset, end) = TimeWords.years.match(self, at: place) {
      return (reference.map { $0.date.year + offset }, end)
    }
    if isAt(place, anyOf: "鼠牛虎兔龙蛇马羊猴鸡狗猪"), isAt(place + 1, "年") { return (nil, place + 2) }
    return isCyclic(place) && isAt(place + 2, "年") ? (nil, place + 3) : nil
  }

  /// 丙午: a stem and a branch, the name of a year.
  private func isCyclic(_ place: Int) -> Bool {
    isAt(place, anyOf: "甲乙丙丁戊己庚辛壬癸") && isAt(place + 1, anyOf: "子丑寅卯辰巳午未申酉戌亥")
  }

  // MARK: - Months

  /// A month as read.
  struct LunarMonth {
    let number: Int
    var isLeap = false
    let end: Int
  }

  /// 正月, 冬月, 腊月, 闰六月.
  private func namedMonth(at place: Int) -> LunarMonth? {
    if isAt(place, "闰") {
      return numberedMonth(at: place + 1).map {
        LunarMonth(number: $0.number, isLeap: true, end: $0.end)
      }
    }
    guard isAt(place + 1, "月"), !isAt(place + 2, anyOf: "供付租薪报息利销均") else { return nil }
    if isAt(place, "腊") { return LunarMonth(number: 12, end: place + 2) }
    if isAt(place, "正"), !isAt(place - 1, anyOf: "真修改纠校反公更") {
      return LunarMonth(number: 1, end: place + 2)
    }
    if isAt(place, "冬"), !isAt(place - 1, anyOf: "寒严隆过") {
      return LunarMonth(number: 11, end: place + 2)
    }
    return nil
  }

  private func numberedMonth(at place: Int) -> LunarMonth? {
    guard let number = dateNumber(at: place), (1...12).contains(number.value) else { return nil }
    let unit = skipBlanks(number.end, limit: 1)
    return isAt(unit, "月") ? LunarMonth(number: number.value, end: unit + 1) : nil
  }

  /// 初一, 廿三 behind a month that could be a solar one, and any month of a year called 丙午.
  ///
  /// `nil` for what is a solar date: 10月初, 10月23日, 十月廿三日.
  func lunarDay(ofMonth number: Int, year: Int?, from start: Int, at end: Int) -> Moment? {
    let month = LunarMonth(number: number, end: end)
    if isAt(start - 1, "年"), isCyclic(start - 3) || isZodiac(before: start - 1) {
      return lunarDay(month, year: year, from: start, at: end, takesNumbers: true)
    }
    if isAfterLunar(start) {
      return lunarDay(month, year: year, from: start, at: end, takesNumbers: true)
    }
    guard isAt(end, anyOf: "初廿卅"), let (day, last) = dayNumber(at: end, takesNumbers: false),
      !isAt(last, anyOf: "日号"),
      // 10月初一起还: the beginning of October, together.
      !(isAt(last - 1, "一") && isAt(last, "起") && kind(end - 2) == .digit)
    else { return nil }
    return lunar(LunarDate(year: year, month: number, day: day), start..<last)
  }

  /// 马年 where the animal is not the end of another word.
  private func isZodiac(before place: Int) -> Bool {
    isAt(place - 1, anyOf: "鼠牛虎兔龙蛇马羊猴鸡狗猪")
      && (place < 2 || kind(place - 2) != .han || isAt(place - 2, anyOf: "农在到于是"))
  }

  /// The day of a month, or the month alone.
  private func lunarDay(
    _ month: LunarMonth, year: Int? = nil, from start: Int, at end: Int, takesNumbers: Bool
  ) -> Moment {
    let place = skipBlanks(isAt(end, "份") ? end + 1 : end, limit: 1)
    guard let (day, last) = dayNumber(at: place, takesNumbers: takesNumbers) else {
      return lunar(LunarDate(year: year, month: month.number, isLeap: month.isLeap), start..<end)
    }
    return lunar(
      LunarDate(year: year, month: month.number, isLeap: month.isLeap, day: day), start..<last)
  }

  // MARK: - Days

  /// 初一…初十, 廿三, 卅; with `takesNumbers` also 十五 and 15, with or without 日.
  private func dayNumber(at place: Int, takesNumbers: Bool) -> (Int, Int)? {
    if isAt(place, "初") {
      let day = isAt(place + 1, "十") ? 10 : digit(place + 1).map(Int.init) ?? 0
      guard (1...10).contains(day), kind(place + 2) != .digit, kind(place + 2) != .hanziUnit,
        !isAt(place + 2, anyOf: "次批个周般直旦定些样律切笔位名期")
      else { return nil }
      return (day, passDay(place + 2))
    }
    guard takesNumbers || isAt(place, anyOf: "廿卅"), let number = dateNumber(at: place),
      (1...30).contains(number.value), !isAt(number.end, anyOf: "个月年天笔万元周星时分折倍户人次岁期", or: "%.:-")
    else { return nil }
    let isGrouped = isAt(number.end, ",") && kind(number.end + 1) == .digit
    return isGrouped ? nil : (number.value, takesNumbers ? passDay(number.end) : number.end)
  }

  private func passDay(_ end: Int) -> Int {
    isAt(end, anyOf: "日号") && !isAt(end + 1, anyOf: "线楼") ? end + 1 : end
  }

  /// 初八 by itself; 初一 to 初三 are forms of a school, too.
  private func dayAlone(at start: Int) -> Moment? {
    let before = kind(start - 1)
    guard before != .han && before != .wordStart || isAt(start - 1, anyOf: "到在于的过"),
      let (day, end) = dayNumber(at: start, takesNumbers: false),
      day > 3 || isAt(end - 1, "日") || TimeWords.bounds.match(self, at: end)?.0 == .before,
      !isAt(end, anyOf: "中班年学生级成天")
    else { return nil }
    return lunar(LunarDate(day: day), start..<end)
  }

  /// 大年初一, 大年三十: the first days of the year and its last.
  private func yearsEdge(at start: Int) -> Moment? {
    guard let (day, end) = dayNumber(at: start + 2, takesNumbers: true) else { return nil }
    let isFirst = isAt(start + 2, "初")
    let last = day == 30 ? LunarDate.lastDay : LunarDate(month: 12, day: day)
    return lunar(isFirst ? LunarDate(month: 1, day: day) : last, start..<end, grain: .day)
  }

  // MARK: - Ranges and lists

  /// What follows the first end of a lunar range: 初七, 九月二十, 十五.
  func lunarDate(at start: Int, after first: Moment) -> Moment? {
    guard kind(start) != .digit || first.range.contains(where: { t[$0].kind == .digit }) else {
      return nil
    }
    if let month = numberedMonth(at: start) {
      return lunarDay(month, from: start, at: month.end, takesNumbers: true)
    }
    guard first.written.lunar?.day != nil, let (day, end) = dayNumber(at: start, takesNumbers: true)
    else { return nil }
    return lunar(LunarDate(month: first.written.lunar?.month, day: day), start..<end)
  }

  /// Whether a list goes on from a lunar date: 农历三月十五、六月十五.
  func isAfterLunar(_ start: Int) -> Bool {
    lastLunarEnd == start - 1 && isAt(start - 1, anyOf: "、和及与")
  }

  /// The day alone that goes on a list of lunar days: 农历三月十五、十六日.
  func listedLunarDay(_ day: Int, _ range: Range<Int>) -> Moment? {
    isAfterLunar(range.lowerBound) ? lunar(LunarDate(day: day), range) : nil
  }

  // MARK: - Festivals

  /// 除夕晚上, 中秋节前, 春节当天: only with what makes a deadline or a clock time of it.
  private func festival(at start: Int) -> Moment? {
    guard let (day, word) = LunarWords.festivals.match(self, at: start) else { return nil }
    var end = word
    if isAt(end, "节") { end += 1 }
    let place = self.end(of: "当天", at: end) ?? self.end(of: "当日", at: end)
    let next = skipBlanks(place ?? end, limit: 1)
    let isBounded = TimeWords.bounds.match(self, at: next).map { !isAt($0.1, "后") } ?? false
    guard
      isBounded || place != nil || TimeWords.dayParts.match(self, at: next) != nil
        || clock(at: next, part: nil) != nil
    else { return nil }
    return lunar(day, start..<(place ?? end), grain: .day)
  }

  // MARK: - The moment

  /// A solar date that says in brackets that it is none: 10月1日(农历).
  func asLunar(_ day: Moment) -> Moment? {
    let end = day.range.upperBound
    guard isAt(end, "("), let close = calendarName(at: end + 1), isAt(close, ")"),
      let month = day.written.month, let number = day.written.day, number <= 30
    else { return nil }
    return lunar(
      LunarDate(year: day.written.year, month: month, day: number),
      day.range.lowerBound..<(close + 1))
  }

  /// A moment without a reading.
  func lunar(_ date: LunarDate, _ range: Range<Int>, grain: Grain? = nil) -> Moment {
    var written = WrittenTime()
    written.lunar = date
    written.dateRange = raw(range)
    let said: Grain = date.day != nil ? .day : date.month != nil ? .month : .year
    return Moment(
      span: nil, grain: grain ?? said, written: written, range: range, rule: "date.lunar")
  }
}

/// The words of the lunar calendar.
enum LunarWords {
  /// Festivals by their day; the last day of the year has the number of no day.
  static let festivals = WordTable<LunarDate>([
    ("除夕 除夕夜 大年夜", .lastDay),
    ("春节", LunarDate(month: 1, day: 1)),
    ("元宵", LunarDate(month: 1, day: 15)),
    ("端午", LunarDate(month: 5, day: 5)),
    ("七夕", LunarDate(month: 7, day: 7)),
    ("中秋", LunarDate(month: 8, day: 15)),
    ("重阳", LunarDate(month: 9, day: 9)),
    ("腊八", LunarDate(month: 12, day: 8)),
  ])

  /// Every character with which one of these dates can begin where no number does.
  static let starts = "农阴旧夏古正冬腊闰大初除春元端七中重"
}
