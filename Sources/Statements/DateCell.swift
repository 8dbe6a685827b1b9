import MoneyAndDates

/// What a cell of a date or time column says.
struct DateCell: Hashable {
  /// A calendar day, or month and day where no year is printed.
  enum Day: Hashable {
    case full(CalendarDate)
    case yearless(month: Int, day: Int)
  }

  let day: Day?
  /// `HH:MM:SS`, where a time is printed.
  let time: String?

  /// Reads `YYYY-MM-DD`, `YYYY/MM/DD`, `YYYY.MM.DD`, `YYYY年M月D日`, `YYYYMMDD`, `MM/DD`, each with or without a time, a
  /// time alone, or a date that xlsx holds as a number; `nil` for anything else.
  init?(_ cell: SheetCell, startsIn1904: Bool, isTimeColumn: Bool = false) {
    if let number = cell.number, let serial = Self.serial(number, startsIn1904, isTimeColumn) {
      self = serial
      return
    }
    let groups = DigitGroups(cell.text)
    guard groups.isSound, let first = groups.values.first else { return nil }
    guard let whole = Self.packed(first, groups) ?? Self.spelled(groups) else {
      return nil
    }
    self = whole
  }

  private init(day: Day?, time: String?) {
    self.day = day
    self.time = time
  }

  /// `20240131`, `20240131093015`, `093015`, each alone or with a time behind.
  private static func packed(_ first: DigitGroups.Group, _ groups: DigitGroups) -> DateCell? {
    switch first.digits {
    case 8:
      guard let date = date(packed: first.value) else { return nil }
      let rest = Array(groups.values.dropFirst())
      if rest.isEmpty { return DateCell(day: .full(date), time: nil) }
      guard let time = clock(rest) ?? packedClock(rest) else { return nil }
      return DateCell(day: .full(date), time: time)
    case 14 where groups.values.count == 1:
      guard let date = date(packed: first.value / 1_000_000),
        let time = clock(packed: first.value % 1_000_000)
      else { return nil }
      return DateCell(day: .full(date), time: time)
    case 6 where groups.values.count == 1:
      guard let time = clock(packed: first.value) else { return nil }
      return DateCell(day: nil, time: time)
    default: return nil
    }
  }

  /// Parts with separators: three of a date, two of a day without a year, three of a time.
  private static func spelled(_ groups: DigitGroups) -> DateCell? {
    let values = groups.values
    if values.count >= 3, values[0].digits == 4, !values[0].isClock {
      guard
        let date = CalendarDate(
          year: values[0].value, month: values[1].value, day: values[2].value)
      else { return nil }
      let rest = Array(values.dropFirst(3))
      if rest.isEmpty { return DateCell(day: .full(date), time: nil) }
      guard let time = clock(rest) ?? packedClock(rest) else { return nil }
      return DateCell(day: .full(date), time: time)
    }
    if let time = clock(values) { return DateCell(day: nil, time: time) }
    guard values.count >= 2, values[0].digits <= 2, values[1].digits <= 2, !values[0].isClock,
      (1...12).contains(values[0].value), (1...31).contains(values[1].value)
    else { return nil }
    let rest = Array(values.dropFirst(2))
    let time = rest.isEmpty ? nil : clock(rest) ?? packedClock(rest)
    guard rest.isEmpty || time != nil else { return nil }
    return DateCell(day: .yearless(month: values[0].value, day: values[1].value), time: time)
  }

  private static func date(packed: Int) -> CalendarDate? {
    CalendarDate(year: packed / 10_000, month: packed / 100 % 100, day: packed % 100)
  }

  private static func packedClock(_ groups: [DigitGroups.Group]) -> String? {
    guard groups.count == 1, groups[0].digits == 6 else { return nil }
    return clock(packed: groups[0].value)
  }

  private static func clock(packed: Int) -> String? {
    clock(hour: packed / 10_000, minute: packed / 100 % 100, second: packed % 100)
  }

  /// Hours, minutes and perhaps seconds with colons between.
  private static func clock(_ groups: [DigitGroups.Group]) -> String? {
    guard groups.count == 2 || groups.count == 3, groups[0].isClock,
      groups.allSatisfy({ $0.digits <= 2 })
    else { return nil }
    return clock(
      hour: groups[0].value, minute: groups[1].value,
      second: groups.count == 3 ? groups[2].value : 0)
  }

  private static func clock(hour: Int, minute: Int, second: Int) -> String? {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(hour)):\(two(minute)):\(two(second))"
  }

  /// A day (and time) as xlsx counts it; a packed number such as 20240131 is left to the digits.
  private static func serial(
    _ number: Double, _ startsIn1904: Bool, _ isTimeColumn: Bool
  ) -> DateCell? {
    if isTimeColumn, number >= 0, number < 240_000, number == number.rounded() {
      return clock(packed: Int(number)).map { DateCell(day: nil, time: $0) }
    }
    guard number >= 0, number < 100_000 else { return nil }
    let seconds = (number * 86_400).rounded()
    let days = (seconds / 86_400).rounded(.down)
    let rest = Int(seconds - days * 86_400)
    let time =
      rest == 0 ? nil : clock(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    if days == 0 { return time.map { DateCell(day: nil, time: $0) } }
    // The usual system counts a 29 February 1900 that never was; all dates here are after it.
    let origin =
      startsIn1904
      ? CalendarDate(year: 1904, month: 1, day: 1) : CalendarDate(year: 1899, month: 12, day: 30)
    guard days > 60, let date = origin?.adding(days: Int(days)) else { return nil }
    return DateCell(day: .full(date), time: time)
  }
}

/// The digit groups of a date cell and what stands between them.
private struct DigitGroups {
  struct Group {
    var value: Int
    var digits: Int
    /// Whether a colon follows or precedes.
    var isClock: Bool
  }

  private(set) var values: [Group] = []
  /// Whether nothing but separators of dates and times stands between the groups.
  private(set) var isSound = true

  init(_ text: String) {
    var isInside = false
    var afterColon = false
    for scalar in text.unicodeScalars.prefix(40) {
      switch scalar.value {
      case 0x30...0x39:
        let digit = Int(scalar.value - 0x30)
        if isInside, let last = values.indices.last, values[last].digits < 15 {
          values[last].value = values[last].value * 10 + digit
          values[last].digits += 1
        } else {
          values.append(Group(value: digit, digits: 1, isClock: afterColon))
          isInside = true
        }
        afterColon = false
        continue
      case 0x3A, 0xFF1A:
        if let last = values.indices.last { values[last].isClock = true }
        afterColon = true
      case 0x2E where values.count >= 6: return  // fractions of a second
      case 0x20, 0x09, 0xA0, 0x2D, 0x2F, 0x2E, 0x54, 0x5E74, 0x6708, 0x65E5, 0x65F6, 0x5206, 0x79D2:
        break
      default: isSound = false
      }
      isInside = false
    }
    if text.unicodeScalars.count > 40 { isSound = false }
  }
}
