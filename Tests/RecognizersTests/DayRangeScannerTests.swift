import Recognizers
import Testing

struct DayRangeScannerTests {
  @Test(arguments: [
    Example("⟦12月1-5日⟧还款", "time.range", "2026-12-01 2026-12-06"),
    Example("⟦12月1至5日⟧还款", "time.range", "2026-12-01 2026-12-06"),
    Example("⟦11月28-12月2日⟧", "time.range", "2026-11-28 2026-12-03"),
    Example("⟦5-7日⟧扣款", "time.range", "2026-11-05 2026-11-08"),
    Example("⟦25至28号⟧", "time.range", "2026-11-25 2026-11-29"),
    Example("⟦本月25-28日⟧", "time.range", "2026-11-25 2026-11-29"),
    Example("⟦下月3-5日⟧", "time.range", "2026-12-03 2026-12-06"),
    Example("⟦明年3月1-5日⟧", "time.range", "2027-03-01 2027-03-06"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test func `a range of days with a dash may be a month and a day`() throws {
    let found = Example.recognizer.recognize("5-7日", reference: Example.reference).entities.first
    guard case .time(let time)? = found?.value else {
      Issue.record("no time")
      return
    }
    #expect(time.readings.contains { $0.begin?.date?.iso == "2026-05-07" })
  }
}
