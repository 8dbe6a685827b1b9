import SourceText
import Wording

/// A public line or office that can help, and what it is for.
package struct Helpline: Hashable, Sendable {
  /// How it is reached.
  package enum Reach: String, Hashable, Sendable, CaseIterable {
    /// A number to call.
    case phone
    /// Sends warnings; nobody calls it.
    case senderOnly = "sender-only"
    /// A site.
    case web
    /// An app.
    case app
    /// An office or body reached through others.
    case office
  }

  /// A sentence with its own source.
  package struct Detail: Hashable, Sendable {
    /// The words.
    package let text: BilingualText
    /// Where it comes from.
    package let provenance: Provenance
  }

  /// Its id: `12378`, `police`, `nifa`.
  package let id: String
  /// Its name.
  package let name: BilingualText
  /// How it is reached.
  package let reach: Reach
  /// The number as people write it; `nil` where there is none or none is well supported.
  package let number: String?
  /// Where the number stands in the file, for diagnostics.
  let numberRange: SourceRange?
  /// What to turn to it for.
  package let purpose: BilingualText
  /// What it does not do.
  package let notFor: BilingualText?
  /// Ways to reach it.
  package let ways: [Detail]
  /// When it answers.
  package let hours: Detail?
  /// What to have ready.
  package let bring: [BilingualText]
  /// What else is known.
  package let details: [Detail]
  /// Rules that say more.
  package let rules: [String]
  /// Where it comes from.
  package let provenance: Provenance
}
