/// The public holidays and make-up working days of mainland China for some years, as data.
///
/// Outside its days it knows nothing, and says so: it never takes an unpublished year for one
/// without holidays.
package struct HolidayCalendar: Hashable, Sendable {
  /// The first day the data covers.
  package let first: CalendarDate
  /// The last day the data covers.
  package let last: CalendarDate
  /// The last day that the next year's notice can no longer change.
  ///
  /// A notice for a new year may turn weekend days of the December before into working days, so
  /// a term that ends later than this is only as sure as the data.
  package let settledThrough: CalendarDate
  private let restDays: Set<CalendarDate>
  private let makeUpDays: Set<CalendarDate>

  /// Reads the text of `holidays.csv`, or `nil` where a line is not of that form.
  ///
  /// Lines are `date,kind,source`; kind is `first`, `last`, `settled` (the range of the data, each
  /// once), `rest` (a day off by notice) or `work` (a weekend day worked by notice). Blank lines,
  /// lines that start with `#` and the heading `date,kind,source` are passed over.
  package init?(csv text: String) {
    var bounds: [String: CalendarDate] = [:]
    var days: [String: Set<CalendarDate>] = ["rest": [], "work": []]
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.first != UInt8(ascii: "#"), !line.elementsEqual("date,kind,source".utf8) else {
        continue
      }
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 3,
        let date = CalendarDate(iso: String(decoding: fields[0], as: UTF8.self))
      else { return nil }
      let kind = String(decoding: fields[1], as: UTF8.self)
      switch kind {
      case "first", "last", "settled":
        guard bounds.updateValue(date, forKey: kind) == nil else { return nil }
      case "rest", "work": days[kind, default: []].insert(date)
      default: return nil
      }
    }
    guard let first = bounds["first"], let last = bounds["last"], let settled = bounds["settled"],
      let restDays = days["rest"], let makeUpDays = days["work"]
    else { return nil }
    self.init(
      first: first, last: last, settledThrough: settled, restDays: restDays, makeUpDays: makeUpDays)
  }

  /// A calendar of these days, or `nil` where the range is empty, a listed day lies outside it, or
  /// a day is listed as both.
  package init?(
    first: CalendarDate, last: CalendarDate, settledThrough: CalendarDate,
    restDays: Set<CalendarDate>, makeUpDays: Set<CalendarDate>
  ) {
    let range = first...max(first, last)
    guard first <= last, range.contains(settledThrough), restDays.isDisjoint(with: makeUpDays),
      restDays.allSatisfy(range.contains), makeUpDays.allSatisfy(range.contains)
    else { return nil }
    self.first = first
    self.last = last
    self.settledThrough = settledThrough
    self.restDays = restDays
    self.makeUpDays = makeUpDays
  }

  /// Whether the day is worked; `nil` (unknown) outside the data.
  package func isWorkingDay(_ day: CalendarDate) -> Bool? {
    guard first <= day, day <= last else { return nil }
    if restDays.contains(day) { return false }
    return day.weekday <= 5 || makeUpDays.contains(day)
  }

  /// The day on which so many working days are full, `start` itself not counted.
  ///
  /// 0 gives `start`. Where the count runs past the data the answer names the earliest day it could
  /// be: the first day after the data.
  package func adding(workingDays count: Int, to start: CalendarDate) -> WorkingDayTerm {
    guard count >= 1 else { return count == 0 ? .lastDay(start) : .unknown(notBefore: start) }
    var left = count
    var day = start
    while let next = day.adding(days: 1) {
      day = next
      guard let worked = isWorkingDay(day) else {
        return .unknown(notBefore: earliest(after: day, remaining: left))
      }
      if worked { left -= 1 }
      if left == 0 { return .lastDay(day) }
    }
    return .unknown(notBefore: day)
  }

  /// The earliest day on which so many working days can be full, `start` itself not counted,
  /// whatever notices are still to come: every day later than `settledThrough` counts as worked.
  package func earliestDay(ofWorkingDays count: Int, after start: CalendarDate) -> CalendarDate {
    var left = count
    var day = start
    while left > 0, let next = day.adding(days: 1) {
      day = next
      guard day <= settledThrough, let worked = isWorkingDay(day) else {
        return earliest(after: day, remaining: left)
      }
      if worked { left -= 1 }
    }
    return day
  }

  /// The first working day on or after a day; `nil` where the answer is not settled: outside the
  /// data, or later than `settledThrough`.
  package func firstWorkingDay(onOrAfter day: CalendarDate) -> CalendarDate? {
    guard day <= settledThrough else { return nil }
    var candidate = day
    while let worked = isWorkingDay(candidate) {
      if worked { return candidate }
      guard let next = candidate.adding(days: 1) else { return nil }
      candidate = next
    }
    return nil
  }

  /// No more than every single day can be worked, so the term needs at least `remaining` days more.
  private func earliest(after day: CalendarDate, remaining: Int) -> CalendarDate {
    day.adding(days: remaining - 1) ?? .last
  }
}

/// Where a term of working days ends, or how much of that is known.
package enum WorkingDayTerm: Hashable, Sendable {
  /// The term is full at the end of this day.
  case lastDay(CalendarDate)
  /// The term runs past the holiday data; it can't end before this day.
  case unknown(notBefore: CalendarDate)

  /// The last day where it is known.
  package var lastDay: CalendarDate? {
    if case .lastDay(let day) = self { return day }
    return nil
  }
}
