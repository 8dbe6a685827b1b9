import Recognizers
import Testing

struct DurationScannerTests {
  @Test(arguments: [
    Example("逾期⟦37天⟧", "duration.count", "37 day"),
    Example("⟦两年半⟧", "duration.count", "2.5 year"),
    Example("⟦3小时05分⟧", "duration.count", "3 hour 5 minute"),
    Example("⟦半个月⟧", "duration.count", "0.5 month"),
    Example("⟦一刻钟⟧", "duration.count", "15 minute"),
    Example("⟦五个工作日⟧", "duration.count", "5 workday"),
    Example("⟦3到5天⟧", "duration.range", "3 day to 5 day"),
    Example("⟦3-5天⟧", "duration.range", "3 day to 5 day"),
    Example("⟦3至5个工作日⟧", "duration.range", "3 workday to 5 workday"),
    Example("⟦3-5个自然日⟧", "duration.range", "3 day to 5 day"),
    Example("⟦13天—8周⟧", "duration.range", "13 day to 8 week"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
