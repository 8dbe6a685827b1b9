import Facts
import MoneyAndDates
import Planning
import Wording

/// One cap on a loan's cost, where the loan lies against it, and where the cap comes from.
package struct CapFinding: Hashable, Sendable {
  /// The cap and the proved side.
  package let cap: RateCap
  /// What one should know before using it.
  package let note: BilingualText
  /// The titles of its sources, the best first.
  package let sources: [String]
  /// The day for which the newest source states it, as text; `nil` where it is undated.
  package let asOf: String?
  /// How well it is supported.
  package let confidence: Confidence
  /// The first day whose interest it limits; `nil` from the contract day on.
  package let interestFrom: CalendarDate?
  /// The last day whose interest it limits; `nil` without an end.
  package let interestUntil: CalendarDate?

  /// The key of its fact, `rule.INT-11`.
  package var rule: String { "rule.\(cap.rule.rule)" }

  /// `above`, `below`, `equal`, `undecided`; `near` where nominal and effective rate fall on
  /// different sides.
  package var side: String { cap.side?.rawValue ?? "near" }
}
