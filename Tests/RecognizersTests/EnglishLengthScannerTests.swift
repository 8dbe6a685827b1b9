import Recognizers
import Testing

struct EnglishLengthScannerTests {
  @Test(arguments: [
    Example("due ⟦in two weeks⟧", "time.english-length", "2026-12-05 2026-12-06"),
    Example("pay ⟦within 3 business days⟧", "time.english-length", "2026-11-21 2026-11-26"),
    Example("owed ⟦a month ago⟧", "time.english-length", "2026-10-21 2026-10-22"),
    Example("⟦the last 3 months⟧", "time.english-stretch", "2026-08-21 2026-11-21"),
    Example("over ⟦the next 7 days⟧", "time.english-stretch", "2026-11-22 2026-11-29"),
    Example("⟦three weeks from tomorrow⟧", "time.english-length-from-day", "2026-12-13 2026-12-14"),
    Example(
      "⟦2 weeks before 20 December 2026⟧", "time.english-length-from-day", "2026-12-06 2026-12-07"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
