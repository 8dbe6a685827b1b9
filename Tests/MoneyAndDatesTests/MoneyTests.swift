import Testing

@testable import MoneyAndDates

@Suite struct MoneyTests {
  @Test(arguments: [
    ("3200.50", 320_050), ("-12", -1_200), ("0.5", 50), ("1.230", 123), (".5", 50), ("7.", 700),
  ])
  func `a decimal of yuan is read to the fen`(text: String, fen: Int64) {
    #expect(Money(yuan: text) == Money(fen: fen))
  }

  @Test(arguments: ["", "-", ".", "1.234", "1,000", "1e3", "一", "99999999999999999999", "1.2.3"])
  func `what is no exact amount is refused`(text: String) {
    #expect(Money(yuan: text) == nil)
  }

  @Test(arguments: [Int64.min + 1, -1, 0, 5, 99, 100, 320_050, Int64.max])
  func `print then parse is the identity`(fen: Int64) {
    #expect(Money(yuan: Money(fen: fen).yuan) == Money(fen: fen))
  }

  @Test func `a sum that does not fit is nil`() {
    #expect(Money(fen: .max).adding(Money(fen: 1)) == nil)
    #expect(Money(fen: .min).subtracting(Money(fen: 1)) == nil)
    #expect(Money(fen: .max).times(2) == nil)
    #expect(Money.sum([Money(fen: 1), Money(fen: 2)]) == Money(fen: 3))
  }
}
