import SourceText
import YAMLTree

/// What a node's `next` may be keyed by.
enum NextKind {
  case plain, answers, outcomes
}

extension FlowReading {
  /// The value of `next`.
  mutating func next(_ fields: Fields, _ kind: NextKind) -> Next {
    guard let node = fields["next"] else { return .missing }
    switch node.content {
    case .scalar:
      guard let name = target(node) else { return .unreadable }
      return .node(name)
    case .sequence(let elements):
      let branch = readRules(elements)
      return .rules(branch.rules, otherwise: branch.otherwise)
    case .mapping(let entries, _):
      guard kind != .plain else {
        report(.wrongShape(wanted: .next), at: node.range)
        return .unreadable
      }
      return .byAnswer(entries.compactMap { readRoute($0, in: node) }, range: node.range)
    }
  }

  private mutating func readRoute(_ entry: YAMLEntry, in node: YAMLNode) -> Route? {
    if YAMLTrap.isCutAtComma(entry, in: node) {
      report(.trap(.commaInFlowMap(entry.key)), at: entry.keyRange)
      return nil
    }
    let answer = name(key: entry)
    return target(entry.value).map { Route(answer: answer, target: $0) }
  }

  /// The rules of a branch node.
  mutating func readBranch(_ node: YAMLNode) -> Branch {
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .list), at: node.range)
      return Branch(rules: [], otherwise: nil)
    }
    return readRules(elements)
  }

  /// Rules in order, ending in `else`.
  private mutating func readRules(_ elements: [YAMLNode]) -> Branch {
    var rules: [Rule] = []
    var otherwise: Name?
    for element in elements {
      if otherwise != nil {
        report(.elseNotLast, at: element.range)
        break
      }
      guard let fields = fields(element, keys: FlowKeys.rule) else { continue }
      if let node = fields["else"] {
        otherwise = target(node)
      } else if let rule = readRule(fields) {
        rules.append(rule)
      }
    }
    return Branch(rules: rules, otherwise: otherwise)
  }

  private mutating func readRule(_ fields: Fields) -> Rule? {
    guard let when = fields["when"] else {
      report(.missingKey("when"), at: fields.range)
      return nil
    }
    let condition = condition(when)
    guard let next = fields["next"] else {
      report(.missingKey("next"), at: fields.range)
      return nil
    }
    guard let condition, let target = target(next) else { return nil }
    return Rule(condition: condition, target: target)
  }

  /// A condition: an expression, or the structured form turned into one.
  mutating func condition(_ node: YAMLNode) -> FlowExpression? {
    guard node.entries != nil else { return expression(node, .condition) }
    var draft = ConditionDraft()
    guard write(node, into: &draft, depth: 0) else { return nil }
    return expression(
      String(decoding: draft.text, as: UTF8.self), range: node.range,
      places: OffsetMap(draft.anchors), .condition)
  }

  private mutating func write(_ node: YAMLNode, into draft: inout ConditionDraft, depth: Int)
    -> Bool
  {
    guard depth < FlowLimits.conditionDepth else {
      report(.conditionTooDeep, at: node.range)
      return false
    }
    if node.text != nil {
      guard let (text, places) = expressionText(node) else { return false }
      draft.add(text, places)
      return true
    }
    guard let entries = node.entries, !entries.isEmpty else {
      report(.wrongShape(wanted: .condition), at: node.range)
      return false
    }
    for (index, entry) in entries.enumerated() {
      draft.add(index == 0 ? "(" : " && (", at: entry.keyRange.start)
      guard write(entry, into: &draft, depth: depth) else { return false }
      draft.add(")", at: entry.value.range.end)
    }
    return true
  }

  private mutating func write(
    _ entry: YAMLEntry, into draft: inout ConditionDraft, depth: Int
  ) -> Bool {
    switch entry.key {
    case "all", "any", "none":
      guard let parts = entry.value.elements, !parts.isEmpty else {
        report(.wrongShape(wanted: .list), at: entry.value.range)
        return false
      }
      draft.add(entry.key == "none" ? "!(" : "(", at: entry.keyRange.start)
      for (index, part) in parts.enumerated() {
        if index > 0 { draft.add(entry.key == "all" ? " && " : " || ", at: part.range.start) }
        draft.add("(", at: part.range.start)
        guard write(part, into: &draft, depth: depth + 1) else { return false }
        draft.add(")", at: part.range.end)
      }
      draft.add(")", at: entry.value.range.end)
      return true
    case "not" where variable("not") == nil:
      report(.notInCondition, at: entry.keyRange)
      return false
    default:
      return writeComparison(entry, into: &draft)
    }
  }

  /// `known: "yes"`, `known: ["yes", "unsure"]`; for a multi choice: holds the option.
  private mutating func writeComparison(
    _ entry: YAMLEntry, into draft: inout ConditionDraft
  ) -> Bool {
    let name = name(key: entry)
    checkID(name)
    guard isID(name.text) else { return false }
    let values = entry.value.elements ?? [entry.value]
    guard !values.isEmpty else {
      report(.wrongShape(wanted: .condition), at: entry.value.range)
      return false
    }
    for (index, value) in values.enumerated() {
      if index > 0 { draft.add(" || ", at: value.range.start) }
      guard writeComparison(name, value, into: &draft) else { return false }
    }
    return true
  }

  private mutating func writeComparison(
    _ name: Name, _ value: YAMLNode, into draft: inout ConditionDraft
  ) -> Bool {
    guard let word = text(value) else { return false }
    switch variable(name.text)?.type {
    case .bool, .integer:
      draft.add(name)
      draft.add(" == ", at: value.range.start)
      let isPlainValue = word == "true" || word == "false" || Int64(word) != nil
      guard isPlainValue else {
        report(.wrongShape(wanted: .condition), at: value.range)
        return false
      }
      draft.add(Name(word, at: value.range))
    case .multi:
      _ = self.name(value)
      draft.add(Name(quoted(word), at: value.range))
      draft.add(" in ", at: name.range.start)
      draft.add(name)
    default:
      _ = self.name(value)
      draft.add(name)
      draft.add(" == ", at: value.range.start)
      draft.add(Name(quoted(word), at: value.range))
    }
    return true
  }
}

/// An expression made out of a structured condition, with the places its parts came from.
private struct ConditionDraft {
  var text: [UInt8] = []
  var anchors: [OffsetMap.Anchor] = []

  /// Text that the author did not write.
  mutating func add(_ words: String, at file: Int) {
    anchors.append(OffsetMap.Anchor(text: text.count, file: file, runs: false))
    text += words.utf8
  }

  /// A word the author wrote.
  mutating func add(_ name: Name) {
    anchors.append(OffsetMap.Anchor(text: text.count, file: name.range.start, runs: false))
    text += name.text.utf8
  }

  /// An expression inside a structured condition.
  mutating func add(_ expression: String, _ places: OffsetMap) {
    let start = text.count
    anchors += places.anchors.map {
      OffsetMap.Anchor(text: start + $0.text, file: $0.file, runs: $0.runs)
    }
    text += expression.utf8
  }
}

/// A string literal of the expression language.
private func quoted(_ word: String) -> String {
  var literal = "'"
  for scalar in word.unicodeScalars {
    switch scalar {
    case "'": literal += "\\'"
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "'"
}
