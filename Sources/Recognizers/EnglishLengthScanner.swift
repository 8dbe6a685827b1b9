import MoneyAndDates

/// Lengths counted from now in English: within 24 hours, in two days, 3 days ago, last 3 months.
extension Scan {
  func englishStretch(at start: Int) -> Candidate? {
    if let length = englishLength(at: start) {
      let place = skipBlanks(length.range.upperBound, limit: 1)
      for (word, bound) in [
        ("ago", .before), ("later", .after), ("from now", .after), ("from today", .after),
      ] as [(StaticString, TimeValue.Bound)] {
        if let end = end(of: word, at: place), isWhole(end) {
          return englishLength(length, bound, start..<end)
        }
      }
      return englishFromDay(length, start, place)
    }
    guard englishStarts(at: start).contains(.stretch),
      let (stretch, end) = EnglishTimeWords.stretches.match(self, at: start),
      kind(end) == .space, let length = englishLength(at: skipBlanks(end, limit: 1)),
      kind(length.range.upperBound - 1) == .latin
    else { return nil }
    let range = start..<length.range.upperBound
    switch stretch {
    case .within: return englishLength(length, .within, range)
    case .after: return englishLength(length, .after, range)
    case .next: return englishStretch(length, isPast: false, range)
    case .past: return englishStretch(length, isPast: true, range)
    }
  }

  /// A length with its number in digits or in words: 3 days, two weeks, half an hour.
  private func englishLength(at start: Int) -> Length? {
    if kind(start) == .digit {
      guard let length = length(at: start), length.upper == nil else { return nil }
      return length
    }
    guard englishStarts(at: start).contains(.length) else { return nil }
    if let end = end(of: "half an hour", at: start), isWhole(end),
      let half = ExactDecimal(digits: 5, scale: 1)
    {
      return Length(
        parts: [.init(count: half, unit: .hour)], range: start..<end, numberRange: start..<end)
    }
    guard let (count, end) = EnglishTimeWords.numbers.match(self, at: start), kind(end) == .space,
      let (unit, last) = TimeWords.units.match(self, at: skipBlanks(end, limit: 1)), isWhole(last),
      kind(last - 1) == .latin
    else { return nil }
    return Length(
      parts: [.init(count: ExactDecimal(whole: count), unit: unit)], range: start..<last,
      numberRange: start..<end)
  }

  /// Three weeks from tomorrow, 2 weeks before May 13, 2026.
  private func englishFromDay(_ length: Length, _ start: Int, _ place: Int) -> Candidate? {
    for (word, bound) in [("from ", .after), ("after ", .after), ("before ", .before)]
      as [(StaticString, TimeValue.Bound)]
    {
      guard let end = end(of: word, at: place), let day = englishDay(at: end), day.grain == .day,
        let date = day.day
      else { continue }
      return Candidate(
        kind: .datetime, range: start..<day.range.upperBound,
        value: .time(relative(length, bound, from: date)), rule: "time.english-length-from-day",
        folds: length.folds)
    }
    return nil
  }

  private func englishLength(
    _ length: Length, _ bound: TimeValue.Bound, _ range: Range<Int>
  ) -> Candidate {
    Candidate(
      kind: .datetime, range: range, value: .time(relative(length, bound)),
      rule: "time.english-length", folds: length.folds)
  }

  /// Last 3 months end with the present; the next 7 days begin with tomorrow.
  private func englishStretch(_ length: Length, isPast: Bool, _ range: Range<Int>) -> Candidate {
    let grain: Grain =
      length.parts.allSatisfy { $0.unit.seconds ?? 86_400 < 86_400 } ? .minute : .day
    var span: TimeSpan?
    if let now = reference, let there = shifted(now, by: length.parts, sign: isPast ? -1 : 1) {
      let here = LocalTime(date: now.date, secondOfDay: grain == .day ? 0 : now.secondOfDay)
      let other = grain == .day ? LocalTime(date: there.date) : there
      if isPast {
        span = TimeSpan(begin: other, end: here)
      } else if grain == .day {
        span = TimeSpan(
          begin: LocalTime(date: now.date.adding(days: 1)),
          end: LocalTime(date: there.date?.adding(days: 1)))
      } else {
        span = TimeSpan(begin: here, end: other)
      }
    }
    let value = TimeValue(
      readings: span.map { [$0] } ?? [], grain: grain, bound: isPast ? .at : .within, base: .now,
      length: DurationValue(parts: length.parts, upper: nil, numberRange: raw(length.numberRange)),
      written: [])
    return Candidate(
      kind: .datetime, range: range, value: .time(value), rule: "time.english-stretch",
      folds: length.folds)
  }
}
