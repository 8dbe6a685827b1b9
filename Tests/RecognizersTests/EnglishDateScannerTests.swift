import Recognizers
import Testing

struct EnglishDateScannerTests {
  @Test(arguments: [
    Example("due ⟦2027-Mar-05⟧", "date.english", "2027-03-05 2027-03-06"),
    Example("in ⟦2024⟧ I borrowed", "date.english-year", "2024-01-01 2025-01-01"),
    Example("the ⟦year 2025⟧", "date.english-year", "2025-01-01 2026-01-01"),
    Example("due on ⟦12/20⟧", "date.english-month-day", "2026-12-20 2026-12-21"),
    Example("due on ⟦05/12⟧", "date.english-month-day", "2026-05-12 2026-05-13"),
    Example("due on ⟦22/12⟧", "date.english-day-month", "2026-12-22 2026-12-23"),
    Example("due on ⟦25/11⟧", "date.english-day-month", "2026-11-25 2026-11-26"),
    Example("on ⟦14/03/2026⟧", "date.day-month-year", "2026-03-14 2026-03-15"),
    Example("see you ⟦Fri 27th⟧", "date.english-weekday-and-day", "2026-11-27 2026-11-28"),
    Example("see you ⟦Monday 30⟧", "date.english-weekday-and-day", "2026-11-30 2026-12-01"),
    Example("in ⟦Q1 2027⟧", "date.english-quarter", "2027-01-01 2027-04-01"),
    Example("⟦last quarter⟧", "date.english-quarter", "2026-07-01 2026-10-01"),
    Example("at ⟦the end of December⟧", "date.english-edge", "2026-12-16 2027-01-01"),
    Example("in ⟦early March 2027⟧", "date.english-edge", "2027-03-01 2027-03-16"),
    Example("⟦this weekend⟧", "date.english-weekend", "2026-11-21 2026-11-23"),
    Example("⟦next weekend⟧", "date.english-weekend", "2026-11-28 2026-11-30"),
    Example("⟦end of day⟧ today", "time.english-end-of-day", "2026-11-21T23:59 2026-11-22"),
    Example("pay at ⟦end of today⟧", "time.english-end-of-day", "2026-11-21T23:59 2026-11-22"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: ["on 05/12", "on 03/04/2027", "于3/12/2026"])
  func `a date that may be told in two orders has two readings`(text: String) {
    let found = Example.recognizer.recognize(text, reference: Example.reference).entities.first
    guard case .time(let time)? = found?.value else {
      Issue.record("no time")
      return
    }
    #expect(time.readings.count == 2)
  }

  @Test(arguments: [
    "This may be late", "to march on", "the sat phone", "1/2 of it", "Good morning",
  ])
  func `words that only look like a date are none`(text: String) {
    let found = Example.recognizer.recognize(text, reference: Example.reference).entities
    #expect(!found.contains { $0.kind == .datetime })
  }
}
