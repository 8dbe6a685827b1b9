import Wording

/// One row of the evidence table: when it applies and what it weighs.
///
/// A class because every item of evidence refers to its row and none changes it.
package final class EvidenceRule: Sendable {
  /// For which side a row speaks.
  package enum Side: String, Hashable, Sendable {
    /// For a scam.
    case scam
    /// For a genuine notice.
    case genuine
  }

  /// Which row of the table it is, from 0.
  let place: Int
  /// The row's name, `code-asked`.
  package let id: String
  /// For which side it speaks.
  package let side: Side
  /// How much, above 0.
  package let weight: Int
  /// Whether it decides alone: the facts behind it are absolute.
  package let isHard: Bool
  /// What must and must not be in the message.
  let condition: SignalCondition
  /// What it says to a person.
  package let sentence: BilingualText
  /// Why it has this weight, for those who keep the table.
  package let rationale: String
  /// The fact key it rests on, or `design`.
  package let source: String

  init(
    place: Int, id: String, side: Side, weight: Int, isHard: Bool, condition: SignalCondition,
    sentence: BilingualText, rationale: String, source: String
  ) {
    self.place = place
    self.id = id
    self.side = side
    self.weight = weight
    self.isHard = isHard
    self.condition = condition
    self.sentence = sentence
    self.rationale = rationale
    self.source = source
  }

  /// Whether it stands before another: the hard ones first, then by weight, then as in the table.
  func isHeavier(than other: EvidenceRule) -> Bool {
    if isHard != other.isHard { return isHard }
    return weight == other.weight ? place < other.place : weight > other.weight
  }
}

extension EvidenceRule: Hashable {
  /// By the row itself.
  package static func == (left: EvidenceRule, right: EvidenceRule) -> Bool { left === right }

  /// By the row itself.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// One row that speaks for a kind of text (a reminder, an advertisement), not for or against its truth.
package struct KindRule: Hashable, Sendable {
  /// The kind it speaks for.
  package let kind: Assessment.Kind
  /// How much; below 0 it speaks against.
  package let weight: Int
  /// What must and must not be in the message.
  package let condition: SignalCondition
}
