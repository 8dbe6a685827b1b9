import MoneyAndDates
import SourceText
import Wording

extension CSVReader {
  /// Reads `lpr.csv`.
  static func primeRates(_ source: SourceText?) -> FactFile<LoanPrimeRates> {
    let columns = [
      "date", "one_year", "five_year", "source", "as_of", "confidence", "in_force_from",
      "replaced_by", "review_by",
    ]
    let file = read(source, columns: columns) { reader, row -> LoanPrimeRates.Publication? in
      guard reader.id(row, "date") != nil, let date = reader.date(row, "date"),
        let provenance = reader.provenance(row)
      else { return nil }
      guard let oneYear = Rate(percentPerYear: row["one_year"]),
        let fiveYear = Rate(percentPerYear: row["five_year"])
      else {
        reader.report(.badNumber(row["one_year"] + " " + row["five_year"]), at: row.range)
        return nil
      }
      return .init(date: date, oneYear: oneYear, fiveYear: fiveYear, provenance: provenance)
    }
    let publications = file.content.sorted { $0.date < $1.date }
    return FactFile(
      content: LoanPrimeRates(publications: publications), diagnostics: file.diagnostics,
      references: file.references)
  }

  /// Reads `deadlines.csv`.
  static func terms(_ source: SourceText?) -> FactFile<[LegalTermFact]> {
    let columns = [
      "event", "title_zh", "title_en", "actor", "amount", "unit", "from_zh", "from_en", "rules",
      "source", "as_of", "confidence", "in_force_from", "replaced_by", "review_by",
    ]
    return read(source, columns: columns) { reader, row in
      guard let event = reader.id(row, "event"), let provenance = reader.provenance(row) else {
        return nil
      }
      guard let unit = LegalTermFact.Unit(rawValue: row["unit"]), !row["amount"].isEmpty else {
        let allowed = LegalTermFact.Unit.allCases.map(\.rawValue)
        reader.report(.badChoice(row["unit"], allowed: allowed), at: row.range)
        return nil
      }
      guard unit.takes(row["amount"]) else {
        reader.report(.badNumber(row["amount"]), at: row.range)
        return nil
      }
      let rules = reader.factIDs(row, "rules")
      return LegalTermFact(
        event: event, title: reader.pair(row, "title"), actor: row["actor"],
        amount: row["amount"], unit: unit,
        countedFrom: reader.pair(row, "from", required: false),
        rules: rules, validity: reader.validity(row).withNote(of: rules), provenance: provenance)
    }
  }
}

extension Validity {
  /// A term without a first day of its own holds since its rule does, where the note on that stands.
  fileprivate func withNote(of rules: [String]) -> Validity {
    guard from == nil, note == nil, let rule = rules.first else { return self }
    return Validity(
      from: nil, note: BilingualText(zh: "同 \(rule)", en: "as \(rule)"), replacedBy: replacedBy)
  }
}
