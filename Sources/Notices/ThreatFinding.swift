/// A consequence the text threatens with.
package struct ThreatFinding: Hashable, Sendable {
  /// The kinds of threats; the raw values are those of the cue file.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A law suit.
    case sue
    /// Police, arrest or a criminal case.
    case arrest
    /// A visit at home or at work.
    case homeVisit = "home-visit"
    /// Telling family, employer or the address book.
    case contactFamily = "contact-family"
    /// A bad credit record.
    case creditRecord = "credit-record"
    /// The courts' list of dishonest debtors and limits on spending.
    case blacklist
    /// The school of the reader's child.
    case childSchool = "child-school"
    /// Freezing of accounts or cards.
    case freeze
    /// Handing over to a collection company.
    case thirdPartyCollector = "third-party-collector"
    /// Further fees or penalties.
    case penalty
    /// The end of a service.
    case serviceStop = "service-stop"
    /// A debit without asking.
    case deduct
    /// Public shame.
    case shame
    /// Unnamed legal steps.
    case legalVague = "legal-vague"
    /// Other unnamed consequences.
    case vague
  }

  /// What is threatened.
  package let kind: Kind
  /// The fact key of the rule that says what is true about it (`rule.THR-01`), `nil` for none.
  package let rule: String?
  /// The words.
  package let quote: Quote
}

/// How much the text presses for haste.
package struct UrgencyFinding: Hashable, Sendable {
  /// The degrees of haste.
  package enum Degree: String, Hashable, Sendable, CaseIterable {
    /// At once (立即, immediately).
    case high
    /// Soon (尽快).
    case normal
    /// In time (及时).
    case mild
  }

  /// How much.
  package let degree: Degree
  /// The word.
  package let quote: Quote
}
