import Recognizers
import Testing

struct WordDateScannerTests {
  @Test(arguments: [
    Example("⟦明天⟧来", "date.relative-day", "2026-11-22 2026-11-23"),
    Example("⟦前日⟧", "date.relative-day", "2026-11-19 2026-11-20"),
    Example("⟦明后天⟧", "date.relative-day", "2026-11-22 2026-11-24"),
    Example("⟦今天明天后天⟧", "date.relative-day", "2026-11-21 2026-11-24"),
    Example("⟦明天后天两天⟧休息", "date.relative-day", "2026-11-22 2026-11-24"),
    Example("⟦大大后天⟧", "date.relative-day", "2026-11-25 2026-11-26"),
    Example("⟦大大前天⟧", "date.relative-day", "2026-11-17 2026-11-18"),
    Example("⟦月底⟧见", "date.part-of-month", "2026-11-25 2026-12-01"),
    Example("请于⟦月底前⟧结清", "time.bound", "2026-11-21T10:30 2026-12-01"),
    Example("⟦年底前⟧还清", "time.bound", "2026-11-21T10:30 2027-01-01"),
    Example("⟦年初⟧借的", "date.part-of-year", "2026-01-01 2026-03-01"),
    Example("⟦上季度末⟧", "date.part-of-year", "2026-09-01 2026-10-01"),
    Example("⟦下季度初⟧", "date.part-of-year", "2027-01-01 2027-02-01"),
    Example("⟦去年⟧借的", "date.relative-year", "2025-01-01 2026-01-01"),
    Example("⟦明年3月8日⟧", "date.relative-year", "2027-03-08 2027-03-09"),
    Example("⟦周日⟧", "date.weekday", "2026-11-22 2026-11-23"),
    Example("⟦下周三⟧", "date.weekday", "2026-11-25 2026-11-26"),
    Example("⟦这周一⟧", "date.weekday", "2026-11-16 2026-11-17"),
    Example("⟦下周⟧", "date.week", "2026-11-23 2026-11-30"),
    Example("⟦上上个星期⟧", "date.week", "2026-11-02 2026-11-09"),
    Example("⟦次月10日⟧还款", "date.day", "2026-12-10 2026-12-11"),
    Example("⟦次月底前⟧还款", "time.bound", "2026-11-21T10:30 2027-01-01"),
    Example("⟦下个月⟧", "date.step-month", "2026-12-01 2027-01-01"),
    Example("⟦上月⟧", "date.step-month", "2026-10-01 2026-11-01"),
    Example("⟦下月8号⟧", "date.day", "2026-12-08 2026-12-09"),
    Example("⟦本季度⟧", "date.step-quarter", "2026-10-01 2027-01-01"),
    Example("⟦上季度⟧", "date.step-quarter", "2026-07-01 2026-10-01"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
