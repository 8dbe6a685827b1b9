import Expressions
import MoneyAndDates

/// A value with its type, as the tests write it: `{"t": "int", "v": "42"}`.
struct TaggedValue: Codable {
  let value: Value

  init(_ value: Value) { self.value = value }

  private enum Key: CodingKey { case t, v }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let tag = try container.decode(String.self, forKey: .t)
    func text() throws -> String { try container.decode(String.self, forKey: .v) }
    let value: Value? =
      switch tag {
      case "null": .null
      case "bool": .bool(try container.decode(Bool.self, forKey: .v))
      case "int": Int64(try text()).map { .int($0) }
      case "double": TaggedValue.double(try text()).map { .double($0) }
      case "string": .string(try text())
      case "list":
        .list(try container.decode([TaggedValue].self, forKey: .v).map(\.value))
      case "map": try TaggedValue.map(container.decode([[TaggedValue]].self, forKey: .v))
      case "type": .type(try text())
      case "money": Money(yuan: try text()).map { .money($0) }
      case "date": CalendarDate(iso: try text()).map { .date($0) }
      default:
        .error(.function(zh: "没有 \(tag) 这种值", en: "there are no values of type \(tag)"))
      }
    guard let value else {
      throw DecodingError.dataCorruptedError(forKey: .v, in: container, debugDescription: tag)
    }
    self.value = value
  }

  private static func map(_ pairs: [[TaggedValue]]) throws -> Value? {
    var entries: [(key: Value, value: Value)] = []
    for pair in pairs {
      guard pair.count == 2 else { return nil }
      entries.append((pair[0].value, pair[1].value))
    }
    return MapValue(entries).map { .map($0) }
  }

  private static func double(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text)
    }
  }

  private static func written(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return number.description
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    func put(_ tag: String, _ value: some Encodable) throws {
      try container.encode(tag, forKey: .t)
      try container.encode(value, forKey: .v)
    }
    switch value {
    case .null, .error, .unknown: try container.encode("null", forKey: .t)
    case .bool(let truth): try put("bool", truth)
    case .int(let number): try put("int", String(number))
    case .double(let number): try put("double", TaggedValue.written(number))
    case .string(let text): try put("string", text)
    case .list(let elements): try put("list", elements.map { TaggedValue($0) })
    case .map(let map):
      try put("map", map.entries.map { [TaggedValue($0.key), TaggedValue($0.value)] })
    case .record(let record): try put("record", record.recordType)
    case .money(let amount): try put("money", amount.yuan)
    case .date(let day): try put("date", day.iso)
    case .rate(let rate): try put("rate", "\(rate.digits)e-\(rate.scale) \(rate.basis.rawValue)")
    case .type(let name): try put("type", name)
    }
  }
}
