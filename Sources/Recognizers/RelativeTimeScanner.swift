import MoneyAndDates

/// Times counted from now by a length, and what comes back.
extension Scan {
  /// 37天 by itself, or what 内, 后 and 前 make of it.
  func lengthOrDeadline(_ length: Length, _ found: inout [Candidate]) {
    let place = skipBlanks(length.range.upperBound, limit: 1)
    guard let (word, end) = TimeWords.bounds.match(self, at: place), !isOtherWord(place, end),
      length.upper == nil || word == .within, !isAt(place, anyOf: "起开"), word != .since
    else {
      found.append(duration(length))
      return
    }
    // 逾期37天后 tells how long, not when.
    let bound: TimeValue.Bound = word == .within ? .within : word == .after ? .after : .before
    let value = relative(length, bound)
    if word != .within, let further = continued(length, value, end) { found.append(further) }
    found.append(
      made(value, length.range.lowerBound..<end, "time.length-bound", folds: length.folds))
    found.append(duration(length))
  }

  /// The time so long before or after now, or within so long.
  ///
  /// `origin` is the day named before it: 11月23日起3日内.
  func relative(_ length: Length, _ bound: TimeValue.Bound, from origin: CalendarDate? = nil)
    -> TimeValue
  {
    let value = DurationValue(
      parts: length.parts, upper: length.upper, numberRange: raw(length.numberRange))
    let unit = length.parts.last?.unit ?? .day
    let grain = grain(of: unit)
    let now = origin.map { ReferenceTime(date: $0) } ?? reference
    let readings = now.flatMap { now -> TimeSpan? in
      switch bound {
      case .within:
        return shifted(now, by: length.upper ?? length.parts, sign: 1).map {
          TimeSpan(
            begin: LocalTime(date: now.date, secondOfDay: grain >= .day ? 0 : now.secondOfDay),
            end: endOf($0, grain))
        }
      case .after: return point(shifted(now, by: length.parts, sign: 1), grain)
      default: return point(shifted(now, by: length.parts, sign: -1), grain)
      }
    }
    var time = TimeValue(
      readings: readings.map { [$0] } ?? [], grain: grain, bound: bound == .within ? .within : .at,
      base: origin == nil ? .now : .none, length: value, written: [])
    if bound == .within, let now { time.earliest = earliest(length, from: now) }
    return time
  }

  /// The earliest day on which a length that is no certain one can end.
  private func earliest(_ length: Length, from now: ReferenceTime) -> CalendarDate? {
    let last = length.upper?.last ?? length.parts.last
    if last?.unit == .workday, let count = length.parts.last?.count.whole {
      guard let holidays else { return now.date.adding(days: Int(clamping: count)) }
      switch holidays.adding(workingDays: Int(clamping: count), to: now.date) {
      case .unknown(let day): return day
      case .lastDay(let day): return length.upper == nil ? nil : day
      }
    }
    guard length.upper != nil, let unit = length.parts.last?.unit,
      let end = shifted(now, by: length.parts, sign: 1)
    else { return nil }
    // 24:00 belongs to the day before.
    return grain(of: unit) < .day && end.secondOfDay == 0 ? end.date?.adding(days: -1) : end.date
  }

  /// 11月23日起3日内, 2月13号的3天后: a length counted from the day named before it.
  func counted(from first: Moment, start: Int) -> Candidate? {
    guard first.grain == .day, first.written.dateRange != nil, let day = first.day else {
      return nil
    }
    var place = first.range.upperBound
    for word in ["之日起", "的", "起", "后"] as [StaticString] {
      if let end = end(of: word, at: place) {
        place = skipBlanks(end, limit: 1)
        break
      }
    }
    guard place > first.range.upperBound, let length = length(at: place), length.upper == nil,
      length.parts.first?.unit != .year,
      let (word, end) = TimeWords.bounds.match(
        self, at: skipBlanks(length.range.upperBound, limit: 1)),
      word != .since, !isOtherWord(length.range.upperBound, end)
    else { return nil }
    let bound: TimeValue.Bound = word == .within ? .within : word == .after ? .after : .before
    return made(
      relative(length, bound, from: day), start..<end, "time.length-from-day",
      folds: first.folds.union(length.folds))
  }

  /// 五年后3月30日, 三天后下午5点: the day so far away with the date or clock time behind it.
  private func continued(_ length: Length, _ value: TimeValue, _ end: Int) -> Candidate? {
    guard length.upper == nil, let unit = length.parts.last?.unit, let there = value.readings.first,
      let day = there.begin?.date, value.grain == .day
    else { return nil }
    let whole = length.range.lowerBound..<end
    var written = WrittenTime()
    written.dateRange = raw(whole)
    if unit == .year, length.parts.count == 1 {
      written.year = day.year
      let place = isAt(end, "的") ? end + 1 : end
      let year = Moment(span: nil, grain: .year, written: written, range: whole, rule: "date.year")
      guard kind(place) == .digit || kind(place) == .hanziDigit || kind(place) == .hanziUnit,
        var moment = moment(at: place, earlier: year), moment.written.month != nil
      else { return nil }
      moment.range = whole.lowerBound..<moment.range.upperBound
      moment.base = .now
      return bounded(moment, start: whole.lowerBound)
    }
    let moment = addClock(
      Moment(
        span: there, grain: .day, base: .now, written: written, range: whole,
        rule: "time.length-bound"))
    guard moment.range.upperBound > end else { return nil }
    return bounded(moment, start: whole.lowerBound)
  }

  private func grain(of unit: DurationValue.Unit) -> Grain {
    switch unit {
    case .second: .second
    case .minute: .minute
    case .hour: .hour
    case .day, .workday, .week, .month: .day
    case .year: .day
    }
  }

  /// The end of the day for days and longer, the instant itself for clock units.
  private func endOf(_ time: LocalTime, _ grain: Grain) -> LocalTime? {
    guard grain >= .day else { return time }
    return time.date?.adding(days: 1).map { LocalTime(date: $0) }
  }

  private func point(_ time: LocalTime?, _ grain: Grain) -> TimeSpan? {
    guard let time, let date = time.date else { return nil }
    if grain >= .day { return TimeArithmetic.span(from: date, days: 1) }
    let unit = grain == .hour ? 3_600 : grain == .minute ? 60 : 1
    return TimeArithmetic.instant(date, seconds: time.secondOfDay + unit).map {
      TimeSpan(begin: time, end: $0)
    }
  }

  /// The reference moved by a length: months and years by the calendar, the rest exactly.
  func shifted(
    _ now: ReferenceTime, by parts: [DurationValue.Part], sign: Int
  ) -> LocalTime? {
    var date = now.date
    var seconds = now.secondOfDay
    for part in parts {
      guard part.count.digits.magnitude < 1_000_000_000 else { return nil }
      switch part.unit {
      case .month, .year:
        guard let months = part.count.times(ExactDecimal(whole: part.unit == .year ? 12 : 1)) else {
          return nil
        }
        var whole = months.digits
        for _ in 0..<months.scale { whole /= 10 }
        guard let next = date.adding(months: sign * Int(whole)) else { return nil }
        date = next
        if months.scale == 1 {
          guard let half = date.adding(days: sign * Int(months.digits % 10) * 3) else { return nil }
          date = half
        }
      case .workday:
        guard sign > 0, let count = part.count.whole, count < 2_000,
          let next = holidays?.adding(workingDays: Int(count), to: date).lastDay
            ?? TimeArithmetic.weekday(Int(count), after: date)
        else { return nil }
        date = next
      default:
        guard let length = DurationValue.seconds(of: [part]) else { return nil }
        seconds += sign * Int(length)
      }
    }
    return TimeArithmetic.instant(date, seconds: seconds)
  }

  /// 前两年, 下三天, 最近一周, 未来7天, 还剩3小时: a length before or after now.
  func stepLength(at start: Int) -> Candidate? {
    guard traits(start).contains(.timeStart),
      let (isPast, end) = TimeWords.stretches.match(self, at: start),
      !isAt(start, "后") || !isHan(start - 1)
    else { return nil }
    var place = skipBlanks(end, limit: 1)
    let isOf = isAt(place, "的") && isAt(end - 1, anyOf: "去近来后")
    if isOf { place += 1 }
    guard let length = length(at: place), length.upper == nil, let part = length.parts.first,
      part.unit != .workday, let now = reference,
      !length.isDateLike || isAt(length.range.upperBound - 1, "年")
    else { return nil }
    let sign = isPast ? -1 : 1
    let grain = grain(of: part.unit)
    var span: TimeSpan?
    let here = LocalTime(date: now.date, secondOfDay: grain >= .day ? 0 : now.secondOfDay)
    if let there = shifted(now, by: length.parts, sign: sign) {
      let other = grain >= .day ? LocalTime(date: there.date) : there
      span = isPast ? TimeSpan(begin: other, end: here) : TimeSpan(begin: here, end: other)
    }
    if isAt(start, "下"), part.unit == .day, let days = part.count.whole, days < 10_000 {
      // The next three days do not count today.
      span = TimeArithmetic.span(from: now.date.adding(days: 1), days: Int(days))
    } else if isAt(start, "后"), part.unit == .year || part.unit == .month {
      // 后一年 follows on the day of the message, it is no calendar year.
      span = span.map {
        TimeSpan(
          begin: LocalTime(date: now.date.adding(days: 1)),
          end: LocalTime(date: $0.end?.date?.adding(days: 1)))
      }
    } else if let count = part.count.whole, length.parts.count == 1, grain >= .day,
      part.unit != .day, !isAt(start, anyOf: "未接之今近"), !isOf
    {
      span = aligned(part.unit, Int(count) * sign, now.date) ?? span
    }
    let value = TimeValue(
      readings: span.map { [$0] } ?? [], grain: grain, bound: isPast ? .at : .within, base: .now,
      length: DurationValue(parts: length.parts, upper: nil, numberRange: raw(length.numberRange)),
      written: [])
    var last = length.range.upperBound
    if let (word, wordEnd) = TimeWords.bounds.match(self, at: last), word == .within,
      !isOtherWord(last, wordEnd)
    {
      last = wordEnd
    }
    return made(value, start..<last, "time.stretch", folds: length.folds)
  }

  /// 收到短信后48小时 is no stretch that 后 begins.
  private func isHan(_ index: Int) -> Bool { kind(index) == .han || kind(index) == .wordStart }

  /// Whole calendar weeks, months or years before or after the present one.
  private func aligned(_ unit: DurationValue.Unit, _ count: Int, _ now: CalendarDate) -> TimeSpan? {
    guard abs(count) < 10_000 else { return nil }
    func bounds(_ first: CalendarDate?, _ step: (Int) -> CalendarDate?) -> TimeSpan? {
      guard let from = step(count < 0 ? count : 1), let to = step(count < 0 ? 0 : count + 1) else {
        return nil
      }
      return TimeSpan(begin: LocalTime(date: from), end: LocalTime(date: to))
    }
    switch unit {
    case .week:
      let monday = TimeArithmetic.monday(of: now)
      return bounds(monday) { monday?.adding(days: $0 * 7) }
    case .month:
      let first = CalendarDate(year: now.year, month: now.month, day: 1)
      return bounds(first) { first?.adding(months: $0) }
    case .year:
      let first = CalendarDate(year: now.year, month: 1, day: 1)
      return bounds(first) { first?.adding(months: $0 * 12) }
    default: return nil
    }
  }

  // MARK: - What comes back

  /// 每月8日, 每周一早上9点, 每天, 每隔200秒, 每半年.
  func recurrence(at start: Int) -> Candidate? {
    var place = start + 1
    if isAt(place, "隔") { place += 1 }
    if isAt(place, "逢") { place += 1 }
    var written = WrittenTime()
    if isAt(place, "个"), !isAt(place + 1, "半") { place += 1 }
    if let (_, weekEnd) = TimeWords.weeks.match(self, at: place),
      let (day, end) = TimeWords.weekdays.match(self, at: weekEnd)
    {
      written.weekday = day
      return recurring(start, end, .week, ExactDecimal(whole: 1), written)
    }
    if let length = length(at: place), let part = length.parts.first, length.parts.count == 1 {
      return recurring(start, length.range.upperBound, part.unit, part.count, written)
    }
    guard let (unit, end) = TimeWords.units.match(self, at: place), unit != .second, unit != .minute
    else { return nil }
    return recurring(start, end, unit, ExactDecimal(whole: 1), written)
  }

  private func recurring(
    _ start: Int, _ end: Int, _ unit: DurationValue.Unit, _ count: ExactDecimal,
    _ written: WrittenTime
  ) -> Candidate {
    var end = end
    var written = written
    var place = skipBlanks(end, limit: 1)
    if isAt(place, "的") { place += 1 }
    if unit == .month || unit == .year || unit == .week || unit == .day || unit == .workday,
      let moment = moment(at: place, earlier: nil), moment.grain < .year
    {
      let weekday = written.weekday
      written = moment.written
      written.weekday = weekday ?? written.weekday
      end = moment.range.upperBound
      if let joint = rangeJoint(at: end), let second = self.moment(at: joint, earlier: moment) {
        end = second.range.upperBound
      }
    }
    let value = RecurrenceValue(every: .init(count: count, unit: unit), written: written)
    return Candidate(
      kind: .recurring, range: start..<end, value: .recurring(value), rule: "time.recurring")
  }
}
