import MoneyAndDates

extension Notice {
  /// Whether it demands money: it speaks of a debt or of being overdue.
  package var isDemand: Bool {
    cues.hasDebt || cues.hasOverdue || !overdueDays.isEmpty
  }

  /// The registry's id of the institution it names, the signature's before those of the body.
  package var registryID: String? {
    signatures.lazy.compactMap(\.institutionID).first
      ?? institutions.lazy.compactMap(\.registryID).first
  }

  /// Whether the owner of a number or domain is an institution that the text itself names.
  ///
  /// Only then does the number or domain support the text: a fraud can quote anybody's hotline.
  package func names(owner: String?) -> Bool {
    guard let owner else { return false }
    return signatures.contains { $0.institutionID == owner }
      || institutions.contains { $0.registryID == owner }
  }

  /// The first sum of yuan that plays a part.
  package func amount(_ role: AmountFinding.Role) -> Money? {
    amounts.lazy.filter { $0.role == role }.compactMap(\.money).first
  }

  /// The largest sum of yuan it states.
  package var largestAmount: Money? { amounts.compactMap(\.money).max() }

  /// Whether it asks for something nobody may be told: a code, a password, a card, identity, the screen.
  package var asksForSecret: Bool { requests.contains(where: \.isSecret) }

  /// Whether it asks for money to somebody's account or for a fee in advance.
  package var asksForTransfer: Bool { requests.contains(where: \.isTransfer) }

  /// Whether a link in it is an official domain.
  package var hasOfficialLink: Bool { links.contains(where: \.isOfficial) }

  /// Whether a number, link or word is dressed up in a way an honest writer would hardly use.
  package var isDisguised: Bool { disguises.contains(where: \.disguise.isTelling) }
}
