import MoneyAndDates

/// Clock times.
extension Scan {
  /// A clock time as read; hours may reach past midnight (24, 25).
  struct Clock {
    var hour: Int
    var minute = 0
    var second = 0
    var grain: Grain
    var end: Int
    /// Whether the morning or the afternoon is said, by a word or by an hour past 12.
    var isSure: Bool
    /// The second hour of an estimate: 七八点.
    var lastHour: Int?

    var seconds: Int { hour * 3_600 + minute * 60 + second }
  }

  /// The clock time that starts at a place, after the part of the day that was said before it.
  func clock(at start: Int, part: TimeWords.DayPart?, isGlued: Bool = false) -> Clock? {
    guard kind(start) == .digit || kind(start) == .hanziDigit || kind(start) == .hanziUnit,
      var clock = colonClock(at: start, isGlued: isGlued) ?? chineseClock(at: start)
    else { return nil }
    applyMeridiem(&clock)
    if let part { apply(part, to: &clock) }
    return clock
  }

  /// 18:00, 18:00:30; full-width ： was folded.
  private func colonClock(at start: Int, isGlued: Bool) -> Clock? {
    let first = digitsEnd(start)
    guard (1...2).contains(first - start), isAt(first, ":"), isGlued || kind(start - 1) != .digit,
      !((isAt(start - 1, anyOf: ".:$") || isAt(start - 1, "¥")) && kind(start - 2) == .digit)
    else { return nil }
    let second = digitsEnd(first + 1)
    guard second - first == 3, let hour = number(start..<first),
      let minute = number(first + 1..<second),
      hour <= 24, minute < 60, hour < 24 || minute == 0
    else { return nil }
    var clock = Clock(
      hour: hour, minute: minute, grain: .minute, end: second, isSure: hour > 12 || hour == 0)
    let third = digitsEnd(second + 1)
    if isAt(second, ":"), third - second == 3, let value = number(second + 1..<third), value < 60 {
      clock.second = value
      clock.grain = .second
      clock.end = third
      if isAt(third, "."), kind(third + 1) == .digit { clock.end = digitsEnd(third + 1) }
    }
    guard kind(clock.end) != .digit, !(isAt(clock.end, ":") && kind(clock.end + 1) == .digit) else {
      return nil
    }
    if isAt(clock.end, anyOf: "时分"), !isAt(clock.end + 1, anyOf: "间候期") { clock.end += 1 }
    return clock
  }

  /// 十一点半, 18时30分, 三点一刻, 20点整.
  private func chineseClock(at start: Int) -> Clock? {
    guard let read = hourNumber(at: start) else { return nil }
    let place = skipBlanks(read.end, limit: 1)
    guard isAt(place, anyOf: "点时"), read.hour <= 24, !isAt(place + 1, anyOf: "间候击赞评滴燃名心代装光髦")
    else {
      return nil
    }
    if isAt(place, "点"), isPoint(at: place, after: read) { return nil }
    var clock = Clock(
      hour: read.hour, grain: .hour, end: place + 1, isSure: read.hour > 12 || read.hour == 0,
      lastHour: read.last)
    if isAt(clock.end, anyOf: "钟整") { clock.end += 1 }
    readMinutes(&clock)
    return isABit(start, clock) ? nil : clock
  }

  private func hourNumber(at start: Int) -> (hour: Int, end: Int, last: Int?)? {
    if kind(start) == .digit {
      let end = digitsEnd(start)
      guard end - start <= 2, isAt(skipBlanks(end, limit: 1), anyOf: "点时"),
        let hour = number(start..<end), kind(start - 1) != .digit,
        !(isAt(start - 1, ".") && kind(start - 2) == .digit)
      else { return nil }
      return (hour, end, nil)
    }
    guard let numeral = numeral(at: start, point: false), numeral.value.scale == 0,
      numeral.value.digits <= 24, numeral.range.count <= 3
    else { return nil }
    return (
      Int(numeral.value.digits), numeral.range.upperBound,
      numeral.upper?.whole.map { Int($0) }
    )
  }

  /// 一点 by itself is "a bit", not one o'clock: 快一点.
  private func isABit(_ start: Int, _ clock: Clock) -> Bool {
    guard isAt(start, "一"), isAt(start + 1, "点"), clock.end == start + 2, kind(start - 1) == .han
    else { return false }
    return TimeWords.bounds.match(self, at: clock.end) == nil && rangeJoint(at: clock.end) == nil
  }

  /// 三点建议 are three points, not three o'clock.
  private func isPoint(at place: Int, after read: (hour: Int, end: Int, last: Int?)) -> Bool {
    isAt(place + 1, anyOf: "建意要原理方注说声内经感优缺好作共疑钱儿论")
  }

  private func readMinutes(_ clock: inout Clock) {
    var place = skipBlanks(clock.end, limit: 1)
    if isAt(place, "半") {
      clock.minute = 30
      clock.grain = .minute
      clock.end = place + 1
      return
    }
    if isAt(place, "过"), digit(place + 1) != nil { place += 1 }
    if let end = end(of: "一刻", at: place) ?? self.end(of: "1刻", at: place) {
      return set(15, end, &clock)
    }
    if let end = end(of: "三刻", at: place) ?? self.end(of: "3刻", at: place) {
      return set(45, end, &clock)
    }
    guard kind(place) == .digit || kind(place) == .hanziDigit || kind(place) == .hanziUnit,
      let numeral = numeral(at: place, point: false), numeral.value.scale == 0,
      numeral.value.digits < 60, numeral.upper == nil || numeral.plainDigits <= 2
    else { return }
    let end = numeral.range.upperBound
    let unit = skipBlanks(end, limit: 1)
    let minute = Int(numeral.value.digits)
    if isAt(unit, "分"), !isAt(unit + 1, anyOf: "钟期之") {
      set(minute, unit + 1, &clock)
      readSeconds(&clock)
    } else if end - place == 2 || numeral.isArabic == false && end - place >= 2 || minute >= 10,
      !isAt(end, anyOf: "元万个天人期点时日号月年名折", or: "%"), kind(place - 1) != .space,
      numeral.isPlain || !numeral.isArabic
    {
      set(minute, end, &clock)
    }
  }

  private func set(_ minute: Int, _ end: Int, _ clock: inout Clock) {
    clock.minute = minute
    clock.grain = .minute
    clock.end = end
  }

  private func readSeconds(_ clock: inout Clock) {
    guard let numeral = numeral(at: clock.end, point: false), numeral.value.scale == 0,
      numeral.value.digits < 60, isAt(numeral.range.upperBound, "秒")
    else { return }
    clock.second = Int(numeral.value.digits)
    clock.grain = .second
    clock.end = numeral.range.upperBound + 1
  }

  /// The half of the day after a time: am, pm with or without dots.
  private func applyMeridiem(_ clock: inout Clock) {
    let place = skipBlanks(clock.end, limit: 1)
    guard let (isAfternoon, end) = meridiem(at: place), clock.hour <= 12 else { return }
    clock.hour = clock.hour % 12 + (isAfternoon ? 12 : 0)
    clock.isSure = true
    clock.end = end
  }

  /// Whether p.m., and where it ends.
  func meridiem(at place: Int) -> (Bool, Int)? {
    guard isAt(place, anyOf: "aApP") else { return nil }
    let isAfternoon = isAt(place, anyOf: "pP")
    var end = place + 1
    if isAt(end, ".") { end += 1 }
    guard isAt(end, anyOf: "mM"), !isWordly(end + 1) else { return nil }
    end += 1
    if isAt(end, "."), isAt(end - 2, ".") { end += 1 }
    return (isAfternoon, end)
  }

  private func apply(_ part: TimeWords.DayPart, to clock: inout Clock) {
    let isRange = clock.lastHour
    switch part {
    case .afternoon where clock.hour < 12, .evening where (5..<12).contains(clock.hour),
      .noon where clock.hour < 6, .midnight where (8..<12).contains(clock.hour):
      clock.hour += 12
      clock.lastHour = isRange.map { $0 + 12 }
    case .evening where clock.hour == 12 || clock.hour < 5, .midnight where clock.hour == 12:
      clock.hour = clock.hour == 12 ? 24 : clock.hour + 24
    case .beforeDawn where clock.hour == 12: clock.hour = 0
    default: break
    }
    clock.isSure = true
  }
}
