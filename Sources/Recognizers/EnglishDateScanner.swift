import MoneyAndDates

/// English dates with numbers and parts: 2026-Mar-05, 22/04, the 18th, Q1 2026, end of the month.
extension Scan {
  /// 2026-Mar-05, 2026 April, 2026 Q1, 2026-12; 2026 alone where a word before says so.
  func yearFirst(at start: Int) -> Moment? {
    guard let year = englishYearAlone(at: start) else { return nil }
    let end = start + 4
    var place = end
    if isAt(place, anyOf: "-/ ") { place += 1 }
    if let (month, nameEnd) = EnglishTimeWords.months.match(self, at: place), isWhole(nameEnd) {
      let dayStart = isAt(nameEnd, anyOf: "-/") ? nameEnd + 1 : nameEnd
      let digits = digitsEnd(dayStart)
      if dayStart > nameEnd, let day = number(dayStart..<digits), digits - dayStart <= 2 {
        return englishDate(year, month, day, start..<digits)
      }
      return englishMonth(month, year: year, start..<nameEnd)
    }
    if isAt(place, anyOf: "qQ"), place > end, let quarter = number(place + 1..<place + 2),
      isWhole(place + 2)
    {
      return englishQuarter(quarter, of: year, start..<(place + 2))
    }
    if isAt(end, "-"), digitsEnd(place) == place + 2, let month = number(place..<place + 2),
      (1...12).contains(month), !isAt(place + 2, anyOf: "-/."), isWhole(place + 2)
    {
      return englishMonth(month, year: year, start..<(place + 2))
    }
    let blank = kind(start - 1) == .space ? start - 1 : start
    guard EnglishTimeWords.yearCues.match(self, before: blank) != nil,
      (1_950...2_100).contains(year),
      !isAt(end, anyOf: "-/"), traits(end).contains(.moneyAfter) == false || kind(end) == .space,
      !(isAt(end, anyOf: ".,") && kind(end + 1) == .digit),
      MoneyWords.after.match(self, at: skipBlanks(end, limit: 1)) == nil
    else { return nil }
    return englishWholeYear(year, start..<end)
  }

  /// Four digits that may be a year.
  func englishYearAlone(at start: Int) -> Int? {
    guard digitsEnd(start) == start + 4, !isWordly(start - 1), let year = number(start..<start + 4),
      (1_900...2_100).contains(year), kind(start + 4) != .latin
    else { return nil }
    return year
  }

  func englishWholeYear(_ year: Int, _ range: Range<Int>) -> Moment? {
    var written = WrittenTime(year: year)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.year(year), grain: .year, written: written, range: range,
      rule: "date.english-year")
  }

  /// 11/20, 22/04 behind a word that announces a date: the month first, unless it cannot be.
  ///
  /// Where both can be the month the other order stays a reading.
  func strokeDate(at start: Int) -> Moment? {
    let first = digitsEnd(start)
    let blank = kind(start - 1) == .space ? start - 1 : start
    guard first - start <= 2, isAt(first, "/"),
      EnglishTimeWords.dateCues.match(self, before: blank) != nil
    else { return nil }
    let second = digitsEnd(first + 1)
    guard (1...2).contains(second - first - 1), !isAt(second, anyOf: "/-%"), isWhole(second),
      let one = number(start..<first), let two = number(first + 1..<second), one > 0, two > 0
    else { return nil }
    if one > 12 {
      guard two <= 12, one <= 31 else { return nil }
      return yearless(month: two, day: one, start..<second, "date.english-day-month")
    }
    guard two <= 31,
      var moment = yearless(
        month: one, day: two, start..<second, "date.english-month-day")
    else { return nil }
    if two <= 12, one != two,
      let other = yearless(month: two, day: one, start..<second, "date.english-day-month")?.span
    {
      moment.other = other
    }
    return moment
  }

  /// The 18th, the 5th of May.
  func ordinalDay(at start: Int) -> Moment? {
    guard let place = end(of: "the ", at: start), kind(place) == .digit else { return nil }
    let digits = digitsEnd(place)
    guard digits - place <= 2, ordinalEnd(digits) > digits, let day = number(place..<digits),
      (1...31).contains(day)
    else { return nil }
    if var full = englishDay(at: place) {
      full.range = start..<full.range.upperBound
      return full
    }
    let next = skipBlanks(ordinalEnd(digits), limit: 1)
    // The 15th instalment is no day.
    guard
      kind(next) != .latin || has("at ", at: next) || has("of ", at: next) || has("and ", at: next)
    else { return nil }
    return dayOfMonth(day, start..<ordinalEnd(digits), steps: 0)
  }

  /// Monday 21, Fri 14th: the next such day that falls on the weekday.
  func numberedWeekday(_ weekday: Int, _ start: Int, _ end: Int) -> Moment? {
    var place = skipBlanks(isAt(end, ",") ? end + 1 : end, limit: 1)
    if let past = self.end(of: "the ", at: place) { place = past }
    let digits = digitsEnd(place)
    guard place > end, digits > place, digits - place <= 2, let day = number(place..<digits),
      (1...31).contains(day), !isAt(digits, anyOf: ":./-%,"), isWhole(ordinalEnd(digits)),
      meridiem(at: skipBlanks(digits, limit: 1)) == nil,
      ordinalEnd(digits) > digits || kind(skipBlanks(digits)) != .digit && day > 12
    else { return nil }
    let range = start..<ordinalEnd(digits)
    var written = WrittenTime(day: day, weekday: weekday)
    written.dateRange = raw(range)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: range,
      rule: "date.english-weekday-and-day")
    guard let now = reference?.date,
      let first = CalendarDate(year: now.year, month: now.month, day: 1)
    else { return moment }
    for step in 0..<28 {
      guard let month = first.adding(months: step),
        let date = CalendarDate(year: month.year, month: month.month, day: day), date >= now,
        date.weekday == weekday
      else { continue }
      moment.span = TimeArithmetic.span(from: date, days: 1)
      break
    }
    return moment
  }

  // MARK: - Quarters and weekends

  /// Q1, Q1 2026, the first quarter of 2026.
  func englishQuarter(at start: Int) -> Moment? {
    if isAt(start, anyOf: "qQ"), let quarter = number(start + 1..<start + 2),
      (1...4).contains(quarter), isWhole(start + 2)
    {
      let place = skipBlanks(start + 2, limit: 1)
      if let year = englishYearAlone(at: place) {
        return englishQuarter(quarter, of: year, start..<(place + 4))
      }
      return reference.flatMap { englishQuarter(quarter, of: $0.date.year, start..<(start + 2)) }
    }
    let word = end(of: "the ", at: start) ?? start
    guard let (quarter, end) = EnglishTimeWords.ordinals.match(self, at: word),
      let unit = self.end(of: " quarter", at: end), isWhole(unit),
      let of = self.end(of: " of ", at: unit)
    else { return nil }
    if let year = englishYearAlone(at: of) {
      return englishQuarter(quarter, of: year, start..<(of + 4))
    }
    guard let last = self.end(of: "the year", at: of) ?? self.end(of: "this year", at: of) else {
      return nil
    }
    return reference.flatMap { englishQuarter(quarter, of: $0.date.year, start..<last) }
  }

  private func englishQuarter(_ quarter: Int, of year: Int, _ range: Range<Int>) -> Moment? {
    guard (1...4).contains(quarter),
      let first = CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
    else { return nil }
    return quarterMoment(first, range)
  }

  /// Last quarter, next quarter.
  func englishQuarter(_ step: Int, _ range: Range<Int>) -> Moment? {
    guard let now = reference?.date,
      let first = CalendarDate(year: now.year, month: (now.month - 1) / 3 * 3 + 1, day: 1)?
        .adding(months: step * 3)
    else { return nil }
    return quarterMoment(first, range)
  }

  private func quarterMoment(_ first: CalendarDate, _ range: Range<Int>) -> Moment {
    var written = WrittenTime()
    written.dateRange = raw(range)
    return Moment(
      span: TimeSpan(
        begin: LocalTime(date: first), end: first.adding(months: 3).map { LocalTime(date: $0) }),
      grain: .quarter, base: .messageDay, written: written, range: range,
      rule: "date.english-quarter")
  }

  func englishWeekend(_ step: Int, _ range: Range<Int>) -> Moment {
    var written = WrittenTime()
    written.dateRange = raw(range)
    let saturday = reference.flatMap { TimeArithmetic.monday(of: $0.date) }?
      .adding(days: step * 7 + 5)
    return Moment(
      span: TimeArithmetic.span(from: saturday, days: 2), grain: .day, base: .messageDay,
      written: written, range: range, rule: "date.english-weekend")
  }

  // MARK: - Edges

  /// Early March, mid-November, the end of the month, end of day.
  func englishEdge(at start: Int) -> Moment? {
    guard let (edge, end) = EnglishTimeWords.edges.match(self, at: start),
      kind(end) == .space || isAt(end, "-") || kind(end - 1) == .space
    else { return nil }
    var place = skipBlanks(isAt(end, "-") ? end + 1 : end, limit: 1)
    if edge == .end, let last = dayEnd(at: place) { return endOfDay(start..<last) }
    if let past = self.end(of: "the ", at: place) { place = past }
    if let last = self.end(of: "month", at: place), isWhole(last), edge == .end {
      let now = reference?.date
      return now.map { englishMonth($0.month, year: $0.year, start..<last) }
        .map { part(edge, of: $0, start..<last) }
    }
    if let last = self.end(of: "year", at: place), isWhole(last), edge == .end {
      return reference.flatMap { englishWholeYear($0.date.year, start..<last) }
        .map { part(edge, of: $0, start..<last) }
    }
    let whole =
      monthAlone(at: place)
      ?? englishYearAlone(at: place).flatMap { englishWholeYear($0, place..<(place + 4)) }
    guard let whole, whole.grain == .month || whole.grain == .year else { return nil }
    return part(edge, of: whole, start..<whole.range.upperBound)
  }

  /// March, March 2026, this month, next year.
  private func monthAlone(at place: Int) -> Moment? {
    if let (month, end) = EnglishTimeWords.months.match(self, at: place), isWhole(end) {
      let next = skipBlanks(end, limit: 1)
      if let year = englishYearAlone(at: next) {
        return englishMonth(month, year: year, place..<(next + 4))
      }
      return digit(next) == nil ? englishMonth(month, year: nil, place..<end) : nil
    }
    guard EnglishTimeWords.steps.match(self, at: place) != nil else { return nil }
    return englishDay(at: place)
  }

  private func part(_ edge: EnglishTimeWords.Edge, of whole: Moment, _ range: Range<Int>) -> Moment
  {
    var part = whole
    part.range = range
    part.written.dateRange = raw(range)
    part.rule = "date.english-edge"
    guard let first = whole.span?.begin?.date, let next = whole.span?.end?.date else { return part }
    let isMonth = whole.grain == .month
    let from: CalendarDate?
    let to: CalendarDate?
    switch edge {
    case .early: (from, to) = (first, isMonth ? first.adding(days: 15) : first.adding(months: 4))
    case .middle:
      from = isMonth ? first.adding(days: 9) : first.adding(months: 4)
      to = isMonth ? first.adding(days: 20) : first.adding(months: 8)
    case .end: (from, to) = (isMonth ? first.adding(days: 15) : first.adding(months: 8), next)
    }
    part.span = TimeSpan(
      begin: from.map { LocalTime(date: $0) }, end: to.map { LocalTime(date: $0) })
    part.other = nil
    part.grain = isMonth ? .day : .month
    return part
  }

  private func dayEnd(at place: Int) -> Int? {
    for word in ["the day", "day", "today", "business day"] as [StaticString] {
      if let end = end(of: word, at: place), isWhole(end) { return end }
    }
    return nil
  }

  /// The last second of the day of the message.
  private func endOfDay(_ range: Range<Int>) -> Moment {
    var written = WrittenTime(relativeDay: 0)
    written.dateRange = raw(range)
    let span = reference.map {
      TimeSpan(
        begin: LocalTime(date: $0.date, secondOfDay: 86_399),
        end: $0.date.adding(days: 1).map { LocalTime(date: $0) })
    }
    return Moment(
      span: span, grain: .second, base: .messageDay, written: written, range: range,
      rule: "time.english-end-of-day")
  }
}
