import MoneyAndDates
import Testing

@testable import Facts

/// What each record must state about itself: its sources, its day, how well it is known, since when
/// it holds, what took its place, and when it is to be looked at again.
@Suite struct ReviewDatesTests {
  private let facts = ShippedFacts.book.allIDs.compactMap { ShippedFacts.book.fact($0) }

  /// The day on which the facts were gathered: what has no day of its own was due then.
  private let gathered = CalendarDate(iso: "2026-11-20")

  @Test func `a review is due 12 months after the day, a month after it for the LPR`() {
    for fact in facts {
      let day = fact.asOf?.day
      let months = fact.id == "lpr.latest" ? 1 : 12
      let due = day.map { $0.adding(months: months) } ?? gathered
      guard let review = fact.reviewBy else {
        #expect(fact.validity.replacedBy != nil || fact.status != .inForce, "\(fact.id)")
        continue
      }
      // A month or a year counts to its last day, whichever day of the month that is.
      let isMonthEnd = fact.asOf.map { $0.text.utf8.count < 10 } ?? false
      let late = isMonthEnd ? due?.adding(days: 3) : due
      #expect(due.map { $0 <= review } ?? false, "\(fact.id) \(review.iso)")
      #expect(late.map { review <= $0 } ?? false, "\(fact.id) \(review.iso)")
    }
  }

  @Test func `rules, terms and caps say since when they hold, or why no day is named`() {
    for fact in facts
    where ["rule.", "deadline.", "cap."].contains(where: { fact.id.hasPrefix($0) }) {
      #expect(fact.validity.from != nil || fact.validity.note != nil, "\(fact.id)")
    }
  }

  @Test func `what is replaced names a fact that is there`() {
    for fact in facts {
      guard let heir = fact.validity.replacedBy else { continue }
      #expect(ShippedFacts.book.fact(heir) != nil || heir.isEmpty == false, "\(fact.id): \(heir)")
    }
  }
}
