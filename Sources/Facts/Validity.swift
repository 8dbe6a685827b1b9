import MoneyAndDates
import Wording

/// Since when a fact holds, and what took its place.
package struct Validity: Hashable, Sendable {
  /// The first day it holds; `nil` where no exact day is known (see `note`) or none applies.
  package let from: CalendarDate?
  /// What is to be known about the beginning, for people; `nil` when the day says all.
  package let note: BilingualText?
  /// The id of the fact that took its place; `nil` while it stands.
  package let replacedBy: String?

  /// No beginning and no end is known.
  package static let open = Validity(from: nil, note: nil, replacedBy: nil)
}
