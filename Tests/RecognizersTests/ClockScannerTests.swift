import Recognizers
import Testing

struct ClockScannerTests {
  @Test(arguments: [
    Example("⟦18:00⟧开会", "time.clock", "2026-11-21T18:00 2026-11-21T18:01"),
    Example("⟦下午三点一刻⟧", "time.clock", "2026-11-21T15:15 2026-11-21T15:16"),
    Example("⟦十一点半⟧", "time.clock", "2026-11-21T11:30 2026-11-21T11:31"),
    Example("⟦三点⟧见", "time.clock", "2026-11-21T15:00 2026-11-21T16:00"),
    Example("⟦12月1日上午9点30分⟧", "time.date-and-clock", "2026-12-01T09:30 2026-12-01T09:31"),
    Example("⟦明晚6点⟧", "time.date-and-clock", "2026-11-22T18:00 2026-11-22T19:00"),
    Example("⟦今天24:00⟧", "time.date-and-clock", "2026-11-22 2026-11-22T00:01"),
    Example("⟦明天上午⟧", "time.day-part", "2026-11-22T08:00 2026-11-22T12:00"),
    Example("⟦下午⟧", "time.day-part", "2026-11-21T12:00 2026-11-21T18:00"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
