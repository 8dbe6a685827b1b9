import MoneyAndDates
import Recognizers

/// Makes findings of dates, clock times and day counts, with the part each plays by the cues around.
struct DateReader {
  let message: MessageText
  let cues: RoleCues<DateFinding.Role>
  /// Words that name a day only loosely: 当天, 即日.
  let loose: SortedRanges

  /// The dates and times of one text.
  struct Result {
    var dates: [DateFinding] = []
    var times: [TimeFinding] = []
    var deadline: Deadline?
  }

  func read(_ entities: [Entity]) -> Result {
    var result = Result()
    for entity in entities {
      switch entity.value {
      case .time(let time): add(time, entity, to: &result)
      case .recurring(let recurrence):
        guard let day = recurrence.written.day, recurrence.written.month == nil else { continue }
        let range = recurrence.written.dateRange ?? entity.range
        result.dates.append(
          DateFinding(
            value: "recur:---\(two(day))", day: nil, earliest: nil, role: role(of: entity.range),
            quote: message.quote(range)))
      default: continue
      }
    }
    return result
  }

  private func add(_ time: TimeValue, _ entity: Entity, to result: inout Result) {
    let isLimit = time.bound == .before || time.bound == .within
    let near = role(of: entity.range)
    // No month of a bill has a limit: 账单11月25日前还清.
    let role = isLimit && (near == nil || near == .billMonth) ? .due : near
    var day: CalendarDate?
    var earliest: CalendarDate?
    var isNamed = false
    let isLater = isLater(time, entity)
    if isLater || time.bound == .within, let length = time.length, let value = relative(length) {
      (day, earliest) = isLater ? (firstDay(time), nil) : end(time, of: entity)
      isNamed = true
      result.dates.append(
        DateFinding(
          value: value, day: day, earliest: earliest, role: role,
          quote: message.quote(entity.range)))
    } else {
      for (index, written) in time.written.enumerated() {
        guard let range = written.dateRange, isDate(range),
          let value = value(of: written, at: range)
        else { continue }
        isNamed = true
        // The second of two days is the one that ends the range: 11月25日至30日.
        let named = index > 0 ? deadlineDay(time) : firstDay(time)
        day = written.day == nil && written.relativeDay == nil ? nil : named
        let dateRole = written.day == nil && written.month != nil ? .billMonth : role
        result.dates.append(
          DateFinding(
            value: value, day: day, earliest: nil, role: dateRole, quote: message.quote(range)))
      }
    }
    var lastClock: TimeFinding?
    for written in time.written {
      guard let clock = clock(written) else { continue }
      result.times.append(clock)
      lastClock = clock
    }
    let isDeadline = isLimit || role == .due && time.bound == .at
    if !isNamed, isDeadline, let open = unwrittenEnd(time, entity, isAsked: near == .due) {
      (day, earliest) = open
      isNamed = true
    }
    if isDeadline, isNamed || lastClock != nil, result.deadline == nil {
      result.deadline = Deadline(
        day: day, earliest: earliest, isLunar: time.written.contains { $0.lunar != nil },
        time: lastClock?.value,
        quote: message.quote(entity.range))
    }
  }

  /// The last day of what has no value as written: 周日前, 月底前, 本周内, 一个月内.
  ///
  /// A count of months ends something only where the words ask for it (`isAsked`): 近一个月内多次联系
  /// tells what has been.
  private func unwrittenEnd(
    _ time: TimeValue, _ entity: Entity, isAsked: Bool
  ) -> (day: CalendarDate?, earliest: CalendarDate?)? {
    if time.bound == .within, time.length != nil { return isAsked ? end(time, of: entity) : nil }
    let dates = time.written.compactMap(\.dateRange)
    guard !dates.isEmpty, dates.allSatisfy(isDate) else { return nil }
    let day: CalendarDate? =
      switch time.bound {
      case .before, .within: deadlineDay(time)
      case .at: time.grain <= .day ? time.readings.first?.begin?.date : nil
      case .after, .since: nil
      }
    return day.map { ($0, nil) }
  }

  /// Whether it is a count of days, weeks or months from now on: 三天后.
  private func isLater(_ time: TimeValue, _ entity: Entity) -> Bool {
    time.bound != .within && time.base == .now && time.grain >= .day && time.written.isEmpty
      && message.scalars[entity.range.upperBound - 1].isAny(of: "后")
  }

  private func clock(_ written: WrittenTime) -> TimeFinding? {
    guard let hour = written.hour, let range = written.timeRange, (0...24).contains(hour) else {
      return nil
    }
    return TimeFinding(
      value: "\(two(hour)):\(two(written.minute ?? 0))", quote: message.quote(withoutHalf(range)))
  }

  /// Without `AM` or `PM` behind it.
  private func withoutHalf(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, message.scalars[end - 1].isAny(of: "AMPamp. ") {
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// The value as written; `nil` for what is no date of its own (本月, 周三).
  private func value(of written: WrittenTime, at range: Range<Int>) -> String? {
    if let lunar = written.lunar { return lunar.day == nil && !lunar.isLastDay ? nil : lunar.text }
    if let relative = written.relativeDay {
      switch relative {
      case 0: return "rel:today"
      case 1: return "rel:tomorrow"
      default: return relative > 1 ? "rel:P\(relative)D" : nil
      }
    }
    guard let day = written.day else {
      guard let month = written.month, isBillMonth(range) else { return nil }
      return "--\(two(month))"
    }
    guard let month = written.month else { return "---\(two(day))" }
    guard let year = written.year else { return "--\(two(month))-\(two(day))" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// No part number `(1/2)`, no loose word, no 一日 of 前一日.
  private func isDate(_ range: Range<Int>) -> Bool {
    guard !loose.covers(range) else { return false }
    let before = range.lowerBound > 0 ? message.scalars[range.lowerBound - 1] : " "
    let after = range.upperBound < message.scalars.count ? message.scalars[range.upperBound] : " "
    guard range.count <= 3 else { return true }
    let isPart = before.isAny(of: "(（") && after.isAny(of: ")）")
    return !isPart && !before.isAny(of: "前后次第每")
  }

  /// A word for a bill stands right after a month, or near before it.
  private func isBillMonth(_ range: Range<Int>) -> Bool {
    let cue =
      cues.following(range.upperBound)
      ?? cues.nearest(
        to: range, floor: 0, ceiling: message.scalars.count, stops: { $0.count > 6 })
    return cue?.role == .billMonth
  }

  private func relative(_ length: DurationValue) -> String? {
    guard let low = relative(length.parts) else { return nil }
    guard let upper = length.upper else { return low }
    return relative(upper).map { "\(low)/\($0.dropFirst(4))" }
  }

  private func relative(_ parts: [DurationValue.Part]) -> String? {
    guard parts.count == 1, let part = parts.first, let count = part.count.whole else { return nil }
    return switch part.unit {
    case .minute: "rel:PT\(count)M"
    case .hour: "rel:PT\(count)H"
    case .day, .workday: "rel:P\(count)D"
    case .week: "rel:P\(count)W"
    default: nil
    }
  }

  /// The last day, or the earliest that it can be: the hour of receipt is not known, so hours end on
  /// no certain day.
  private func end(
    _ time: TimeValue, of entity: Entity
  ) -> (day: CalendarDate?, earliest: CalendarDate?) {
    if TermStart(message: message).isElsewhere(entity.range) { return (nil, nil) }
    if let earliest = time.earliest { return (nil, earliest) }
    let day = deadlineDay(time)
    return time.grain < .day && time.base == .now ? (nil, day) : (day, nil)
  }

  /// The last day inside the likeliest reading.
  private func deadlineDay(_ time: TimeValue) -> CalendarDate? {
    if let last = time.lastDay { return last }
    guard let end = time.readings.first?.end, let date = end.date else { return nil }
    return end.secondOfDay == 0 ? date.adding(days: -1) : date
  }

  /// The named day of the likeliest reading: its end for "before", else its begin.
  private func firstDay(_ time: TimeValue) -> CalendarDate? {
    guard let reading = time.readings.first else { return nil }
    if time.bound == .before { return deadlineDay(time) }
    return reading.begin?.date ?? deadlineDay(time)
  }

  private func role(of range: Range<Int>) -> DateFinding.Role? {
    // A word for the last day right behind says it, whatever stands before: 账单11月25日到期.
    if cues.following(range.upperBound)?.role == .due { return .due }
    let scalars = message.scalars
    return cues.nearest(to: range, floor: 0, ceiling: scalars.count) { gap in
      scalars[gap].contains { $0.isAny(of: "\n。；】") }
    }?.role
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
