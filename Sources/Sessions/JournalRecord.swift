import MoneyAndDates

/// What a record of a journal says happened.
package enum RecordKind: String, Hashable, Sendable, CaseIterable {
  /// The question `key` was answered with the value.
  case answer
  /// The question `key` was skipped ("I can't").
  case skip
  /// The earlier answer `key` was changed to the value.
  case change
  /// One question back, to `key`.
  case back
  /// A note for the transcript.
  case note
  /// A call or visit that was logged.
  case log
  /// The language was changed; the value names it.
  case lang
  /// The session was opened again.
  case resumed
  /// The outcome `key` was reached.
  case outcome
}

/// An event that is to be written into a journal.
package struct JournalEntry: Hashable, Sendable {
  /// The calendar day on which it happened, by the person's zone; replay uses it as today.
  package let day: CalendarDate
  /// What happened.
  package let kind: RecordKind
  /// The answer key it is about (`debts[2]/amount`), or an empty text.
  package let key: String
  /// Its value; `.null` where the kind needs none.
  package let value: JournalValue

  /// An event of this day.
  package init(day: CalendarDate, kind: RecordKind, key: String = "", value: JournalValue = .null) {
    self.day = day
    self.kind = kind
    self.key = key
    self.value = value
  }
}

/// An event as it stands in a journal.
package struct JournalRecord: Hashable, Sendable {
  /// Its number in the journal, from 1, without gaps.
  package let number: Int
  /// The event.
  package let entry: JournalEntry

  /// An event with its number.
  package init(number: Int, entry: JournalEntry) {
    self.number = number
    self.entry = entry
  }
}
