import Expressions

/// Types as the tests write them: `list(string)`, `map(string, dyn)`, `null_type`, `$T`.
enum TypeText {
  /// The type of a text.
  ///
  /// A type that flows lack (`timestamp`, a message) is an opaque record.
  static func type(_ text: String) -> ExpressionType {
    let text = text.filter { $0 != " " }
    if text.hasPrefix("list("), text.hasSuffix(")") {
      return .list(type(String(text.dropFirst(5).dropLast())))
    }
    if text.hasPrefix("map("), text.hasSuffix(")") {
      let parts = topLevelParts(String(text.dropFirst(4).dropLast()))
      if parts.count == 2 { return .map(key: type(parts[0]), value: type(parts[1])) }
    }
    if text.hasPrefix("$") { return .parameter(String(text.dropFirst())) }
    return simple[text] ?? .record(text)
  }

  /// The text of a type.
  static func written(_ type: ExpressionType) -> String { type.name }

  private static let simple: [String: ExpressionType] = [
    "bool": .bool, "int": .int, "double": .double, "string": .string, "null_type": .null,
    "null": .null, "dyn": .dyn, "type": .type, "money": .money, "date": .date, "rate": .rate,
  ]

  /// The parts between commas that stand in no parentheses.
  private static func topLevelParts(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
