import SourceText
import Wording
import YAMLTree

extension FlowReading {
  /// Reads the whole file.
  mutating func readFlow() -> Flow? {
    let document = YAMLDocument(source)
    take(document.diagnostics)
    let top = SourceRange(start: 0, end: 0)
    guard let root = document.root else {
      if document.diagnostics.isEmpty { report(.notAFlow, at: top) }
      return nil
    }
    guard root.entries != nil, let fields = fields(root, keys: FlowKeys.header) else {
      report(.notAFlow, at: top)
      return nil
    }
    readSchema(fields)
    let name = required("flow", fields).flatMap { dottedName($0) }
    let version = required("version", fields).flatMap { number($0) }
    let title = required("title", fields).map { plainText($0) }
    let start = required("start", fields).flatMap { target($0) }
    let offer = fields["offer"].map { plainText($0) }
    let order = fields["order"].flatMap { number($0) }
    let uses = fields["use"].map { readUses($0) } ?? []
    readVariables(fields)
    let nodes = required("nodes", fields).map { readNodes($0) } ?? []
    let moved = fields["moved"].map { readMoves($0) } ?? []
    return Flow(
      source: source, name: name ?? Name("", at: top), version: version ?? 1,
      title: title ?? BilingualText(zh: "", en: ""), offer: offer,
      order: order, start: start ?? nodes.first?.name ?? Name("", at: top), uses: uses,
      variables: variables,
      nodes: nodes, moved: moved, expressions: expressions,
      labels: labels)
  }

  private mutating func required(_ key: String, _ fields: Fields) -> YAMLNode? {
    if let node = fields[key] { return node }
    report(.missingKey(key), at: SourceRange(start: fields.range.start, end: fields.range.start))
    return nil
  }

  private mutating func readSchema(_ fields: Fields) {
    guard let node = required("schema", fields) else { return }
    if node.text != "1" { report(.schemaVersion(node.text ?? "?"), at: node.range) }
  }

  private mutating func readUses(_ node: YAMLNode) -> [Use] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    return entries.compactMap { entry in
      let alias = newID(key: entry)
      guard let text = text(entry.value) else { return nil }
      let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
      guard parts.count == 2, let flow = String(parts[0]),
        let version = Int(String(parts[1]) ?? ""),
        version >= 1, parts[1].elementsEqual("\(version)".utf8), isDottedID(flow)
      else {
        report(.badUse(text), at: entry.value.range)
        return nil
      }
      return Use(alias: alias, flow: Name(flow, at: entry.value.range), version: version)
    }
  }

  private mutating func readMoves(_ node: YAMLNode) -> [Move] {
    guard let entries = node.entries else {
      report(.wrongShape(wanted: .mapping), at: node.range)
      return []
    }
    return entries.compactMap { entry in
      guard let new = target(entry.value) else { return nil }
      return Move(old: name(key: entry), new: new)
    }
  }
}
