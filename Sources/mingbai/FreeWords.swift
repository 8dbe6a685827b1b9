import Assistant
import Facts
import MoneyAndDates
import Recognizers
import Wording

/// Understands the free words of an answer (一万二, 下周三, 18.25%) by the recognizers.
struct FreeWords: Sendable {
  let recognizer: LazyPart<Recognizer>

  /// The ways of understanding, as the answer reader takes them.
  var understanding: AnswerReader.Understanding {
    AnswerReader.Understanding(
      money: money, date: date, integer: integer, rate: rate)
  }

  /// The one amount a text names; a bare number counts as yuan.
  @Sendable func money(_ text: String) -> Money? {
    if let plain = Money(yuan: FreeWords.plainDigits(text)) { return plain }
    let found = entities(of: text + (FreeWords.endsInNumber(text) ? "元" : ""), nil)
    let amounts = found.compactMap { entity -> Money? in
      if case .money(let value) = entity.value { value.money } else { nil }
    }
    return amounts.count == 1 ? amounts[0] : nil
  }

  /// The one day a text names, told from `today`.
  @Sendable func date(_ text: String, _ today: CalendarDate) -> CalendarDate? {
    if let plain = CalendarDate(iso: FreeWords.plainDigits(text)) { return plain }
    let days = entities(of: text, ReferenceTime(date: today)).compactMap {
      entity -> CalendarDate? in
      guard case .time(let value) = entity.value, let span = value.readings.first else {
        return nil
      }
      switch value.bound {
      case .before, .within: return span.end?.date.flatMap { $0.adding(days: -1) }
      default: return span.begin?.date
      }
    }
    return days.count == 1 ? days[0] : nil
  }

  /// The one whole number a text names.
  @Sendable func integer(_ text: String) -> Int64? {
    if let plain = Int64(FreeWords.plainDigits(text)) { return plain }
    let numbers = entities(of: text, nil).compactMap { entity -> Int64? in
      switch entity.value {
      case .number(let number): number.whole
      case .period(let period): (period.total ?? period.index).map(Int64.init)
      case .duration(let duration): duration.parts.count == 1 ? duration.parts[0].count.whole : nil
      default: nil
      }
    }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// The one rate a text names; `basis` counts where the text names none.
  @Sendable func rate(_ text: String, _ basis: RateBasis) -> Rate? {
    let plain = FreeWords.plainDigits(text)
    let written = FreeWords.endsInNumber(plain) ? plain + "%" : text
    let rates = entities(of: written, nil).compactMap { entity -> Rate? in
      guard case .percent(let value) = entity.value else { return nil }
      let named: RateBasis? =
        switch value.span {
        case .day: .perDay
        case .month: .perMonth
        case .year: .perYear
        case nil: nil
        }
      return value.percent.shifted(by: -2).flatMap {
        Rate(digits: $0.digits, scale: $0.scale, basis: named ?? basis)
      }
    }
    return rates.count == 1 ? rates[0] : nil
  }

  private func entities(of text: String, _ reference: ReferenceTime?) -> [Entity] {
    recognizer.value.recognize(text, reference: reference, language: .zh).entities
  }

  /// Full-width digits and signs made plain, grouping commas taken out.
  private static func plainDigits(_ text: String) -> String {
    let scalars = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar {
      case ",", "，", " ", "\u{3000}": nil
      case "。": "."
      default:
        (0xFF01...0xFF5E).contains(scalar.value)
          ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func endsInNumber(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ("0"..."9").contains(last) || "一二三四五六七八九十百千万亿两".unicodeScalars.contains(last)
  }
}
