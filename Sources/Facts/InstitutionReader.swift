import SourceText
import Wording

extension RecordReader {
  static let institutionKeys =
    [
      "id", "kind", "group", "name", "legal_name", "aliases", "products", "lender_ids", "lenders",
      "route", "phones", "sms_senders", "domains", "signatures", "notes",
    ] + provenanceKeys

  /// Reads `institutions.yaml`.
  static func institutions(_ source: SourceText?) -> FactFile<[Institution]> {
    read(source, keys: ["institutions"], empty: []) { reader, top in
      reader.list(top, "institutions", keys: institutionKeys) { $0.institution($1) }
    }
  }

  private mutating func institution(_ record: Record) -> Institution? {
    guard let id = id(record), let kind = choice(record, "kind", of: Institution.Kind.self),
      let group = text(record, "group"), let name = pair(record, "name"),
      let route = text(record, "route"), let provenance = provenance(record)
    else { return nil }
    let lenderIDs = texts(record, "lender_ids")
    for lender in lenderIDs {
      mention(fact: "institution." + lender, at: record["lender_ids"]?.range)
    }
    mention(fact: "route." + route, at: record["route"]?.range)
    return Institution(
      id: id, kind: kind, group: group, name: name, legalName: optionalText(record, "legal_name"),
      aliases: texts(record, "aliases"), products: texts(record, "products"),
      lenderIDs: lenderIDs, lenders: texts(record, "lenders"), route: route,
      phones: list(
        record, "phones",
        keys: ["number", "shown", "role", "label", "note"] + RecordReader.provenanceKeys
      ) { $0.phone($1) },
      smsSenders: list(
        record, "sms_senders", keys: ["number", "label", "note"] + RecordReader.provenanceKeys
      ) { $0.sender($1) },
      domains: list(
        record, "domains",
        keys: ["host", "registrable", "role", "note"] + RecordReader.provenanceKeys
      ) { $0.domain($1) },
      signatures: texts(record, "signatures"),
      notes: list(record, "notes", keys: ["about", "text"] + RecordReader.provenanceKeys) {
        $0.note($1)
      },
      provenance: provenance)
  }

  private mutating func phone(_ record: Record) -> Institution.Phone? {
    guard let number = digits(record, "number"), let shown = text(record, "shown"),
      let role = choice(record, "role", of: Institution.PhoneRole.self),
      let provenance = provenance(record)
    else { return nil }
    return Institution.Phone(
      number: number, shown: shown, role: role, label: optionalPair(record, "label"),
      note: optionalPair(record, "note"), provenance: provenance)
  }

  private mutating func sender(_ record: Record) -> Institution.SMSSender? {
    guard let number = digits(record, "number"), let provenance = provenance(record) else {
      return nil
    }
    return Institution.SMSSender(
      number: number, label: optionalPair(record, "label"), note: optionalPair(record, "note"),
      provenance: provenance)
  }

  private mutating func domain(_ record: Record) -> Institution.Domain? {
    guard let host = text(record, "host"), let registrable = text(record, "registrable"),
      let role = text(record, "role"), let provenance = provenance(record)
    else { return nil }
    return Institution.Domain(
      host: host, registrable: registrable, role: role, note: optionalPair(record, "note"),
      provenance: provenance)
  }

  private mutating func note(_ record: Record) -> Institution.Note? {
    guard let subject = choice(record, "about", of: Institution.Note.Subject.self),
      let text = pair(record, "text"), let provenance = provenance(record)
    else { return nil }
    return Institution.Note(subject: subject, text: text, provenance: provenance)
  }

  /// A text of ASCII digits only.
  private mutating func digits(_ record: Record, _ key: String) -> String? {
    guard let text = text(record, key) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      report(.badNumber(text), at: record[key]?.range)
      return nil
    }
    return text
  }
}
