import Testing

@testable import Recognizers

struct FoldingTests {
  @Test func `numbers of two digits find room for both`() {
    let folded = FoldedText(String(repeating: "⑫", count: 40))
    #expect(folded.count == 80)
    #expect(folded.rawCount == 40)
    #expect(folded.rawRange(78..<80) == 39..<40)
  }

  @Test(arguments: [
    ([0xED, 0xA0, 0x80], 3), ([0xE4, 0xB8], 2), ([0xC0, 0x80], 2), ([0xE0, 0x80, 0x80], 3),
    ([0xF8, 0x41], 2), ([0x80, 0x80, 0x80, 0x41], 4), ([0xF4, 0x90, 0x80, 0x80], 4),
  ])
  func `every byte that is not well formed counts as one scalar`(bytes: [UInt8], count: Int) {
    for text in [bytes, bytes + Array("一二三四".utf8)] {
      let folded = FoldedText(utf8: text)
      let more = text.count > bytes.count ? 4 : 0
      #expect(folded.count == count + more)
      #expect(folded.rawCount == count + more)
      #expect(folded.scalars.first == 0xFFFD)
    }
  }

  @Test func `places go on behind what is dropped`() {
    let folded = FoldedText("欠\u{200B}款１元")
    #expect(folded.scalars.count == 4)
    #expect(folded.places.map(\.scalar) == [0, 2, 3, 4])
    #expect(folded.places.map(\.byte) == [0, 6, 9, 12])
    #expect(folded.places.map(\.bytes) == [3, 3, 3, 3])
    #expect(folded.folds(0..<4).folds == [.zeroWidth, .fullWidth])
  }

  @Test func `an empty text has no cells`() {
    let folded = FoldedText("")
    #expect(folded.count == 0)
    #expect(folded.places.isEmpty)
    #expect(!folded.hasHan)
  }

  @Test(arguments: [("abc 123", false), ("一二三", false), ("欠款", true), ("in 今天", true)])
  func `a Chinese character makes a text Chinese, a numeral does not`(text: String, isHan: Bool) {
    #expect(FoldedText(text).hasHan == isHan)
  }
}
