import Recognizers
import Testing

struct ReferenceTimeISOTests {
  @Test(arguments: [
    ("2026-11-21", 0), ("2026-11-21T10:30", 37_800), ("2026-11-21T10:30:05", 37_805),
    ("2026-11-21T23:59:59", 86_399),
  ])
  func `a day and a time are read`(text: String, seconds: Int) {
    let time = ReferenceTime(iso: text)
    #expect(time?.date.iso == "2026-11-21")
    #expect(time?.secondOfDay == seconds)
  }

  @Test(arguments: [
    "", "bad", "2026-02-30", "2026-02-30T10:00:00", "2026-11-21T24:00:00", "2026-11-21T10:60",
    "2026-11-21 10:30:00", "2026-11-21T10", "2026-11-21T10:30:00Z", "2026-11-21T1a:30:00",
    "2026-11-21T10.30",
    "2026-11-21T10:30:00:00", "26-11-21",
  ])
  func `anything else is no time`(text: String) {
    #expect(ReferenceTime(iso: text) == nil)
  }
}
