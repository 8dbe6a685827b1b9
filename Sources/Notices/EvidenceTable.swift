/// The weights of the assessment: what speaks for a scam, for a genuine notice, for a kind of text.
package struct EvidenceTable: Sendable {
  /// The items of evidence in file order.
  package let rules: [EvidenceRule]
  let kinds: [KindRule]
  let thresholds: AssessmentThresholds
  let signals: SignalNames
  /// For each item a signal without which it does not apply, −1 where there is none such.
  let needed: [Int]
  /// The set of its signals without any, from which that of each message is made.
  let noSignals: SignalSet

  init(
    rules: [EvidenceRule], kinds: [KindRule], thresholds: AssessmentThresholds,
    signals: SignalNames
  ) {
    self.rules = rules
    self.kinds = kinds
    self.thresholds = thresholds
    self.signals = signals
    needed = rules.map { $0.condition.all.first ?? -1 }
    noSignals = SignalSet(count: signals.names.count, findings: SignalNames.findingCount)
  }
}

/// From where on sums of weights decide.
struct AssessmentThresholds: Hashable, Sendable {
  /// The least (scam weight − genuine weight) for "likely a scam".
  let likelyScam: Int
  /// The least weight of a kind of text.
  let kind: Int
  /// The greatest scam weight with which a notice still counts as consistent.
  let consistentScamWeight: Int
  /// The least genuine weight of a consistent notice.
  let consistentGenuineWeight: Int
}
