import Recognizers
import Testing

struct PercentScannerTests {
  @Test(arguments: [
    Example("利率⟦24%⟧", "percent.sign", "24%"),
    Example("年化⟦18.5％⟧", "percent.sign", "18.5% a year"),
    Example("⟦10%-15%⟧", "percent.range", "10…15%"),
    Example("⟦3%~5%⟧", "percent.range", "3…5%"),
    Example("年化⟦18-24%⟧", "percent.range", "18…24% a year"),
    Example("fee of ⟦2%⟧ per month", "percent.sign", "2% a month"),
    Example("at ⟦20%⟧ per annum", "percent.sign", "20% a year"),
    Example("late fee ⟦0.05%⟧ a day", "percent.sign", "0.05% a day"),
    Example("at ⟦18%⟧ p.a.", "percent.sign", "18% a year"),
    Example("up ⟦3%⟧ perhaps", "percent.sign", "3%"),
    Example("违约金⟦0.1%⟧每天", "percent.sign", "0.1% a day"),
    Example("日息⟦万五⟧", "percent.parts", "0.05% a day"),
    Example("⟦千三⟧每天", "percent.parts", "0.3% a day"),
    Example("利息⟦2分5⟧", "percent.interest-word", "2.5% a month"),
    Example("⟦3分利⟧", "percent.interest-word", "3% a month"),
    Example("日利率⟦万分之五⟧", "percent.parts", "0.05% a day"),
    Example("⟦百分之三十⟧", "percent.parts", "30%"),
    Example("⟦5‰⟧", "percent.per-mille", "0.5%"),
    Example("日息⟦0.5‰⟧", "percent.per-mille", "0.05% a day"),
    Example("涨⟦2个百分点⟧", "percent.points", "2%"),
    Example("降⟦1.5个 百分点⟧", "percent.points", "1.5%"),
    Example("打⟦85折⟧", "percent.discount", "85%"),
    Example("享⟦八折⟧结清", "percent.discount", "80%"),
    Example("减⟦三成⟧", "percent.tenths", "30%"),
    Example("⟦七成六⟧", "percent.tenths", "76%"),
    Example("月息⟦2分⟧", "percent.interest-word", "2% a month"),
    Example("年息⟦8厘⟧", "percent.interest-word", "8% a year"),
    Example("at ⟦5 percent⟧", "percent.word", "5%"),
    Example("⟦12.5 percent⟧ off", "percent.word", "12.5%"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
