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
