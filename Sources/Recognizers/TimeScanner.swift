import MoneyAndDates

/// Points and spans of time: what dates, clock times, lengths, 前, 内 and 至 say together.
extension Scan {
  /// Adds the points or spans of time, the lengths of time or the recurrence that start at a place.
  ///
  /// `after` says what may follow the number that starts there, so that a scanner is asked only
  /// where it could say yes; `.timeAfter` for a word.
  func time(at start: Int, after: ScalarTraits, _ found: inout [Candidate]) {
    if isAt(start, "每") {
      if let again = recurrence(at: start) { found.append(again) }
      return
    }
    var place = start
    if isAt(start, anyOf: "从自") { place = skipBlanks(start + 1, limit: 1) }
    if let end = end(of: "大约", at: start) { place = end }
    if let years = yearRange(at: place, start: start) {
      found.append(years)
    } else if let point = moment(at: place, earlier: nil, after: after) {
      found.append(rangeOrPoint(point, start: start, place: place))
    }
    if place == start, after.contains(.lengthAfter) {
      if let relative = stepLength(at: start) { found.append(relative) }
      if let length = length(at: start) { lengthOrDeadline(length, &found) }
    }
  }

  /// 1995-1997年, 从2016到2018: the first year has no 年.
  private func yearRange(at place: Int, start: Int) -> Candidate? {
    guard let first = bareYear(at: place), let joint = rangeJoint(at: place + 4),
      let second = bareYear(at: joint), first < second
    else { return nil }
    let unit = skipBlanks(joint + 4, limit: 1)
    guard isAt(unit, "年") || isAt(start, "从") else { return nil }
    let range = start..<(isAt(unit, "年") ? unit + 1 : joint + 4)
    guard let from = TimeArithmetic.year(first), let to = TimeArithmetic.year(second) else {
      return nil
    }
    var written = [WrittenTime(year: first), WrittenTime(year: second)]
    written[0].dateRange = raw(place..<(place + 4))
    written[1].dateRange = raw(joint..<range.upperBound)
    let value = TimeValue(
      readings: [TimeSpan(begin: from.begin, end: to.end)], grain: .year, bound: .at, base: .none,
      length: nil, written: written)
    return made(value, range, "time.year-range", folds: [])
  }

  private func bareYear(at place: Int) -> Int? {
    guard digitsEnd(place) == place + 4, !isWordly(place - 1), let year = number(place..<place + 4),
      (1_900...2_100).contains(year)
    else { return nil }
    return year
  }

  // MARK: - A date, a clock time, or both

  /// A date with or without clock time, or a clock time alone.
  func moment(at start: Int, earlier: Moment?, after: ScalarTraits = .timeAfter) -> Moment? {
    let isWord = traits(start).contains(.timeStart)
    if isWord, let (night, end) = TimeWords.nights.match(self, at: start) {
      return withClock(night: night, start..<end)
    }
    if after.contains(.dateAfter), var day = date(at: start, earlier: earlier) {
      if let lunar = asLunar(day) { day = lunar }
      // 周日, 二月十号 names one day twice.
      let next =
        isAt(day.range.upperBound, ",") ? skipBlanks(day.range.upperBound + 1, limit: 1) : -1
      if day.written.weekday != nil, let second = date(at: next, earlier: nil),
        second.written.month != nil,
        second.grain == .day
      {
        day = second
        day.range = start..<second.range.upperBound
      } else if day.grain == .day, day.written.weekday == nil {
        day = passWeekday(day)
      }
      return day.grain == .day ? addClock(day) : day
    }
    return after.contains(.clockAfter) ? clockAlone(at: start, earlier: earlier) : nil
  }

  /// 11月23日(周一), 11月23日星期一.
  private func passWeekday(_ day: Moment) -> Moment {
    var place = day.range.upperBound
    let isBracketed = isAt(place, "(")
    if isBracketed { place += 1 } else { place = skipBlanks(place, limit: 1) }
    guard let (_, weekEnd) = TimeWords.weeks.match(self, at: place),
      let (_, end) = TimeWords.weekdays.match(self, at: weekEnd)
    else { return day }
    guard !isBracketed || isAt(end, ")") else { return day }
    var day = day
    day.range = day.range.lowerBound..<(isBracketed ? end + 1 : end)
    return day
  }

  private func withClock(night: (day: Int, part: TimeWords.DayPart), _ range: Range<Int>) -> Moment
  {
    var written = WrittenTime(relativeDay: night.day)
    written.dateRange = raw(range.lowerBound..<(range.lowerBound + 1))
    let day = reference?.date.adding(days: night.day)
    let base = Moment(
      span: TimeArithmetic.span(from: day, days: 1), grain: .day, base: .messageDay,
      written: written, range: range, part: night.part, rule: "date.relative-day")
    let place = skipBlanks(range.upperBound, limit: 1)
    if let clock = clock(at: place, part: night.part) {
      return joined(base, clock, clockStart: place)
    }
    return dayPart(night.part, of: base, range.upperBound - 1..<range.upperBound)
  }

  /// The clock time (or part of the day) behind a date.
  func addClock(_ day: Moment) -> Moment {
    var place = skipBlanks(day.range.upperBound, limit: 2)
    if isAt(place, "的") { place += 1 }
    if isAt(place, "T"), kind(place + 1) == .digit { place += 1 }
    let clockStart = place
    if let (part, end) = TimeWords.dayParts.match(self, at: place) {
      let next = skipBlanks(end, limit: 1)
      if let clock = clock(at: next, part: part) {
        var moment = joined(day, clock, clockStart: clockStart)
        moment.part = part
        return moment
      }
      if let range = hourRange(at: next, part: part) {
        return joined(day, range, clockStart: clockStart)
      }
      if isAt(end - 1, anyOf: "早晚"), end == place + 1, isAt(end, anyOf: "于点报期会安餐饭") {
        return day
      }
      return dayPart(part, of: day, place..<end)
    }
    if let clock = clock(at: place, part: nil, isGlued: place == day.range.upperBound) {
      return joined(day, clock, clockStart: clockStart)
    }
    if let range = hourRange(at: place, part: nil) {
      return joined(day, range, clockStart: clockStart)
    }
    return day
  }

  /// 五到六点: the first hour without 点.
  private func hourRange(at start: Int, part: TimeWords.DayPart?) -> Clock? {
    guard kind(start) != .han, let first = dateNumber(at: start), first.value <= 24,
      let joint = rangeJoint(at: first.end), let second = clock(at: joint, part: part)
    else { return nil }
    var clock = Clock(hour: first.value, grain: .hour, end: second.end, isSure: second.isSure)
    if part != nil, second.hour >= 12, clock.hour < 12 { clock.hour += 12 }
    clock.lastHour = second.hour - 1
    return clock
  }

  private func dayPart(
    _ part: TimeWords.DayPart, of day: Moment, _ words: Range<Int>
  ) -> Moment {
    var moment = day
    moment.grain = .dayPart
    moment.part = part
    moment.range = day.range.lowerBound..<max(words.upperBound, day.range.upperBound)
    moment.span = day.span.flatMap { span in
      guard let from = TimeArithmetic.instant(span.begin?.date, seconds: part.hours.from * 3_600),
        let to = TimeArithmetic.instant(span.begin?.date, seconds: part.hours.to * 3_600)
      else { return nil }
      return TimeSpan(begin: from, end: to)
    }
    moment.rule = "time.day-part"
    return moment
  }

  private func joined(_ day: Moment, _ clock: Clock, clockStart: Int) -> Moment {
    var moment = day
    moment.span = day.span.flatMap { span(of: clock, on: $0.begin?.date) }
    moment.other = day.other.flatMap { span(of: clock, on: $0.begin?.date) }
    moment.grain = clock.grain
    moment.range = day.range.lowerBound..<clock.end
    moment.written.hour = clock.hour > 24 ? clock.hour - 24 : clock.hour
    moment.written.minute = clock.grain == .hour ? nil : clock.minute
    moment.written.second = clock.grain == .second ? clock.second : nil
    moment.written.timeRange = raw(clockStart..<clock.end)
    moment.rule = "time.date-and-clock"
    return moment
  }

  /// The span of a clock time on a day; with no day a mere time of day.
  private func span(of clock: Clock, on day: CalendarDate?) -> TimeSpan? {
    let unit = clock.grain == .hour ? 3_600 : clock.grain == .minute ? 60 : 1
    let last = clock.lastHour.map { ($0 + 1) * 3_600 } ?? clock.seconds + unit
    guard let begin = TimeArithmetic.instant(day, seconds: clock.seconds),
      let end = TimeArithmetic.instant(day, seconds: last)
    else { return nil }
    return TimeSpan(begin: begin, end: end)
  }

  private func clockAlone(at start: Int, earlier: Moment?) -> Moment? {
    var place = start
    var part: TimeWords.DayPart?
    if traits(start).contains(.timeStart),
      let (said, end) = TimeWords.dayParts.match(self, at: start)
    {
      part = said
      place = skipBlanks(end, limit: 1)
      if clock(at: place, part: said) == nil, hourRange(at: place, part: said) == nil {
        return dayPartAlone(said, start..<end)
      }
    }
    let taken = part ?? earlier?.part
    guard let clock = clock(at: place, part: taken) ?? hourRange(at: place, part: taken) else {
      return nil
    }
    let day = earlier?.day ?? reference?.date
    var written = WrittenTime()
    written.timeRange = raw(start..<clock.end)
    var moment = Moment(
      span: nil, grain: clock.grain, base: earlier?.base ?? .messageDay, written: written,
      range: start..<start, part: taken, rule: "time.clock")
    let base = TimeSpan(begin: LocalTime(date: day), end: nil)
    moment.span = base
    moment = joined(moment, clock, clockStart: start)
    moment.rule = "time.clock"
    if !clock.isSure, earlier == nil, clock.hour < 12 { addAfternoon(clock, day, &moment) }
    if clock.hour == 0, earlier == nil {
      // 零点前 is the midnight to come.
      moment.other = span(of: clock, on: day?.adding(days: 1))
    }
    return moment
  }

  /// 三点 may be fifteen hundred.
  private func addAfternoon(_ clock: Clock, _ day: CalendarDate?, _ moment: inout Moment) {
    var later = clock
    later.hour += 12
    later.lastHour = clock.lastHour.map { $0 + 12 }
    guard let span = span(of: later, on: day) else { return }
    // 三点 said at half past four in the morning or later is three in the afternoon.
    if let now = reference, let first = moment.span, clock.hour > 0, isSpoken(clock),
      clock.seconds < now.secondOfDay, later.seconds > now.secondOfDay
    {
      moment.span = span
      moment.other = first
    } else {
      moment.other = span
    }
  }

  /// Whether the hour is said with 点, not written as 3:00.
  private func isSpoken(_ clock: Clock) -> Bool {
    (max(0, clock.end - 8)..<clock.end).contains { isAt($0, "点") }
  }

  /// 早上 and its like count alone only where no other word is made with them.
  private func dayPartAlone(_ part: TimeWords.DayPart, _ range: Range<Int>) -> Moment? {
    guard range.count >= 2 else { return nil }
    if isAt(range.upperBound, anyOf: "好安") { return nil }
    var written = WrittenTime()
    written.timeRange = raw(range)
    let base = Moment(
      span: TimeSpan(begin: LocalTime(date: reference?.date), end: nil), grain: .day,
      base: .messageDay, written: written, range: range, rule: "time.day-part")
    return dayPart(part, of: base, range)
  }

  // MARK: - Ranges and bounds

  private func rangeOrPoint(_ first: Moment, start: Int, place: Int) -> Candidate {
    if let range = range(from: first, start: start) { return range }
    if let days = dayList(from: first, start: start) { return days }
    if let counted = counted(from: first, start: start) { return counted }
    let hasFrom = isAt(start, anyOf: "从自")
    let bounded = bounded(first, start: hasFrom ? place : start)
    if isAt(start, "自"), case .time(let value) = bounded.value, value.bound == .since {
      return made(value, start..<bounded.range.upperBound, "time.since", folds: first.folds)
    }
    return bounded
  }

  /// 2026年11月1日至11月23日, 9:00-11:30, 三月和九月之间.
  private func range(from first: Moment, start: Int) -> Candidate? {
    var joint = rangeJoint(at: first.range.upperBound)
    var needsBetween = false
    if joint == nil, isAt(first.range.upperBound, anyOf: "和与") {
      joint = first.range.upperBound + 1
      needsBetween = true
    }
    guard let joint, let second = moment(at: joint, earlier: first) else { return nil }
    guard first.written.timeRange == nil || second.written.timeRange != nil || second.hasDate,
      second.grain <= .day || first.grain >= .day
    else { return nil }
    var end = second.range.upperBound
    if isAt(end, "止") { end += 1 }
    for word in ["之间", "期间", "间"] as [StaticString] {
      if let last = self.end(of: word, at: end) {
        end = last
        needsBetween = false
      }
    }
    guard !needsBetween else { return nil }
    let span = TimeSpan(
      begin: noon(of: first) ?? first.span?.begin, end: noon(of: second) ?? second.span?.end)
    let isKnown = first.span != nil && second.span != nil
    let value = TimeValue(
      readings: isKnown ? [ordered(span)] + asMonthAndDay(first, end) : [],
      grain: min(first.grain, second.grain), bound: .at,
      base: first.base, length: nil, written: [first.written, second.written])
    return made(value, start..<end, "time.range", folds: first.folds.union(second.folds))
  }

  /// 5-7日 may as well be the seventh of May.
  private func asMonthAndDay(_ first: Moment, _ end: Int) -> [TimeSpan] {
    let dash = first.range.upperBound
    guard let month = first.written.day, month <= 12, first.written.month == nil, isAt(dash, "-"),
      isAt(end - 1, anyOf: "日号"), let day = number(dash + 1..<end - 1),
      let date = yearless(month: month, day: day, first.range.lowerBound..<end, "date.month-day")
    else { return [] }
    return date.spans { $0 }
  }

  /// 9月10号，11号，12号: days that follow each other are one span.
  private func dayList(from first: Moment, start: Int) -> Candidate? {
    guard isDayOfMonth(first), var last = first.day else { return nil }
    var end = first.range.upperBound
    var previous = first
    while isAt(end, anyOf: "、和及", or: ","), end - start < 128,
      let next = moment(at: end + 1, earlier: previous), isDayOfMonth(next), let day = next.day,
      day == last.adding(days: 1)
    {
      last = day
      end = next.range.upperBound
      previous = next
    }
    guard end > first.range.upperBound, isAt(end - 1, anyOf: "号日"), let begin = first.day,
      TimeWords.bounds.match(self, at: end) == nil
    else { return nil }
    let value = TimeValue(
      readings: [TimeSpan(begin: LocalTime(date: begin), end: previous.span?.end)], grain: .day,
      bound: .at, base: first.base, length: nil, written: [first.written, previous.written])
    return made(value, start..<end, "time.day-list", folds: first.folds.union(previous.folds))
  }

  private func isDayOfMonth(_ moment: Moment) -> Bool {
    moment.grain == .day && moment.written.day != nil && moment.written.timeRange == nil
  }

  /// 中午 as the end of something is twelve o'clock.
  private func noon(of moment: Moment) -> LocalTime? {
    guard moment.part == .noon, moment.grain == .dayPart else { return nil }
    return LocalTime(date: moment.day, secondOfDay: 43_200)
  }

  /// A range whose end falls before its begin ends a year or a day later.
  private func ordered(_ span: TimeSpan) -> TimeSpan {
    guard let begin = span.begin?.date, let end = span.end?.date, end < begin else { return span }
    let later = begin.days(since: end) < 2 ? end.adding(days: 1) : end.adding(months: 12)
    return TimeSpan(
      begin: span.begin,
      end: later.map { LocalTime(date: $0, secondOfDay: span.end?.secondOfDay ?? 0) })
  }

  /// What 前, 后, 起 and their like make of a moment.
  func bounded(_ moment: Moment, start: Int) -> Candidate {
    var end = moment.range.upperBound
    var bound = TimeValue.Bound.at
    var isPlainBefore = false
    let place = skipBlanks(end, limit: 1)
    if let (word, wordEnd) = TimeWords.bounds.match(self, at: place), !isOtherWord(place, wordEnd) {
      switch word {
      case .before: bound = .before
      case .after:
        if let counted = daysLater(moment, start: start, wordEnd: wordEnd) { return counted }
        bound = .after
      case .within where moment.grain >= .day && !isCount(moment): bound = .within
      case .since: bound = .since
      case .within: break
      }
      isPlainBefore = wordEnd == place + 1
      if bound != .at { end = wordEnd }
    } else if isDeadlineAhead(start) {
      bound = .before
    }
    let spans = moment.spans { span($0, bound, moment, isPlainBefore: isPlainBefore) }
    var value = TimeValue(
      readings: deadlineFirst(spans, bound: bound, moment: moment), grain: moment.grain,
      bound: bound, base: moment.base, length: nil, written: [moment.written])
    if bound == .before, moment.grain >= .day, moment.grain < .year,
      let named = moment.span?.end, named.secondOfDay == 0, value.readings.first == spans.first
    {
      value.lastDay = named.date?.adding(days: -1)
    }
    return made(
      value, start..<end, bound == .at ? moment.rule : "time.bound", folds: moment.folds)
  }

  /// 三日后 is in three days; that it begins behind the third stays a reading.
  private func daysLater(_ moment: Moment, start: Int, wordEnd: Int) -> Candidate? {
    guard isCount(moment), moment.rule == "date.day", kind(start) != .wordStart,
      moment.range.lowerBound == start, let length = length(at: start), length.upper == nil,
      length.range.upperBound == moment.range.upperBound
    else { return nil }
    let counted = relative(length, .after)
    let named = moment.spans { span($0, .after, moment, isPlainBefore: false) }
    let value = TimeValue(
      readings: counted.readings + named, grain: .day, bound: .at, base: .now,
      length: counted.length, written: [])
    return made(value, start..<wordEnd, "time.length-bound", folds: length.folds)
  }

  /// 十五日内 counts days, it does not name the fifteenth.
  private func isCount(_ moment: Moment) -> Bool {
    moment.written.day != nil && moment.written.month == nil
      && isAt(moment.range.upperBound - 1, "日")
  }

  /// 前台, 前往, 后续, 内容 begin other words.
  func isOtherWord(_ place: Int, _ end: Int) -> Bool {
    guard end == place + 1 else { return false }
    if isAt(place, "前") { return isAt(end, anyOf: "台往期来述端提") }
    if isAt(place, "后") { return isAt(end, anyOf: "续台果期天半") }
    if isAt(place, "内") { return isAt(end, anyOf: "容部地") }
    return isAt(place, "起") && isAt(end, anyOf: "诉来草点") || isAt(place, "里") && isAt(end, anyOf: "程")
  }

  /// 截止, 最晚 and their like before a date.
  private func isDeadlineAhead(_ start: Int) -> Bool {
    guard isAt(start - 1, anyOf: "到止晚迟于") else { return false }
    for word in ["截止到", "截止", "最晚", "最迟", "不晚于", "不迟于"] as [StaticString] {
      let length = word.utf8CodeUnitCount / 3
      if end(of: word, at: start - length) != nil { return true }
    }
    return false
  }

  private func span(
    _ span: TimeSpan, _ bound: TimeValue.Bound, _ moment: Moment, isPlainBefore: Bool
  ) -> TimeSpan {
    switch bound {
    case .at, .within: return span
    case .since: return TimeSpan(begin: span.begin, end: nil)
    case .after:
      return TimeSpan(begin: moment.grain > .day ? span.end : span.begin, end: nil)
    case .before: break
    }
    let now = reference.map { LocalTime(date: $0.date, secondOfDay: $0.secondOfDay) }
    // A clock time ends a deadline at its instant; a day or month lasts to its end while it is not
    // past (民法典 art. 1259: 以前 includes the named day); a year only with 前 alone.
    let isPast = isBefore(span.end, now)
    let toEnd =
      moment.grain > .hour && !isPast && (moment.grain < .year || isPlainBefore)
    let end = noon(of: moment) ?? (toEnd ? span.end : span.begin)
    return TimeSpan(begin: isBefore(end, now) ? nil : now, end: end)
  }

  private func isBefore(_ one: LocalTime?, _ other: LocalTime?) -> Bool {
    guard let one, let other, let first = one.date, let second = other.date else { return false }
    return first < second || first == second && one.secondOfDay <= other.secondOfDay
  }

  /// A deadline that is past already is less likely than its next occurrence.
  private func deadlineFirst(
    _ spans: [TimeSpan], bound: TimeValue.Bound, moment: Moment
  ) -> [TimeSpan] {
    guard bound == .before, spans.count > 1, moment.written.year == nil, spans[0].begin == nil,
      let next = spans.firstIndex(where: { $0.begin != nil }), moment.written.month == nil
    else { return spans }
    return [spans[next]] + spans.enumerated().filter { $0.offset != next }.map(\.element)
  }

  /// A candidate that tells a time.
  func made(
    _ value: TimeValue, _ range: Range<Int>, _ rule: RuleName, folds: FoldSet
  ) -> Candidate {
    Candidate(kind: .datetime, range: range, value: .time(value), rule: rule, folds: folds)
  }
}
