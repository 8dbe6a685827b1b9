import Recognizers
import Testing

struct MoneyScannerTests {
  @Test(arguments: [
    Example("欠款⟦3,200.50元⟧", "money.unit-after", "3200.5 CNY"),
    Example("还了⟦五元三毛⟧", "money.unit-after", "5.3 CNY"),
    Example("退⟦两角五分⟧", "money.unit-after", "0.25 CNY"),
    Example("共⟦1.2万美元⟧", "money.unit-after", "12000 USD"),
    Example("扣 ⟦lO00元⟧", "money.unit-after", "1000 CNY"),
    Example("应付⟦￥1,234.56⟧。", "money.currency-before", "1234.56 CNY"),
    Example("pay ⟦$ 2.5 million⟧ now", "money.currency-before", "2500000 -"),
    Example("尚欠⟦1.5万⟧未还", "money.cue", "15000 -"),
    Example("逾期金额：⟦5200⟧，请处理", "money.cue", "5200 -"),
    Example("月入⟦15k左右⟧", "money.estimate-after", "15000 -"),
    Example("⟦大概30w上下⟧", "money.estimate-after", "300000 -"),
    Example("计⟦伍仟贰佰⟧", "money.formal-numerals", "5200 -"),
    Example("借到⟦肆佰叁拾万⟧", "money.formal-numerals", "4300000 -"),
    Example("欠⟦1,2345.6元⟧", "money.unclear", "?…? CNY"),
    Example("欠款⟦3,200,50元⟧", "money.unclear", "?…? CNY"),
    Example("扣⟦32,00元⟧", "money.unclear", "?…? CNY"),
    Example("扣⟦1,23万元⟧", "money.unclear", "?…? CNY"),
    Example("扣⟦4 100.50元⟧", "money.unclear", "?…? CNY"),
    Example("应还⟦4 100.50元⟧", "money.unit-after", "4100.5 CNY"),
    Example("应还⟦3.200,50元⟧", "money.unit-after", "3200.5 CNY"),
    Example("共⟦1.200.000元⟧", "money.unit-after", "1200000 CNY"),
    Example("扣 ⟦.50元⟧", "money.unit-after", "0.5 CNY"),
    Example("已还⟦.50元⟧", "money.unclear", "?…? CNY"),
    Example("⟦¥ 3,200 .50⟧", "money.currency-before", "3200.5 CNY"),
    Example("应还1200.50,⟦300元⟧", "money.unit-after", "300 CNY"),
    Example("欠款⟦￥3***.5元⟧", "money.unclear", "?…? CNY"),
    Example("欠款⟦1**元⟧", "money.unclear", "?…? CNY"),
    Example("欠款**⟦00元⟧", "money.unclear", "?…? CNY"),
    Example("欠款XX⟦00元⟧", "money.unclear", "?…? CNY"),
    Example("欠款1,***⟦.50元⟧", "money.unclear", "?…? CNY"),
    Example("欠款⟦1e4元⟧", "money.unclear", "?…? CNY"),
    Example("欠款12*⟦950元⟧", "money.unit-after", "950 CNY"),
    Example("欠款⟦一万五⟧", "money.cue", "15000 -"),
    Example("欠款⟦3万2千⟧", "money.cue", "32000 -"),
    Example("欠款⟦两三万⟧", "money.cue", "20000…30000 -"),
    Example("借了⟦5、6千元⟧", "money.range", "5000…6000 CNY"),
    Example("借了⟦三、五万元⟧", "money.range", "30000…50000 CNY"),
    Example("额度⟦2万-5万元⟧", "money.range", "20000…50000 CNY"),
    Example("要⟦五元六角到五元七毛⟧", "money.range", "5.6…5.7 CNY"),
  ])
  func `an example is read by its rule`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }
}
