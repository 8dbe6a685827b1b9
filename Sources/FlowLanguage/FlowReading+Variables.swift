import SourceText
import Wording
import YAMLTree

extension FlowReading {
  static let typeNames = [
    "tri", "bool", "integer", "money", "percent", "date", "text", "phone", "file", "paste",
    "choice", "multi",
  ]

  /// Names that expressions give another meaning.
  private static let reserved: Set<String> = [
    "answer", "today", "lang", "flow", "all", "any", "none", "true", "false", "null", "in", "as",
    "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  /// Reads inputs, outputs and the flow's own variables.
  mutating func readVariables(_ fields: Fields) {
    for (key, role) in [("inputs", Variable.Role.input), ("outputs", .output), ("vars", .local)] {
      guard let node = fields[key] else { continue }
      guard let entries = node.entries else {
        report(.wrongShape(wanted: .mapping), at: node.range)
        continue
      }
      for entry in entries { readVariable(entry, role) }
    }
  }

  private mutating func readVariable(_ entry: YAMLEntry, _ role: Variable.Role) {
    let name = newID(key: entry)
    if FlowReading.reserved.contains(name.text) {
      report(.reservedName(name.text), at: name.range)
    }
    guard variables.count < FlowLimits.variables else {
      if variables.count == FlowLimits.variables {
        report(.tooMany("vars", FlowLimits.variables), at: name.range)
      }
      return
    }
    guard let fields = fields(entry.value, keys: FlowKeys.variable) else { return }
    guard let type = readType(fields, at: name.range) else { return }
    let range = SourceRange(start: name.range.start, end: entry.value.range.end)
    if let index = variableIndexes[name.text] {
      if role == .local, variables[index].role == .output, variables[index].type == type { return }
      report(.duplicate(name.text), at: name.range)
      return
    }
    variableIndexes[name.text] = variables.count
    variables.append(Variable(name: name, type: type, role: role, range: range))
  }

  /// The type under `type:`, with what belongs to it.
  private mutating func readType(_ fields: Fields, at range: SourceRange) -> VariableType? {
    guard let node = fields["type"] else {
      report(.missingKey("type"), at: range)
      return nil
    }
    guard let word = text(node) else { return nil }
    let options = fields["options"].map { readOptions($0) }
    let type = readType(word, options: options ?? [], per: period(fields["per"]), at: node.range)
    switch type {
    case .choice(let options), .multi(let options):
      if fields["options"] == nil || options.isEmpty { report(.missingOptions, at: node.range) }
    case .percent(per: nil):
      if fields["per"] == nil { report(.missingPeriod, at: node.range) }
    default:
      if let entry = fields.entry("options") { report(.optionsUnused(word), at: entry.keyRange) }
    }
    return type
  }

  /// A type by its name; anything with a capital letter may be a record that the cores declare.
  private mutating func readType(
    _ word: String, options: [Option], per: RatePeriod?, at range: SourceRange
  ) -> VariableType? {
    if let element = listElement(word) {
      return readType(element, options: options, per: per, at: range).map { .list($0) }
    }
    if let type = VariableType(simple: word) { return type }
    switch word {
    case "percent": return .percent(per: per)
    case "choice": return .choice(options)
    case "multi": return .multi(options)
    default: break
    }
    if isID(word), let first = word.utf8.first, (0x41...0x5A).contains(first) {
      return .record(word)
    }
    let near = near(word, FlowReading.typeNames)
    report(.unknownType(word, near: near), at: range)
    return nil
  }

  /// The `T` of `list(T)`, one level deep.
  private func listElement(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.starts(with: Array("list(".utf8)), bytes.last == UInt8(ascii: ")") else {
      return nil
    }
    let element = String(decoding: bytes[5..<(bytes.count - 1)], as: UTF8.self)
    return element.utf8.contains(UInt8(ascii: "(")) ? nil : element
  }

  /// The period of a percentage; `nil` where it is left out or can't be read.
  mutating func period(_ node: YAMLNode?) -> RatePeriod? {
    guard let node, let word = text(node) else { return nil }
    if let period = RatePeriod(rawValue: word) { return period }
    report(.missingPeriod, at: node.range)
    return nil
  }

  /// Options as `{id: {zh, en}}` or as a list of such maps with one key each.
  mutating func readOptions(_ node: YAMLNode) -> [Option] {
    let entries = node.entries ?? node.elements?.flatMap { $0.entries ?? [] }
    guard let entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    if entries.count > FlowLimits.options {
      report(.tooMany("options", FlowLimits.options), at: node.range)
    }
    var seen: Set<String> = []
    return entries.prefix(FlowLimits.options).compactMap { entry in
      let name = name(key: entry)
      if !isDottedID(name.text) { report(.badID(name.text), at: name.range) }
      guard seen.insert(name.text).inserted else {
        report(.duplicate(name.text), at: name.range)
        return nil
      }
      return Option(id: name.text, label: plainText(entry.value), range: name.range)
    }
  }
}

extension VariableType {
  /// A type that its name alone describes.
  init?(simple word: String) {
    switch word {
    case "tri": self = .tri
    case "bool": self = .bool
    case "integer": self = .integer
    case "money": self = .money
    case "date": self = .date
    case "text": self = .text
    case "phone": self = .phone
    case "file": self = .file
    case "paste": self = .paste
    default: return nil
    }
  }
}
