import Recognizers
import Testing

struct RelativeTimeScannerTests {
  @Test(arguments: [
    Example("⟦三个工作日内⟧", "time.length-bound", "2026-11-21 2026-11-26"),
    Example("⟦十五日内⟧", "time.length-bound", "2026-11-21 2026-12-07"),
    Example("收到后⟦48小时内⟧", "time.length-bound", "2026-11-21T10:30 2026-11-23T10:30"),
    Example("⟦3天前⟧", "time.length-bound", "2026-11-18 2026-11-19"),
    Example("⟦未来7天⟧", "time.stretch", "2026-11-21 2026-11-28"),
    Example("⟦前两个月⟧", "time.stretch", "2026-09-01 2026-11-01"),
    Example("⟦每月8日⟧还", "time.recurring", "every 1 month"),
    Example("⟦每周一早上9点⟧", "time.recurring", "every 1 week"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
