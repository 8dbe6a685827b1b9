import MoneyAndDates

/// Days, months and years.
extension Scan {
  /// The date that starts at a place, without a clock time; `earlier` is the first end of a range.
  func date(at start: Int, earlier: Moment?) -> Moment? {
    switch kind(start) {
    case .digit:
      return numericDate(at: start, isSecond: earlier != nil) ?? chineseDate(
        at: start, earlier: earlier)
        ?? shortDate(at: start)
    case .hanziDigit, .hanziUnit: return chineseDate(at: start, earlier: earlier)
    case .wordStart: return wordDate(at: start) ?? chineseDate(at: start, earlier: earlier)
    default: return nil
    }
  }

  // MARK: - Digits

  /// 2026-11-23, 2026/11/23, 2026.11.23, 20261123, 23/11/2026.
  private func numericDate(at start: Int, isSecond: Bool) -> Moment? {
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
      let isDayFirst = language == .zh ? one > 12 || two <= 12 : one > 12
      if isDayFirst { return dated(three, two, one, start..<third, "date.day-month-year") }
      return dated(three, one, two, start..<third, "date.month-day-year")
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
    if mark == 0x2F {
      if one <= 12, two <= 31 {
        return dated(fullYear(three), one, two, range, "date.month-day-year")
      }
      return dated(fullYear(three), two, one, range, "date.day-month-year")
    }
    if number(range.lowerBound..<range.lowerBound + 1) != nil, kind(range.lowerBound + 1) == .digit,
      two <= 12, three <= 31
    {
      return dated(fullYear(one), two, three, range, "date.year-month-day")
    }
    return dated(fullYear(three), two, one, range, "date.day-month-year")
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
    _ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>, _ rule: StaticString
  ) -> Moment? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    var written = WrittenTime(year: year, month: month, day: day)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.span(from: date, days: 1), grain: .day, written: written, range: range,
      rule: rule)
  }

  /// 09-01, 12/1: a month and a day where a clock time, 前, 号 or the end of the clause follows.
  private func shortDate(at start: Int) -> Moment? {
    let first = digitsEnd(start)
    guard first - start <= 2, isAt(first, anyOf: "-/."), !isWordly(start - 1),
      !(isAt(start - 1, anyOf: ".-/:,~*") && true), !isAt(start - 1, "$"), !isAt(start - 1, "¥"),
      !isAt(start - 1, "第")
    else { return nil }
    let second = digitsEnd(first + 1)
    guard (1...2).contains(second - first - 1), let month = number(start..<first),
      let day = number(first + 1..<second), (1...12).contains(month), (1...31).contains(day),
      !isAt(second, anyOf: "-/.:%*") || !kindIsValue(second + 1)
    else { return nil }
    var end = second
    if isAt(end, anyOf: "号日") {
      end += 1
    } else if !isFollowedAsDate(end, mark: at(first), start: start) {
      return nil
    }
    return yearless(month: month, day: day, start..<end, "date.month-day")
  }

  private func kindIsValue(_ index: Int) -> Bool { kind(index) == .digit }

  private func isFollowedAsDate(_ end: Int, mark: UInt32, start: Int) -> Bool {
    if TimeWords.bounds.match(self, at: end) != nil { return true }
    let next = skipBlanks(end, limit: 2)
    if clock(at: next, part: nil) != nil, next > end { return true }
    if mark == 0x2F {
      let isAlone =
        next >= n || isAt(next, anyOf: ",。;)!") || TimeWords.dayParts.match(self, at: next) != nil
      return isAlone
        && (start == 0 || kind(start - 1) == .space || isAt(start - 1, anyOf: ":,(。到至于在"))
    }
    let isPadded = end - start == 5 && mark == 0x2D
    return isPadded && (start == 0 || isAt(start - 1, anyOf: "于在期日: ("))
      && rangeJoint(at: next) != nil
  }

  // MARK: - Years, months and days with their units

  /// 2026年11月23日 and every part of it that starts with a number: 11月23日, 23日, 26年.
  private func chineseDate(at start: Int, earlier: Moment?) -> Moment? {
    guard kind(start) != .wordStart, !isInsideNumeral(start), let first = dateNumber(at: start)
    else {
      return nil
    }
    let place = skipBlanks(first.end, limit: 2)
    if isAt(place, "年"), isYear(first, after: place) {
      return fromYear(first.isTwoDigits ? fullYear(first.value) : first.value, start, place + 1)
    }
    if isAt(place, "月"), (1...12).contains(first.value), !isAt(place + 1, anyOf: "饼亮球薪供租费嫂子"),
      first.isTwoOrLess
    {
      return fromMonth(first.value, year: nil, start, place + 1, earlier: earlier)
    }
    if isAt(place, anyOf: "日号"), (1...31).contains(first.value), first.isTwoOrLess,
      !isAt(place + 1, anyOf: "线楼院门码店本元公厅令文馆铺台机桌房位"), !isAt(start - 1, anyOf: "第半No."),
      !isAt(start, anyOf: "壹贰叁肆伍陆柒捌玖")
    {
      return fromDay(first.value, start, place + 1, earlier: earlier)
    }
    return nil
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
      guard let value = number(start..<end), end - start <= 4 else {
        return spacedNumber(at: start)
      }
      return DateNumber(value: value, end: end, isTwoDigits: end - start == 2, isArabic: true)
    }
    guard let numeral = numeral(at: start, point: false), !numeral.isArabic, !numeral.isAbout,
      numeral.upper == nil || numeral.plainDigits == 2, let value = numeral.value.whole,
      value < 10_000
    else { return nil }
    var number = Int(value)
    if numeral.upper != nil, let first = digit(start), let second = digit(start + 1) {
      number = Int(first * 10 + second)
    }
    return DateNumber(
      value: number, end: numeral.range.upperBound,
      isTwoDigits: numeral.range.count == 2 && kind(start + 1) == .hanziDigit
        && kind(start) == .hanziDigit,
      isArabic: false, isPlainThree: numeral.isPlain && numeral.plainDigits == 3)
  }

  private func spacedNumber(at start: Int) -> DateNumber? { nil }

  /// A year of two digits: the next ten years and the ninety before.
  func fullYear(_ short: Int) -> Int {
    let now = reference?.date.year ?? 2_026
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
      || abs(fullYear(number.value) - (reference?.date.year ?? 2_026)) <= 15 && number.value > 10
  }

  private func fromYear(_ year: Int, _ start: Int, _ end: Int) -> Moment? {
    var place = skipBlanks(end, limit: 2)
    if isAt(place, "的") { place += 1 }
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

  /// 年底, 年初, 上半年, 第三季度, 前五个月.
  func partOfYear(_ year: Moment, year number: Int) -> Moment {
    var place = year.range.upperBound
    if isAt(place, "的") { place += 1 }
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
      return months(of: year, number, quarter * 3 - 2, 3, end, grain: .quarter)
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

  private func fromMonth(
    _ month: Int, year: Int?, _ start: Int, _ end: Int, earlier: Moment?
  ) -> Moment? {
    var last = end
    if isAt(last, "份") { last += 1 }
    let place = skipBlanks(last, limit: 2)
    let year = year ?? (earlier?.written.year)
    if let day = dateNumber(at: place), (1...31).contains(day.value), day.isTwoOrLess,
      !isAt(day.end, anyOf: "个月年天笔万元周星%")
    {
      let unit = skipBlanks(day.end, limit: 1)
      let hasUnit = isAt(unit, anyOf: "日号") && !isAt(unit + 1, anyOf: "线楼")
      let isBare = place == last && !isAt(day.end, anyOf: ".:,-点时分折倍户人次") && kind(day.end) != .digit
      if hasUnit || isBare || isGluedClock(day, place) {
        let stop = hasUnit ? unit + 1 : isGluedClock(day, place) ? place + 2 : day.end
        let value =
          isGluedClock(day, place) && !hasUnit ? number(place..<place + 2) ?? day.value : day.value
        return dayOf(year, month, value, start..<stop)
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

  private func isGluedClock(_ day: DateNumber, _ place: Int) -> Bool { false }

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
    month: Int, day: Int, _ range: Range<Int>, _ rule: StaticString
  ) -> Moment? {
    guard day <= CalendarDate.days(inMonth: month, ofYear: 2_024) else {
      return impossible(WrittenTime(month: month, day: day), range)
    }
    var written = WrittenTime(month: month, day: day)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range, rule: rule)
    guard let now = reference?.date else { return moment }
    let spans = [0, 1, -1].compactMap {
      TimeArithmetic.span(from: CalendarDate(year: now.year + $0, month: month, day: day), days: 1)
    }
    order(spans, into: &moment, now: now)
    return moment
  }

  /// Puts the likeliest of the spans of neighbouring years first.
  private func order(_ spans: [TimeSpan], into moment: inout Moment, now: CalendarDate) {
    func distance(_ span: TimeSpan) -> Int { abs((span.begin?.date ?? now).days(since: now)) }
    guard let first = spans.first else { return }
    var sorted = spans
    if distance(first) > 270 { sorted.sort { distance($0) < distance($1) } }
    moment.span = sorted.first
    moment.others = Array(sorted.dropFirst().prefix(1))
  }

  private func wholeMonth(_ month: Int, year: Int?, _ range: Range<Int>) -> Moment? {
    var written = WrittenTime(year: year, month: month)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .month, base: year == nil ? .messageDay : .none, written: written,
      range: range, rule: "date.month")
    if let year {
      moment.span = TimeArithmetic.month(year, month)
    } else if let now = reference?.date {
      order(
        [0, 1, -1].compactMap { TimeArithmetic.month(now.year + $0, month) }, into: &moment,
        now: now)
    }
    return partOfMonth(moment)
  }

  /// 月初, 月底, 上旬, 第二周 after a month.
  func partOfMonth(_ month: Moment) -> Moment {
    var part = month
    var place = month.range.upperBound
    if isAt(place, "的") { place += 1 }
    guard let first = month.span?.begin?.date, let next = month.span?.end?.date else {
      return month
    }
    let days = next.days(since: first)
    for (word, from, to) in [
      ("月初", 0, 5), ("初", 0, 5), ("月底", days - 6, days), ("底", days - 6, days),
      ("末", days - 6, days),
      ("月末", days - 6, days), ("上旬", 0, 10), ("中旬", 10, 20), ("下旬", 20, days), ("月中", 10, 20),
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
    week.range = month.range.lowerBound..<end
    week.written.dateRange = raw(week.range)
    week.rule = "date.week-of-month"
    return week
  }

  private func fromDay(_ day: Int, _ start: Int, _ end: Int, earlier: Moment?) -> Moment? {
    if let earlier, let month = earlier.written.month {
      if let year = earlier.written.year { return dated(year, month, day, start..<end, "date.day") }
      return yearless(month: month, day: day, start..<end, "date.day")
    }
    return dayOfMonth(day, start..<end, steps: 0)
  }

  /// 23日: of the month of the reference, else of the next one.
  func dayOfMonth(_ day: Int, _ range: Range<Int>, steps: Int) -> Moment {
    var written = WrittenTime(day: day)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range, rule: "date.day")
    guard let now = reference?.date else { return moment }
    let spans = (steps == 0 ? [0, 1, -1] : [steps]).compactMap { step -> TimeSpan? in
      guard let first = CalendarDate(year: now.year, month: now.month, day: 1)?.adding(months: step)
      else { return nil }
      return TimeArithmetic.span(
        from: CalendarDate(year: first.year, month: first.month, day: day), days: 1)
    }
    moment.span = spans.first
    moment.others = Array(spans.dropFirst().prefix(1))
    return moment
  }
}
