import MoneyAndDates
import Wording

/// A message as read: every statement found in it with the words it rests on.
///
/// Findings stand in reading order; kinds may overlap (a threat can hold a date).
package struct Notice: Hashable, Sendable {
  /// The message exactly as given; make it safe before printing.
  package let text: String
  /// Its scalars, in which every finding has its place.
  let message: MessageText
  /// The language most of it is written in.
  package let language: Language
  /// The day it came, from which relative and year-less dates are told.
  package let received: CalendarDate?
  /// The number it came from, `nil` when unknown.
  package let sender: SenderFinding?
  /// The names in brackets at its start or end.
  package let signatures: [SignatureFinding]
  /// The institutions named in the body.
  package let institutions: [InstitutionFinding]
  /// The people it names.
  package let persons: [PersonFinding]
  /// The amounts of money.
  package let amounts: [AmountFinding]
  /// The dates.
  package let dates: [DateFinding]
  /// The clock times.
  package let times: [TimeFinding]
  /// Until when it wants something done.
  package let deadline: Deadline?
  /// Days past the due date.
  package let overdueDays: [CountFinding]
  /// Days until the due date.
  package let dueInDays: [CountFinding]
  /// Which instalment.
  package let periods: [CountFinding]
  /// The telephone numbers.
  package let phones: [PhoneFinding]
  /// The links.
  package let links: [LinkFinding]
  /// Contract and case numbers, tails, accounts.
  package let references: [ReferenceFinding]
  /// The verification codes it tells; a text with a code of its own hardly asks for one.
  package let codes: [Quote]
  /// The apps and chats it sends to.
  package let contacts: [ContactFinding]
  /// The accounts of persons in chats: abc123 of 加V：abc123.
  package let privateContacts: [Quote]
  /// What it asks for.
  package let requests: [RequestFinding]
  /// What it threatens with.
  package let threats: [ThreatFinding]
  /// Words that press others than the debtor.
  package let thirdParty: [Quote]
  /// Words of haste.
  package let urgency: [UrgencyFinding]
  /// Offers of waivers and reductions.
  package let discounts: [Quote]
  /// How to be rid of such texts (回T退订).
  package let optOuts: [Quote]
  /// Words that say to ignore it if paid (如已还款请忽略).
  package let paidIgnores: [Quote]
  /// Every disguise used anywhere in it, with its words.
  package let disguises: [DisguiseFinding]
  /// The cue groups that occur, each with its first words; what the assessment's conditions name.
  let cues: CueSet

  /// What an honest notice of a debt states and this one does not; empty for a text of another kind.
  package var missing: [MissingStatement] { MissingCheck(notice: self).missing }

  /// Whether nothing but blanks was given.
  package var isEmpty: Bool { message.scalars.allSatisfy(\.properties.isWhitespace) }
}
