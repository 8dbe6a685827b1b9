import Wording

/// What the form of a sender's number says, and what it does not say.
package struct NumberShape: Hashable, Sendable {
  /// How the form weighs in the check "is the sender real?"; none is ever proof.
  package enum Weight: String, Hashable, Sendable, CaseIterable {
    /// A public line.
    case official
    /// A public line whose texts never hold a link.
    case officialIfNoLink = "official_if_no_link"
    /// A service line of a telecom carrier.
    case officialCarrier = "official_carrier"
    /// Counts only where the exact number is in the registry.
    case supportsIfInRegistry = "supports_if_in_registry"
    /// Speaks for a public body as sender.
    case supportsGovernment = "supports_government"
    /// Says nothing.
    case neutral
    /// A small minus.
    case weakSuspicious = "weak_suspicious"
    /// A small minus where the number calls rather than is called.
    case weakSuspiciousIfCaller = "weak_suspicious_if_caller"
    /// A minus where the message claims to be the lender itself.
    case suspiciousAsLender = "suspicious_as_lender"
    /// A large minus.
    case strongSuspicious = "strong_suspicious"
  }

  /// Its id, such as `106-690`.
  package let id: String
  /// The class of numbers, such as `sms_gateway_rented`.
  package let numberClass: String
  /// How it weighs.
  package let weight: Weight
  /// What the form says.
  package let means: BilingualText
  /// What it does not say.
  package let doesNotMean: BilingualText
  /// Where it comes from.
  package let provenance: Provenance
  let patterns: [NumberPattern]
  /// The country code is to be taken off and the rest looked at again.
  let stripsCountryCode: Bool
}
