import MoneyAndDates
import Recognizers
import Testing

/// An example: a text with ⟦ ⟧ around the entity that is meant.
struct Example: Sendable, CustomTestStringConvertible {
  let text: String
  let range: Range<Int>
  let rule: String
  let says: String

  /// `marked` holds one pair of marks, `says` is the entity's value in short (see `short`).
  init(_ marked: String, _ rule: String, _ says: String) {
    var plain = ""
    var start = 0
    var end = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = plain.unicodeScalars.count
      case "⟧": end = plain.unicodeScalars.count
      default: plain.unicodeScalars.append(scalar)
      }
    }
    text = plain
    range = start..<end
    self.rule = rule
    self.says = says
  }

  var testDescription: String { "\(rule): \(text)" }

  /// What the recognizer found at the mark, `nil` when nothing.
  var found: Entity? {
    Example.recognizer.recognize(text, reference: Example.reference).entities
      .first { $0.range == range }
  }

  /// Saturday, 21 November 2026, half past ten.
  static let reference = CalendarDate(year: 2_026, month: 11, day: 21).map {
    ReferenceTime(date: $0, secondOfDay: 37_800)
  }

  static let recognizer = Recognizer(
    numbering: NumberingPlan(text: plan), suffixes: PublicSuffixes(text: suffixes))

  private static let plan = """
    # a small plan
    kind,prefix,digits
    mobile,138,11
    mobile,159,11
    virtual,1705,11
    area,021,10-12
    area,0755,11-12
    shared-cost,400,10
    toll-free,800,10
    service,95,5-6
    service,123,5
    service,100,5-6
    """

  private static let suffixes = """
    cn
    com
    com.cn
    *.ck
    !www.ck
    example
    top
    org
    ly
    手机
    """
}

extension Entity {
  /// The value in short, as examples write it.
  var short: String {
    switch value {
    case .money(let money):
      let sum =
        money.amount.map(\.text)
        ?? [money.lower, money.upper].map { $0?.text ?? "?" }.joined(separator: "…")
      return "\(sum) \(money.currency ?? "-")"
    case .time(let time):
      if let lunar = time.written.compactMap(\.lunar).first {
        return time.readings.isEmpty ? lunar.text : "a reading of \(lunar.text)"
      }
      guard let first = time.readings.first else { return "no reading" }
      let begin = first.begin?.iso ?? "…"
      let end = first.end?.iso ?? "…"
      return (begin + " " + end).split(separator: " ")
        .map { $0.hasSuffix("T00:00:00") ? String($0.dropLast(9)) : String($0.prefix(16)) }
        .joined(separator: " ")
    case .duration(let length):
      let parts = length.parts.map { "\($0.count.text) \($0.unit.rawValue)" }
      let upper = length.upper?.map { " to \($0.count.text) \($0.unit.rawValue)" } ?? []
      return parts.joined(separator: " ") + upper.joined()
    case .recurring(let recurrence):
      return "every \(recurrence.every.count.text) \(recurrence.every.unit.rawValue)"
    case .phone(let phone):
      return "\(phone.shape.rawValue) \(phone.digits)"
        + (phone.extensionDigits.map { " x\($0)" } ?? "")
    case .link(let link): return "\(link.url) \(link.registrableHost)"
    case .number(let number): return number.text
    case .percent(let percent):
      return percent.percent.text + (percent.upper.map { "…\($0.text)" } ?? "") + "%"
        + (percent.span.map { " a \($0.rawValue)" } ?? "")
    case .period(let period):
      return "\(period.index.map(String.init) ?? "-")/\(period.total.map(String.init) ?? "-")"
    case .tail(let digits): return digits
    case .identifier(let identifier): return "\(identifier.sort.rawValue) \(identifier.number)"
    case .email(let address): return address
    }
  }
}
