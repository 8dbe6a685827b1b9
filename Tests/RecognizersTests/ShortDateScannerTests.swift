import Recognizers
import Testing

struct ShortDateScannerTests {
  @Test(arguments: [
    Example("活动⟦11.23-11.25⟧", "time.range", "2026-11-23 2026-11-26"),
    Example("还款日⟦11.23~11.25⟧", "time.range", "2026-11-23 2026-11-26"),
    Example("于⟦11/28-12/2⟧办理", "time.range", "2026-11-28 2026-12-03"),
    Example("⟦12/28至1/3⟧", "time.range", "2026-12-28 2027-01-04"),
    Example("得分⟦11.23⟧-11.25分", "number", "11.23"),
    Example("利率⟦3.5⟧-4.5", "number", "3.5"),
    Example("到期还款日⟦11/25⟧，", "date.month-day", "2026-11-25 2026-11-26"),
    Example("还款日为⟦12-03⟧。", "date.month-day", "2026-12-03 2026-12-04"),
    Example("截止日期：⟦12/3⟧ 请还款", "date.month-day", "2026-12-03 2026-12-04"),
    Example("今日⟦11⟧/25", "number", "11"),
    Example("⟦05-07日⟧", "date.month-day", "2026-05-07 2026-05-08"),
    Example("⟦12-5日⟧", "date.month-day", "2026-12-05 2026-12-06"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
