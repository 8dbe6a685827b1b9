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
    Example("⟦近三个月⟧", "time.stretch", "2026-08-21 2026-11-21"),
    Example("⟦近2年⟧", "time.stretch", "2024-11-21 2026-11-21"),
    Example("⟦后3年⟧", "time.stretch", "2026-11-22 2029-11-22"),
    Example("⟦后两个月⟧", "time.stretch", "2026-11-22 2027-01-22"),
    Example("⟦过去的90分钟里⟧", "time.stretch", "2026-11-21T09:00 2026-11-21T10:30"),
    Example("⟦未来的5天内⟧", "time.stretch", "2026-11-21 2026-11-26"),
    Example("⟦12月3日起5日内⟧付清", "time.length-from-day", "2026-12-03 2026-12-09"),
    Example("⟦自12月3日之日起10日内⟧", "time.length-from-day", "2026-12-03 2026-12-14"),
    Example("⟦12月3日的两周后⟧", "time.length-from-day", "2026-12-17 2026-12-18"),
    Example("⟦三天后下午5点⟧", "time.date-and-clock", "2026-11-24T17:00 2026-11-24T18:00"),
    Example("⟦两天后的上午⟧", "time.day-part", "2026-11-23T08:00 2026-11-23T12:00"),
    Example("⟦两年后5月1日⟧", "date.year-month-day", "2028-05-01 2028-05-02"),
    Example("⟦三年后的2月⟧", "date.month", "2029-02-01 2029-03-01"),
    Example("⟦每月8日⟧还", "time.recurring", "every 1 month"),
    Example("⟦每周一早上9点⟧", "time.recurring", "every 1 week"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
