/// Tells what an honest notice of a debt states and this one does not.
///
/// Only a text that demands money is measured by it.
struct MissingCheck {
  let notice: Notice

  var missing: [MissingStatement] {
    guard notice.isDemand else { return [] }
    return MissingStatement.allCases.filter { !states($0) }
  }

  private func states(_ statement: MissingStatement) -> Bool {
    switch statement {
    case .lenderFullName: namesLender
    case .officialContact:
      notice.phones.contains { $0.ownerID != nil } || notice.links.contains(where: \.isOfficial)
    case .amount: !notice.amounts.isEmpty
    case .date:
      notice.deadline != nil || notice.dates.contains { $0.role != .billMonth }
        || !notice.overdueDays.isEmpty
    case .contract: !notice.references.isEmpty
    case .platform: !notice.signatures.isEmpty || !notice.institutions.isEmpty
    }
  }

  /// A name of the registry, or one with an ending that only a full company name has.
  private var namesLender: Bool {
    notice.signatures.contains { $0.institutionID != nil }
      || notice.institutions.contains { $0.registryID != nil }
      || notice.cues.hasCompanyEnding
  }
}
