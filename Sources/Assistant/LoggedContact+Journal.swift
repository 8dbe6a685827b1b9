import MoneyAndDates
import Sessions
import Transcripts

extension LoggedContact {
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
