import MoneyAndDates

/// Dates and times in English: 5 December 2026, next Friday at 5pm, within 24 hours, 3 days ago.
extension Scan {
  /// The time told in English that starts at a place, if any.
  func englishTime(at start: Int) -> Candidate? {
    guard !isWordly(start - 1),
      kind(start) == .digit || EnglishTimeWords.starts.match(self, at: start) != nil
    else { return nil }
    if let stretch = englishStretch(at: start) { return stretch }
    guard let moment = englishMoment(at: start) else { return nil }
    let bound: TimeValue.Bound = isEnglishDeadline(before: start) ? .before : .at
    let readings = ([moment.span].compactMap { $0 } + moment.others).map { span -> TimeSpan in
      guard bound == .before else { return span }
      let end = moment.grain > .hour ? span.end : span.begin
      return TimeSpan(begin: nil, end: end)
    }
    let value = TimeValue(
      readings: readings, grain: moment.grain, bound: bound, base: moment.base, length: nil,
      written: [moment.written])
    return Candidate(
      kind: .datetime, range: moment.range, value: .time(value), rule: moment.rule,
      folds: moment.folds)
  }

  /// By, before or until stands right before the date.
  private func isEnglishDeadline(before start: Int) -> Bool {
    let end = kind(start - 1) == .space ? start - 1 : start
    return EnglishTimeWords.deadlines.match(self, before: end) != nil
  }

  // MARK: - A day, a clock time, or both

  private func englishMoment(at start: Int) -> Moment? {
    guard let day = englishDay(at: start) else { return englishClock(at: start, day: nil) }
    guard day.grain == .day else { return day }
    var place = skipBlanks(day.range.upperBound, limit: 1)
    if isAt(place, ",") { place = skipBlanks(place + 1, limit: 1) }
    if let end = end(of: "at ", at: place) { place = end }
    guard let both = englishClock(at: place, day: day) else { return day }
    return both
  }

  /// 5pm, 5:30 p.m., 17:30, noon; on a day, or by itself.
  private func englishClock(at start: Int, day: Moment?) -> Moment? {
    guard let (seconds, grain, end) = englishHour(at: start) else { return nil }
    let date = day.map(\.day) ?? reference?.date
    let unit = grain == .hour ? 3_600 : 60
    var written = day?.written ?? WrittenTime()
    written.hour = seconds / 3_600
    written.minute = grain == .hour ? nil : seconds / 60 % 60
    written.timeRange = raw(start..<end)
    var moment = Moment(
      span: nil, grain: grain, base: day?.base ?? .messageDay, written: written,
      range: (day?.range.lowerBound ?? start)..<end, rule: "time.english-clock")
    if day == nil || date != nil, let begin = TimeArithmetic.instant(date, seconds: seconds),
      let last = TimeArithmetic.instant(date, seconds: seconds + unit)
    {
      moment.span = TimeSpan(begin: begin, end: last)
    }
    return moment
  }

  private func englishHour(at start: Int) -> (seconds: Int, grain: Grain, end: Int)? {
    if let end = end(of: "noon", at: start), !isWordly(end) { return (43_200, .hour, end) }
    guard kind(start) == .digit else { return nil }
    let digits = digitsEnd(start)
    guard digits - start <= 2, let hour = number(start..<digits) else { return nil }
    if isAt(digits, ":") {
      guard let clock = clock(at: start, part: nil) else { return nil }
      return (clock.seconds, .minute, clock.end)
    }
    guard (1...12).contains(hour),
      let (isAfternoon, end) = meridiem(at: skipBlanks(digits, limit: 1))
    else { return nil }
    return ((hour % 12 + (isAfternoon ? 12 : 0)) * 3_600, .hour, end)
  }

  // MARK: - Days

  private func englishDay(at start: Int) -> Moment? {
    if kind(start) == .digit { return dayFirst(at: start) }
    if let (month, end) = EnglishTimeWords.months.match(self, at: start), isWhole(end) {
      return monthFirst(month, start, end)
    }
    if let (offset, end) = EnglishTimeWords.days.match(self, at: start), isWhole(end) {
      return englishRelative(offset, start..<end)
    }
    if let (day, end) = EnglishTimeWords.weekdays.match(self, at: start), isWhole(end) {
      return englishWeekday(day, step: nil, start, end)
    }
    guard let (step, end) = EnglishTimeWords.steps.match(self, at: start), kind(end) == .space
    else {
      return nil
    }
    return englishStep(step, start, skipBlanks(end, limit: 1))
  }

  private func isWhole(_ end: Int) -> Bool { !isWordly(end) }

  /// A month first: December 5, 2026; December 5th; December 2026; December.
  private func monthFirst(_ month: Int, _ start: Int, _ nameEnd: Int) -> Moment? {
    var place = nameEnd
    if isAt(place, ".") { place += 1 }
    place = skipBlanks(place, limit: 2)
    let digits = digitsEnd(place)
    if let value = number(place..<digits) {
      if digits - place == 4, (1_900...2_100).contains(value) {
        return englishMonth(month, year: value, start..<digits)
      }
      if (1...31).contains(value), digits - place <= 2, !isAt(digits, anyOf: ":%") {
        let end = ordinalEnd(digits)
        if let (year, last) = englishYear(after: end) {
          return englishDate(year, month, value, start..<last)
        }
        return yearless(month: month, day: value, start..<end, "date.english")
      }
    }
    // May, Mar and Sun are other words too: a month by itself is written out.
    guard nameEnd - start > 3, month != 5, month != 3 else { return nil }
    return englishMonth(month, year: nil, start..<nameEnd)
  }

  /// 5 December 2026, 5th of Dec.
  private func dayFirst(at start: Int) -> Moment? {
    let digits = digitsEnd(start)
    guard digits - start <= 2, let day = number(start..<digits), (1...31).contains(day) else {
      return nil
    }
    var place = skipBlanks(ordinalEnd(digits), limit: 1)
    if let end = end(of: "of ", at: place) { place = end }
    if isAt(place, "-") { place += 1 }
    guard let (month, nameEnd) = EnglishTimeWords.months.match(self, at: place), isWhole(nameEnd)
    else { return nil }
    if let (year, end) = englishYear(after: nameEnd) {
      return englishDate(year, month, day, start..<end)
    }
    return yearless(month: month, day: day, start..<nameEnd, "date.english")
  }

  private func ordinalEnd(_ digits: Int) -> Int {
    for word in ["st", "nd", "rd", "th"] as [StaticString] {
      if let end = end(of: word, at: digits), isWhole(end) { return end }
    }
    return digits
  }

  /// A year of four digits after a blank, comma, full stop or dash.
  private func englishYear(after end: Int) -> (Int, Int)? {
    var place = end
    while place < end + 3, isAt(place, anyOf: " ,.-") { place += 1 }
    let last = digitsEnd(place)
    guard last - place == 4, let year = number(place..<last), (1_900...2_100).contains(year) else {
      return nil
    }
    return (year, last)
  }

  private func englishDate(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Moment? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    var written = WrittenTime(year: year, month: month, day: day)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.span(from: date, days: 1), grain: .day, written: written, range: range,
      rule: "date.english")
  }

  private func englishMonth(_ month: Int, year: Int?, _ range: Range<Int>) -> Moment {
    var written = WrittenTime(year: year, month: month)
    written.dateRange = raw(range)
    let whole = (year ?? reference?.date.year).flatMap { TimeArithmetic.month($0, month) }
    return Moment(
      span: whole, grain: .month, base: year == nil ? .messageDay : .none, written: written,
      range: range, rule: "date.english-month")
  }

  private func englishRelative(_ offset: Int, _ range: Range<Int>) -> Moment {
    var written = WrittenTime(relativeDay: offset)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.span(from: reference?.date.adding(days: offset), days: 1), grain: .day,
      base: .messageDay, written: written, range: range, rule: "date.english-relative")
  }

  /// Friday is the next one (today counts); a date behind it says which.
  private func englishWeekday(_ day: Int, step: Int?, _ start: Int, _ end: Int) -> Moment? {
    var place = end
    if isAt(place, ",") { place += 1 }
    place = skipBlanks(place, limit: 1)
    if place > end, var date = kind(place) == .digit ? dayFirst(at: place) : monthDay(at: place) {
      date.range = start..<date.range.upperBound
      return date
    }
    var written = WrittenTime(weekday: day)
    written.dateRange = raw(start..<end)
    var moment = Moment(
      span: nil, grain: .day, base: .messageDay, written: written, range: start..<end,
      rule: "date.english-weekday")
    guard let now = reference?.date else { return moment }
    let ahead = (day - now.weekday + 7) % 7
    let offset: Int
    switch step {
    case nil, .some(0): offset = ahead
    case .some(-1): offset = ahead - 7
    default: offset = day - now.weekday + 7
    }
    moment.span = TimeArithmetic.span(from: now.adding(days: offset), days: 1)
    return moment
  }

  private func monthDay(at place: Int) -> Moment? {
    guard let (month, end) = EnglishTimeWords.months.match(self, at: place), isWhole(end) else {
      return nil
    }
    return monthFirst(month, place, end)
  }

  /// Next week, last month, this year, next Friday.
  private func englishStep(_ step: Int, _ start: Int, _ place: Int) -> Moment? {
    if let (day, end) = EnglishTimeWords.weekdays.match(self, at: place), isWhole(end) {
      return englishWeekday(day, step: step, start, end)
    }
    guard let (unit, end) = TimeWords.units.match(self, at: place), isWhole(end) else { return nil }
    var written = WrittenTime()
    written.dateRange = raw(start..<end)
    let now = reference?.date
    let span: TimeSpan?
    let grain: Grain
    switch unit {
    case .week:
      grain = .week
      let monday = now.flatMap(TimeArithmetic.monday)
      span = TimeArithmetic.span(from: monday?.adding(days: step * 7), days: 7)
    case .month:
      grain = .month
      let first = now.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
      span = first?.adding(months: step).flatMap { TimeArithmetic.month($0.year, $0.month) }
    case .year:
      grain = .year
      span = now.flatMap { TimeArithmetic.year($0.year + step) }
    default: return nil
    }
    return Moment(
      span: span, grain: grain, base: .messageDay, written: written, range: start..<end,
      rule: "date.english-step")
  }

  // MARK: - Lengths from now

  /// Within 24 hours, in 3 days, the next 7 days; 3 days ago, 2 weeks later.
  private func englishStretch(at start: Int) -> Candidate? {
    if kind(start) == .digit {
      guard let length = length(at: start), length.upper == nil else { return nil }
      let place = skipBlanks(length.range.upperBound, limit: 1)
      for (word, bound) in [("ago", .before), ("later", .after), ("from now", .after)]
        as [(StaticString, TimeValue.Bound)]
      {
        if let end = end(of: word, at: place), isWhole(end) {
          return englishLength(length, bound, start..<end)
        }
      }
      return nil
    }
    guard let (bound, end) = EnglishTimeWords.stretches.match(self, at: start), kind(end) == .space,
      let length = length(at: skipBlanks(end, limit: 1)), length.upper == nil,
      kind(length.range.upperBound - 1) == .latin
    else { return nil }
    return englishLength(length, bound, start..<length.range.upperBound)
  }

  private func englishLength(
    _ length: Length, _ bound: TimeValue.Bound, _ range: Range<Int>
  ) -> Candidate {
    Candidate(
      kind: .datetime, range: range, value: .time(relative(length, bound)),
      rule: "time.english-length", folds: length.folds)
  }
}

/// The English words of dates.
enum EnglishTimeWords {
  static let months = WordTable<Int>(monthsLines)
  private static let monthsLines: [(words: String, meaning: Int)] = [
    ("january jan", 1), ("february feb", 2), ("march mar", 3), ("april apr", 4), ("may", 5),
    ("june jun", 6), ("july jul", 7), ("august aug", 8), ("september sep sept", 9),
    ("october oct", 10), ("november nov", 11), ("december dec", 12),
  ]

  static let weekdays = WordTable<Int>(weekdaysLines)
  private static let weekdaysLines: [(words: String, meaning: Int)] = [
    ("monday", 1), ("tuesday tues", 2), ("wednesday", 3), ("thursday thurs", 4), ("friday", 5),
    ("saturday", 6), ("sunday", 7),
  ]

  static let days = WordTable<Int>(daysLines)
  private static let daysLines: [(words: String, meaning: Int)] = [
    ("today tonight", 0), ("tomorrow tmr", 1), ("yesterday", -1), ("day_after_tomorrow", 2),
  ]

  static let steps = WordTable<Int>(stepsLines)
  private static let stepsLines: [(words: String, meaning: Int)] = [
    ("next the_next", 1), ("last previous the_last", -1), ("this the_current current", 0),
  ]

  static let stretches = WordTable<TimeValue.Bound>(stretchesLines)
  private static let stretchesLines: [(words: String, meaning: TimeValue.Bound)] = [
    ("within in_the_next next the_next", .within), ("in after", .after),
  ]

  /// Every word with which a time can begin; one look in place of five.
  static let starts = WordTable<Void>(
    (monthsLines.map(\.words) + weekdaysLines.map(\.words) + daysLines.map(\.words)
      + stepsLines.map(\.words) + stretchesLines.map(\.words) + ["noon"]).map { ($0, ()) })

  static let deadlines = BackwardTable<Bool>([
    ("by before until till no_later_than on_or_before due_by not_later_than", true)
  ])
}
