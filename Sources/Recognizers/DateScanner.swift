import MoneyAndDates

/// Days, months and years.
extension Scan {
  /// The date that starts at a place, without a clock time; `earlier` is the first end of a range.
  func date(at start: Int, earlier: Moment?) -> Moment? {
    if traits(start).contains(.otherCalendar), let date = otherCalendarDate(at: start) {
      return date
    }
    if let earlier, earlier.written.lunar != nil, let date = lunarDate(at: start, after: earlier) {
      return date
    }
    switch kind(start) {
    case .digit:
      return numericDate(at: start, isSecond: earlier != nil) ?? chineseDate(
        at: start, earlier: earlier)
        ?? shortDate(at: start, earlier: earlier)
    case .hanziDigit, .hanziUnit: return chineseDate(at: start, earlier: earlier)
    case .wordStart: return wordDate(at: start) ?? chineseDate(at: start, earlier: earlier)
    default: return nil
    }
  }

  // MARK: - Digits

  /// 2026-11-23, 2026/11/23, 2026.11.23, 20261123, 23/11/2026.
  func numericDate(at start: Int, isSecond: Bool) -> Moment? {
    guard isSecond || !isWordly(start - 1),
      isSecond || !(isAt(start - 1, anyOf: ".-/") && isWordly(start - 2))
    else { return nil }
    let first = digitsEnd(start)
    let width = first - start
    if width == 8 { return packedDate(at: start) }
    if width == 4, let spaced = spacedDate(at: start) { return spaced }
    guard width == 4 || width <= 2, isAt(first, anyOf: "-/.") else { return nil }
    let second = digitsEnd(first + 1)
    guard (1...2).contains(second - first - 1), at(second) == at(first) else { return nil }
    let third = digitsEnd(second + 1)
    let lastWidth = third - second - 1
    guard let one = number(start..<first), let two = number(first + 1..<second),
      let three = number(second + 1..<third), lastWidth == 2 || lastWidth == 4 || lastWidth == 1,
      !(isAt(third, anyOf: "-/.") && kind(third + 1) == .digit) || isAt(third, "-")
    else { return nil }
    if width == 4, lastWidth <= 2 {
      return dated(one, two, three, start..<third, "date.year-month-day")
    }
    if lastWidth == 4, width <= 2 {
      let isDayFirst = !isEnglish ? one > 12 || two <= 12 : one > 12
      var moment =
        isDayFirst
        ? dated(three, two, one, start..<third, "date.day-month-year")
        : dated(three, one, two, start..<third, "date.month-day-year")
      // 3/12/2026 can be either; the other order stays a reading.
      if one <= 12, two <= 12, one != two,
        let other = CalendarDate(
          year: three, month: isDayFirst ? one : two, day: isDayFirst ? two : one)
      {
        moment?.other = TimeArithmetic.span(from: other, days: 1)
      }
      return moment
    }
    guard width <= 2 else { return nil }
    if lastWidth == 1 {
      guard one > 12 else { return nil }
      return dated(fullYear(one), two, three, start..<third, "date.year-month-day")
    }
    return shortYearDate([one, two, three], at(first), start..<third)
  }

  /// Three numbers of two digits: 26-11-23, 11/23/26.
  private func shortYearDate(
    _ numbers: [Int], _ mark: UInt32, _ range: Range<Int>
  ) -> Moment? {
    let (one, two, three) = (numbers[0], numbers[1], numbers[2])
    let isWide = kind(range.lowerBound + 1) == .digit
    let yearFirst =
      isWide ? dated(fullYear(one), two, three, range, "date.year-month-day") : nil
    let dayFirst = dated(fullYear(three), two, one, range, "date.day-month-year")
    if mark == 0x2F {
      guard one > 12 else {
        let monthFirst = dated(fullYear(three), one, two, range, "date.month-day-year")
        return either(monthFirst, or: dayFirst)
      }
      return dayFirst != nil && isEnglish || isNearer(dayFirst, than: yearFirst)
        ? either(dayFirst, or: yearFirst) : either(yearFirst, or: dayFirst)
    }
    return either(yearFirst, or: dayFirst)
  }

  /// The first of two moments that exists, the other as its other reading.
  private func either(_ first: Moment?, or second: Moment?) -> Moment? {
    guard var moment = first else { return second }
    if let span = second?.span, span != moment.span { moment.other = span }
    return moment
  }

  /// Whether a moment lies nearer to the reference than another.
  private func isNearer(_ one: Moment?, than other: Moment?) -> Bool {
    guard let now = reference?.date, let first = one?.day else { return false }
    guard let second = other?.day else { return true }
    return abs(first.days(since: now)) < abs(second.days(since: now))
  }

  /// 2026 11 23: four, two and two digits with single blanks.
  private func spacedDate(at start: Int) -> Moment? {
    guard kind(start + 4) == .space, digitsEnd(start + 5) == start + 7, kind(start + 7) == .space,
      digitsEnd(start + 8) == start + 10, kind(start + 10) != .latin,
      !(kind(start + 10) == .space && kind(start + 11) == .digit),
      let year = number(start..<start + 4), (1_990...2_099).contains(year),
      let month = number(start + 5..<start + 7), let day = number(start + 8..<start + 10)
    else { return nil }
    return dated(year, month, day, start..<(start + 10), "date.year-month-day")
  }

  /// 20261123.
  private func packedDate(at start: Int) -> Moment? {
    guard let year = number(start..<start + 4), let month = number(start + 4..<start + 6),
      let day = number(start + 6..<start + 8), (1990...2099).contains(year),
      kind(start + 8) != .latin
    else { return nil }
    return dated(year, month, day, start..<(start + 8), "date.packed")
  }

  private func dated(
    _ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>, _ rule: RuleName
  ) -> Moment? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    var written = WrittenTime(year: year, month: month, day: day)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.span(from: date, days: 1), grain: .day, written: written, range: range,
      rule: rule)
  }

  // MARK: - Years, months and days with their units

  /// 2026年11月23日 and every part of it that starts with a number: 11月23日, 23日, 26年.
  private func chineseDate(at start: Int, earlier: Moment?) -> Moment? {
    guard kind(start) != .wordStart, !isInsideNumeral(start), let first = dateNumber(at: start)
    else {
      return nil
    }
    let place = skipBlanks(first.end, limit: 2)
    if isAt(first.end, anyOf: "、和及"), isDayList(first) {
      return fromDay(first.value, start, first.end, earlier: earlier)
    }
    if earlier == nil, traits(place).contains(.joint), isDayRange(first, from: start) {
      return fromDay(first.value, start, first.end, earlier: nil)
    }
    if isAt(place, "年"), isYear(first, after: place) {
      return fromYear(first.isTwoDigits ? fullYear(first.value) : first.value, start, place + 1)
    }
    if isAt(place, "月"), (1...12).contains(first.value), !isAt(place + 1, anyOf: "饼亮球薪供租费嫂子"),
      first.isTwoOrLess
    {
      return fromMonth(first.value, year: nil, start, place + 1, earlier: earlier)
    }
    if isAt(place, anyOf: "日号"), (1...31).contains(first.value), first.isTwoOrLess,
      !isAt(place + 1, anyOf: "线楼院门码店本元公厅令文馆铺台机桌房位"), !isAt(start - 1, anyOf: "第半", or: "No."),
      !isAt(start, anyOf: "壹贰叁肆伍陆柒捌玖")
    {
      return fromDay(first.value, start, place + 1, earlier: earlier)
    }
    return nil
  }

  /// 3、5、7号: days of which only the last has its unit.
  private func isDayList(_ first: DateNumber) -> Bool {
    guard (1...31).contains(first.value), first.isTwoOrLess else { return false }
    var place = first.end
    for _ in 0..<12 {
      guard isAt(place, anyOf: "、和及"), let next = dateNumber(at: place + 1),
        (1...31).contains(next.value), next.isTwoOrLess
      else { return false }
      place = next.end
      if isAt(place, anyOf: "日号") {
        return !isAt(place + 1, anyOf: "线楼院门码店元")
          && TimeWords.bounds.match(self, at: place + 1)?.0 != .within
      }
    }
    return false
  }

  private func isInsideNumeral(_ start: Int) -> Bool {
    let before = kind(start - 1)
    if before == .hanziDigit || before == .hanziUnit || before == .digit { return true }
    return isAt(start - 1, anyOf: ".") && kind(start - 2) == .digit || isAt(start - 1, "第")
      || isAt(start - 1, "几")
  }

  struct DateNumber {
    let value: Int
    let end: Int
    let isTwoDigits: Bool
    let isArabic: Bool
    /// Three Chinese digits without unit: 三六七年.
    var isPlainThree = false
    var isTwoOrLess: Bool { value <= 99 }
  }

  /// A year, month or day: 2026, 26, 十一, 二十三, 二〇二六, 廿三, 元.
  func dateNumber(at start: Int) -> DateNumber? {
    if kind(start) == .digit {
      let end = digitsEnd(start)
      guard let value = number(start..<end), end - start <= 4 else { return nil }
      return DateNumber(value: value, end: end, isTwoDigits: end - start == 2, isArabic: true)
    }
    if isAt(start, "元"), isAt(start + 1, "月") {
      return DateNumber(value: 1, end: start + 1, isTwoDigits: false, isArabic: false)
    }
    guard let numeral = numeral(at: start, point: false), !numeral.isArabic, !numeral.isAbout,
      numeral.upper == nil, let value = numeral.value.whole, value < 10_000
    else { return nil }
    return DateNumber(
      value: Int(value), end: numeral.range.upperBound,
      isTwoDigits: numeral.range.count == 2 && kind(start + 1) == .hanziDigit
        && kind(start) == .hanziDigit,
      isArabic: false, isPlainThree: numeral.isPlain && numeral.plainDigits == 3)
  }

  /// A year of two digits: the next ten years and the ninety before.
  func fullYear(_ short: Int) -> Int {
    let now = today?.year ?? 2_026
    let year = 2_000 + short
    return year > now + 11 ? year - 100 : year
  }

  /// Whether a number before 年 is a year and not a count of years.
  private func isYear(_ number: DateNumber, after place: Int) -> Bool {
    if (1_000...2_999).contains(number.value) { return true }
    let next = skipBlanks(place + 1, limit: 1)
    if isAt(next, anyOf: "级") { return false }
    if number.isPlainThree { return true }
    guard number.isTwoDigits else { return false }
    if !number.isArabic { return true }
    if let following = dateNumber(at: next), isAt(skipBlanks(following.end), "月") { return true }
    if isAt(next, anyOf: "底初末") || isAt(next, "年") || isAt(next, "第") || isAt(next, "下")
      || isAt(next, "上")
    {
      return true
    }
    if at(number.end - 2) == 0x30, number.value < 10 { return true }
    if isAt(next, anyOf: "期限多来间的半内后长保贷无利工经历制") || digit(next) != nil { return false }
    if isAt(place - 3, anyOf: "达长共满近了贷限为") { return false }
    return number.value >= 90
      || abs(fullYear(number.value) - (today?.year ?? 2_026)) <= 15 && number.value > 10
  }

  /// 元月5日: the first month of the calendar year; 正月 is that of the lunar one.
  func firstMonth(at start: Int) -> Moment? {
    guard isAt(start, "元"), isAt(start + 1, "月"), !isAt(start + 2, anyOf: "饼亮球薪供租费息利均付"),
      digit(start - 1) == nil, kind(start - 1) != .hanziUnit,
      !isAt(start - 1, anyOf: "美欧日港澳加韩公单纪多状")
    else { return nil }
    return fromMonth(1, year: nil, start, start + 2, earlier: nil)
  }

  func fromYear(_ year: Int, _ start: Int, _ end: Int) -> Moment? {
    var place = skipBlanks(end, limit: 2)
    if isAt(place, "的") { place += 1 }
    if let lunar = lunarDate(inYear: year, from: start, at: place) { return lunar }
    if let month = dateNumber(at: place), month.isTwoOrLess {
      let unit = skipBlanks(month.end, limit: 2)
      if isAt(unit, "月"), (1...12).contains(month.value) {
        return fromMonth(month.value, year: year, start, unit + 1, earlier: nil)
      }
    }
    guard let span = TimeArithmetic.year(year) else { return nil }
    var last = end
    if isAt(end, "度") || isAt(end, "份") { last += 1 }
    var written = WrittenTime(year: year)
    written.dateRange = raw(start..<last)
    let whole = Moment(
      span: span, grain: .year, written: written, range: start..<last, rule: "date.year")
    return partOfYear(whole, year: year)
  }

  private func fromMonth(
    _ month: Int, year: Int?, _ start: Int, _ end: Int, earlier: Moment?
  ) -> Moment? {
    var last = end
    if isAt(last, "份") { last += 1 }
    let place = skipBlanks(last, limit: 2)
    let year = year ?? (earlier?.written.year)
    if let lunar = lunarDay(ofMonth: month, year: year, from: start, at: end) { return lunar }
    if let day = dateNumber(at: place), (1...31).contains(day.value), day.isTwoOrLess,
      !isAt(day.end, anyOf: "个月年天笔万元周星", or: "%")
    {
      let unit = skipBlanks(day.end, limit: 1)
      let hasUnit = isAt(unit, anyOf: "日号") && !isAt(unit + 1, anyOf: "线楼")
      let isBare =
        place == last && !isAt(day.end, anyOf: "点时分折倍户人次", or: ".:,-") && kind(day.end) != .digit
        || isAt(day.end, "-") && isDayBefore(day)
      if hasUnit || isBare {
        return dayOf(year, month, day.value, start..<(hasUnit ? unit + 1 : day.end))
      }
    }
    if let glued = gluedDay(at: place) { return dayOf(year, month, glued, start..<(place + 2)) }
    return wholeMonth(month, year: year, start..<last)
  }

  /// 6月2911:30: the day and the clock time have nothing between.
  private func gluedDay(at place: Int) -> Int? {
    let end = digitsEnd(place)
    guard end - place == 4, isAt(end, ":"), let day = number(place..<place + 2),
      (1...31).contains(day)
    else { return nil }
    return day
  }

  private func dayOf(_ year: Int?, _ month: Int, _ day: Int, _ range: Range<Int>) -> Moment? {
    guard let year else { return yearless(month: month, day: day, range, "date.month-day") }
    return dated(year, month, day, range, "date.year-month-day")
      ?? impossible(WrittenTime(year: year, month: month, day: day), range)
  }

  /// 2月30日 is a date that does not exist: it is said so, with no span.
  private func impossible(_ written: WrittenTime, _ range: Range<Int>) -> Moment? {
    var written = written
    written.dateRange = raw(range)
    return Moment(span: nil, grain: .day, written: written, range: range, rule: "date.impossible")
  }

  /// A day without a year falls in the year of the reference.
  ///
  /// More than nine months away from it the nearer year is meant. The other year is another reading.
  func yearless(
    month: Int, day: Int, _ range: Range<Int>, _ rule: RuleName
  ) -> Moment? {
    guard day <= CalendarDate.days(inMonth: month, ofYear: 2_024) else {
      return impossible(WrittenTime(month: month, day: day), range)
    }
    var written = WrittenTime(month: month, day: day)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range, rule: rule)
    placeInYears(&moment) {
      TimeArithmetic.span(from: CalendarDate(year: $0, month: month, day: day), days: 1)
    }
    return moment
  }

  /// Gives a moment the span it has in the year of the reference, or in a neighbouring year.
  private func placeInYears(_ moment: inout Moment, _ span: (Int) -> TimeSpan?) {
    guard let now = reference?.date, let year = today?.year else { return }
    let (here, next) = (span(year), span(year + 1))
    if let here, abs((here.begin?.date ?? now).days(since: now)) <= 270 {
      moment.span = here
      moment.other = next ?? span(year - 1)
    } else {
      order([here, next, span(year - 1)].compactMap { $0 }, into: &moment, now: now)
    }
  }

  /// Puts the likeliest of the spans of neighbouring years first.
  private func order(_ spans: [TimeSpan], into moment: inout Moment, now: CalendarDate) {
    func distance(_ span: TimeSpan) -> Int { abs((span.begin?.date ?? now).days(since: now)) }
    guard let first = spans.first else { return }
    var sorted = spans
    if distance(first) > 270 { sorted.sort { distance($0) < distance($1) } }
    moment.span = sorted.first
    moment.other = sorted.dropFirst().first
  }

  private func wholeMonth(_ month: Int, year: Int?, _ range: Range<Int>) -> Moment? {
    var written = WrittenTime(year: year, month: month)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .month, base: year == nil ? .messageDay : .none, written: written,
      range: range, rule: "date.month")
    if let year {
      moment.span = TimeArithmetic.month(year, month)
    } else {
      placeInYears(&moment) { TimeArithmetic.month($0, month) }
    }
    return partOfMonth(moment)
  }

  private func fromDay(_ day: Int, _ start: Int, _ end: Int, earlier: Moment?) -> Moment? {
    if let lunar = listedLunarDay(day, start..<end) { return lunar }
    let listed = earlier == nil ? listed(before: start) : nil
    if let month = earlier?.written.month ?? listed?.month {
      if let year = earlier?.written.year ?? listed?.year {
        return dated(year, month, day, start..<end, "date.day")
      }
      return yearless(month: month, day: day, start..<end, "date.day")
    }
    return dayOfMonth(day, start..<end, steps: monthsAway(earlier))
  }

  /// The month of the day before in a list: 11月3日、5日.
  private func listed(before start: Int) -> WrittenTime? {
    guard let lastDay, isAt(start - 1, anyOf: "、和及", or: ","), lastDay.end == start - 1 else {
      return nil
    }
    return lastDay.written
  }

  /// 23日: of the month of the reference, else of the next one.
  func dayOfMonth(_ day: Int, _ range: Range<Int>, steps: Int) -> Moment {
    var written = WrittenTime(day: day)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range, rule: "date.day")
    moment.span = self.day(day, monthsAway: steps)
    guard steps == 0 else { return moment }
    let (next, last) = (self.day(day, monthsAway: 1), self.day(day, monthsAway: -1))
    if moment.span != nil {
      moment.other = next ?? last
    } else {
      moment.span = next ?? last
      moment.other = next == nil ? nil : last
    }
    return moment
  }

  /// A day of the month so many months after that of the reference, where that month has it.
  private func day(_ day: Int, monthsAway step: Int) -> TimeSpan? {
    guard let today else { return nil }
    let month = today.year * 12 + today.month - 1 + step
    return TimeArithmetic.span(
      from: CalendarDate(year: month / 12, month: month % 12 + 1, day: day), days: 1)
  }
}
