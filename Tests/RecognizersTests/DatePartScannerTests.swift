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
