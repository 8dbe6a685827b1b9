/// The weights of the assessment: what speaks for a scam, for a genuine notice, for a kind of text.
///
/// A class because every assessment looks into it and nothing changes it.
package final class EvidenceTable: Sendable {
  /// The items of evidence in file order.
  package let rules: [EvidenceRule]
  let kinds: [KindRule]
  let thresholds: AssessmentThresholds
  let signals: SignalNames
  /// The items by the first signal that they need.
  private let ordered: BySignal<EvidenceRule>
  private let orderedKinds: BySignal<KindRule>
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
    let count = signals.names.count
    ordered = BySignal(rules, signals: count) { $0.condition.all.first }
    orderedKinds = BySignal(kinds, signals: count) { $0.condition.all.first }
    noSignals = SignalSet(count: signals.names.count, findings: SignalNames.findingCount)
  }

  /// Calls with every item whose condition some signals fulfil, in no certain order.
  func eachRule(in signals: SignalSet, _ body: (EvidenceRule) -> Void) {
    ordered.each(in: signals) { if $0.condition.holds(in: signals) { body($0) } }
  }

  /// Calls with every row for a kind of text whose condition some signals fulfil, likewise.
  func eachKind(in signals: SignalSet, _ body: (KindRule) -> Void) {
    orderedKinds.each(in: signals) { if $0.condition.holds(in: signals) { body($0) } }
  }
}

/// Rows by the first signal that they need, so that only those are looked at whose signal is there.
private struct BySignal<Row: Sendable>: Sendable {
  /// Those without one stand at the end.
  private let rows: [Row]
  /// Where the rows of each signal begin, at last those without one.
  private let starts: [Int]

  init(_ all: [Row], signals: Int, first: (Row) -> Int?) {
    var lists = [[Row]](repeating: [], count: signals + 1)
    for row in all { lists[first(row) ?? signals].append(row) }
    var starts = [0]
    for list in lists { starts.append(starts[starts.count - 1] + list.count) }
    rows = lists.flatMap(\.self)
    self.starts = starts
  }

  /// Calls with the rows whose first signal is there and with those that need none.
  @inline(__always)
  func each(in signals: SignalSet, _ body: (Row) -> Void) {
    func look(_ signal: Int) {
      for place in starts[signal]..<starts[signal + 1] { body(rows[place]) }
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
