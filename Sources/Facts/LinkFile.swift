import SourceText
import Wording

/// The content of `links.yaml`.
struct LinkFile: Sendable {
  struct Government: Sendable {
    let registrable: String
    let owner: BilingualText
    let provenance: Provenance
  }

  struct ShortLinkHost: Sendable {
    let host: String
    let owner: BilingualText
    let provenance: Provenance
  }

  let government: [String: Government]
  let shortLinkHosts: [String: ShortLinkHost]
  let tricks: [LookAlikeTrick]
  /// Top-level domains that belong to one brand, with the institution where it has an entry.
  let brandSuffixes: [String: String?]
  let riskySuffixes: Set<String>
  /// Words that fraud pages put beside a brand.
  let baitWords: [String]
  /// Labels too common to speak for a brand.
  let commonLabels: Set<String>
  /// Names of brands that are no domain of their own, with the institution.
  let brandWords: [(word: String, institution: String)]
  let notes: [FactNote]

  static let empty = LinkFile(
    government: [:], shortLinkHosts: [:], tricks: [], brandSuffixes: [:], riskySuffixes: [],
    baitWords: [], commonLabels: [], brandWords: [], notes: [])
}

extension RecordReader {
  /// Reads `links.yaml`.
  static func links(_ source: SourceText?) -> FactFile<LinkFile> {
    let keys = [
      "government_domains", "short_link_hosts", "tricks", "brand_suffixes", "risky_suffixes",
      "bait_words", "common_labels", "brand_words", "notes",
    ]
    return read(source, keys: keys, empty: .empty) { reader, top in
      LinkFile(
        government: reader.governmentDomains(top), shortLinkHosts: reader.shortLinkHosts(top),
        tricks: reader.list(top, "tricks", keys: ["id", "words", "advice"] + provenanceKeys) {
          $0.trick($1)
        },
        brandSuffixes: reader.brandSuffixes(top),
        riskySuffixes: Set(reader.wordList(top, "risky_suffixes")),
        baitWords: reader.wordList(top, "bait_words"),
        commonLabels: Set(reader.wordList(top, "common_labels")),
        brandWords: reader.brandWords(top), notes: reader.notes(top))
    }
  }

  private mutating func governmentDomains(_ top: Record) -> [String: LinkFile.Government] {
    let all = list(
      top, "government_domains", keys: ["registrable", "owner"] + RecordReader.provenanceKeys
    ) { reader, record -> LinkFile.Government? in
      guard let registrable = reader.text(record, "registrable"),
        let owner = reader.pair(record, "owner"), let provenance = reader.provenance(record)
      else { return nil }
      return .init(registrable: registrable, owner: owner, provenance: provenance)
    }
    return Dictionary(all.map { ($0.registrable, $0) }) { first, _ in first }
  }

  private mutating func shortLinkHosts(_ top: Record) -> [String: LinkFile.ShortLinkHost] {
    let all = list(top, "short_link_hosts", keys: ["host", "owner"] + RecordReader.provenanceKeys) {
      reader, record -> LinkFile.ShortLinkHost? in
      guard let host = reader.text(record, "host"), let owner = reader.pair(record, "owner"),
        let provenance = reader.provenance(record)
      else { return nil }
      return .init(host: host, owner: owner, provenance: provenance)
    }
    return Dictionary(all.map { ($0.host, $0) }) { first, _ in first }
  }

  private mutating func trick(_ record: Record) -> LookAlikeTrick? {
    guard let id = id(record), let words = pair(record, "words"),
      let advice = pair(record, "advice"), let provenance = provenance(record)
    else { return nil }
    return LookAlikeTrick(id: id, words: words, advice: advice, provenance: provenance)
  }

  private mutating func brandSuffixes(_ top: Record) -> [String: String?] {
    let all = list(
      top, "brand_suffixes", keys: ["suffix", "institution"] + RecordReader.provenanceKeys
    ) { reader, record -> (String, String?)? in
      guard let suffix = reader.text(record, "suffix"), reader.provenance(record) != nil else {
        return nil
      }
      let owner = reader.optionalText(record, "institution")
      if let owner {
        reader.mention(fact: "institution." + owner, at: record["institution"]?.range)
      }
      return (suffix, owner)
    }
    return Dictionary(all) { first, _ in first }
  }

  private mutating func brandWords(_ top: Record) -> [(word: String, institution: String)] {
    list(top, "brand_words", keys: ["word", "institution"] + RecordReader.provenanceKeys) {
      reader, record in
      guard let word = reader.text(record, "word"),
        let institution = reader.text(record, "institution"), reader.provenance(record) != nil
      else { return nil }
      reader.mention(fact: "institution." + institution, at: record["institution"]?.range)
      return (word, institution)
    }
  }

  /// A list of words with one source for all: `{words: […], source: …}`.
  private mutating func wordList(_ top: Record, _ key: String) -> [String] {
    guard let record = one(top, key, keys: ["words"] + RecordReader.provenanceKeys),
      provenance(record) != nil
    else { return [] }
    return texts(record, "words")
  }
}
