import JSONText
import Notices

/// The JSON of each evidence rule, written once: all but the place of its words.
struct EvidenceTexts: Sendable {
  /// The bytes before and behind the place.
  struct Texts: Sendable {
    let head: [UInt8]
    let tail: [UInt8]

    init(_ rule: EvidenceRule) {
      var head = JSONLine(room: 64)
      head.add("{\"id\":")
      head.add(string: rule.id)
      head.add(",\"for\":")
      head.add(string: rule.side.rawValue)
      head.add(",\"weight\":")
      head.add(rule.weight)
      var tail = JSONLine(room: 256)
      tail.add(",\"zh\":")
      tail.add(string: rule.sentence.zh)
      tail.add(",\"en\":")
      tail.add(string: rule.sentence.en)
      tail.add(",\"source\":")
      tail.add(string: rule.source)
      tail.add("}")
      (self.head, self.tail) = (head.bytes, tail.bytes)
    }
  }

  private let texts: [ObjectIdentifier: Texts]

  init(_ rules: [EvidenceRule]) {
    texts = Dictionary(rules.map { (ObjectIdentifier($0), Texts($0)) }) { first, _ in first }
  }

  /// The bytes of a rule; of one that is in no table they are made anew.
  func texts(of rule: EvidenceRule) -> Texts { texts[ObjectIdentifier(rule)] ?? Texts(rule) }
}
