import Recognizers
import Testing

struct EraYearScannerTests {
  @Test(arguments: [
    Example("⟦民国113年5月⟧", "date.era-year", "2024-05-01 2024-06-01"),
    Example("⟦民国一百一十四年三月八日⟧", "date.era-year", "2025-03-08 2025-03-09"),
    Example("⟦民國三年⟧的契", "date.era-year", "1914-01-01 1915-01-01"),
    Example("⟦昭和60年3月4日⟧", "date.era-year", "1985-03-04 1985-03-05"),
    Example("⟦令和元年五月⟧", "date.era-year", "2019-05-01 2019-06-01"),
  ])
  func `the year of an era is told exactly`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test(arguments: ["人民国家", "平台用户", "指令和参数", "说明大正常"])
  func `words that only look like an era say no date`(text: String) {
    #expect(Example.recognizer.recognize(text, reference: Example.reference).entities.isEmpty)
  }
}
