/// Weighs what a notice says, by a table of evidence.
package struct Assessor: Sendable {
  private let table: EvidenceTable

  /// An assessor with its table.
  package init(_ table: EvidenceTable) {
    self.table = table
  }

  /// Weighs a notice: every item of the table that applies, the sums, the level and the kind.
  ///
  /// One hard item is enough for "likely a scam". "Consistent" needs a demand or a bank notice of
  /// a registered name with little against it; no text alone is ever called genuine.
  package func assess(_ notice: Notice) -> Assessment {
    let signals = NoticeSignals(names: table.signals).signals(of: notice)
    let evidence = table.rules.compactMap { rule -> Evidence? in
      guard rule.condition.holds(in: signals) else { return nil }
      return Evidence(rule: rule, quotes: rule.condition.quotes(in: signals))
    }.sorted { ($0.rule.isHard ? 1 : 0, $0.rule.weight) > ($1.rule.isHard ? 1 : 0, $1.rule.weight) }
    let scam = sum(.scam, of: evidence)
    let genuine = sum(.genuine, of: evidence)
    let isHard = evidence.contains { $0.rule.isHard }
    let isScam = isHard || scam - genuine >= table.thresholds.likelyScam
    let kind = isScam ? .scam : plainKind(signals)
    return Assessment(
      kind: kind,
      level: level(kind, scam: scam, genuine: genuine, isNamed: notice.registryID != nil),
      risk: risk(net: scam - genuine, isHard: isHard), evidence: evidence)
  }

  private func sum(_ side: EvidenceRule.Side, of evidence: [Evidence]) -> Int {
    evidence.reduce(0) { $1.rule.side == side ? $0 + $1.rule.weight : $0 }
  }

  private func plainKind(_ signals: SignalSet) -> Assessment.Kind {
    var sums: [Assessment.Kind: Int] = [:]
    for rule in table.kinds where rule.condition.holds(in: signals) {
      sums[rule.kind, default: 0] += rule.weight
    }
    let best = [Assessment.Kind.collection, .bankNotice, .loanAd]
      .map { ($0, sums[$0] ?? 0) }
      .max { $0.1 < $1.1 }
    guard let best, best.1 >= table.thresholds.kind else { return .other }
    return best.0
  }

  private func level(
    _ kind: Assessment.Kind, scam: Int, genuine: Int, isNamed: Bool
  ) -> Assessment.Level {
    if kind == .scam { return .likelyScam }
    guard isNamed else { return .unverified }
    let thresholds = table.thresholds
    let speaksOfMoney = kind == .collection || kind == .bankNotice
    return speaksOfMoney && scam <= thresholds.consistentScamWeight
      && genuine >= thresholds.consistentGenuineWeight ? .consistent : .unverified
  }

  /// A ranking between 0 and 1, one half at the threshold: net / (|net| + threshold) moved there.
  private func risk(net: Int, isHard: Bool) -> Double {
    let shifted = Double(net - table.thresholds.likelyScam)
    let scale = Double(max(1, table.thresholds.likelyScam))
    let risk = 0.5 + 0.5 * shifted / (abs(shifted) + scale)
    let rounded = (risk * 1000).rounded() / 1000
    return isHard ? max(rounded, 0.95) : rounded
  }
}
