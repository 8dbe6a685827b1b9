/// The weights of the assessment: what speaks for a scam, for a genuine notice, for a kind of text.
///
/// A class because every assessment looks into it and nothing changes it.
package final class EvidenceTable: Sendable {
  /// The items of evidence in file order.
  package let rules: [EvidenceRule]
  let kinds: [KindRule]
  let thresholds: AssessmentThresholds
  let signals: SignalNames
  /// The items by the first signal that they need, those without one at the end.
  private let ordered: [EvidenceRule]
  /// Where the items of each signal begin in `ordered`, at last those without one.
  private let starts: [Int]
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
    (ordered, starts) = EvidenceTable.ordered(rules, signals: signals.names.count)
    noSignals = SignalSet(count: signals.names.count, findings: SignalNames.findingCount)
  }

  private static func ordered(
    _ rules: [EvidenceRule], signals: Int
  ) -> (rules: [EvidenceRule], starts: [Int]) {
    var lists = [[EvidenceRule]](repeating: [], count: signals + 1)
    for rule in rules { lists[rule.condition.all.first ?? signals].append(rule) }
    var starts = [0]
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    return (lists.flatMap(\.self), starts)
  }

  /// Calls with every item whose condition some signals fulfil, in no certain order.
  ///
  /// Only those are looked at whose first signal is there.
  func eachRule(in signals: SignalSet, _ body: (EvidenceRule) -> Void) {
    func look(_ signal: Int) {
      for place in starts[signal]..<starts[signal + 1]
      where ordered[place].condition.holds(in: signals) { body(ordered[place]) }
    }
    signals.each(look)
    look(starts.count - 2)
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
