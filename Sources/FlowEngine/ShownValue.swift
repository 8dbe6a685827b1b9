import Expressions
import Wording

extension Value {
  /// The value in full, for an author who tries an expression: what has a printed form in it, a
  /// list in brackets, a map in braces, a record by its fields (`Budget {surplus: ¥700.00}`).
  ///
  /// At most 100 elements and four levels are shown; an absent field is `—`.
  package func shown(in language: Language, types: Environment) -> String {
    shown(in: language, types, depth: 0)
  }

  private static let mostElements = 100
  private static let mostLevels = 4

  private func shown(in language: Language, _ types: Environment, depth: Int) -> String {
    if let printed = printed(in: language) { return printed }
    guard depth < Value.mostLevels else { return "…" }
    let inner = { (value: Value) in value.shown(in: language, types, depth: depth + 1) }
    switch self {
    case .null: return "null"
    case .double(let number): return number.shortest
    case .list(let elements): return "[" + Value.joined(elements, inner) + "]"
    case .map(let map):
      return "{" + Value.joined(map.entries) { "\(inner($0.key)): \(inner($0.value))" } + "}"
    case .record(let record):
      let fields = types.type(record.recordType)?.fields ?? []
      let shown = Value.joined(fields) { field in
        "\(field.name): \(record.field(field.name).map(inner) ?? "—")"
      }
      return "\(record.recordType) {\(shown)}"
    default: return typeName
    }
  }

  private static func joined<Element>(
    _ elements: [Element], _ shown: (Element) -> String
  ) -> String {
    elements.prefix(mostElements).map(shown).joined(separator: ", ")
      + (elements.count > mostElements ? ", …" : "")
  }
}
