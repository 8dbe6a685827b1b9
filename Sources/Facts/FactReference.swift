import MoneyAndDates
import SourceText

/// Something in a facts file that must agree with what stands elsewhere, with its place: an id that
/// must exist, or a day that must have come.
struct FactReference: Hashable, Sendable {
  enum Target: Hashable, Sendable {
    case source, fact
    /// The first day of an `as_of`.
    case day(CalendarDate)
  }

  let target: Target
  /// The id or the day as it is written.
  let id: String
  let range: SourceRange
}
