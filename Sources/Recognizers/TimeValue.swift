import MoneyAndDates

/// The day (and time of it) a message came, from which relative and year-less dates are told.
package struct ReferenceTime: Hashable, Sendable {
  /// The day.
  package let date: CalendarDate
  /// Seconds since its midnight, 0 to 86,399.
  package let secondOfDay: Int

  /// A day and the seconds since its midnight (clamped to 0…86,399).
  package init(date: CalendarDate, secondOfDay: Int = 0) {
    self.date = date
    self.secondOfDay = min(max(secondOfDay, 0), 86_399)
  }
}

/// A local instant, or a time of day when no day is known.
package struct LocalTime: Hashable, Sendable {
  /// The day, `nil` for a mere time of day.
  package let date: CalendarDate?
  private let second: Int32

  /// Seconds since midnight, 0 to 86,400 (24:00 only without a day).
  package var secondOfDay: Int { Int(second) }

  /// A day, or none, and the seconds since midnight.
  package init(date: CalendarDate?, secondOfDay: Int = 0) {
    self.date = date
    second = Int32(clamping: secondOfDay)
  }

  /// As ISO 8601 without a zone: "2026-11-23T18:00:00", or "T18:00:00" without a day.
  package var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let clock =
      "T\(two(secondOfDay / 3_600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
    return (date?.iso ?? "") + clock
  }
}

/// The unit a time is said in.
package enum Grain: Int, Hashable, Sendable, Comparable {
  /// A second.
  case second
  /// A minute.
  case minute
  /// An hour.
  case hour
  /// A part of a day: 上午.
  case dayPart
  /// A day.
  case day
  /// A week.
  case week
  /// A month.
  case month
  /// A quarter of a year.
  case quarter
  /// A year.
  case year
  /// Ten years or more.
  case decade

  /// The finer grain comes first.
  package static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
}

/// A half-open span of local time; an open end is `nil`.
package struct TimeSpan: Hashable, Sendable {
  /// The first instant inside.
  package let begin: LocalTime?
  /// The first instant after it.
  package let end: LocalTime?

  /// A span from `begin` (inside) to `end` (outside).
  package init(begin: LocalTime?, end: LocalTime?) {
    self.begin = begin
    self.end = end
  }
}

/// A point or span of time as said, with every reading of it, the likeliest first.
package struct TimeValue: Hashable, Sendable {
  /// How the span stands to the named time.
  package enum Bound: String, Hashable, Sendable {
    /// At or in it.
    case at
    /// Until its end (X前, by X).
    case before
    /// From now for so long (N日内).
    case within
    /// After it.
    case after
    /// From it on.
    case since
  }

  /// What a relative time counts from.
  package enum Base: String, Hashable, Sendable {
    /// From nothing: day, month and year are named.
    case none
    /// From the day of the message.
    case messageDay
    /// From the minute of the message.
    case now
  }

  /// The readings, at least one, the likeliest first.
  package let readings: [TimeSpan]
  /// The unit it is said in.
  package let grain: Grain
  /// How the span stands to the named time.
  package let bound: Bound
  /// What it counts from.
  package let base: Base
  /// The length of a `within`.
  package let length: DurationValue?
  /// What is written, one for each end of a range.
  package let written: [WrittenTime]
  /// The earliest last day of a `within` whose last day is not known: of 3-5天内 that of three days;
  /// of working days past the known holidays (then the reading counts Monday to Friday) the day
  /// before which they can't be full.
  package internal(set) var earliest: CalendarDate?
  /// The last day of a `before` in the likeliest reading, the named day included.
  ///
  /// So counts 民法典 art. 1259. A reading that is past ends where the named day begins; `nil` for clock times.
  package internal(set) var lastDay: CalendarDate?
}

/// The parts of a date or clock time as they stand in the text.
///
/// Kept in 40 bytes, because a date is handed on by value from scanner to scanner.
package struct WrittenTime: Hashable, Sendable {
  private var packedYear = Packed16()
  private var packedRelativeDay = Packed16()
  private var packedMonth = Packed8()
  private var packedDay = Packed8()
  private var packedWeekday = Packed8()
  private var packedHour = Packed8()
  private var packedMinute = Packed8()
  private var packedSecond = Packed8()
  private var packedDateRange = PackedRange()
  private var packedTimeRange = PackedRange()

  /// The parts that are named; no place yet.
  init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil,
    relativeDay: Int? = nil, hour: Int? = nil, minute: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
    self.relativeDay = relativeDay
    self.hour = hour
    self.minute = minute
  }

  /// The year with four digits.
  package internal(set) var year: Int? {
    get { packedYear.value }
    set { packedYear.value = newValue }
  }

  /// The month, 1 to 12.
  package internal(set) var month: Int? {
    get { packedMonth.value }
    set { packedMonth.value = newValue }
  }

  /// The day of the month, 1 to 31.
  package internal(set) var day: Int? {
    get { packedDay.value }
    set { packedDay.value = newValue }
  }

  /// The day of the week, 1 (Monday) to 7.
  package internal(set) var weekday: Int? {
    get { packedWeekday.value }
    set { packedWeekday.value = newValue }
  }

  /// Days from the day of the message: 今日 0, 明天 1.
  package internal(set) var relativeDay: Int? {
    get { packedRelativeDay.value }
    set { packedRelativeDay.value = newValue }
  }

  /// The hour, 0 to 24, afternoon and evening already counted in.
  package internal(set) var hour: Int? {
    get { packedHour.value }
    set { packedHour.value = newValue }
  }

  /// The minute.
  package internal(set) var minute: Int? {
    get { packedMinute.value }
    set { packedMinute.value = newValue }
  }

  /// The second.
  package internal(set) var second: Int? {
    get { packedSecond.value }
    set { packedSecond.value = newValue }
  }

  /// The day, month or year where it is told by the lunar calendar; then none of the fields above
  /// names a date.
  package internal(set) var lunar: LunarDate?

  /// Where the date stands without the time and without 前, in raw scalars.
  package internal(set) var dateRange: Range<Int>? {
    get { packedDateRange.value }
    set { packedDateRange.value = newValue }
  }

  /// Where the clock time stands without 前, in raw scalars.
  package internal(set) var timeRange: Range<Int>? {
    get { packedTimeRange.value }
    set { packedTimeRange.value = newValue }
  }
}
