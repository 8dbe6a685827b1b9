import Recognizers
import Testing

struct DatePartScannerTests {
  @Test(arguments: [
    Example("⟦2026年下半年⟧", "date.part-of-year", "2026-07-01 2027-01-01"),
    Example("⟦今年第三季度⟧", "date.part-of-year", "2026-07-01 2026-10-01"),
    Example("⟦11月底⟧结清", "date.part-of-month", "2026-11-25 2026-12-01"),
    Example("⟦下月中旬⟧", "date.part-of-month", "2026-12-11 2026-12-21"),
    Example("⟦12月第二周⟧", "date.week-of-month", "2026-12-14 2026-12-21"),
    Example("⟦本月的第一周⟧", "date.week-of-month", "2026-11-02 2026-11-09"),
    Example("⟦12月第一个星期五⟧", "date.weekday-of-month", "2026-12-04 2026-12-05"),
    Example("⟦下个月的第二个周二⟧", "date.weekday-of-month", "2026-12-08 2026-12-09"),
    Example("⟦去年四季度初⟧", "date.part-of-year", "2025-10-01 2025-11-01"),
    Example("⟦2027年一季度末⟧", "date.part-of-year", "2027-03-01 2027-04-01"),
    Example("⟦12月底⟧结清", "date.part-of-month", "2026-12-25 2027-01-01"),
    Example("⟦2026年第2周⟧", "date.week-of-year", "2026-01-12 2026-01-19"),
    Example("⟦今年第50周⟧", "date.week-of-year", "2026-12-14 2026-12-21"),
    Example("⟦12月最后一天⟧", "date.day-of-span", "2026-12-31 2027-01-01"),
    Example("⟦下月第3天⟧", "date.day-of-span", "2026-12-03 2026-12-04"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
