/// The cue groups that occur in a message, each with its first words.
struct CueSet: Hashable, Sendable {
  /// One group that occurs.
  struct Entry: Hashable, Sendable {
    /// The group's place in the book.
    let group: Int32
    private let start: Int32
    private let end: Int32

    init(group: Int, range: Range<Int>) {
      self.group = Int32(clamping: group)
      start = Int32(clamping: range.lowerBound)
      end = Int32(clamping: range.upperBound)
    }

    /// Where its first words stand, in raw scalars.
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// In the order of their first words.
  let entries: [Entry]
  /// Whether words of a debt occur.
  let hasDebt: Bool
  /// Whether words of being overdue occur.
  let hasOverdue: Bool
  /// Whether an ending occurs that only a full company name has.
  let hasCompanyEnding: Bool

  init(_ entries: [Entry], in reading: MessageReader.Reading) {
    self.entries = entries
    hasDebt = reading.has(.debt)
    hasOverdue = reading.has(.overdue)
    hasCompanyEnding = reading.has(.companyEnding)
  }
}
