import Charts
import MoneyAndDates
import NoticePage
import Wording

/// Everything a session leaves behind, as plain data in one language: what a renderer prints.
///
/// It holds no clock time and no session id, so the same answers give the same bytes.
package struct Transcript: Hashable, Sendable {
  /// The language it is written in.
  package let language: Language
  /// The flow's title.
  package let title: String
  /// The flow's id and version.
  package let flow: String
  /// The days on which answers were given, ascending, each once.
  package let days: [CalendarDate]
  /// The verdict; `nil` while the flow has not ended.
  package let verdict: Verdict?
  /// What each pasted message said.
  package let notices: [NoticeReport]
  /// Every question with its answer, in order.
  package let answers: [QuestionAndAnswer]
  /// The plans that were worked out.
  package let plans: [TitledText]
  /// What is owed month by month under each plan, for a chart; empty where there is nothing to compare.
  package let balances: [BalanceCurve]
  /// The letters, each in Chinese with an English reading copy.
  package let letters: [LetterCopy]
  /// Whom to call or write to.
  package let contacts: [Reference]
  /// Deadlines, by day.
  package let deadlines: [DatedItem]
  /// Next steps, in the author's order.
  package let steps: [DatedItem]
  /// The rules and facts it rests on.
  package let sources: [Reference]
  /// The person's own notes, with their day.
  package let notes: [DatedItem]

  /// The calls and visits the person wrote down, in order.
  package let contactLog: [LoggedContact]

  /// The outcome in words.
  package struct Verdict: Hashable, Sendable {
    /// In a line.
    package let title: String
    /// In words; empty where the author wrote none.
    package let text: String
  }

  /// One message: what it said and what that weighs.
  package struct NoticeReport: Hashable, Sendable {
    /// The message itself.
    package let text: String
    /// The same message cut where findings begin and end.
    package let marked: MarkedMessage
    /// Findings with the words each rests on, a bullet a line.
    package let findings: String
    /// What an honest notice states and this one lacks.
    package let missing: String
    /// The level, the evidence for and against.
    package let assessment: String
    /// The level's id (`likely-scam`, `unverified`, `consistent`); empty where nothing was assessed.
    package let level: String
    /// The evidence, item by item, as `assessment` lists it.
    package let evidence: [EvidenceLine]
  }

  /// One item of evidence.
  package struct EvidenceLine: Hashable, Sendable {
    /// The rule's id.
    package let id: String
    /// Whether it speaks for a scam; otherwise for a genuine notice.
    package let isForScam: Bool
    /// What it weighs; absolute rules weigh most.
    package let weight: Int
    /// Whether it decides alone.
    package let isDecisive: Bool
    /// What it is, in a sentence.
    package let sentence: String
    /// The words it rests on.
    package let words: [String]
  }

  /// A question and its answer.
  package struct QuestionAndAnswer: Hashable, Sendable {
    /// The answer's key.
    package let key: String
    /// The question.
    package let question: String
    /// The answer as the person would read it back.
    package let answer: String
    /// The day it was given.
    package let day: CalendarDate
  }

  /// A heading with preformatted text (a table).
  package struct TitledText: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// The text, aligned for a fixed-width font.
    package let text: String
  }

  /// A letter to send, with its English reading copy.
  package struct LetterCopy: Hashable, Sendable {
    /// The letter's id.
    package let id: String
    /// Its heading in the transcript's language.
    package let title: String
    /// What to think of before sending, in the transcript's language.
    package let warnings: [String]
    /// The Chinese letter.
    package let zh: String
    /// The English reading copy; `nil` where none is shipped.
    package let en: String?
  }

  /// A fact or a contact with where it comes from.
  package struct Reference: Hashable, Sendable {
    /// The fact's key.
    package let id: String
    /// Its name and, for a contact, its number.
    package let title: String
    /// What it says.
    package let text: String
    /// Source, date and confidence in words; says so where the fact is past its review date.
    package let origin: String
    /// The day, month or year for which it is stated; `nil` where none is known.
    package let asOf: String?
    /// The grade of confidence: `verified`, `single`, `reported`.
    package let confidence: String
    /// Whether it is past its review date on the transcript's last day.
    package let isPastReview: Bool
  }

  /// Something with a day.
  package struct DatedItem: Hashable, Sendable {
    /// The day; `nil` where none was given or it can't be known.
    package let day: CalendarDate?
    /// What it is.
    package let text: String
    /// The key of the rule it rests on; empty where there is none.
    package let basis: String
  }
}
