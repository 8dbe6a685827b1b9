import MoneyAndDates

/// A day or clock time as read, before it is known what 前 or 至 makes of it.
struct Moment {
  /// The likeliest span; `nil` where it hangs on a reference that is not given.
  var span: TimeSpan?
  /// The other span it may be: another year, another half of the day.
  var other: TimeSpan?
  var grain: Grain
  var base: TimeValue.Base = .none
  var written = WrittenTime()
  /// Where it stands, in folded scalars.
  var range: Range<Int>
  var folds: FoldSet = []
  /// The part of the day said, for the second end of a range to take over.
  var part: TimeWords.DayPart?
  var rule: RuleName

  /// The day it begins.
  var day: CalendarDate? { span?.begin?.date }
  /// What becomes of the spans it may be, the likeliest first.
  @inline(__always)
  func spans(_ change: (TimeSpan) -> TimeSpan) -> [TimeSpan] {
    guard let span else { return other.map { [change($0)] } ?? [] }
    guard let other else { return [change(span)] }
    return [change(span), change(other)]
  }
  var hasDate: Bool { written.dateRange != nil }
}

/// Days and spans counted from a reference.
enum TimeArithmetic {
  static func span(from first: CalendarDate?, days: Int) -> TimeSpan? {
    guard let first, let last = first.adding(days: days) else { return nil }
    return TimeSpan(begin: LocalTime(date: first), end: LocalTime(date: last))
  }

  static func month(_ year: Int, _ month: Int) -> TimeSpan? {
    guard let first = CalendarDate(year: year, month: month, day: 1),
      let next = first.adding(months: 1)
    else { return nil }
    return TimeSpan(begin: LocalTime(date: first), end: LocalTime(date: next))
  }

  static func year(_ year: Int) -> TimeSpan? {
    guard let first = CalendarDate(year: year, month: 1, day: 1),
      let next = first.adding(months: 12)
    else { return nil }
    return TimeSpan(begin: LocalTime(date: first), end: LocalTime(date: next))
  }

  /// A time so many seconds after midnight of a day, on the day it falls on.
  static func instant(_ date: CalendarDate?, seconds: Int) -> LocalTime? {
    guard let date else {
      let folded = ((seconds % 86_400) + 86_400) % 86_400
      return LocalTime(date: nil, secondOfDay: folded)
    }
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return date.adding(days: days).map { LocalTime(date: $0, secondOfDay: seconds - days * 86_400) }
  }

  /// The Monday of the week of a day.
  static func monday(of date: CalendarDate) -> CalendarDate? {
    date.adding(days: 1 - date.weekday)
  }

  /// The day so many working days later, Saturdays and Sundays left out: where holidays are not
  /// known.
  static func weekday(_ count: Int, after date: CalendarDate) -> CalendarDate? {
    guard count >= 0, count < 2_000 else { return nil }
    var day = date
    var left = count
    while left > 0 {
      guard let next = day.adding(days: 1) else { return nil }
      day = next
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }
}
