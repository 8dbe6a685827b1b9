import MoneyAndDates

/// What a term is counted in.
package enum TermUnit: String, Hashable, Sendable, CaseIterable {
  /// Hours, from the minute: they end by the clock, on whatever day that is.
  case hours
  /// Calendar days 自然日.
  case days
  /// Working days 工作日.
  case workingDays = "working-days"
  /// Months, to the same day of the month.
  case months
  /// Years, to the same day of the year.
  case years
}

/// A length of time: so many of a unit.
package struct Term: Hashable, Sendable {
  /// How many, 0 or more.
  package let count: Int
  /// Of what.
  package let unit: TermUnit

  /// So many of a unit.
  package init(_ count: Int, _ unit: TermUnit) {
    self.count = count
    self.unit = unit
  }
}

/// A term that a rule sets, as it comes from the facts.
package struct LegalTerm: Hashable, Sendable {
  /// What it is for: the `event` key of `deadlines.csv`.
  package let event: String
  /// How long.
  package let term: Term
  /// The ids of the rules that set it, such as `CMP-17`.
  package let rules: [String]
  /// The first day the law that sets it was in force, where that is known.
  package let inForceFrom: CalendarDate?

  /// A term that a rule sets.
  package init(event: String, term: Term, rules: [String], inForceFrom: CalendarDate? = nil) {
    self.event = event
    self.term = term
    self.rules = rules
    self.inForceFrom = inForceFrom
  }
}
