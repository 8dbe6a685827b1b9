import Recognizers
import Testing

struct PeriodScannerTests {
  @Test(arguments: [
    Example("⟦第3期⟧", "period.index", "3/-"),
    Example("已还至⟦第十二期⟧", "period.index", "12/-"),
    Example("分⟦24期⟧", "period.count", "-/24"),
    Example("共⟦十二期⟧", "period.count", "-/12"),
    Example("⟦3/12期⟧", "period.of", "3/12"),
    Example("应还⟦5/24期⟧", "period.of", "5/24"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
