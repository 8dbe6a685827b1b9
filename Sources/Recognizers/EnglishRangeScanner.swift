import MoneyAndDates

/// What a word before an English date makes of it, and ranges: by 5 March, from Monday to Friday.
extension Scan {
  func englishLed(at start: Int) -> Candidate? {
    guard englishStarts(at: start).contains(.lead),
      let (lead, end) = EnglishTimeWords.leads.match(self, at: start), kind(end) == .space
    else { return nil }
    var place = skipBlanks(end, limit: 2)
    if let past = self.end(of: "around ", at: place) { place = past }
    guard let first = ledMoment(at: place) ?? bareHour(at: place) else { return nil }
    if lead == .from || lead == .between {
      return englishRange(from: first, start: start, joint: lead)
    }
    let (bound, spans) = bounded(first, by: lead)
    let value = TimeValue(
      readings: spans, grain: first.grain, bound: bound, base: first.base, length: nil,
      written: [first.written])
    return Candidate(
      kind: .datetime, range: start..<first.range.upperBound, value: .time(value),
      rule: "time.english-bound", folds: first.folds)
  }

  /// A day, clock time or, behind such a word, a bare year.
  private func ledMoment(at place: Int) -> Moment? {
    if let moment = englishMoment(at: place) { return moment }
    if let moment = moment(at: place, earlier: nil) { return moment }
    return englishYearAlone(at: place).flatMap { englishWholeYear($0, place..<(place + 4)) }
  }

  /// By and until last to the end of what they name, before ends where it begins.
  private func bounded(
    _ moment: Moment, by lead: EnglishTimeWords.Lead
  ) -> (TimeValue.Bound, [TimeSpan]) {
    let isEdge = moment.rule == "date.english-edge"
    let spans = moment.spans { $0 }
    switch lead {
    case .after, .since:
      let isAfter = lead == .after && moment.grain > .day
      return (
        lead == .after ? .after : .since,
        spans.map { TimeSpan(begin: isAfter ? $0.end : $0.begin, end: nil) }
      )
    default:
      let isToEnd = moment.grain > .hour && (lead == .until || isEdge)
      let ends = spans.map { TimeSpan(begin: nil, end: isToEnd ? $0.end : $0.begin) }
      return (.before, nextFirst(ends, of: moment))
    }
  }

  /// By the 20th, said on the 21st, is the next 20th rather than yesterday.
  private func nextFirst(_ spans: [TimeSpan], of moment: Moment) -> [TimeSpan] {
    let written = moment.written
    guard written.day != nil, written.month == nil, written.year == nil, written.weekday == nil,
      let today = reference?.date, let end = spans.first?.end?.date, end <= today,
      let next = spans.firstIndex(where: { $0.end?.date.map { $0 > today } ?? false })
    else { return spans }
    return [spans[next]] + spans.enumerated().filter { $0.offset != next }.map(\.element)
  }

  /// From Monday to Friday, between 10 and 11:30, 5 May - 9 May.
  func englishRange(from first: Moment, start: Int, joint: EnglishTimeWords.Lead) -> Candidate? {
    guard let place = englishJoint(at: first.range.upperBound, isBetween: joint == .between),
      let second = secondEnd(at: place, first: first)
    else { return nil }
    var first = first
    if first.rule == "time.english-bare-hour" {
      guard let fixed = hour(of: first, like: second) else { return nil }
      first = fixed
    }
    var end = second.range.upperBound
    var span = TimeSpan(begin: first.span?.begin, end: rangeEnd(second))
    // 3:00 to 4:00 tomorrow: the day behind is that of both.
    if !first.hasDate, second.hasDate, let date = second.day, let begin = first.span?.begin {
      span = TimeSpan(begin: LocalTime(date: date, secondOfDay: begin.secondOfDay), end: span.end)
    } else if !first.hasDate, !second.hasDate,
      let day = dayBehind(end), let date = day.day, let begin = span.begin, let last = span.end
    {
      span = TimeSpan(
        begin: LocalTime(date: date, secondOfDay: begin.secondOfDay),
        end: LocalTime(date: date, secondOfDay: last.secondOfDay))
      end = day.range.upperBound
    }
    if let begin = span.begin?.date, let last = span.end?.date, last < begin {
      guard first.written.year == nil || second.written.year == nil else { return nil }
      span = TimeSpan(
        begin: span.begin,
        end: LocalTime(date: last.adding(months: 12), secondOfDay: span.end?.secondOfDay ?? 0))
    }
    let isKnown = first.span != nil && second.span != nil
    let value = TimeValue(
      readings: isKnown ? [span] : [], grain: min(first.grain, second.grain), bound: .at,
      base: first.base, length: nil, written: [first.written, second.written])
    return Candidate(
      kind: .datetime, range: start..<end, value: .time(value), rule: "time.english-range",
      folds: first.folds.union(second.folds))
  }

  /// A clock time ends a range at its instant, a day with its end.
  private func rangeEnd(_ moment: Moment) -> LocalTime? {
    moment.grain <= .hour ? moment.span?.begin : moment.span?.end
  }

  private func englishJoint(at place: Int, isBetween: Bool) -> Int? {
    let next = skipBlanks(place, limit: 1)
    if isBetween, let end = end(of: "and ", at: next) { return end }
    for word in ["to ", "through ", "until ", "till "] as [StaticString] {
      if let end = end(of: word, at: next) { return end }
    }
    guard traits(next).contains(.joint), kind(next) != .han else { return nil }
    return skipBlanks(next + 1, limit: 1)
  }

  private func secondEnd(at place: Int, first: Moment) -> Moment? {
    if first.hasDate, first.grain == .day, first.written.day != nil,
      first.rule == "date.english", kind(place) == .digit, let month = first.written.month
    {
      // November 19-20.
      let digits = digitsEnd(place)
      let end = ordinalEnd(digits)
      if digits - place <= 2, let day = number(place..<digits), (1...31).contains(day),
        !isAt(end, anyOf: ":./-"), meridiem(at: skipBlanks(end, limit: 1)) == nil,
        englishDay(at: place) == nil
      {
        if let year = first.written.year { return englishDate(year, month, day, place..<end) }
        return yearless(month: month, day: day, place..<end, "date.english")
      }
    }
    if let day = first.day, first.hasDate, first.written.timeRange != nil || first.grain == .day,
      let clock = englishClock(at: place, day: dayOnly(first)), day == clock.day
    {
      return first.written.timeRange == nil ? nil : clock
    }
    return ledMoment(at: place)
  }

  private func dayOnly(_ moment: Moment) -> Moment {
    var day = moment
    day.range = day.range.upperBound..<day.range.upperBound
    return day
  }

  /// The day named behind two clock times: tomorrow, on Monday.
  private func dayBehind(_ end: Int) -> Moment? {
    var place = skipBlanks(end, limit: 1)
    if let past = self.end(of: "on ", at: place) { place = past }
    guard place > end, let day = englishDay(at: place), day.grain == .day else { return nil }
    return day
  }

  /// An hour without am or pm; only the other end of the range tells which it is.
  private func bareHour(at start: Int) -> Moment? {
    let end = digitsEnd(start)
    guard end - start <= 2, let hour = number(start..<end), (1...12).contains(hour),
      kind(end) == .space || isAt(end, "-")
    else { return nil }
    var written = WrittenTime(hour: hour)
    written.timeRange = raw(start..<end)
    return Moment(
      span: nil, grain: .hour, base: .messageDay, written: written, range: start..<end,
      rule: "time.english-bare-hour")
  }

  private func hour(of first: Moment, like second: Moment) -> Moment? {
    guard let hour = first.written.hour, let end = second.span?.begin, end.secondOfDay > 0,
      second.grain <= .hour
    else { return nil }
    var seconds = hour % 12 * 3_600
    while seconds + 43_200 < end.secondOfDay { seconds += 43_200 }
    guard let begin = TimeArithmetic.instant(end.date, seconds: seconds) else { return nil }
    var fixed = first
    fixed.span = TimeSpan(begin: begin, end: begin)
    fixed.written.hour = seconds / 3_600
    return fixed
  }
}
