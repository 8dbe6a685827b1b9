import Transcripts
import FlowEngine
import MoneyAndDates
import Sessions
import Wording

/// What a journal's records amount to: the state of a session is this, replayed.
package struct SessionReplay: Hashable, Sendable {
  /// The answers by key, the last one of each key.
  package private(set) var answers: [String: GivenAnswer] = [:]
  /// The person's notes with their days, in order.
  package private(set) var notes: [Note] = []
  /// The calls and visits that were logged, in order.
  package private(set) var contacts: [LoggedContact] = []
  /// The hash of the flow files the session was last moved to; `nil` where it keeps those it began with.
  package private(set) var movedTo: String?
  /// The language last chosen; `nil` where it was never changed.
  package private(set) var language: Language?
  /// The outcome last reached; `nil` where none was, or where the session went on after it.
  package private(set) var outcome: String?

  /// A note and its day.
  package struct Note: Hashable, Sendable {
    /// The day it was written.
    package let day: CalendarDate
    /// What was written.
    package let text: String
  }

  /// The sum of these records, in their order.
  ///
  /// Records of a kind or value that this version does
  /// not know change nothing.
  package init(_ records: [JournalEntry] = []) {
    for record in records { take(record) }
  }

  /// The sum of the records of a journal as they stand there.
  package init(_ records: [JournalRecord]) {
    answers.reserveCapacity(records.count)
    for record in records { take(record.entry) }
  }

  /// Takes one more record into account.
  package mutating func take(_ entry: JournalEntry) {
    switch entry.kind {
    case .answer, .change:
      guard let value = AnswerValue(journal: entry.value) else { return }
      answers[entry.key] = GivenAnswer(value, on: entry.day)
      outcome = nil
    case .skip:
      answers[entry.key] = GivenAnswer(.skipped, on: entry.day)
      outcome = nil
    case .back:
      answers[entry.key] = nil
      outcome = nil
    case .note:
      if case .string(let text) = entry.value { notes.append(Note(day: entry.day, text: text)) }
    case .lang:
      if case .string(let code) = entry.value { language = Language(rawValue: code) ?? language }
    case .outcome: outcome = entry.key
    case .log:
      if let contact = LoggedContact(journal: entry.value, on: entry.day) {
        contacts.append(contact)
      }
    case .resumed:
      if case .string(let hash) = entry.value { movedTo = hash }
    }
  }
}

extension AnswerValue {
  /// The answer as a journal keeps it.
  var journal: JournalValue {
    switch self {
    case .option(let id): .string(id)
    case .options(let ids): .list(ids.map(JournalValue.string))
    case .integer(let number): .int(Int(number))
    case .money(let amount): .marked(.money, amount.yuan)
    case .percent(let rate): .marked(.rate, "\(rate.digits)/\(rate.scale)/\(rate.basis.rawValue)")
    case .date(let day): .marked(.date, day.iso)
    case .text(let text): .string(text)
    case .skipped: .null
    case .confirmed: .bool(true)
    }
  }

  /// The answer a journal kept; `nil` where the value is none.
  ///
  /// An option comes back as text: the question it meets knows which it is.
  init?(journal value: JournalValue) {
    switch value {
    case .null: self = .skipped
    case .bool(let flag):
      guard flag else { return nil }
      self = .confirmed
    case .int(let number): self = .integer(Int64(number))
    case .string(let text): self = .text(text)
    case .list(let values):
      let ids = values.compactMap { if case .string(let id) = $0 { id } else { nil } }
      guard ids.count == values.count else { return nil }
      self = .options(ids)
    case .marked(.money, let text):
      guard let amount = Money(yuan: text) else { return nil }
      self = .money(amount)
    case .marked(.date, let text):
      guard let day = CalendarDate(iso: text) else { return nil }
      self = .date(day)
    case .marked(.rate, let text):
      let parts = text.split(separator: "/")
      guard parts.count == 3, let digits = Int64(parts[0]), let scale = Int(parts[1]),
        let basis = RateBasis(rawValue: String(parts[2])),
        let rate = Rate(digits: digits, scale: scale, basis: basis)
      else { return nil }
      self = .percent(rate)
    case .map: return nil
    }
  }
}
