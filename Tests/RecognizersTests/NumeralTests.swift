import Recognizers
import Testing

struct NumeralTests {
  @Test(arguments: [
    ("3541.07万元", "35410700"), ("三万五块", "35000"), ("一千零五元", "1005"), ("四万亿元", "4000000000000"),
    ("一千零一万一千零一元", "10011001"), ("卅三元", "33"), ("两千四百五元", "2450"), ("五点六元", "5.6"),
    ("一百二十点五元", "120.5"), ("壹拾壹元", "11"), ("百三元", "130"), ("2千零30万元", "20300000"),
    ("1 0 0 0元", "1000"),
    ("1,234,567.89元", "1234567.89"),
  ])
  func `a number is read exactly`(text: String, number: String) {
    let entity = Example.recognizer.recognize(text).entities.first
    #expect(entity?.short == number + " CNY")
  }

  @Test func `eight or nine hundred million is an estimate`() {
    #expect(Example.recognizer.recognize("八九亿元").entities.first?.short == "800000000…900000000 CNY")
  }

  @Test(arguments: [
    Example("等⟦两三天⟧", "duration.range", "2 day to 3 day"),
    Example("等⟦三五天⟧", "duration.range", "3 day to 5 day"),
    Example("等了⟦七八个小时⟧", "duration.range", "7 hour to 8 hour"),
    Example("拖了⟦二十七八天⟧", "duration.range", "27 day to 28 day"),
    Example("⟦两三年内⟧还清", "time.length-bound", "2026-11-21 2029-11-22"),
    Example("⟦五六年内⟧", "time.length-bound", "2026-11-21 2032-11-22"),
    Example("⟦二三日内⟧", "time.length-bound", "2026-11-21 2026-11-25"),
    Example("⟦十五六天内⟧", "time.length-bound", "2026-11-21 2026-12-08"),
    Example("⟦一两天内⟧处理", "time.length-bound", "2026-11-21 2026-11-24"),
    Example("还差⟦三五元⟧", "money.unit-after", "3…5 CNY"),
    Example("⟦二六年⟧借的", "date.year", "2026-01-01 2027-01-01"),
    Example("⟦一一月二三日⟧", "date.month-day", "2026-11-23 2026-11-24"),
  ])
  func `two digits that count up and are counted are an estimate`(example: Example) {
    #expect(example.found?.short == example.says)
    #expect(example.found?.rule == example.rule)
  }

  @Test func `a number too long for 64 bits is no amount`() {
    let text = String(repeating: "9", count: 40) + "元"
    #expect(Example.recognizer.recognize(text).entities.allSatisfy { $0.kind != .money })
  }
}
