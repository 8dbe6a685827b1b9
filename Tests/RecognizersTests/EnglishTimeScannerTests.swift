import Recognizers
import Testing

struct EnglishTimeScannerTests {
  @Test(arguments: [
    Example("due on ⟦5 December 2026⟧.", "date.english", "2026-12-05 2026-12-06"),
    Example("due on ⟦Dec 5th, 2026⟧", "date.english", "2026-12-05 2026-12-06"),
    Example("pay ⟦this evening⟧", "time.english-part", "2026-11-21T16:00 2026-11-21T20:00"),
    Example("pay ⟦tomorrow morning⟧", "time.english-part", "2026-11-22T08:00 2026-11-22T12:00"),
    Example("⟦9am on Tuesday⟧", "time.english-clock", "2026-11-24T09:00 2026-11-24T10:00"),
    Example("in ⟦January 2027⟧", "date.english-month", "2027-01-01 2027-02-01"),
    Example("in ⟦October⟧", "date.english-month", "2026-10-01 2026-11-01"),
    Example("call ⟦tomorrow⟧", "date.english-relative", "2026-11-22 2026-11-23"),
    Example("sent ⟦yesterday⟧", "date.english-relative", "2026-11-20 2026-11-21"),
    Example("on ⟦Friday⟧", "date.english-weekday", "2026-11-27 2026-11-28"),
    Example("on ⟦next Monday⟧", "date.english-weekday", "2026-11-23 2026-11-24"),
    Example("paid ⟦last month⟧", "date.english-step", "2026-10-01 2026-11-01"),
    Example("see you ⟦next week⟧", "date.english-step", "2026-11-23 2026-11-30"),
    Example("call ⟦Friday at 5pm⟧", "time.english-clock", "2026-11-27T17:00 2026-11-27T18:00"),
    Example("meet ⟦tomorrow 9:30 am⟧", "time.english-clock", "2026-11-22T09:30 2026-11-22T09:31"),
    Example("pay ⟦within 24 hours⟧", "time.english-length", "2026-11-21T10:30 2026-11-22T10:30"),
    Example("borrowed ⟦3 days ago⟧", "time.english-length", "2026-11-18 2026-11-19"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
