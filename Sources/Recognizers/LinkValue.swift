/// A link as it would be opened.
package struct LinkValue: Hashable, Sendable {
  /// What stands before the last @ of a link, where a browser reads a user's name.
  package struct Decoy: Hashable, Sendable {
    /// Its characters up to a colon, in lower case, decoded: mostly the host of somebody else.
    package let host: String
    /// The part of it that somebody registered, if it were a host.
    package let registrableHost: String
  }

  /// The link with the dots and the width of its host made plain, its case kept; letters of other
  /// scripts stay what they are, for they lead elsewhere.
  package let url: String
  /// The scheme in lower case, `nil` when none is written.
  package let scheme: String?
  /// The host that a browser would open, in lower case, decoded, without user's name and port.
  package let host: String
  /// The part of the host that somebody registered: axxf-pay.top; an IP address as it stands.
  package let registrableHost: String
  /// What seems to be the host and is only a user's name, `nil` for an ordinary link.
  package let decoy: Decoy?
}
