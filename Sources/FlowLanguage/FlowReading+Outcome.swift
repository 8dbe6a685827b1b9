import SourceText
import YAMLTree

extension FlowReading {
  /// Reads an end of the flow.
  mutating func readOutcome(_ head: YAMLNode, _ fields: Fields, _ name: Name) -> Node.Kind {
    let id = self.name(head) ?? name
    checkID(id)
    return .outcome(
      Outcome(
        name: id, title: flowText(required: "title", of: fields, at: name.range),
        text: flowText(optional: fields["text"]),
        basis: fields["basis"].map { dottedNames($0) } ?? [],
        letters: fields["letters"].map { items($0) } ?? [],
        contacts: fields["contacts"].map { items($0) } ?? [],
        deadlines: list(fields["deadlines"]).compactMap { readDeadline($0) },
        steps: list(fields["steps"]).compactMap { readStep($0) }))
  }

  private mutating func list(_ node: YAMLNode?) -> [YAMLNode] {
    guard let node else { return [] }
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .list), at: node.range)
      return []
    }
    return elements
  }

  /// Letters or contacts: ids, or `{id: …, when: "…"}`.
  private mutating func items(_ node: YAMLNode) -> [Outcome.Item] {
    guard let elements = node.elements else {
      report(.wrongShape(wanted: .names), at: node.range)
      return []
    }
    return elements.compactMap { element in
      guard element.entries != nil else {
        return dottedName(element).map { Outcome.Item(name: $0, when: nil) }
      }
      guard let fields = fields(element, keys: FlowKeys.listed) else { return nil }
      guard let id = fields["id"] else {
        report(.missingKey("id"), at: element.range)
        return nil
      }
      let when = fields["when"].flatMap { condition($0) }
      return dottedName(id).map { Outcome.Item(name: $0, when: when) }
    }
  }

  private mutating func readDeadline(_ node: YAMLNode) -> Outcome.Deadline? {
    guard let fields = fields(node, keys: FlowKeys.deadline) else { return nil }
    let what = flowText(required: "what", of: fields, at: node.range)
    guard let on = fields["on"] else {
      report(.missingKey("on"), at: node.range)
      return nil
    }
    let basis = fields["basis"].flatMap { dottedName($0) }
    let day = expression(on, .day)
    let when = fields["when"].flatMap { condition($0) }
    return day.map { Outcome.Deadline(what: what, on: $0, basis: basis, when: when) }
  }

  private mutating func readStep(_ node: YAMLNode) -> Outcome.Step? {
    guard let fields = fields(node, keys: FlowKeys.step) else { return nil }
    return Outcome.Step(
      what: flowText(required: "do", of: fields, at: node.range),
      by: fields["by"].flatMap { expression($0, .day) },
      when: fields["when"].flatMap { condition($0) })
  }
}
