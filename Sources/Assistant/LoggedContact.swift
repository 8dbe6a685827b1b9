import MoneyAndDates
import Sessions

/// A call or visit the person wrote down: evidence, if it comes to a complaint.
package struct LoggedContact: Hashable, Sendable {
  /// The day it was written down.
  package let day: CalendarDate
  /// When it was, in the person's words (`11月20日 21:40`).
  package let time: String
  /// The number that called, or the place.
  package let number: String
  /// Who it was or claimed to be.
  package let party: String
  /// What was said or done.
  package let words: String

  /// A contact; parts that are not known are empty.
  package init(day: CalendarDate, time: String, number: String, party: String, words: String) {
    self.day = day
    self.time = time
    self.number = number
    self.party = party
    self.words = words
  }

  /// The contact a journal kept; `nil` where the value is none.
  init?(journal value: JournalValue, on day: CalendarDate) {
    guard case .map(let members) = value else { return nil }
    func text(_ name: String) -> String {
      for member in members where member.name == name {
        if case .string(let text) = member.value { return text }
      }
      return ""
    }
    self.init(
      day: day, time: text("when"), number: text("number"), party: text("who"), words: text("what"))
  }

  /// The contact as a journal keeps it.
  var journal: JournalValue {
    .map([
      JournalValue.Member("when", .string(time)), JournalValue.Member("number", .string(number)),
      JournalValue.Member("who", .string(party)), JournalValue.Member("what", .string(words)),
    ])
  }

  /// Whether nothing at all was written.
  var isEmpty: Bool { [time, number, party, words].allSatisfy(\.isEmpty) }
}
