import JSONText
import Recognizers

/// Writes entities as JSON.
struct EntityWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(id: JSONValue, entities: [Entity]) {
    bytes.reserveCapacity(64 + entities.count * 128)
    put(#"{"id":"#)
    bytes += id.jsonBytes
    put(#","entities":["#)
    for (index, entity) in entities.enumerated() {
      if index > 0 { put(",") }
      write(entity)
    }
    put("]}")
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quoted(_ text: String) { bytes += JSONValue.string(text).jsonBytes }

  private mutating func write(_ entity: Entity) {
    put(#"{"kind":"#)
    quoted(entity.kind.name)
    put(#","start":"#)
    put(String(entity.range.lowerBound))
    put(#","end":"#)
    put(String(entity.range.upperBound))
    put(#","text":"#)
    quoted(entity.text)
    put(#","value":{"#)
    write(entity.value)
    put("}")
    if !entity.folds.isEmpty {
      put(#","folds":["#)
      for (index, fold) in entity.folds.map(\.rawValue).sorted().enumerated() {
        if index > 0 { put(",") }
        quoted(fold)
      }
      put("]")
    }
    put("}")
  }

  // MARK: - Values

  private mutating func write(_ value: EntityValue) {
    switch value {
    case .money(let money): write(money)
    case .time(let time): write(time)
    case .duration(let length): write(length)
    case .recurring(let recurrence): write(recurrence)
    case .phone(let phone):
      let suffix = phone.extensionDigits.map { "x" + $0 } ?? ""
      field("digits", phone.digits + suffix, isFirst: true)
    case .link(let link):
      field("url", link.url, isFirst: true)
      field("host", link.registrableHost)
    case .number(let number): field("n", number.text, isFirst: true)
    case .percent(let percent):
      field("n", percent.percent.text, isFirst: true)
      if let upper = percent.upper { field("max", upper.text) }
      if let span = percent.span { field("per", span.rawValue) }
    case .period(let period): write(period)
    case .tail(let digits): field("digits", digits, isFirst: true)
    case .identifier(let identifier):
      field("number", identifier.number, isFirst: true)
      field("sort", identifier.sort.rawValue)
    case .email(let address): field("address", address, isFirst: true)
    }
  }

  private mutating func name(_ name: StaticString, isFirst: Bool) {
    put(isFirst ? "\"" : ",\"")
    put(name)
    put("\":")
  }

  private mutating func field(_ key: StaticString, _ text: String, isFirst: Bool = false) {
    name(key, isFirst: isFirst)
    quoted(text)
  }

  private mutating func field(_ key: StaticString, bare text: String, isFirst: Bool = false) {
    name(key, isFirst: isFirst)
    put(text)
  }

  private mutating func write(_ money: MoneyValue) {
    field("cur", bare: money.currency.map { "\"\($0)\"" } ?? "null", isFirst: true)
    if let amount = money.amount { field("amount", bare: amount.text) }
    if let lower = money.lower { field("min", bare: lower.text) }
    if let upper = money.upper { field("max", bare: upper.text) }
    let definition =
      switch money.precision {
      case .exact: "accurate"
      case .about: "blur"
      case .atLeast: "blur+"
      case .atMost: "blur-"
      }
    field("definition", definition)
  }

  private mutating func write(_ time: TimeValue) {
    name("alts", isFirst: true)
    put("[")
    for (index, reading) in time.readings.enumerated() {
      if index > 0 { put(",") }
      put("[")
      instant(reading.begin)
      put(",")
      instant(reading.end)
      put("]")
    }
    put("]")
    if time.bound != .at { field("mod", time.bound.rawValue) }
    if let day = time.earliest { field("not_before", day.iso) }
    if let lunar = time.written.lazy.compactMap(\.lunar).first { field("written", lunar.text) }
  }

  private mutating func instant(_ time: LocalTime?) {
    guard let time else { return put("null") }
    quoted(time.iso)
  }

  private mutating func write(_ length: DurationValue) {
    if let days = length.workdays {
      field("workdays", bare: String(days), isFirst: true)
    } else if let upper = length.upper?.first, upper.unit == .workday,
      let low = length.parts.first
    {
      field("min_workdays", bare: low.count.text, isFirst: true)
      field("max_workdays", bare: upper.count.text)
    } else if let upper = length.upper, let low = length.seconds,
      let high = DurationValue.seconds(of: upper)
    {
      field("min_s", bare: String(low), isFirst: true)
      field("max_s", bare: String(high))
    } else if let seconds = length.seconds {
      field("seconds", bare: String(seconds), isFirst: true)
    }
  }

  private mutating func write(_ recurrence: RecurrenceValue) {
    name("delta", isFirst: true)
    put("{")
    field(bareKey: recurrence.every.unit, recurrence.every.count.text)
    put("}")
  }

  private mutating func field(bareKey unit: DurationValue.Unit, _ count: String) {
    quoted(unit.rawValue)
    put(":")
    put(count)
  }

  private mutating func write(_ period: PeriodValue) {
    if let index = period.index { field("index", bare: String(index), isFirst: true) }
    if let total = period.total {
      field("total", bare: String(total), isFirst: period.index == nil)
    }
  }
}

extension EntityKind {
  /// Its name in the answers.
  fileprivate var name: String {
    switch self {
    case .periodCount: "period"
    case .cardTail: "tail"
    default: rawValue
    }
  }
}
