import Recognizers
import Testing

struct DateScannerTests {
  @Test(arguments: [
    Example("⟦2026-11-23⟧到期", "date.year-month-day", "2026-11-23 2026-11-24"),
    Example("⟦二〇二六年十二月三日⟧", "date.year-month-day", "2026-12-03 2026-12-04"),
    Example("于⟦3/12/2026⟧", "date.day-month-year", "2026-12-03 2026-12-04"),
    Example("于⟦25/12/2026⟧", "date.day-month-year", "2026-12-25 2026-12-26"),
    Example("于⟦26/11/30⟧", "date.year-month-day", "2026-11-30 2026-12-01"),
    Example("于⟦25/12/26⟧", "date.day-month-year", "2026-12-25 2026-12-26"),
    Example("于⟦26-12-05⟧", "date.year-month-day", "2026-12-05 2026-12-06"),
    Example("请于⟦元月5日⟧还", "date.month-day", "2027-01-05 2027-01-06"),
    Example("⟦2027年元月8日⟧", "date.year-month-day", "2027-01-08 2027-01-09"),
    Example("⟦元月份⟧账单", "date.month", "2027-01-01 2027-02-01"),
    Example("于⟦11/25/26⟧", "date.month-day-year", "2026-11-25 2026-11-26"),
    Example("on ⟦12/24/2026⟧", "date.month-day-year", "2026-12-24 2026-12-25"),
    Example("⟦20261124⟧扣款", "date.packed", "2026-11-24 2026-11-25"),
    Example("日期⟦20261201⟧。", "date.packed", "2026-12-01 2026-12-02"),
    Example("⟦12月5日⟧还", "date.month-day", "2026-12-05 2026-12-06"),
    Example("⟦1月5日⟧还", "date.month-day", "2027-01-05 2027-01-06"),
    Example("⟦25日⟧扣款", "date.day", "2026-11-25 2026-11-26"),
    Example("⟦三十号⟧见", "date.day", "2026-11-30 2026-12-01"),
    Example("⟦2月30日⟧", "date.impossible", "no reading"),
    Example("⟦2026年4月31日⟧", "date.impossible", "no reading"),
    Example("⟦12月份⟧账单", "date.month", "2026-12-01 2027-01-01"),
    Example("⟦2026年10月⟧账单", "date.month", "2026-10-01 2026-11-01"),
    Example("⟦2025年⟧借的", "date.year", "2025-01-01 2026-01-01"),
    Example("⟦二四年⟧借的", "date.year", "2024-01-01 2025-01-01"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
