import Facts
import Wording

/// Weighs what a notice says, by a table of evidence.
package struct Assessor: Sendable {
  private let lazyTable: LazyPart<EvidenceTable>
  private var table: EvidenceTable { lazyTable.value }

  /// An assessor with its table.
  package init(_ table: EvidenceTable) {
    lazyTable = LazyPart { table }
  }

  /// An assessor whose table is made when it is first asked for.
  package init(_ make: @escaping @Sendable () -> EvidenceTable) {
    lazyTable = LazyPart(make)
  }

  /// The items of its table in file order.
  package var rules: [EvidenceRule] { table.rules }

  /// Weighs a notice: every item of the table that applies, the sums, the level and the kind.
  ///
  /// One hard item is enough for "likely a scam". "Consistent" needs a demand or a bank notice of
  /// a registered name with little against it; no text alone is ever called genuine.
  package func assess(_ notice: Notice) -> Assessment {
    let table = table
    let signals = NoticeSignals.signals(of: notice, none: table.noSignals)
    var evidence: [Evidence] = []
    table.eachRule(in: signals) { rule in
      evidence.append(
        Evidence(rule: rule, quotes: rule.condition.quotes(in: signals, of: notice.message)))
    }
    if evidence.count > 1 { evidence.sort { $0.rule.isHeavier(than: $1.rule) } }
    let scam = sum(.scam, of: evidence)
    let genuine = sum(.genuine, of: evidence)
    let isHard = evidence.contains { $0.rule.isHard }
    let isScam = isHard || scam - genuine >= table.thresholds.likelyScam
    let kind = isScam ? .scam : plainKind(signals, table)
    return Assessment(
      kind: kind,
      level: level(
        kind, scam: scam, genuine: genuine, isNamed: notice.registryID != nil, table.thresholds),
      risk: risk(net: scam - genuine, isHard: isHard, table.thresholds), evidence: evidence)
  }

  private func sum(_ side: EvidenceRule.Side, of evidence: [Evidence]) -> Int {
    evidence.reduce(0) { $1.rule.side == side ? $0 + $1.rule.weight : $0 }
  }

  private func plainKind(_ signals: SignalSet, _ table: EvidenceTable) -> Assessment.Kind {
    var sums = (collection: 0, bankNotice: 0, loanAd: 0)
    table.eachKind(in: signals) { rule in
      switch rule.kind {
      case .collection: sums.collection += rule.weight
      case .bankNotice: sums.bankNotice += rule.weight
      case .loanAd: sums.loanAd += rule.weight
      case .scam, .other: break
      }
    }
    // Of equal sums the first one.
    var best = (kind: Assessment.Kind.collection, sum: sums.collection)
    if sums.bankNotice > best.sum { best = (.bankNotice, sums.bankNotice) }
    if sums.loanAd > best.sum { best = (.loanAd, sums.loanAd) }
    return best.sum >= table.thresholds.kind ? best.kind : .other
  }

  private func level(
    _ kind: Assessment.Kind, scam: Int, genuine: Int, isNamed: Bool,
    _ thresholds: AssessmentThresholds
  ) -> Assessment.Level {
    if kind == .scam { return .likelyScam }
    guard isNamed else { return .unverified }
    let speaksOfMoney = kind == .collection || kind == .bankNotice
    return speaksOfMoney && scam <= thresholds.consistentScamWeight
      && genuine >= thresholds.consistentGenuineWeight ? .consistent : .unverified
  }

  /// A ranking between 0 and 1, one half at the threshold: net / (|net| + threshold) moved there.
  private func risk(net: Int, isHard: Bool, _ thresholds: AssessmentThresholds) -> Double {
    let shifted = Double(net - thresholds.likelyScam)
    let scale = Double(max(1, thresholds.likelyScam))
    let risk = 0.5 + 0.5 * shifted / (abs(shifted) + scale)
    let rounded = (risk * 1000).rounded() / 1000
    return isHard ? max(rounded, 0.95) : rounded
  }
}
