/// The cue groups that occur in a message, each with its first words.
struct CueSet: Hashable, Sendable {
  /// One group that occurs.
  struct Entry: Hashable, Sendable {
    /// The group's place in the book.
    let group: Int
    /// Its first words.
    let quote: Quote
  }

  /// In the order of their first words.
  let entries: [Entry]
  /// Whether words of a debt occur.
  let hasDebt: Bool
  /// Whether words of being overdue occur.
  let hasOverdue: Bool
  /// Whether an ending occurs that only a full company name has.
  let hasCompanyEnding: Bool

  /// None.
  init() {
    entries = []
    (hasDebt, hasOverdue, hasCompanyEnding) = (false, false, false)
  }

  init(_ entries: [Entry], in book: CueBook) {
    func has(_ name: KnownGroups.Name) -> Bool {
      let place = book.known.place(of: name)
      return entries.contains { $0.group == place }
    }
    self.entries = entries
    hasDebt = has(.debt)
    hasOverdue = has(.overdue)
    hasCompanyEnding = has(.companyEnding)
  }
}
