import MoneyAndDates

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
}
