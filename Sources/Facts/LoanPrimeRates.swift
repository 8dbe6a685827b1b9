import MoneyAndDates

/// The loan prime rates (LPR) as published month by month.
package struct LoanPrimeRates: Hashable, Sendable {
  /// One publication.
  package struct Publication: Hashable, Sendable {
    /// The day it was published; in force from that day.
    package let date: CalendarDate
    /// The one-year rate a year.
    package let oneYear: Rate
    /// The rate for more than five years, a year.
    package let fiveYear: Rate
    /// Where it comes from.
    package let provenance: Provenance
  }

  /// What is known about a day.
  package enum Reading: Hashable, Sendable {
    /// The publication in force.
    case known(Publication)
    /// The day lies after the last row's review day: a newer publication may exist.
    case stale(last: Publication)
    /// Nothing is known: before the first publication.
    case unknown
  }

  /// The publications, ascending by day.
  package let publications: [Publication]

  /// What was in force on a day.
  package func reading(on day: CalendarDate) -> Reading {
    var low = 0
    var high = publications.count
    while low < high {
      let middle = (low + high) / 2
      if publications[middle].date <= day { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return .unknown }
    let found = publications[low - 1]
    let isLast = low == publications.count
    return isLast && found.provenance.isStale(on: day) ? .stale(last: found) : .known(found)
  }
}
