import MoneyAndDates
import Wording

/// One line of the list of sessions.
package struct SessionSummary: Hashable, Sendable {
  /// The session.
  package let id: SessionID
  /// The flow's id.
  package let flow: String
  /// The flow's version.
  package let version: Int
  /// The flow's title.
  package let title: BilingualText
  /// The language the session began in.
  package let language: Language
  /// The day it began.
  package let begun: CalendarDate
  /// The day of the newest record (of the header where there is none).
  package let lastDay: CalendarDate
  /// The key of the newest record that is about a question or an outcome.
  package let lastKey: String?
  /// How many different questions were answered or skipped.
  package let answerCount: Int
  /// Whether an outcome was reached and no answer given or changed since.
  package let isFinished: Bool

  init(_ content: JournalContent) {
    let header = content.header
    id = header.id
    flow = header.flow
    version = header.version
    title = header.title
    language = header.language
    begun = header.day
    lastDay = content.records.last?.entry.day ?? header.day
    let steps = content.records.map(\.entry).filter { $0.kind.isStep }
    lastKey = steps.last?.key
    answerCount = Set(steps.filter { $0.kind == .answer || $0.kind == .skip }.map(\.key)).count
    isFinished = steps.last?.kind == .outcome
  }
}

extension RecordKind {
  /// Whether it moves the session along, unlike a note.
  fileprivate var isStep: Bool {
    switch self {
    case .answer, .skip, .change, .back, .outcome: true
    case .note, .log, .lang, .resumed: false
    }
  }
}

/// All sessions of a data folder.
package struct SessionList: Hashable, Sendable {
  /// The readable ones, those with the newest day first.
  package let sessions: [SessionSummary]
  /// Those that can't be opened, and why.
  package let unreadable: [SessionID: SessionError]
}
