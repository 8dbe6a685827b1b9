/// Years counted from the beginning of an era: 民国113年5月, 昭和六十年.
extension Scan {
  /// A date of the lunar calendar, of an era or of 元月 whose first word starts at a place.
  func otherCalendarDate(at start: Int) -> Moment? {
    lunarDate(at: start) ?? eraDate(at: start) ?? firstMonth(at: start)
  }

  /// The date of an era; its months and days are those of the solar calendar, so it is exact.
  private func eraDate(at start: Int) -> Moment? {
    guard let (first, place) = EraWords.firstYears.match(self, at: start),
      let (count, end) = eraCount(at: skipBlanks(place, limit: 1)),
      var moment = fromYear(first + count - 1, start, end), moment.written.lunar == nil
    else { return nil }
    moment.rule = "date.era-year"
    return moment
  }

  /// 113年, 一百一十三年, 元年: which year, and where it ends.
  private func eraCount(at place: Int) -> (Int, Int)? {
    if let end = end(of: "元年", at: place) { return (1, end) }
    guard let number = dateNumber(at: place), (1...200).contains(number.value) else { return nil }
    let unit = skipBlanks(number.end, limit: 1)
    return isAt(unit, "年") ? (number.value, unit + 1) : nil
  }
}

/// The eras whose years are still met in papers, from the year on in which they count by the solar
/// calendar.
enum EraWords {
  /// The first year of each.
  static let firstYears = WordTable<Int>([
    ("民国 中华民国", 1_912), ("明治", 1_868), ("大正", 1_912), ("昭和", 1_926), ("平成", 1_989),
    ("令和", 2_019),
  ])

  /// Every character with which the name of an era, or 元月, can begin.
  static let starts = "民中明大昭平令元"
}
