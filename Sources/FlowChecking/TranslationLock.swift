import FlowLanguage
import SourceText

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
  }

  /// What changed since a text was accepted.
  enum Change {
    case zh, en
  }

  /// Accepts every text of a library as it stands.
  package init(accepting library: FlowLibrary) {
    var entries: [String: Hashes] = [:]
    for flow in library.flows {
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
    guard let accepted = entries[TranslationLock.key(flow, node, role)] else { return nil }
    let now = Hashes(text)
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

/// FNV-1a of the UTF-8 bytes, 64 bits: the same in every run, which Swift's own hash is not.
private func fingerprint(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
