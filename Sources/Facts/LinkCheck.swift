import Wording

/// What the facts say about the host of a link.
package struct LinkCheck: Hashable, Sendable {
  /// A look-alike: the trick and whom it imitates.
  package struct Imitation: Hashable, Sendable {
    /// The id of the trick.
    package let trick: String
    /// The institution it imitates; `nil` where the trick needs none.
    package let institution: String?
  }

  /// Institutions whose domain this is; empty for any other host.
  package let owners: [String]
  /// The public body whose domain this is.
  package let government: BilingualText?
  /// Whether the host is a short-link service: its target is unknown.
  package let isShortLink: Bool
  /// Tricks found, the gravest first; empty for official hosts.
  package let imitations: [Imitation]
  /// Whether its last label is one that fraud pages use more often than others: a hint only.
  package let hasRiskySuffix: Bool

  /// Whether the domain belongs to a known institution or public body.
  ///
  /// Says nothing about the page behind a short link of theirs, nor about the rest of the message.
  package var isOfficial: Bool { !owners.isEmpty || government != nil }
}
