import MoneyAndDates
import Recognizers
import Wording

/// Understands the free words of an answer (一万二, 下周三, 18.25%) by the recognizers.
package struct FreeWords: Sendable {
  private let recognizer: LazyPart<Recognizer>

  /// Understanding by these recognizers, which are made when there is first something to read.
  package init(recognizer: LazyPart<Recognizer>) {
    self.recognizer = recognizer
  }

  /// The ways of understanding, as the answer reader takes them.
  package var understanding: AnswerReader.Understanding {
    AnswerReader.Understanding(
      money: money, dates: dates, integer: integer, rate: rate)
  }

  /// The one amount a text names; a bare number counts as yuan.
  @Sendable func money(_ text: String) -> Money? {
    guard let plain = FreeWords.plainDigits(text) else { return nil }
    if let amount = Money(yuan: plain) ?? FreeWords.shortened(plain) { return amount }
    if let words = EnglishNumber.value(of: FreeWords.withoutTail(text, FreeWords.yuanWords)) {
      return Money(yuan: String(words))
    }
    return yuan(text) ?? yuan(FreeWords.withUnit(text))
  }

  /// The one amount of yuan that stands in a text with its unit.
  private func yuan(_ text: String) -> Money? {
    said(in: text, nil) { entity in
      // A sign that stands for several currencies is not taken for yuan.
      guard case .money(let value) = entity.value, value.currency ?? "CNY" == "CNY",
        !entity.text.unicodeScalars.contains(where: { "$＄€£".unicodeScalars.contains($0) })
      else { return nil }
      return value.money
    }?.value
  }

  /// The days that a text can mean, told from `today`, the likeliest first; none where it names a longer time.
  @Sendable func dates(_ text: String, _ today: CalendarDate) -> [CalendarDate] {
    let plain = FreeWords.plainDigits(text)
    if let day = plain.flatMap(CalendarDate.init(iso:)) { return [day] }
    let written =
      plain.flatMap(FreeWords.monthAndDay) ?? (FreeWords.isOrdinal(text) ? "the " + text : text)
    let readings = said(in: written, ReferenceTime(date: today)) { entity -> [CalendarDate]? in
      guard case .time(let value) = entity.value else { return nil }
      return value.readings.compactMap { FreeWords.day($0, value.bound) }
    }
    return readings?.value ?? []
  }

  /// The one whole number a text names; one with a unit (37天) only where the question speaks of that unit.
  @Sendable func integer(_ text: String, _ question: String) -> Int64? {
    guard let plain = FreeWords.plainDigits(text) else { return nil }
    if let number = Int64(plain) { return number }
    let units = FreeWords.unitWords.filter { FreeWords.speaks(question, of: $0.unit) }
    if let words = EnglishNumber.value(of: FreeWords.withoutTail(text, units.map(\.word))) {
      return words
    }
    return said(in: text, nil) { entity -> Int64? in
      switch entity.value {
      case .number(let number): number.whole
      case .period(let period): (period.total ?? period.index).map(Int64.init)
      case .duration(let duration):
        duration.parts.count == 1 && duration.upper == nil
          && FreeWords.speaks(question, of: duration.parts[0].unit)
          ? duration.parts[0].count.whole : nil
      default: nil
      }
    }?.value
  }

  /// The one rate a text names; `basis` counts where the text names none.
  @Sendable func rate(_ text: String, _ basis: RateBasis) -> Rate? {
    guard let plain = FreeWords.plainDigits(text) else { return nil }
    let written = FreeWords.endsInNumber(plain) ? plain + "%" : text
    let found = said(in: written, nil) { entity -> (value: PercentValue, text: String)? in
      // Of a range (3.45% to 24%) neither end is the rate.
      guard case .percent(let value) = entity.value, value.upper == nil else { return nil }
      return (value, entity.text)
    }
    guard let found, let own = FreeWords.basis(of: found.value.value.span, beside: found.rest)
    else { return nil }
    // 万分之五 alone is what people say of a day.
    let isTiny = found.value.text.unicodeScalars.contains { "万‱".unicodeScalars.contains($0) }
    guard own != nil || !isTiny || basis == .perDay else { return nil }
    return found.value.value.percent.shifted(by: -2).flatMap {
      Rate(digits: $0.digits, scale: $0.scale, basis: own ?? basis)
    }
  }

  // MARK: What a text says as a whole

  /// What the one fitting entity of a text gives, and what stands beside it.
  ///
  /// `nil` where there are several, or where a number stands beside it: half of an answer is another answer.
  private func said<Value>(
    in text: String, _ reference: ReferenceTime?, _ read: (Entity) -> Value?
  ) -> (value: Value, rest: String)? {
    let language: Language = text.unicodeScalars.contains { $0.value > 0x2E80 } ? .zh : .en
    let entities = recognizer.value.recognize(text, reference: reference, language: language)
      .entities
    let found = entities.compactMap { entity in read(entity).map { (entity.range, $0) } }
    guard found.count == 1, let (range, value) = found.first else { return nil }
    let scalars = Array(text.unicodeScalars)
    let rest = String(
      String.UnicodeScalarView(
        scalars.prefix(range.lowerBound) + scalars.dropFirst(range.upperBound)))
    guard !FreeWords.holdsNumber(rest) else { return nil }
    return (value, rest)
  }

  /// A text without one of some words at its end.
  private static func withoutTail(_ text: String, _ tails: [String]) -> String {
    let lower = text.lowercased()
    guard let tail = tails.first(where: { lower.hasSuffix(" " + $0) }) else { return text }
    return String(text.dropLast(tail.count + 1))
  }

  private static let yuanWords = ["yuan", "rmb", "cny", "renminbi", "kuai"]

  private static let unitWords: [(word: String, unit: DurationValue.Unit)] = [
    ("day", .day), ("days", .day), ("week", .week), ("weeks", .week), ("month", .month),
    ("months", .month), ("year", .year), ("years", .year),
  ]

  /// Whether a text is a day of the month alone: `23rd`, `1ST`.
  private static func isOrdinal(_ text: String) -> Bool {
    let digits = text.prefix { ("0"..."9").contains($0) }
    return (1...2).contains(digits.count)
      && ["st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased())
  }

  /// Whether digits or numerals stand in a text; the 一 of 一共 is none.
  private static func holdsNumber(_ text: String) -> Bool {
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if last == "一", scalar != "共" { return true }
      let isDigit = ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
      if isDigit || scalar != "一" && numerals.contains(scalar) { return true }
      last = scalar
    }
    return last == "一"
  }

  private static let numerals = Set("零〇一二三四五六七八九十百千万亿两半几壹贰叁肆伍陆柒捌玖拾佰仟".unicodeScalars)

  /// 1.2w and 5k, as people type them.
  private static func shortened(_ plain: String) -> Money? {
    let factor: Int64
    switch plain.utf8.last {
    case UInt8(ascii: "w"), UInt8(ascii: "W"): factor = 10_000
    case UInt8(ascii: "k"), UInt8(ascii: "K"): factor = 1_000
    default: return nil
    }
    guard let amount = Money(yuan: String(plain.dropLast())) else { return nil }
    let (fen, isTooLarge) = amount.fen.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : Money(fen: fen)
  }

  /// 11.23 and 11-23 as 11月23日: beside a question for a day it is no number.
  private static func monthAndDay(_ plain: String) -> String? {
    let parts = plain.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let month = Int(parts[0]), let day = Int(parts[1])
    else { return nil }
    return "\(month)月\(day)日"
  }

  /// The day of a reading; `nil` where it is longer than one (上个月, 月底).
  private static func day(_ span: TimeSpan, _ bound: TimeValue.Bound) -> CalendarDate? {
    let lastDay = span.end.flatMap { end in
      end.secondOfDay == 0 ? end.date?.adding(days: -1) : end.date
    }
    switch bound {
    case .before, .within: return lastDay
    case .after, .since: return span.begin?.date
    case .at:
      guard let first = span.begin?.date, lastDay.map({ $0 <= first }) ?? true else { return nil }
      return first
    }
  }

  /// Whether a question speaks of a unit of time, in either language.
  private static func speaks(_ question: String, of unit: DurationValue.Unit) -> Bool {
    let words =
      switch unit {
      case .day, .workday: ["天", "日", "day"]
      case .week: ["周", "星期", "week"]
      case .month: ["月", "month"]
      case .year: ["年", "year"]
      case .second, .minute, .hour: [String]()
      }
    return words.contains { question.contains($0) }
  }

  /// The one basis that a rate names, by itself or in the words beside it, or none; `nil` where they differ.
  private static func basis(of span: PercentValue.Span?, beside rest: String) -> RateBasis?? {
    let rest = rest.lowercased()
    var named: Set<RateBasis> = []
    if ["日", "天", "day", "daily"].contains(where: rest.contains) { named.insert(.perDay) }
    if ["月", "month"].contains(where: rest.contains) { named.insert(.perMonth) }
    if ["年", "year", "annual"].contains(where: rest.contains) { named.insert(.perYear) }
    switch span {
    case .day: named.insert(.perDay)
    case .month: named.insert(.perMonth)
    case .year: named.insert(.perYear)
    case nil: break
    }
    return named.count > 1 ? nil : .some(named.first)
  }

  /// Full-width digits and signs made plain, blanks and grouping commas taken out; `nil` where they
  /// part digits otherwise than in groups of three: `3,5` is two numbers or a decimal, never 35.
  private static func plainDigits(_ text: String) -> String? {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "，", " ", "\u{3000}": ","
      case "。": "."
      default:
        (0xFF01...0xFF5E).contains(scalar.value)
          ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      }
    }
    guard groupsDigitsByThree(scalars) else { return nil }
    return String(String.UnicodeScalarView(scalars.filter { $0 != "," }))
  }

  /// Whether whatever parts two digits is one comma before three digits and behind one to three.
  private static func groupsDigitsByThree(_ scalars: [Unicode.Scalar]) -> Bool {
    let isDigit = scalars.map { ("0"..."9").contains($0) }
    return scalars.indices.allSatisfy { place in
      guard scalars[place] == ",", place > 0, isDigit[place - 1] else { return true }
      let gap = scalars[place...].prefix { $0 == "," }.count
      guard place + gap < scalars.count, isDigit[place + gap] else { return true }
      let before = isDigit[..<place].reversed().prefix { $0 }.count
      let after = isDigit[(place + gap)...].prefix { $0 }.count
      return gap == 1 && (1...3).contains(before) && after == 3
    }
  }

  /// The text with 元 behind a number at its end: 大概500, 5000左右.
  private static func withUnit(_ text: String) -> String {
    for tail in ["左右", "上下", "出头"] where text.hasSuffix(tail) {
      let head = String(text.dropLast(tail.count))
      return endsInNumber(head) ? head + "元" + tail : text
    }
    for scale in ["thousand", "million"] where text.lowercased().hasSuffix(scale) {
      return text + " yuan"
    }
    return endsInNumber(text) ? text + "元" : text
  }

  private static func endsInNumber(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ("0"..."9").contains(last) || "一二三四五六七八九十百千万亿两".unicodeScalars.contains(last)
  }
}
