import Facts
import Recognizers

/// A link the text wants the reader to open.
package struct LinkFinding: Hashable, Sendable {
  /// The host in lower case, `m.axxf-pay.top`.
  package let host: String
  /// The part that was registered, `axxf-pay.top`; a bare IP address as it is.
  package let registrable: String
  /// The id of the institution whose official domain this is, `nil` for nobody's.
  package let ownerID: String?
  /// Whether it is the domain of a public body.
  package let isGovernment: Bool
  /// Whether the host shortens links, so that the real one stays hidden.
  package let isShort: Bool
  /// The look-alike trick the host plays, by its id in the facts; `nil` for none.
  package let trick: String?
  /// The id of the institution the host imitates, `nil` when it imitates none.
  package let imitates: String?
  /// Whether its last label is one that fraud pages use more often than others: a hint only.
  package let hasRiskySuffix: Bool
  /// How the link was disguised; empty for a plainly written one.
  package let disguises: [Disguise]
  /// The words as written.
  package let quote: Quote

  /// Whether it is an official domain by the registry.
  package var isOfficial: Bool { ownerID != nil || isGovernment }
}

extension LinkFinding {
  /// The finding of a link by what the registry knows of its host.
  ///
  /// A host that is only read as somebody's, by letters that look like others, by invisible
  /// characters or behind a decoy, is nobody's official domain: it imitates.
  init(_ link: LinkValue, disguises: [Disguise], quote: Quote, registry: Registry) {
    let check = registry.link(host: link.host, registrable: link.registrableHost)
    let isBent = disguises.contains(where: \.bendsHost)
    let shown = link.decoy.flatMap { LinkFinding.shown($0, registry) }
    let taken = shown ?? (isBent ? check.owners.first : nil)
    let trick =
      link.decoy != nil || disguises.contains(.hiddenHost)
      ? "ip-or-port" : isBent && check.isOfficial ? "char-swap" : check.imitations.first?.trick
    self.init(
      host: link.host, registrable: link.registrableHost,
      ownerID: isBent ? nil : check.owners.first, isGovernment: !isBent && check.government != nil,
      isShort: check.isShortLink, trick: trick,
      imitates: taken ?? check.imitations.lazy.compactMap(\.institution).first,
      hasRiskySuffix: check.hasRiskySuffix, disguises: disguises, quote: quote)
  }

  /// The institution whose host, telephone number or name a decoy shows.
  private static func shown(_ decoy: LinkValue.Decoy, _ registry: Registry) -> String? {
    let check = registry.link(host: decoy.host, registrable: decoy.registrableHost)
    return check.owners.first ?? check.imitations.lazy.compactMap(\.institution).first
      ?? registry.institution(named: decoy.host)
  }
}
