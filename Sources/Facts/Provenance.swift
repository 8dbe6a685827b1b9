import MoneyAndDates

/// Where a fact comes from and how long it may be trusted unseen.
package struct Provenance: Hashable, Sendable {
  /// Ids into the table of sources, the best first; never empty in checked data.
  package let sources: [String]
  /// The day for which the newest source states it.
  package let asOf: AsOf?
  /// How well it is supported.
  package let confidence: Confidence
  /// The last day on which it needs no second look; `nil` where it is history.
  package let reviewBy: CalendarDate?

  /// Where a fact comes from.
  package init(sources: [String], asOf: AsOf?, confidence: Confidence, reviewBy: CalendarDate?) {
    self.sources = sources
    self.asOf = asOf
    self.confidence = confidence
    self.reviewBy = reviewBy
  }

  /// Whether it should be looked up again before anyone relies on it.
  package func isStale(on day: CalendarDate) -> Bool {
    reviewBy.map { day > $0 } ?? false
  }
}
