import JSONText

/// A value in a journal: what JSON can say, with money, dates and rates marked as such.
package enum JournalValue: Hashable, Sendable {
  /// What a marked text means; the text itself is the engine's to write and to read.
  package enum Mark: String, Hashable, Sendable, CaseIterable {
    /// Money, such as `12.50`.
    case money
    /// A calendar day, such as `2026-03-01`.
    case date
    /// A rate with its basis.
    case rate
  }

  /// A name with its value.
  package struct Member: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The value.
    package let value: JournalValue

    /// A named value.
    package init(_ name: String, _ value: JournalValue) {
      self.name = name
      self.value = value
    }
  }

  /// No value.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// Text, an option's id.
  case string(String)
  /// Values in order.
  case list([JournalValue])
  /// Named values in order, such as the parts of a logged call.
  case map([Member])
  /// Money, a date or a rate, as text: `{"t":"money","v":"12.50"}`.
  case marked(Mark, String)
}

extension JournalValue {
  private static let markName = "t"
  private static let valueName = "v"
  private static let mapMark = "map"

  /// The value as JSON: a marked text and a map are objects `{"t":…,"v":…}`.
  package var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .string(let text): .string(text)
    case .list(let values): .array(values.map(\.json))
    case .map(let members):
      tagged(Self.mapMark, .object(members.map { ($0.name, $0.value.json) }))
    case .marked(let mark, let text): tagged(mark.rawValue, .string(text))
    }
  }

  private func tagged(_ mark: String, _ value: JSONValue) -> JSONValue {
    .object([(Self.markName, .string(mark)), (Self.valueName, value)])
  }

  /// The value that `json` writes so, or `nil` where it is none (a fraction, an unknown mark).
  package init?(json: JSONValue) {
    switch json {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double: return nil
    case .string(let text): self = .string(text)
    case .array(let elements):
      let values = elements.compactMap(JournalValue.init(json:))
      guard values.count == elements.count else { return nil }
      self = .list(values)
    case .object(let object): self.init(object: object)
    }
  }

  private init?(object: JSONObject) {
    guard object.members.count == 2, let mark = object[Self.markName]?.string,
      let value = object[Self.valueName]
    else { return nil }
    if mark == Self.mapMark, let members = value.object?.members {
      let read = members.compactMap { member in
        JournalValue(json: member.value).map { Member(member.name, $0) }
      }
      guard read.count == members.count else { return nil }
      self = .map(read)
    } else if let mark = Mark(rawValue: mark), let text = value.string {
      self = .marked(mark, text)
    } else {
      return nil
    }
  }
}
