import MoneyAndDates
import Wording

/// A whole day in a calendar: a payment, a deadline.
package struct CalendarEvent: Hashable, Sendable {
  /// What keeps the event the same when the calendar is written again; see `uid(_:)`.
  package let uid: String
  /// The day.
  package let day: CalendarDate
  /// The line a calendar shows.
  package let summary: String
  /// What stands behind it; empty for nothing.
  package let details: String
  /// Whether a calendar reminds at nine in the morning of the day before.
  package let reminds: Bool

  /// A day with its line.
  package init(
    uid: String, day: CalendarDate, summary: String, details: String = "", reminds: Bool = true
  ) {
    self.uid = uid
    self.day = day
    self.summary = summary
    self.details = details
    self.reminds = reminds
  }

  /// An identifier that depends on these parts alone (what it is for, which debt, which month…), so
  /// that importing a calendar again replaces its events: 64-bit FNV-1a over the parts' UTF-8.
  ///
  /// The parts' lengths count too: `["ab", "c"]` and `["a", "bc"]` differ.
  package static func uid(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    for part in parts {
      for byte in part.utf8 { take(byte) }
      take(0xFF)  // stands in no UTF-8, so it parts the parts
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + "@mingbai"
  }
}
