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

extension Rate {
  /// The rate with its basis as people write it: `年利率18.25%`, `18.25% a year`.
  package func formatted(in language: Language) -> String {
    let percent = percentText
    return switch (language, basis) {
    case (.zh, .perYear): "年利率\(percent)"
    case (.zh, .perMonth): "月利率\(percent)"
    case (.zh, .perDay): "日利率\(percent)"
    case (.zh, .perPeriod): "每期费率\(percent)"
    case (.zh, .once): "一次性费率\(percent)"
    case (.en, .perYear): "\(percent) a year"
    case (.en, .perMonth): "\(percent) a month"
    case (.en, .perDay): "\(percent) a day"
    case (.en, .perPeriod): "\(percent) of the principal each period"
    case (.en, .once): "\(percent) of the principal, once"
    }
  }

  /// The exact fraction in percent, without trailing zeros: `18.25%`.
  private var percentText: String {
    guard digits != 0 else { return "0%" }
    let decimals = max(0, scale - 2)
    let zerosAfter = digits == 0 ? 0 : max(0, 2 - scale)
    var magnitude = String(digits.magnitude) + String(repeating: "0", count: zerosAfter)
    let zerosBefore = max(0, decimals + 1 - magnitude.count)
    magnitude = String(repeating: "0", count: zerosBefore) + magnitude
    let whole = magnitude.dropLast(decimals)
    let point = decimals == 0 ? "" : "." + magnitude.suffix(decimals)
    return "\(digits < 0 ? "-" : "")\(whole)\(point)%"
  }
}
