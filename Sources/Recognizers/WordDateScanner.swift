import MoneyAndDates

/// Dates told by words: 今天, 下周三, 上个月23号, 明年9月.
extension Scan {
  /// The date whose first word starts at a place.
  func wordDate(at start: Int) -> Moment? {
    if let pair = twoDays(at: start) { return pair }
    if let (offset, end) = TimeWords.days.match(self, at: start), !isCompound(end) {
      return relativeDays(offset, start..<end)
    }
    if let edge = edge(at: start) { return edge }
    if let (offset, end) = TimeWords.years.match(self, at: start), !isAt(end, anyOf: "龄轻") {
      return relativeYear(offset, start..<end)
    }
    if let week = weekday(at: start, step: nil, from: start) { return week }
    guard let (step, end) = TimeWords.steps.match(self, at: start), !isCountedTime(start) else {
      return nil
    }
    return stepped(step, from: start, at: skipBlanks(end, limit: 1))
  }

  /// 首次, 每次, 3次: how often, no next month or week.
  private func isCountedTime(_ start: Int) -> Bool {
    isAt(start, "次")
      && (isAt(start - 1, anyOf: "首每多几第各本此上下再同") || kind(start - 1) == .digit
        || kind(start - 1) == .hanziDigit || kind(start - 1) == .hanziUnit)
  }

  /// 今日头条 and 明天系 are names.
  private func isCompound(_ end: Int) -> Bool { has("头条", at: end) || has("之后》", at: end) }

  /// 明后天, 今明两天: two days in one word.
  private func twoDays(at start: Int) -> Moment? {
    guard let (offset, end) = TimeWords.dayPairs.match(self, at: start) else { return nil }
    var moment = relativeDay(offset, start..<end)
    moment.span = TimeArithmetic.span(from: reference?.date.adding(days: offset), days: 2)
    return moment
  }

  /// 今天明天后天(三天): days named one after the other are one span.
  private func relativeDays(_ offset: Int, _ range: Range<Int>) -> Moment {
    var end = range.upperBound
    var count = 1
    while count < 8, let (next, last) = TimeWords.days.match(self, at: end), next == offset + count
    {
      end = last
      count += 1
    }
    guard count > 1 else { return relativeDay(offset, range) }
    if let said = dateNumber(at: end), said.value == count, isAt(said.end, "天") {
      end = said.end + 1
    }
    var moment = relativeDay(offset, range.lowerBound..<end)
    moment.span = TimeArithmetic.span(from: reference?.date.adding(days: offset), days: count)
    return moment
  }

  /// 月底, 年初 by themselves: of the month or year of the message.
  private func edge(at start: Int) -> Moment? {
    guard isAt(start, anyOf: "月年"), isAt(start + 1, anyOf: "底末初"), digit(start + 2) == nil,
      kind(start + 2) != .hanziUnit, kind(start - 1) != .digit, kind(start - 1) != .hanziDigit,
      kind(start - 1) != .hanziUnit, !isAt(start - 1, anyOf: "个正腊冬闰岁半几每多月")
    else { return nil }
    let unit = start..<(start + 1)
    if isAt(start, "月") {
      let now = reference?.date
      return widened(
        partOfMonth(
          Moment(
            span: now.flatMap { TimeArithmetic.month($0.year, $0.month) }, grain: .month,
            base: .messageDay, range: unit, rule: "date.part-of-month")))
    }
    return relativeYear(0, unit).flatMap(widened)
  }

  /// The edge with its second character also where no reference tells its days.
  private func widened(_ edge: Moment) -> Moment? {
    guard edge.range.count == 1 else { return edge }
    guard reference == nil else { return nil }
    var edge = edge
    edge.range = edge.range.lowerBound..<(edge.range.upperBound + 1)
    edge.written.dateRange = raw(edge.range)
    return edge
  }

  private func relativeDay(_ offset: Int, _ range: Range<Int>) -> Moment {
    var written = WrittenTime(relativeDay: offset)
    written.dateRange = raw(range)
    let day = reference?.date.adding(days: offset)
    return Moment(
      span: TimeArithmetic.span(from: day, days: 1), grain: .day, base: .messageDay,
      written: written, range: range, rule: "date.relative-day")
  }

  private func relativeYear(_ offset: Int, _ range: Range<Int>) -> Moment? {
    if let lunar = lunarDate(
      inYear: reference.map { $0.date.year + offset }, from: range.lowerBound,
      at: skipBlanks(range.upperBound, limit: 1))
    {
      return lunar
    }
    guard let now = reference?.date else {
      return Moment(
        span: nil, grain: .year, base: .messageDay, range: range, rule: "date.relative-year")
    }
    let year = now.year + offset
    var place = skipBlanks(range.upperBound, limit: 1)
    if isAt(place, "的") { place += 1 }
    if let month = dateNumber(at: place), (1...12).contains(month.value) {
      let unit = skipBlanks(month.end, limit: 1)
      if isAt(unit, "月") { return monthAndDay(year, month.value, range.lowerBound, unit + 1) }
    }
    var written = WrittenTime(year: year)
    written.dateRange = raw(range)
    let whole = Moment(
      span: TimeArithmetic.year(year), grain: .year, base: .messageDay, written: written,
      range: range, rule: "date.relative-year")
    return partOfYear(whole, year: year)
  }

  private func monthAndDay(_ year: Int, _ month: Int, _ start: Int, _ end: Int) -> Moment? {
    var end = end
    if let lunar = lunarDay(ofMonth: month, year: year, from: start, at: end) { return lunar }
    if isAt(end, "份") { end += 1 }
    var written = WrittenTime(year: year, month: month)
    let place = skipBlanks(end, limit: 1)
    if let day = dateNumber(at: place), (1...31).contains(day.value), day.isTwoOrLess {
      let unit = skipBlanks(day.end, limit: 1)
      let hasUnit = isAt(unit, anyOf: "日号")
      if hasUnit || lastDay(ofRange: day) != nil,
        let date = CalendarDate(year: year, month: month, day: day.value)
      {
        written.day = day.value
        let range = start..<(hasUnit ? unit + 1 : day.end)
        written.dateRange = raw(range)
        return Moment(
          span: TimeArithmetic.span(from: date, days: 1), grain: .day, base: .messageDay,
          written: written, range: range, rule: "date.relative-year")
      }
    }
    written.dateRange = raw(start..<end)
    return partOfMonth(
      Moment(
        span: TimeArithmetic.month(year, month), grain: .month, base: .messageDay, written: written,
        range: start..<end, rule: "date.relative-year"))
  }

  // MARK: - Weeks

  /// 周三, 星期日, 下周三, 下周: of this calendar week (Monday first) unless a step is said; a bare
  /// 周三 that is past may be the next one too.
  private func weekday(at place: Int, step: Int?, from start: Int) -> Moment? {
    guard let (_, weekEnd) = TimeWords.weeks.match(self, at: place) else { return nil }
    var dayPlace = weekEnd
    // 下周周六 says the week twice.
    if step != nil, let (_, again) = TimeWords.weeks.match(self, at: weekEnd) { dayPlace = again }
    if let (day, end) = TimeWords.weekdays.match(self, at: dayPlace), !isCounted(day, end) {
      return weekday(day, step: step, start..<end)
    }
    guard let step else { return nil }
    return week(step, start..<weekEnd)
  }

  /// 周一百, 周二十 and 周1234 are not days of the week.
  private func isCounted(_ day: Int, _ end: Int) -> Bool {
    kind(end) == .hanziUnit || kind(end - 1) == .digit && kind(end) == .digit
      || isAt(end, anyOf: "鸭围") || isAt(end - 1, "天") && isAt(end, anyOf: "王")
  }

  private func weekday(_ day: Int, step: Int?, _ range: Range<Int>) -> Moment {
    var written = WrittenTime(weekday: day == 8 ? 6 : day)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range,
      rule: "date.weekday")
    guard let now = reference?.date, let monday = TimeArithmetic.monday(of: now) else {
      return moment
    }
    let offset = day == 8 ? 5 : day - 1
    let length = day == 8 ? 2 : 1
    func span(_ weeks: Int) -> TimeSpan? {
      TimeArithmetic.span(from: monday.adding(days: weeks * 7 + offset), days: length)
    }
    guard let step else {
      let isPast = offset < now.weekday - 1
      moment.span = span(isPast ? 1 : 0)
      moment.other = span(isPast ? 0 : 1)
      return moment
    }
    moment.span = span(step)
    return moment
  }

  private func week(_ step: Int, _ range: Range<Int>) -> Moment {
    var written = WrittenTime()
    written.dateRange = raw(range)
    let monday = reference.flatMap { TimeArithmetic.monday(of: $0.date) }
    return Moment(
      span: TimeArithmetic.span(from: monday?.adding(days: step * 7), days: 7), grain: .week,
      base: .messageDay, written: written, range: range, rule: "date.week")
  }

  // MARK: - Steps

  /// What stands after 上, 这, 下: a week, a month with or without day, a year, or a length.
  private func stepped(_ step: Int, from start: Int, at place: Int) -> Moment? {
    if let week = weekday(at: place, step: step, from: start) { return week }
    if isAt(place, "月"), !isAt(place + 1, anyOf: "亮饼") {
      return steppedMonth(step, start, place + 1)
    }
    if isAt(place, "年"), isAt(place - 1, anyOf: "一个") {
      return relativeYear(step, start..<(place + 1))
    }
    if has("季度", at: place) { return steppedQuarter(step, start..<(place + 2)) }
    return nil
  }

  private func steppedMonth(_ step: Int, _ start: Int, _ end: Int) -> Moment? {
    var end = end
    if isAt(end, "份") { end += 1 }
    var place = skipBlanks(end, limit: 1)
    if isAt(place, "的") { place += 1 }
    if let day = dateNumber(at: place), (1...31).contains(day.value), day.isTwoOrLess {
      let unit = skipBlanks(day.end, limit: 1)
      let hasUnit = isAt(unit, anyOf: "日号")
      if hasUnit || lastDay(ofRange: day) != nil {
        var moment = dayOfMonth(
          day.value, start..<(hasUnit ? unit + 1 : day.end), steps: step)
        if step == 0 { moment.other = nil }
        return moment
      }
    }
    var written = WrittenTime()
    written.dateRange = raw(start..<end)
    let first = reference.flatMap {
      CalendarDate(year: $0.date.year, month: $0.date.month, day: 1)?.adding(months: step)
    }
    return partOfMonth(
      Moment(
        span: first.flatMap { TimeArithmetic.month($0.year, $0.month) }, grain: .month,
        base: .messageDay, written: written, range: start..<end, rule: "date.step-month"))
  }

  private func steppedQuarter(_ step: Int, _ range: Range<Int>) -> Moment? {
    guard let now = reference?.date,
      let first = CalendarDate(year: now.year, month: (now.month - 1) / 3 * 3 + 1, day: 1)?
        .adding(months: step * 3), let last = first.adding(months: 3)
    else { return nil }
    var written = WrittenTime()
    written.dateRange = raw(range)
    let quarter = Moment(
      span: TimeSpan(begin: LocalTime(date: first), end: LocalTime(date: last)), grain: .quarter,
      base: .messageDay, written: written, range: range, rule: "date.step-quarter")
    return quarterEdge(quarter, first.year, first.month, range.upperBound) ?? quarter
  }
}
