import Recognizers
import Testing

struct TimeScannerTests {
  @Test(arguments: [
    Example("请于⟦11月23日18:00前⟧还", "time.bound", "2026-11-21T10:30 2026-11-23T18:00"),
    Example("⟦11月25日前⟧", "time.bound", "2026-11-21T10:30 2026-11-26"),
    Example("⟦2020年以后⟧", "time.bound", "2021-01-01 …"),
    Example("⟦自2026年9月1日起⟧", "time.since", "2026-09-01 …"),
    Example("⟦自上月8日起⟧", "time.since", "2026-10-08 …"),
    Example("⟦明天中午前⟧", "time.bound", "2026-11-21T10:30 2026-11-22T12:00"),
    Example("⟦后天中午之前⟧", "time.bound", "2026-11-21T10:30 2026-11-23T12:00"),
    Example("⟦明天中午到下午5点⟧", "time.range", "2026-11-22T12:00 2026-11-22T18:00"),
    Example("⟦12月3日、4日、5日⟧", "time.day-list", "2026-12-03 2026-12-06"),
    Example("⟦25、26、27号⟧", "time.day-list", "2026-11-25 2026-11-28"),
    Example("⟦3⟧、5、7号扣款", "date.day", "2026-11-03 2026-11-04"),
    Example("3、5、⟦7号⟧扣款", "date.day", "2026-11-07 2026-11-08"),
    Example("12月3、⟦5⟧、9日", "date.day", "2026-12-05 2026-12-06"),
    Example("12月3日和⟦5日⟧", "date.day", "2026-12-05 2026-12-06"),
    Example("⟦12月1日至12月5日⟧", "time.range", "2026-12-01 2026-12-06"),
    Example("⟦零点前⟧", "time.bound", "2026-11-21T10:30 2026-11-22"),
    Example("⟦0:00前⟧", "time.bound", "2026-11-21T10:30 2026-11-22"),
    Example("⟦9:00-11:30⟧营业", "time.range", "2026-11-21T09:00 2026-11-21T11:31"),
    Example("⟦2024-2026年⟧", "time.year-range", "2024-01-01 2027-01-01"),
    Example("⟦从2019到2021⟧", "time.year-range", "2019-01-01 2022-01-01"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
