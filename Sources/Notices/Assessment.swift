import Wording

/// What the findings of a message weigh, item by item.
package struct Assessment: Hashable, Sendable {
  /// What sort of text it is.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A demand for a debt, a reminder of a due date.
    case collection
    /// A fraud.
    case scam
    /// An advertisement for loans.
    case loanAd = "loan-ad"
    /// A bank's notice: a transaction, a bill, a code.
    case bankNotice = "bank-notice"
    /// Anything else.
    case other
  }

  /// How far the text may be trusted.
  ///
  /// None of them says "genuine": a text alone can't show that.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    /// Likely a scam.
    case likelyScam = "likely-scam"
    /// Not verified: do not pay yet.
    case unverified
    /// Consistent with a genuine notice; still verify through your own channel.
    case consistent
  }

  /// What sort of text it is.
  package let kind: Kind
  /// How far it may be trusted.
  package let level: Level
  /// How likely a fraud, 0 to 1; a ranking, not a probability.
  package let risk: Double
  /// The items that speak for a scam or for a genuine notice, heaviest first.
  package let evidence: [Evidence]

  /// The sum of the weights that speak for a scam.
  package var scamWeight: Int { weight(of: .scam) }
  /// The sum of the weights that speak for a genuine notice.
  package var genuineWeight: Int { weight(of: .genuine) }
  /// Whether an absolute fact decided: a request nobody honest makes.
  package var hardRule: Bool { evidence.contains { $0.rule.isHard } }

  private func weight(of side: EvidenceRule.Side) -> Int {
    evidence.reduce(0) { $1.rule.side == side ? $0 + $1.rule.weight : $0 }
  }
}

/// One item that speaks for a scam or for a genuine notice.
package struct Evidence: Hashable, Sendable {
  /// The rule of the evidence table that applies.
  package let rule: EvidenceRule
  /// The words it rests on; empty where something missing is the evidence.
  package let quotes: [Quote]
}
