import MoneyAndDates
import SourceText
import Wording

/// Reads the rows of one CSV facts file by the names of their columns, collecting every fault.
struct CSVReader {
  /// One row under its heading.
  struct Row {
    let fields: [String: String]
    let range: SourceRange
    subscript(column: String) -> String { fields[column] ?? "" }
  }

  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var references: [FactReference] = []
  private var ids: Set<String> = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads a whole file with exactly these columns; rows that can't be read are left out.
  static func read<Element: Sendable>(
    _ source: SourceText?, columns: [String], _ body: (inout CSVReader, Row) -> Element?
  ) -> FactFile<[Element]> {
    guard let source else { return FactFile(content: [], diagnostics: [], references: []) }
    var reader = CSVReader(source)
    var elements: [Element] = []
    for row in reader.rows(columns) {
      if let element = body(&reader, row) { elements.append(element) }
    }
    return FactFile(
      content: elements, diagnostics: reader.diagnostics, references: reader.references)
  }

  private mutating func rows(_ columns: [String]) -> [Row] {
    let table = CSVTable(source)
    guard let heading = table.rows.first, heading.fields == columns else {
      report(.badHeading(columns.joined(separator: ",")), at: table.rows.first?.range)
      return []
    }
    return table.rows.dropFirst().compactMap { row in
      guard row.fields.count == columns.count else {
        report(.badColumns(expected: columns.count, found: row.fields.count), at: row.range)
        return nil
      }
      let fields = Dictionary(zip(columns, row.fields)) { first, _ in first }
      return Row(fields: fields, range: row.range)
    }
  }

  /// The key of a row, reported when an earlier row has it.
  mutating func id(_ row: Row, _ column: String) -> String? {
    let id = row[column]
    guard !id.isEmpty else {
      report(.missingKey(column), at: row.range)
      return nil
    }
    if !ids.insert(id).inserted { report(.duplicateID(id), at: row.range) }
    return id
  }

  /// A day; `nil` when empty or `none`.
  mutating func date(_ row: Row, _ column: String) -> CalendarDate? {
    let text = row[column]
    guard !text.isEmpty, text != "none" else { return nil }
    let date = CalendarDate(iso: text)
    if date == nil { report(.badDate(text), at: row.range) }
    return date
  }

  /// A text in both languages from the columns `<name>_zh` and `<name>_en`.
  mutating func pair(_ row: Row, _ name: String, required: Bool = true) -> BilingualText {
    let pair = BilingualText(zh: row[name + "_zh"], en: row[name + "_en"])
    if pair.zh.isEmpty != pair.en.isEmpty || (required && pair.zh.isEmpty) {
      report(.noPair(name), at: row.range)
    }
    return pair
  }

  /// The ids of a column, separated by `;`.
  func list(_ row: Row, _ column: String) -> [String] {
    row[column].utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
  }

  /// The ids of facts in a column, separated by `;`; each must exist.
  mutating func factIDs(_ row: Row, _ column: String) -> [String] {
    let ids = list(row, column)
    references += ids.map { FactReference(target: .fact, id: $0, range: row.range) }
    return ids
  }

  /// Sources, day, confidence and review day; empty `review_by` means no review (history).
  mutating func provenance(_ row: Row) -> Provenance? {
    let sources = list(row, "source")
    if sources.isEmpty { report(.missingKey("source"), at: row.range) }
    references += sources.map { FactReference(target: .source, id: $0, range: row.range) }
    let asOf = AsOf(row["as_of"])
    if asOf == nil { report(.badDate(row["as_of"]), at: row.range) }
    if let day = asOf?.firstDay {
      references.append(FactReference(target: .day(day), id: row["as_of"], range: row.range))
    }
    guard let confidence = Confidence(rawValue: row["confidence"]) else {
      let allowed = Confidence.allCases.map(\.rawValue)
      report(.badChoice(row["confidence"], allowed: allowed), at: row.range)
      return nil
    }
    return Provenance(
      sources: sources, asOf: asOf, confidence: confidence, reviewBy: date(row, "review_by"))
  }

  /// Since when a row holds and what replaced it.
  mutating func validity(_ row: Row) -> Validity {
    let replacedBy = row["replaced_by"]
    return Validity(
      from: date(row, "in_force_from"), note: nil,
      replacedBy: replacedBy.isEmpty || replacedBy == "none" ? nil : replacedBy)
  }

  mutating func report(_ fault: FactFault, at range: SourceRange?) {
    diagnostics.append(
      Diagnostic(
        in: source, at: range ?? SourceRange(start: 0, end: 0), check: fault.check,
        message: fault.message))
  }
}
