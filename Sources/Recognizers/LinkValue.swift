/// A link as it would be opened.
package struct LinkValue: Hashable, Sendable {
  /// The link with every disguise undone, its case kept.
  package let url: String
  /// The scheme in lower case, `nil` when none is written.
  package let scheme: String?
  /// The host in lower case, without port.
  package let host: String
  /// The part of the host that somebody registered: axxf-pay.top; an IP address as it stands.
  package let registrableHost: String
}
