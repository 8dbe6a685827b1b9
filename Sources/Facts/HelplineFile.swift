import SourceText
import Wording

/// The content of `helplines.yaml`.
struct HelplineFile: Sendable {
  let helplines: [Helpline]
  let desks: [Desk]
  let routes: [ComplaintRoute]
  let notes: [FactNote]

  static let empty = HelplineFile(helplines: [], desks: [], routes: [], notes: [])
}

extension RecordReader {
  /// Reads `helplines.yaml`.
  static func helplines(_ source: SourceText?) -> FactFile<HelplineFile> {
    read(source, keys: ["helplines", "desks", "routes", "notes"], empty: .empty) { reader, top in
      HelplineFile(
        helplines: reader.list(
          top, "helplines",
          keys: [
            "id", "name", "reach", "number", "purpose", "not_for", "ways", "hours", "bring",
            "details", "rules",
          ] + provenanceKeys
        ) { $0.helpline($1) },
        desks: reader.list(top, "desks", keys: ["id", "name", "needs", "through"] + provenanceKeys)
        {
          $0.desk($1)
        },
        routes: reader.list(top, "routes", keys: ["lender", "stops", "note"] + provenanceKeys) {
          $0.route($1)
        },
        notes: reader.notes(top))
    }
  }

  /// The notes of a file.
  mutating func notes(_ top: Record) -> [FactNote] {
    list(top, "notes", keys: ["id", "text"] + RecordReader.provenanceKeys) { reader, record in
      guard let id = reader.id(record), let text = reader.pair(record, "text"),
        let provenance = reader.provenance(record)
      else { return nil }
      return FactNote(id: id, text: text, provenance: provenance)
    }
  }

  private mutating func helpline(_ record: Record) -> Helpline? {
    guard let id = id(record), let name = pair(record, "name"),
      let reach = choice(record, "reach", of: Helpline.Reach.self),
      let purpose = pair(record, "purpose"), let provenance = provenance(record)
    else { return nil }
    let hours = one(record, "hours", keys: ["text"] + RecordReader.provenanceKeys)
    return Helpline(
      id: id, name: name, reach: reach, number: optionalText(record, "number"),
      numberRange: record["number"]?.range, purpose: purpose,
      notFor: optionalPair(record, "not_for"), ways: details(record, "ways"),
      hours: hours.flatMap { detail($0) }, bring: pairs(record, "bring"),
      details: details(record, "details"), rules: factIDs(record, "rules"), provenance: provenance)
  }

  private mutating func details(_ record: Record, _ key: String) -> [Helpline.Detail] {
    list(record, key, keys: ["text"] + RecordReader.provenanceKeys) { $0.detail($1) }
  }

  private mutating func detail(_ record: Record) -> Helpline.Detail? {
    guard let text = pair(record, "text"), let provenance = provenance(record) else { return nil }
    return Helpline.Detail(text: text, provenance: provenance)
  }

  private mutating func desk(_ record: Record) -> Desk? {
    guard let id = id(record), let name = pair(record, "name"), let provenance = provenance(record)
    else { return nil }
    let through = optionalText(record, "through")
    if let through { mention(fact: "helpline." + through, at: record["through"]?.range) }
    return Desk(
      id: id, name: name, needs: pairs(record, "needs"), through: through, provenance: provenance)
  }

  private mutating func route(_ record: Record) -> ComplaintRoute? {
    guard let lender = text(record, "lender"), let provenance = provenance(record) else {
      return nil
    }
    return ComplaintRoute(
      lender: lender,
      stops: list(record, "stops", keys: ["desk", "usual", "silence", "longest", "rules"]) {
        $0.stop($1)
      },
      note: optionalPair(record, "note"), provenance: provenance)
  }

  private mutating func stop(_ record: Record) -> ComplaintRoute.Stop? {
    guard let desk = text(record, "desk") else { return nil }
    mention(fact: "desk." + desk, at: record["desk"]?.range)
    return ComplaintRoute.Stop(
      desk: desk, usualTerm: term(record, "usual"), silenceTerm: term(record, "silence"),
      longestTerm: term(record, "longest"), rules: factIDs(record, "rules"))
  }

  private mutating func term(_ record: Record, _ key: String) -> String? {
    guard let event = optionalText(record, key) else { return nil }
    mention(fact: "deadline." + event, at: record[key]?.range)
    return event
  }
}
