import MoneyAndDates
import Wording

/// One fact as flows, letters and lists show it: words, numbers, sources, date, confidence.
package struct Fact: Hashable, Sendable {
  /// Whether it can be relied on today.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    /// It holds.
    case inForce = "in_force"
    /// Something else took its place.
    case replaced
    /// A window that is over.
    case closed
    /// Known from the press only; never a ground against one lender.
    case mediaOnly = "media_only"
    /// Formally standing perhaps, but newer rules are used.
    case superseded = "superseded_in_practice"
  }

  /// Its key: `rule.INT-01`, `helpline.12378`, `institution.icbc`, `deadline.lawsuit_answer`,
  /// `scam.SCM-01`, `threat.sue`, `cap.<id>`.
  package let id: String
  /// A few words that name it.
  package let title: BilingualText
  /// What it says, in whole sentences.
  package let statement: BilingualText
  /// Phone numbers that may be called, digits with separators as people write them; outbound lines
  /// and numbers of the lowest confidence are never among them.
  package let numbers: [String]
  /// The figures the fact states, by name, as text: `max_effective_calls_per_day` → `3`.
  package let figures: [String: String]
  /// The sources, in the order of `provenance.sources`; ids that dangle are left out.
  package let sources: [FactSource]
  /// Source ids, day, confidence and review day.
  package let provenance: Provenance
  /// Since when it holds.
  package let validity: Validity
  /// Whether it can be relied on.
  package let status: Status

  /// The day for which it is stated.
  package var asOf: AsOf? { provenance.asOf }
  /// How well it is supported.
  package var confidence: Confidence { provenance.confidence }
  /// The last day without a second look.
  package var reviewBy: CalendarDate? { provenance.reviewBy }
}
