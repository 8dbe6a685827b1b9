import MoneyAndDates
import SourceText
import Wording
import YAMLTree

/// Reads the records of one facts file, collecting every fault with its place.
struct RecordReader {
  /// One record: a mapping whose keys were checked.
  struct Record {
    let node: YAMLNode
    subscript(key: String) -> YAMLNode? { node[key] }
  }

  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var references: [FactReference] = []
  private var ids: Set<String> = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads a whole YAML file whose top has these keys (and `schema`).
  static func read<Content: Sendable>(
    _ source: SourceText?, keys: [String], empty: Content,
    _ body: (inout RecordReader, Record) -> Content
  ) -> FactFile<Content> {
    guard let source else { return FactFile(content: empty, diagnostics: [], references: []) }
    let document = YAMLDocument(source)
    var reader = RecordReader(source)
    reader.diagnostics = document.diagnostics
    guard let root = document.root, let top = reader.record(root, keys: ["schema"] + keys) else {
      return FactFile(content: empty, diagnostics: reader.diagnostics, references: [])
    }
    let content = body(&reader, top)
    return FactFile(
      content: content, diagnostics: reader.diagnostics, references: reader.references)
  }

  /// The records of the list under a key; records that can't be read are reported and left out.
  mutating func list<Element>(
    _ record: Record, _ key: String, keys: [String],
    _ body: (inout RecordReader, Record) -> Element?
  ) -> [Element] {
    guard let node = record[key] else { return [] }
    guard let elements = node.elements else {
      report(.noList, at: node.range)
      return []
    }
    var read: [Element] = []
    read.reserveCapacity(elements.count)
    for element in elements {
      guard let record = self.record(element, keys: keys) else { continue }
      if let value = body(&self, record) { read.append(value) }
    }
    return read
  }

  /// The record under a key.
  mutating func one(_ record: Record, _ key: String, keys: [String]) -> Record? {
    record[key].flatMap { self.record($0, keys: keys) }
  }

  private mutating func record(_ node: YAMLNode, keys: [String]) -> Record? {
    guard let entries = node.entries else {
      report(.noMapping, at: node.range)
      return nil
    }
    for entry in entries where !keys.contains(where: entry.isUnder) {
      let near = nearestNames(to: entry.key, among: keys)
      report(.unknownKey(entry.key, near: near), at: entry.keyRange)
    }
    return Record(node: node)
  }

  // MARK: Values

  /// The text under a key; reported when missing or empty.
  mutating func text(_ record: Record, _ key: String) -> String? {
    guard let node = record[key] else {
      report(.missingKey(key), at: record.node.range.head)
      return nil
    }
    guard let text = node.text else {
      report(.noText(key), at: node.range)
      return nil
    }
    if text.isEmpty { report(.emptyText(key), at: node.range) }
    return text.isEmpty ? nil : text
  }

  /// The text under a key, `nil` when the key is not there.
  mutating func optionalText(_ record: Record, _ key: String) -> String? {
    record[key] == nil ? nil : text(record, key)
  }

  /// The id of the record, reported when an earlier record has it.
  mutating func id(_ record: Record) -> String? {
    guard let id = text(record, "id") else { return nil }
    if !ids.insert(id).inserted { report(.duplicateID(id), at: record["id"]?.range) }
    return id
  }

  /// The texts of a list; none when the key is not there.
  mutating func texts(_ record: Record, _ key: String) -> [String] {
    guard let node = record[key] else { return [] }
    guard let elements = node.elements else {
      report(.noList, at: node.range)
      return []
    }
    return elements.compactMap { element in
      if element.text == nil { report(.noText(key), at: element.range) }
      return element.text
    }
  }

  /// The text in both languages; reported when missing or half.
  mutating func pair(_ record: Record, _ key: String) -> BilingualText? {
    guard let node = record[key] else {
      report(.missingKey(key), at: record.node.range.head)
      return nil
    }
    return pair(node, key)
  }

  /// The text in both languages, `nil` when the key is not there.
  mutating func optionalPair(_ record: Record, _ key: String) -> BilingualText? {
    record[key].flatMap { pair($0, key) }
  }

  /// A list of texts in both languages.
  mutating func pairs(_ record: Record, _ key: String) -> [BilingualText] {
    guard let node = record[key] else { return [] }
    guard let elements = node.elements else {
      report(.noList, at: node.range)
      return []
    }
    return elements.compactMap { pair($0, key) }
  }

  private mutating func pair(_ node: YAMLNode, _ key: String) -> BilingualText? {
    guard let zh = node["zh"]?.text, let en = node["en"]?.text, !zh.isEmpty, !en.isEmpty,
      node.entries?.count == 2
    else {
      report(.noPair(key), at: node.range)
      return nil
    }
    return BilingualText(zh: zh, en: en)
  }

  /// The day under a key; `nil` when the key is not there or says `none`.
  mutating func date(_ record: Record, _ key: String) -> CalendarDate? {
    guard let text = optionalText(record, key), !text.utf8.elementsEqual("none".utf8) else {
      return nil
    }
    let date = CalendarDate(iso: text)
    if date == nil { report(.badDate(text), at: record[key]?.range) }
    return date
  }

  /// One of the values of an enumeration.
  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ record: Record, _ key: String, of type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let text = text(record, key) else { return nil }
    let value = Value(rawValue: text)
    if value == nil {
      report(.badChoice(text, allowed: Value.allCases.map(\.rawValue)), at: record[key]?.range)
    }
    return value
  }

  /// `yes` or `no`; `no` when the key is not there.
  mutating func flag(_ record: Record, _ key: String) -> Bool {
    guard let text = optionalText(record, key) else { return false }
    if text != "yes" && text != "no" {
      report(.badChoice(text, allowed: ["yes", "no"]), at: record[key]?.range)
    }
    return text == "yes"
  }

  /// Named figures as text.
  mutating func figures(_ record: Record, _ key: String) -> [String: String] {
    var figures: [String: String] = [:]
    for entry in record[key]?.entries ?? [] {
      if let text = entry.value.text { figures[entry.key] = text }
    }
    return figures
  }

  // MARK: Provenance

  static let provenanceKeys = ["source", "as_of", "confidence", "review_by"]
  static let validityKeys = ["in_force_from", "in_force_note", "replaced_by"]

  /// Sources, day, confidence and review day of a record.
  ///
  /// Without `review_by` the review is due 12 months after `as_of`.
  mutating func provenance(_ record: Record) -> Provenance? {
    let sources = texts(record, "source")
    if sources.isEmpty { report(.missingKey("source"), at: record.node.range.head) }
    for (id, node) in zip(sources, record["source"]?.elements ?? []) {
      references.append(.init(target: .source, id: id, range: node.range))
    }
    guard let confidence = choice(record, "confidence", of: Confidence.self) else { return nil }
    let asOf = asOf(record)
    let review =
      record["review_by"] == nil
      ? asOf?.day?.adding(months: 12) : date(record, "review_by")
    return Provenance(sources: sources, asOf: asOf, confidence: confidence, reviewBy: review)
  }

  /// The day for which a record is stated; reported when missing or no day.
  mutating func asOf(_ record: Record) -> AsOf? {
    guard let text = text(record, "as_of") else { return nil }
    let asOf = AsOf(text)
    if asOf == nil { report(.badDate(text), at: record["as_of"]?.range) }
    if let day = asOf?.firstDay, let range = record["as_of"]?.range {
      references.append(.init(target: .day(day), id: text, range: range))
    }
    return asOf
  }

  /// Since when a record holds and what replaced it.
  mutating func validity(_ record: Record) -> Validity {
    var replacedBy: String?
    if let id = optionalText(record, "replaced_by"), id != "none" { replacedBy = id }
    if let replacedBy { mention(fact: replacedBy, at: record["replaced_by"]?.range) }
    return Validity(
      from: date(record, "in_force_from"), note: optionalPair(record, "in_force_note"),
      replacedBy: replacedBy)
  }

  /// The ids of facts in a list; each must exist.
  mutating func factIDs(_ record: Record, _ key: String) -> [String] {
    let ids = texts(record, key)
    for (id, node) in zip(ids, record[key]?.elements ?? []) { mention(fact: id, at: node.range) }
    return ids
  }

  /// A text that must be the id of a source.
  mutating func sourceID(_ record: Record, _ key: String) -> String? {
    guard let id = text(record, key) else { return nil }
    references.append(
      .init(target: .source, id: id, range: record[key]?.range ?? record.node.range))
    return id
  }

  /// Demands that a fact of this id exists.
  mutating func mention(fact id: String, at range: SourceRange?) {
    references.append(
      .init(target: .fact, id: id, range: range ?? SourceRange(start: 0, end: 0)))
  }

  mutating func report(_ fault: FactFault, at range: SourceRange?) {
    diagnostics.append(
      Diagnostic(
        in: source, at: range ?? SourceRange(start: 0, end: 0), check: fault.check,
        message: fault.message))
  }
}

extension SourceRange {
  /// The first byte only: where a whole record is meant.
  var head: SourceRange { SourceRange(start: start, end: min(end, start + 1)) }
}
