import Testing

@testable import Recognizers

struct StringScalarsTests {
  @Test(arguments: ["", "a", "é", "还款", "𝟏２3", "a\u{200B}b", "\u{10FFFF}"])
  func `a text comes back from its scalars`(text: String) {
    let back = String(scalars: text.unicodeScalars.map(\.value))
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test func `what is no scalar is left out`() {
    #expect(String(scalars: [0x61, 0xD800, 0x110000, 0xFFFF_FFFF, 0x62]) == "ab")
  }
}
