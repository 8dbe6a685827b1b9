/// A length of time as said.
package struct DurationValue: Hashable, Sendable {
  /// The unit of a count.
  package enum Unit: String, Hashable, Sendable {
    /// Seconds.
    case second
    /// Minutes.
    case minute
    /// Hours.
    case hour
    /// Days.
    case day
    /// Working days.
    case workday
    /// Weeks.
    case week
    /// Months.
    case month
    /// Years.
    case year

    /// The usual length in seconds: a month counts 30 days, a year 365; `nil` for working days.
    package var seconds: Int64? {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3_600
      case .day: 86_400
      case .week: 604_800
      case .month: 2_592_000
      case .year: 31_536_000
      case .workday: nil
      }
    }
  }

  /// One count with its unit.
  package struct Part: Hashable, Sendable {
    /// How many.
    package let count: ExactDecimal
    /// Of what.
    package let unit: Unit
  }

  /// The counts in the order said: 1年2个月 has two.
  package let parts: [Part]
  /// The upper end of a range: 3到5天.
  package let upper: [Part]?
  /// Where the count stands without its unit, raw scalars.
  package let numberRange: Range<Int>

  /// The usual length in seconds, rounded down; `nil` for working days or where it does not fit.
  package var seconds: Int64? { DurationValue.seconds(of: parts) }

  /// How many days, where it is a whole number of days and nothing else.
  package var days: Int? {
    guard parts.count == 1, upper == nil, parts[0].unit == .day else { return nil }
    return parts[0].count.whole.map(Int.init)
  }

  /// How many working days, where it is a whole number of them and nothing else.
  package var workdays: Int? {
    guard parts.count == 1, upper == nil, parts[0].unit == .workday else { return nil }
    return parts[0].count.whole.map(Int.init)
  }

  /// The usual length of counts in seconds, rounded down; `nil` for working days.
  package static func seconds(of parts: [Part]) -> Int64? {
    var sum = ExactDecimal.zero
    for part in parts {
      guard let unit = part.unit.seconds,
        let product = part.count.times(ExactDecimal(whole: unit)),
        let next = sum.adding(product)
      else { return nil }
      sum = next
    }
    var whole = sum.digits
    for _ in 0..<sum.scale { whole /= 10 }
    return whole
  }
}

/// Something that comes back, 每月8日.
package struct RecurrenceValue: Hashable, Sendable {
  /// How long from one to the next.
  package let every: DurationValue.Part
  /// What is written of the date and time in each round.
  package let written: WrittenTime
}
