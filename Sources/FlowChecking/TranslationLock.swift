import FlowLanguage
import SourceText
import Wording

/// What both languages of each text were when somebody last accepted them as translations of each
/// other: the file `flows/translations.lock`.
///
/// A line for each text: its place, and the hashes of its Chinese and its English,
/// `notice.triage/paste/text 9f86d081884c7d65 60303ae22b998861`.
package struct TranslationLock: Hashable, Sendable {
  private let entries: [String: Hashes]

  private struct Hashes: Hashable {
    let zh: UInt64
    let en: UInt64

    init(zh: UInt64, en: UInt64) {
      self.zh = zh
      self.en = en
    }

    init(_ text: FlowText) {
      self.init(zh: fingerprint(text.zh.written), en: fingerprint(text.en.written))
    }

    init(_ text: BilingualText) {
      self.init(zh: fingerprint(text.zh), en: fingerprint(text.en))
    }
  }

  /// What changed since a text was accepted.
  enum Change {
    case zh, en
  }

  /// Accepts every text of a library as it stands.
  package init(accepting library: FlowLibrary) {
    var entries: [String: Hashes] = [:]
    for flow in library.flows {
      for (place, text) in flow.labelsByPlace { entries["\(flow.id)/\(place)"] = Hashes(text) }
      for node in flow.nodes {
        for (role, text) in node.textsByRole {
          entries[TranslationLock.key(flow, node, role)] = Hashes(text)
        }
      }
    }
    self.entries = entries
  }

  /// Reads a lock file; lines of another form are passed over, as texts that were never accepted.
  package init(_ file: String) {
    var entries: [String: Hashes] = [:]
    for line in file.utf8.split(separator: 0x0A) {
      let words = line.split(separator: 0x20).compactMap { String($0) }
      guard words.count == 3, let zh = UInt64(words[1], radix: 16),
        let en = UInt64(words[2], radix: 16)
      else { continue }
      entries[words[0]] = Hashes(zh: zh, en: en)
    }
    self.entries = entries
  }

  /// The text of the lock file, sorted by place.
  package var file: String {
    entries.sorted { $0.key < $1.key }.map { key, hashes in
      "\(key) \(String(hashes.zh, radix: 16)) \(String(hashes.en, radix: 16))\n"
    }.joined()
  }

  /// Which one of both languages was changed alone since the text was accepted.
  func change(of text: FlowText, _ role: String, of node: Node, in flow: Flow) -> Change? {
    change(to: Hashes(text), at: TranslationLock.key(flow, node, role))
  }

  /// Which one of both languages of a title, an offer or an option's label was changed alone.
  func change(of label: BilingualText, at place: String, in flow: Flow) -> Change? {
    change(to: Hashes(label), at: "\(flow.id)/\(place)")
  }

  private func change(to now: Hashes, at key: String) -> Change? {
    guard let accepted = entries[key] else { return nil }
    switch (accepted.zh != now.zh, accepted.en != now.en) {
    case (true, false): return .zh
    case (false, true): return .en
    default: return nil
    }
  }

  private static func key(_ flow: Flow, _ node: Node, _ role: String) -> String {
    "\(flow.id)/\(node.id)/\(role)"
  }
}

extension Flow {
  /// Its texts that take no expressions, each with a place that no node has: `.title`, `.offer`,
  /// `.harm.calls` for an option.
  var labelsByPlace: [(place: String, text: BilingualText)] {
    let head =
      [(place: ".title", text: title)] + (offer.map { [(place: ".offer", text: $0)] } ?? [])
    return head
      + variables.flatMap { variable -> [(place: String, text: BilingualText)] in
        switch variable.type {
        case .choice(let options), .multi(let options):
          options.map { (place: ".\(variable.name.text).\($0.id)", text: $0.label) }
        default: []
        }
      }
  }
}

/// FNV-1a of the UTF-8 bytes, 64 bits: the same in every run, which Swift's own hash is not.
private func fingerprint(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
