/// A day of the proleptic Gregorian calendar, years 1 to 9999, without time or time zone.
///
/// All arithmetic is on integers (days since 1970-01-01); no system calendar is asked.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; earlier days are negative.
  package let dayNumber: Int

  private init(unchecked dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day with this number (days since 1970-01-01), or `nil` outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard (CalendarDate.first.dayNumber...CalendarDate.last.dayNumber).contains(dayNumber) else {
      return nil
    }
    self.dayNumber = dayNumber
  }

  /// The named day, or `nil` where the calendar has no such day (30 February, month 13, year 0).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(inMonth: month, ofYear: year)
    else { return nil }
    self.dayNumber = CalendarDate.number(year: year, month: month, day: day)
  }

  /// Reads `"2026-11-23"`: four, two and two digits, or `nil`.
  package init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  /// The first day that can be named: 0001-01-01.
  package static let first = CalendarDate(unchecked: number(year: 1, month: 1, day: 1))
  /// The last day that can be named: 9999-12-31.
  package static let last = CalendarDate(unchecked: number(year: 9999, month: 12, day: 31))

  /// Year, month and day of the civil calendar.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  package var year: Int { civil.year }
  /// The month, 1 to 12.
  package var month: Int { civil.month }
  /// The day of the month, 1 to 31.
  package var day: Int { civil.day }
  /// The day of the week by ISO 8601: Monday is 1, Sunday is 7.
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The day so many days later (earlier when negative), or `nil` outside the years 1 to 9999.
  package func adding(days: Int) -> CalendarDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: sum)
  }

  /// The same day of the month so many months later; where that month is shorter, its last day.
  ///
  /// Count from the original day each time: 31 January + 1 month is 28 or 29 February, + 2 months
  /// is 31 March. `nil` outside the years 1 to 9999.
  package func adding(months: Int) -> CalendarDate? {
    let (year, month, day) = civil
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12 else { return nil }
    let newYear = total / 12
    let newMonth = total % 12 + 1
    guard newYear <= 9999 else { return nil }
    return CalendarDate(
      year: newYear, month: newMonth,
      day: min(day, CalendarDate.days(inMonth: newMonth, ofYear: newYear)))
  }

  /// The number of midnights from `other` to this day; negative when this day is earlier.
  package func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The earlier day comes first.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// How many days a month has, 28 to 31; `month` must be 1 to 12.
  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day as `"2026-11-23"`; `init(iso:)` reads it back.
  package var iso: String {
    let (year, month, day) = civil
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}
