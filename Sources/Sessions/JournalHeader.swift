import MoneyAndDates
import Wording

/// The first line of a journal: which flow the session runs, and from what state of the data.
package struct JournalHeader: Hashable, Sendable {
  /// The format this program writes; a journal of a later one is refused.
  package static let currentFormat = 1

  /// The format of the journal.
  package let format: Int
  /// The session's id.
  package let id: SessionID
  /// The flow's stable id.
  package let flow: String
  /// The flow's version.
  package let version: Int
  /// The hash of the flow files; `SessionStore.keepFlow` keeps them under it.
  package let flowHash: ContentHash
  /// Which edition of the facts the session began with: `ContentHash(editionOfFiles:)`.
  package let factsHash: ContentHash
  /// The flow's title, for the list of sessions.
  package let title: BilingualText
  /// The language the session began in.
  package let language: Language
  /// The day it began.
  package let day: CalendarDate

  /// The header of a new journal in the current format.
  package init(
    id: SessionID, flow: String, version: Int, flowHash: ContentHash, factsHash: ContentHash,
    title: BilingualText, language: Language, day: CalendarDate
  ) {
    self.format = Self.currentFormat
    self.id = id
    self.flow = flow
    self.version = version
    self.flowHash = flowHash
    self.factsHash = factsHash
    self.title = title
    self.language = language
    self.day = day
  }

  /// The same header for a session of another id.
  func renamed(_ id: SessionID) -> JournalHeader {
    JournalHeader(
      id: id, flow: flow, version: version, flowHash: flowHash, factsHash: factsHash, title: title,
      language: language, day: day)
  }
}
