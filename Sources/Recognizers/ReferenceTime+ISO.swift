import MoneyAndDates

extension ReferenceTime {
  /// Reads `2026-11-21`, `2026-11-21T10:30` or `2026-11-21T10:30:00`; `nil` for anything else, a day
  /// or time that does not exist among it.
  package init?(iso text: String) {
    let bytes = Array(text.utf8.prefix(20))
    guard bytes.count >= 10,
      let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    guard bytes.count > 10 else {
      self.init(date: date)
      return
    }
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T") else { return nil }
    var seconds = 0
    for (start, limit, unit) in [(11, 24, 3_600), (14, 60, 60), (17, 60, 1)]
    where start < bytes.count {
      guard let value = ReferenceTime.twoDigits(bytes, at: start), value < limit,
        start == 11 || bytes[start - 1] == UInt8(ascii: ":")
      else { return nil }
      seconds += value * unit
    }
    self.init(date: date, secondOfDay: seconds)
  }

  private static func twoDigits(_ bytes: [UInt8], at start: Int) -> Int? {
    var value = 0
    for byte in bytes[start..<start + 2] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
