import SourceText
import YAMLTree

extension FlowReading {
  /// A node that something leads to: in a body one of that body, or its `each`.
  mutating func target(_ node: YAMLNode) -> Name? {
    guard let name = name(node) else { return nil }
    guard !name.text.utf8.contains(UInt8(ascii: "/")) else {
      report(.pathInName(name.text), at: name.range)
      return nil
    }
    guard let each = body?.each, each != name.text else { return name }
    return Name("\(each)/\(name.text)", at: name.range)
  }

  /// Reads a repetition; the nodes of its body wait in `body` until `takeBody`.
  mutating func readEach(_ head: YAMLNode, _ fields: Fields, _ name: Name) -> Node.Kind {
    guard body == nil else {
      report(.notInBody("each"), at: head.range)
      return unreadable(name)
    }
    guard let parts = self.fields(head, keys: FlowKeys.each) else {
      return unreadable(name)
    }
    let next = next(fields, .plain)
    let collect = parts["collect"].flatMap { readCollect($0) }
    var rounds = readCount(parts, head.range)
    let start = readBody(parts, of: name, head.range)
    if let until = parts["until"], parts["count"] == nil {
      rounds = target(until).flatMap { closeTurn(with: $0, of: name) } ?? .unreadable
    }
    node = name.text
    return .each(
      Each(
        rounds: rounds, start: start ?? name, collect: collect, range: head.range, next: next))
  }

  /// The nodes of the body just read; none after any other node.
  mutating func takeBody() -> [Node] {
    let nodes = body?.nodes ?? []
    body = nil
    return nodes
  }

  private mutating func readCount(_ parts: Fields, _ range: SourceRange) -> Each.Rounds {
    guard (parts["until"] == nil) != (parts["count"] == nil) else {
      report(.eachRounds, at: range)
      return .unreadable
    }
    return parts["count"].flatMap { expression($0, .count) }.map { .count($0) } ?? .unreadable
  }

  private mutating func readBody(
    _ parts: Fields, of name: Name, _ range: SourceRange
  ) -> Name? {
    body = (name.text, [])
    guard let whole = parts["body"] else {
      report(.missingKey("body"), at: range)
      return nil
    }
    guard let fields = fields(whole, keys: FlowKeys.body) else { return nil }
    guard let nodes = fields["nodes"], let entries = nodes.entries else {
      report(
        fields["nodes"] == nil ? .missingKey("nodes") : .wrongShape(wanted: .mapping),
        at: fields["nodes"]?.range ?? whole.range)
      return nil
    }
    for entry in entries.prefix(FlowLimits.nodes) {
      let node = readNode(entry)
      if case .outcome = node.kind { report(.notInBody("outcome"), at: node.name.range) }
      body?.nodes.append(node)
    }
    guard let start = fields["start"] else {
      report(.missingKey("start"), at: whole.range)
      return nil
    }
    return target(start)
  }

  /// Makes the question under `until` the end of a turn; `nil` where it can't be.
  private mutating func closeTurn(with until: Name, of each: Name) -> Each.Rounds? {
    guard let place = body?.nodes.firstIndex(where: { $0.id == until.text }),
      let node = body?.nodes[place], case .ask(let ask) = node.kind, ask.type == .tri
    else {
      report(.untilNotAsked, at: until.range)
      return nil
    }
    if ask.next != .missing { report(.untilHasNext, at: node.name.range) }
    let back = Name(each.text, at: until.range)
    body?.nodes[place] = Node(
      name: node.name, range: node.range, kind: .ask(ask.leading(to: .node(back))),
      each: node.each)
    return .until(until)
  }

  private mutating func readCollect(_ node: YAMLNode) -> Each.Collect? {
    guard let parts = fields(node, keys: FlowKeys.collect) else { return nil }
    guard let into = parts["into"].flatMap({ name($0) }) else {
      if parts["into"] == nil { report(.missingKey("into"), at: node.range) }
      return nil
    }
    switch (parts["fields"], parts["value"]) {
    case (let fields?, nil):
      if let entries = fields.entries, entries.count > FlowLimits.fields {
        report(.tooMany("fields", FlowLimits.fields), at: fields.range)
        return nil
      }
      for entry in fields.entries ?? [] { checkID(Name(entry.key, at: entry.keyRange)) }
      let read = assignments(fields) { .collected(into: into.text, field: $0) }
      return Each.Collect(into: into, content: .fields(read))
    case (nil, let value?):
      return expression(value, .collected(into: into.text, field: nil))
        .map { Each.Collect(into: into, content: .value($0)) }
    default:
      report(.collectContent, at: node.range)
      return nil
    }
  }
}

extension Ask {
  /// The same question leading elsewhere.
  fileprivate func leading(to next: Next) -> Ask {
    Ask(
      type: type, of: of, text: text, why: why, help: help, guess: guess, checks: checks,
      set: set, skip: skip, record: record, next: next)
  }
}
