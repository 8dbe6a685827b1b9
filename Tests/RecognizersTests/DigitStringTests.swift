import Testing

@testable import Recognizers

struct DigitStringTests {
  private func digits(_ text: String) -> DigitString {
    var digits = DigitString()
    for byte in text.utf8 { digits.append(byte) }
    return digits
  }

  @Test func `digits are kept in order`() {
    #expect(digits("02155501234").text == "02155501234")
    #expect(digits("").text.isEmpty)
  }

  @Test func `the twenty-fifth digit is left out`() {
    let long = digits(String(repeating: "7", count: 30))
    #expect(long.count == 24)
    #expect(long.text == String(repeating: "7", count: 24))
  }

  @Test func `a place outside holds 0`() {
    let short = digits("95")
    #expect(short[1] == 0x35)
    #expect(short[2] == 0)
    #expect(short[-1] == 0)
  }

  @Test(arguments: [(0, "", "4001"), (3, "400", "1"), (9, "4001", ""), (-2, "", "4001")])
  func `a prefix and the rest make the whole`(length: Int, first: String, rest: String) {
    #expect(digits("4001").prefix(length).text == first)
    #expect(digits("4001").dropFirst(length).text == rest)
  }

  @Test func `a beginning is compared digit by digit`() {
    #expect(digits("0086138").starts(with: "0086"))
    #expect(!digits("0085138").starts(with: "0086"))
    #expect(!digits("00").starts(with: "0086"))
  }
}
