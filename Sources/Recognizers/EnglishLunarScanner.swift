/// English dates that say they are of the lunar calendar: lunar October 1, the 5th of the 8th lunar
/// month, 6pm on Lunar New Year's Eve.
extension Scan {
  /// The English time that starts at a place; one of the lunar calendar has no reading.
  ///
  /// `after` says what may follow a number that starts there.
  func englishTime(at start: Int, after: ScalarTraits = .everyAfter) -> Candidate? {
    guard let found = solarEnglishTime(at: start, after: after) else { return nil }
    guard case .time(let time) = found.value, let end = englishLunarEnd(of: found.range, time)
    else { return found }
    let written = time.written.map { solar -> WrittenTime in
      var written = WrittenTime(hour: solar.hour, minute: solar.minute)
      written.lunar = LunarDate(year: solar.year, month: solar.month, day: solar.day)
      written.dateRange = solar.dateRange
      written.timeRange = solar.timeRange
      return written
    }
    let value = TimeValue(
      readings: [], grain: time.grain, bound: time.bound, base: .none, length: nil,
      written: written)
    return Candidate(
      kind: .datetime, range: found.range.lowerBound..<end, value: .time(value),
      rule: "date.english-lunar", folds: found.folds)
  }

  /// Where the date ends together with the words that make it lunar, `nil` for a solar one.
  private func englishLunarEnd(of range: Range<Int>, _ time: TimeValue) -> Int? {
    let before = kind(range.lowerBound - 1) == .space ? range.lowerBound - 1 : range.lowerBound
    if let (isFestival, _) = EnglishLunarWords.before.match(self, before: before) {
      let isClock = time.written.allSatisfy { $0.dateRange == nil }
      return isFestival == isClock ? range.upperBound : nil
    }
    guard time.grain <= .month, time.written.contains(where: { $0.day != nil }) else { return nil }
    var place = skipBlanks(range.upperBound, limit: 1)
    let isBracketed = isAt(place, "(")
    if isBracketed { place += 1 }
    if let end = end(of: "lunar", at: place), isBracketed || has(" calendar", at: end) {
      return skipWord(" calendar", at: end, closing: isBracketed)
    }
    for word in ["of the ", "in the ", "by the ", "on the "] as [StaticString] {
      guard let end = end(of: word, at: place) else { continue }
      let next = has("lunar", at: end) ? end : afterWord(end)
      guard let lunar = self.end(of: "lunar ", at: next) else { return nil }
      return afterWord(lunar, takesBlank: false)
    }
    return nil
  }

  private func skipWord(_ word: StaticString, at place: Int, closing: Bool) -> Int {
    let end = end(of: word, at: place) ?? place
    return closing && isAt(end, ")") ? end + 1 : end
  }

  /// Behind one word of at most twelve letters and the blank behind it.
  private func afterWord(_ place: Int, takesBlank: Bool = true) -> Int {
    var end = place
    while end < place + 12, isWordly(end) { end += 1 }
    return takesBlank ? skipBlanks(end, limit: 1) : end
  }
}

/// The words that make an English date lunar.
enum EnglishLunarWords {
  /// Words right before a date (`false`), and days before a clock time (`true`).
  static let before = BackwardTable<Bool>([
    ("lunar lunar_calendar lunar_date lunar_month", false),
    (
      """
      lunar_new_year's_eve chinese_new_year's_eve lunar_new_year chinese_new_year spring_festival \
      mid-autumn_festival dragon_boat_festival lunar_new_year's_eve_at chinese_new_year's_eve_at \
      lunar_new_year_at chinese_new_year_at spring_festival_at mid-autumn_festival_at \
      dragon_boat_festival_at
      """, true
    ),
  ])
}
