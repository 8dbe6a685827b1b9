import Recognizers
import Testing

struct ExactDecimalTests {
  @Test func `trailing zeros are taken off`() {
    #expect(ExactDecimal(digits: 320_050, scale: 2)?.text == "3200.5")
    #expect(ExactDecimal(digits: -5, scale: 2)?.text == "-0.05")
  }

  @Test func `what does not fit is not made`() {
    #expect(ExactDecimal(digits: .max, scale: -1) == nil)
    #expect(ExactDecimal(whole: .max).adding(ExactDecimal(whole: 1)) == nil)
    #expect(ExactDecimal(whole: .max).times(ExactDecimal(whole: 2)) == nil)
  }

  @Test func `numbers of different scale add up and compare`() throws {
    let half = try #require(ExactDecimal(digits: 5, scale: 1))
    #expect(half.adding(ExactDecimal(whole: 3))?.text == "3.5")
    #expect(half.isLess(than: ExactDecimal(whole: 1)))
  }
}
