import SourceText
import Wording
import YAMLTree

extension FlowReading {
  /// The keys that say what a node does.
  static let kinds = ["ask", "say", "branch", "compute", "call", "each", "review", "outcome"]

  /// Reads every node.
  mutating func readNodes(_ node: YAMLNode) -> [Node] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    if entries.count > FlowLimits.nodes {
      report(.tooMany("nodes", FlowLimits.nodes), at: node.range)
    }
    var nodes: [Node] = []
    for entry in entries {
      guard nodes.count < FlowLimits.nodes else { break }
      nodes.append(readNode(entry))
      nodes += takeBody()
    }
    return nodes
  }

  mutating func readNode(_ entry: YAMLEntry) -> Node {
    let own = newID(key: entry)
    let name = body.map { Name("\($0.each)/\(own.text)", at: own.range) } ?? own
    let each = body?.each
    node = name.text
    return Node(
      name: name, range: entry.value.range, kind: readKind(entry.value, of: name), each: each)
  }

  private mutating func readKind(_ body: YAMLNode, of name: Name) -> Node.Kind {
    guard let entries = body.entries else {
      report(.wrongShape(wanted: .mapping), at: body.range)
      return unreadable(name)
    }
    let found = entries.map(\.key).filter { FlowReading.kinds.contains($0) }
    guard let kind = found.first, found.count == 1 else {
      reportKind(found, entries, name)
      return unreadable(name)
    }
    guard let fields = fields(body, keys: FlowKeys.nodes[kind] ?? []),
      let head = fields[kind]
    else { return unreadable(name) }
    switch kind {
    case "ask": return .ask(readAsk(head, fields, name))
    case "say": return .say(Say(text: flowText(head), next: next(fields, .plain)))
    case "branch": return .branch(readBranch(head))
    case "compute":
      let set = assignments(head) { .set(variable: $0) }
      return .compute(Compute(set: set, next: next(fields, .plain)))
    case "call": return readCall(head, fields, name)
    case "review":
      return .review(Review(items: reviewItems(head), next: next(fields, .plain)))
    case "outcome": return readOutcome(head, fields, name)
    default: return readEach(head, fields, name)
    }
  }

  private mutating func reportKind(_ found: [String], _ entries: [YAMLEntry], _ name: Name) {
    guard found.isEmpty else { return report(.severalKinds(found), at: name.range) }
    if let merge = entries.first(where: { $0.isUnder("<<") }) {
      return report(.trap(.unknownKey(merge.key, near: [], allowed: [])), at: merge.keyRange)
    }
    for entry in entries {
      let near = near(entry.key, FlowReading.kinds)
      if !near.isEmpty { return report(.unknownKind(near: near), at: entry.keyRange) }
    }
    report(.unknownKind(near: []), at: name.range)
  }

  /// What stands for a node of which only the id is known.
  func unreadable(_ name: Name) -> Node.Kind {
    let template = FlowTemplate(
      pieces: [], written: "", range: name.range, places: OffsetMap(from: name.range.start))
    return .say(
      Say(text: FlowText(zh: template, en: template, range: name.range), next: .unreadable))
  }

  /// Variables, and nodes of the flow (in a body: of that body).
  private mutating func reviewItems(_ node: YAMLNode) -> [Name] {
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .names), at: node.range)
      return []
    }
    return elements.compactMap { element in
      if let word = element.text, variableIndexes[word] != nil { return name(element) }
      return target(element)
    }
  }

  /// `{variable: "expression", …}`, in file order.
  mutating func assignments(
    _ node: YAMLNode, _ purpose: (String) -> FlowExpression.Purpose
  ) -> [Assignment] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    return entries.compactMap { entry in
      let name = name(key: entry)
      return expression(entry.value, purpose(name.text))
        .map { Assignment(variable: name, value: $0) }
    }
  }

  private mutating func readCall(_ head: YAMLNode, _ fields: Fields, _ name: Name) -> Node.Kind {
    guard let alias = self.name(head) else { return unreadable(name) }
    let arguments = fields["with"].map {
      assignments($0) { .argument(alias: alias.text, input: $0) }
    }
    let takes = fields["set"].map { readTakes($0) } ?? []
    return .call(
      Call(
        alias: alias, arguments: arguments ?? [], takes: takes, next: next(fields, .outcomes),
        alsoPrint: flag(fields["also_print"])))
  }

  private mutating func readTakes(_ node: YAMLNode) -> [Call.Take] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    return entries.compactMap { entry in
      guard let output = name(entry.value) else { return nil }
      return Call.Take(variable: name(key: entry), output: output)
    }
  }
}
