import MoneyAndDates
import SourceText
import Wording

extension RecordReader {
  /// Reads `rules.yaml`.
  static func rules(_ source: SourceText?) -> FactFile<[LegalRule]> {
    let keys = [
      "id", "topic", "kind", "applies_to", "statement", "act", "article", "note", "figures",
      "status",
    ]
    return read(source, keys: ["rules"], empty: []) { reader, top in
      reader.list(top, "rules", keys: keys + provenanceKeys + validityKeys) { $0.rule($1) }
    }
  }

  private mutating func rule(_ record: Record) -> LegalRule? {
    guard let id = id(record), let topic = text(record, "topic"), let kind = text(record, "kind"),
      let appliesTo = pair(record, "applies_to"), let statement = pair(record, "statement"),
      let act = pair(record, "act"), let status = choice(record, "status", of: Fact.Status.self),
      let provenance = provenance(record)
    else { return nil }
    return LegalRule(
      id: id, topic: topic, kind: kind, appliesTo: appliesTo, statement: statement, act: act,
      article: optionalPair(record, "article"), note: optionalPair(record, "note"),
      figures: figures(record, "figures"), status: status, validity: validity(record),
      provenance: provenance)
  }

  /// Reads `caps.yaml`.
  static func caps(_ source: SourceText?) -> FactFile<[CostCap]> {
    let keys = [
      "id", "rule", "lenders", "percent_per_year", "times_lpr", "nature", "contracts_from",
      "contracts_until", "through_platform_only", "note",
    ]
    return read(source, keys: ["caps"], empty: []) { reader, top in
      reader.list(top, "caps", keys: keys + provenanceKeys + validityKeys) { $0.cap($1) }
    }
  }

  private mutating func cap(_ record: Record) -> CostCap? {
    guard let id = id(record), let rule = text(record, "rule"), let height = capHeight(record),
      let nature = choice(record, "nature", of: CostCap.Nature.self),
      let note = pair(record, "note"), let provenance = provenance(record)
    else { return nil }
    mention(fact: "rule." + rule, at: record["rule"]?.range)
    return CostCap(
      id: id, rule: rule, lenders: texts(record, "lenders"), height: height, nature: nature,
      contractsFrom: date(record, "contracts_from"),
      contractsUntil: date(record, "contracts_until"),
      throughPlatformOnly: flag(record, "through_platform_only"), note: note,
      validity: validity(record), provenance: provenance)
  }

  private mutating func capHeight(_ record: Record) -> CostCap.Height? {
    if let times = optionalText(record, "times_lpr") {
      guard let factor = Int(times), (1...100).contains(factor) else {
        report(.badNumber(times), at: record["times_lpr"]?.range)
        return nil
      }
      return .timesLPR(factor)
    }
    guard let percent = text(record, "percent_per_year") else { return nil }
    guard let rate = Rate(percentPerYear: percent) else {
      report(.badNumber(percent), at: record["percent_per_year"]?.range)
      return nil
    }
    return .fixed(rate)
  }

  /// Reads `scams.yaml`.
  static func scams(_ source: SourceText?) -> FactFile<[ScamPattern]> {
    let keys = [
      "id", "name", "course", "signs", "markers_zh", "markers_en", "safe_action", "warnings",
      "rules",
    ]
    return read(source, keys: ["scams"], empty: []) { reader, top in
      reader.list(top, "scams", keys: keys + provenanceKeys) { $0.scam($1) }
    }
  }

  private mutating func scam(_ record: Record) -> ScamPattern? {
    guard let id = id(record), let name = pair(record, "name"),
      let course = pair(record, "course"), let safeAction = pair(record, "safe_action"),
      let provenance = provenance(record)
    else { return nil }
    return ScamPattern(
      id: id, name: name, course: course, signs: pairs(record, "signs"),
      markersZH: texts(record, "markers_zh"), markersEN: texts(record, "markers_en"),
      safeAction: safeAction,
      warnings: list(record, "warnings", keys: ["issuer", "as_of", "source"]) { $0.warning($1) },
      rules: factIDs(record, "rules"), provenance: provenance)
  }

  private mutating func warning(_ record: Record) -> ScamPattern.Warning? {
    guard let issuer = text(record, "issuer"), let date = asOf(record),
      let source = sourceID(record, "source")
    else { return nil }
    return ScamPattern.Warning(issuer: issuer, date: date, source: source)
  }

  /// Reads `threats.yaml`.
  static func threats(_ source: SourceText?) -> FactFile<[ThreatTruth]> {
    let keys = ["id", "name", "truth", "rules"]
    return read(source, keys: ["threats"], empty: []) { reader, top in
      reader.list(top, "threats", keys: keys + provenanceKeys) { reader, record in
        guard let kind = reader.id(record), let name = reader.pair(record, "name"),
          let truth = reader.pair(record, "truth"), let provenance = reader.provenance(record)
        else { return nil }
        return ThreatTruth(
          kind: kind, name: name, truth: truth, rules: reader.factIDs(record, "rules"),
          provenance: provenance)
      }
    }
  }

  /// Reads `sources.yaml`.
  static func sources(_ source: SourceText?) -> FactFile<[String: FactSource]> {
    let keys = ["id", "title", "url", "as_of", "kind", "reliability"]
    return read(source, keys: ["sources"], empty: [:]) { reader, top in
      let all = reader.list(top, "sources", keys: keys) { reader, record -> FactSource? in
        guard let id = reader.id(record), let title = reader.text(record, "title"),
          let kind = reader.text(record, "kind"), let asOf = reader.asOf(record),
          let reliability = reader.choice(
            record, "reliability", of: FactSource.Reliability.self)
        else { return nil }
        return FactSource(
          id: id, title: title, url: record["url"]?.text ?? "", asOf: asOf, kind: kind,
          reliability: reliability)
      }
      return Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    }
  }
}
