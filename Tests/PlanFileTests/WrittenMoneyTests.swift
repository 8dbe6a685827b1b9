import MoneyAndDates
import Testing

@testable import PlanFile

@Suite struct WrittenMoneyTests {
  @Test(arguments: [
    ("3200.50", 320_050), ("3,200.50", 320_050), ("¥3200", 320_000), ("￥ 3200", 320_000),
    ("3200元", 320_000), ("3200 元", 320_000), ("0", 0), ("-5", -500), ("1,234,567", 123_456_700),
  ])
  func `an amount is read as people write it`(text: String, fen: Int64) {
    #expect(WrittenMoney.read(text) == Money(fen: fen))
  }

  @Test(arguments: ["", "元", "3千", "1.5万", "3,00", "3,2000", "1.005", "¥3元", "1e3", "٣", "--1"])
  func `what is no plain amount is not guessed`(text: String) {
    #expect(WrittenMoney.read(text) == nil)
  }
}
