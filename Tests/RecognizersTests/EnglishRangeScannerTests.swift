import Recognizers
import Testing

struct EnglishRangeScannerTests {
  @Test(arguments: [
    Example("pay ⟦by 5 March 2027⟧", "time.english-bound", "… 2027-03-06"),
    Example("pay ⟦before 5 March 2027⟧", "time.english-bound", "… 2027-03-05"),
    Example("pay ⟦by the 20th⟧", "time.english-bound", "… 2026-12-21"),
    Example("pay ⟦by the 25th⟧", "time.english-bound", "… 2026-11-26"),
    Example("open ⟦until Dec 5⟧", "time.english-bound", "… 2026-12-06"),
    Example("⟦since October⟧", "time.english-bound", "2026-10-01 …"),
    Example("⟦from Dec 5 to Dec 9⟧", "time.english-range", "2026-12-05 2026-12-10"),
    Example(
      "call ⟦between 10 and 11:30⟧", "time.english-range", "2026-11-21T10:00 2026-11-21T11:30"),
    Example(
      "call ⟦between 9am and 5pm⟧", "time.english-range", "2026-11-21T09:00 2026-11-21T17:00"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
