import MoneyAndDates

extension Money {
  /// The amount as people write it: `3,200.50元` in Chinese, `¥3,200.50` in English.
  package func formatted(in language: Language) -> String {
    let magnitude = fen.magnitude
    let cents = magnitude % 100
    let number = "\(grouped(magnitude / 100)).\(cents < 10 ? "0" : "")\(cents)"
    let sign = fen < 0 ? "-" : ""
    return switch language {
    case .zh: "\(sign)\(number)元"
    case .en: "\(sign)¥\(number)"
    }
  }
}

extension CalendarDate {
  /// The day as people write it: `2026年11月23日（周一）` or `Mon 23 Nov 2026`.
  package func formatted(in language: Language) -> String {
    let (year, month, day) = civil
    return switch language {
    case .zh: "\(year)年\(month)月\(day)日（周\(CalendarDate.weekdaysZh[weekday - 1])）"
    case .en:
      "\(CalendarDate.weekdaysEn[weekday - 1]) \(day) \(CalendarDate.monthsEn[month - 1]) \(year)"
    }
  }

  private static let weekdaysZh = ["一", "二", "三", "四", "五", "六", "日"]
  private static let weekdaysEn = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let monthsEn = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}

/// A whole number with a comma between each three digits: `1234567` becomes `1,234,567`.
private func grouped(_ number: UInt64) -> String {
  let digits = Array(String(number))
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
    result.append(digit)
  }
  return result
}
