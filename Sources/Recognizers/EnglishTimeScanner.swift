import MoneyAndDates

/// Dates and times in English: 5 December 2026, next Friday at 5pm, within 24 hours, 3 days ago.
extension Scan {
  /// The time told in English that starts at a place, if any, as one of the solar calendar.
  func solarEnglishTime(at start: Int, after: ScalarTraits) -> Candidate? {
    guard !isWordly(start - 1) else { return nil }
    let isNumber = kind(start) == .digit
    guard isNumber || !englishStarts(at: start).isEmpty else { return nil }
    if !isNumber, let led = englishLed(at: start) { return led }
    if !isNumber || after.contains(.lengthAfter), let stretch = englishStretch(at: start) {
      return stretch
    }
    guard !isNumber || mayBeginEnglishMoment(start), let moment = englishMoment(at: start) else {
      return nil
    }
    if let range = englishRange(from: moment, start: start, joint: .from) { return range }
    let bound: TimeValue.Bound = isEnglishDeadline(before: start) ? .before : .at
    let readings = moment.spans { span in
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

  /// Which sorts of times may begin at a place, by the word there; a number is looked at by its own.
  func englishStarts(at start: Int) -> EnglishTimeWords.Starts {
    if lastEnglishStarts.place == start { return lastEnglishStarts.starts }
    let starts =
      mayBeginInEnglish(start) ? EnglishTimeWords.starts.match(self, at: start)?.meaning ?? [] : []
    lastEnglishStarts = (start, starts)
    return starts
  }

  /// Whether a date or clock time may begin with a number, by what stands right behind its digits:
  /// 5:30, 5/12, 5.30, a year, 5 May, 5th, 5pm.
  private func mayBeginEnglishMoment(_ start: Int) -> Bool {
    let end = digitsEnd(start)
    switch end - start {
    case 1, 2: return isAt(end, anyOf: ":-/.") || kind(skipBlanks(end, limit: 1)) == .latin
    case 4, 8: return true
    default: return false
    }
  }

  /// Whether a time may begin with the first two letters of a word.
  @inline(__always)
  private func mayBeginInEnglish(_ start: Int) -> Bool {
    guard kind(start) == .latin else { return false }
    let row = EnglishTimeWords.startLetters[Int(at(start) | 0x20) - 0x61]
    return row & EnglishTimeWords.bit(ofSecond: at(start + 1)) != 0
  }

  /// By, before or until stands right before the date.
  private func isEnglishDeadline(before start: Int) -> Bool {
    let end = kind(start - 1) == .space ? start - 1 : start
    return EnglishTimeWords.deadlines.match(self, before: end) != nil
  }

  // MARK: - A day, a clock time, or both

  func englishMoment(at start: Int) -> Moment? {
    if let part = englishPart(at: start) { return part }
    guard let day = englishDay(at: start) else { return clockThenDay(at: start) }
    guard day.grain == .day else { return day }
    var place = skipBlanks(day.range.upperBound, limit: 1)
    if let (hours, end) = EnglishTimeWords.parts.match(self, at: place), isWhole(end) {
      return englishPart(hours, of: day, day.range.lowerBound..<end)
    }
    if isAt(place, ",") { place = skipBlanks(place + 1, limit: 1) }
    if let end = end(of: "at ", at: place) ?? end(of: "@ ", at: place) { place = end }
    guard let both = englishClock(at: place, day: day) else { return day }
    return both
  }

  /// 9am on Tuesday, 8am this morning: the clock time first.
  private func clockThenDay(at start: Int) -> Moment? {
    guard let clock = englishClock(at: start, day: nil) else { return nil }
    var place = skipBlanks(clock.range.upperBound, limit: 1)
    if let end = end(of: "on ", at: place) { place = end }
    guard kind(place) == .latin, var day = englishPart(at: place) ?? englishDay(at: place),
      day.grain <= .day, let date = day.day
    else { return clock }
    guard let seconds = clock.span?.begin?.secondOfDay,
      let begin = TimeArithmetic.instant(date, seconds: seconds),
      let end = TimeArithmetic.instant(date, seconds: seconds + (clock.grain == .hour ? 3_600 : 60))
    else { return clock }
    day.span = TimeSpan(begin: begin, end: end)
    day.other = nil
    day.grain = clock.grain
    day.written.hour = clock.written.hour
    day.written.minute = clock.written.minute
    day.written.timeRange = clock.written.timeRange
    day.range = start..<day.range.upperBound
    day.rule = "time.english-clock"
    return day
  }

  /// This evening, tonight, in the morning.
  private func englishPart(at start: Int) -> Moment? {
    guard englishStarts(at: start).contains(.part) else { return nil }
    if let end = end(of: "tonight", at: start) ?? end(of: "tonite", at: start), isWhole(end) {
      let day = englishRelative(0, start..<end)
      let place = skipBlanks(end, limit: 1)
      let clockPlace = self.end(of: "at ", at: place) ?? place
      return englishClock(at: clockPlace, day: day) ?? englishPart((20, 24), of: day, start..<end)
    }
    guard let place = end(of: "this ", at: start) ?? end(of: "in the ", at: start),
      let (hours, end) = EnglishTimeWords.parts.match(self, at: place), isWhole(end)
    else { return nil }
    return englishPart(hours, of: englishRelative(0, start..<end), start..<end)
  }

  private func englishPart(_ hours: (from: Int, to: Int), of day: Moment, _ range: Range<Int>)
    -> Moment
  {
    var moment = day
    moment.range = range
    moment.grain = .dayPart
    moment.other = nil
    moment.span = day.span.flatMap { span in
      guard let from = TimeArithmetic.instant(span.begin?.date, seconds: hours.from * 3_600),
        let to = TimeArithmetic.instant(span.begin?.date, seconds: hours.to * 3_600)
      else { return nil }
      return TimeSpan(begin: from, end: to)
    }
    moment.rule = "time.english-part"
    return moment
  }

  /// 5pm, 5:30 p.m., 17:30, noon; on a day, or by itself.
  func englishClock(at start: Int, day: Moment?) -> Moment? {
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
    guard kind(start) == .digit else {
      guard let end = end(of: "noon", at: start), !isWordly(end) else { return nil }
      return (43_200, .hour, end)
    }
    let digits = digitsEnd(start)
    guard digits - start <= 2, let hour = number(start..<digits) else { return nil }
    if isAt(digits, ":") {
      guard let clock = clock(at: start, part: nil) else { return nil }
      return (clock.seconds, .minute, clock.end)
    }
    // 2.30pm.
    let minutes = digitsEnd(digits + 1)
    if isAt(digits, "."), minutes == digits + 3, let minute = number(digits + 1..<minutes),
      minute < 60, (1...12).contains(hour),
      let (isAfternoon, end) = meridiem(at: skipBlanks(minutes, limit: 1))
    {
      return ((hour % 12 + (isAfternoon ? 12 : 0)) * 3_600 + minute * 60, .minute, end)
    }
    guard (1...12).contains(hour),
      let (isAfternoon, end) = meridiem(at: skipBlanks(digits, limit: 1))
    else { return nil }
    return ((hour % 12 + (isAfternoon ? 12 : 0)) * 3_600, .hour, end)
  }

  // MARK: - Days

  func englishDay(at start: Int) -> Moment? {
    if kind(start) == .digit {
      return numericDate(at: start, isSecond: false) ?? dayFirst(at: start)
        ?? yearFirst(at: start) ?? strokeDate(at: start)
    }
    let starts = englishStarts(at: start)
    guard !starts.isEmpty else { return nil }
    if starts.contains(.edge), let edge = englishEdge(at: start) { return edge }
    if starts.contains(.quarter), let quarter = englishQuarter(at: start) { return quarter }
    if starts.contains(.ordinal), let ordinal = ordinalDay(at: start) { return ordinal }
    if starts.contains(.month),
      let (month, end) = EnglishTimeWords.months.match(self, at: start), isWhole(end)
    {
      return monthFirst(month, start, end)
    }
    if starts.contains(.day),
      let (offset, end) = EnglishTimeWords.days.match(self, at: start), isWhole(end)
    {
      return englishRelative(offset, start..<end)
    }
    if starts.contains(.weekday),
      let (day, end) = EnglishTimeWords.weekdays.match(self, at: start), isWhole(end)
    {
      return englishWeekday(day, step: nil, start, end)
    }
    if starts.contains(.weekday),
      let (day, end) = EnglishTimeWords.shortWeekdays.match(self, at: start), isWhole(end),
      let date = numberedWeekday(day, start, end)
    {
      return date
    }
    if let end = end(of: "year ", at: start), let year = englishYearAlone(at: end) {
      return englishWholeYear(year, start..<(end + 4))
    }
    guard starts.contains(.step),
      let (step, end) = EnglishTimeWords.steps.match(self, at: start), kind(end) == .space
    else { return nil }
    return englishStep(step, start, skipBlanks(end, limit: 1))
  }

  func isWhole(_ end: Int) -> Bool { !isWordly(end) }

  /// A month first: December 5, 2026; December 5th; December 2026; December.
  private func monthFirst(_ month: Int, _ start: Int, _ nameEnd: Int) -> Moment? {
    var place = nameEnd
    if isAt(place, ".") { place += 1 }
    place = skipBlanks(place, limit: 2)
    if isAt(place, anyOf: "-/,"), place <= nameEnd + 1 { place = skipBlanks(place + 1, limit: 1) }
    if let end = end(of: "the ", at: place) { place = end }
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
    let blank = kind(start - 1) == .space ? start - 1 : start
    guard
      nameEnd - start > 4 && month != 3
        || EnglishTimeWords.monthCues.match(self, before: blank) != nil
    else { return nil }
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
    if isAt(place, anyOf: "-/") { place += 1 }
    guard let (month, nameEnd) = EnglishTimeWords.months.match(self, at: place), isWhole(nameEnd)
    else { return nil }
    if let (year, end) = englishYear(after: nameEnd) {
      return englishDate(year, month, day, start..<end)
    }
    return yearless(month: month, day: day, start..<nameEnd, "date.english")
  }

  func ordinalEnd(_ digits: Int) -> Int {
    for word in ["st", "nd", "rd", "th"] as [StaticString] {
      if let end = end(of: word, at: digits), isWhole(end) { return end }
    }
    return digits
  }

  /// A year of four digits after a blank, comma, full stop or dash.
  private func englishYear(after end: Int) -> (Int, Int)? {
    var place = end
    while place < end + 3, isAt(place, anyOf: " ,.-/") { place += 1 }
    let last = digitsEnd(place)
    guard last - place == 4, let year = number(place..<last), (1_900...2_100).contains(year) else {
      return nil
    }
    return (year, last)
  }

  func englishDate(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Moment? {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    var written = WrittenTime(year: year, month: month, day: day)
    written.dateRange = raw(range)
    return Moment(
      span: TimeArithmetic.span(from: date, days: 1), grain: .day, written: written, range: range,
      rule: "date.english")
  }

  func englishMonth(_ month: Int, year: Int?, _ range: Range<Int>) -> Moment {
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
    if step == nil, let date = numberedWeekday(day, start, end) { return date }
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
    if let (day, end) = EnglishTimeWords.weekdays.match(self, at: place)
      ?? EnglishTimeWords.shortWeekdays.match(self, at: place), isWhole(end)
    {
      return englishWeekday(day, step: step, start, end)
    }
    if let (month, end) = EnglishTimeWords.months.match(self, at: place), isWhole(end), step == 0,
      month != 5 && month != 3 || isAt(place, "M")
    {
      return englishMonth(month, year: reference?.date.year, start..<end)
    }
    if let end = end(of: "quarter", at: place), isWhole(end) {
      return englishQuarter(step, start..<end)
    }
    if let end = end(of: "weekend", at: place), isWhole(end) {
      return englishWeekend(step, start..<end)
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
    case .day where step == 1:
      grain = .day
      span = TimeArithmetic.span(from: now?.adding(days: 1), days: 1)
    default: return nil
    }
    return Moment(
      span: span, grain: grain, base: .messageDay, written: written, range: start..<end,
      rule: "date.english-step")
  }
}
