import Recognizers
import Testing

struct FoldedTextTests {
  @Test(arguments: [
    ("１２３", "123", Fold.fullWidth), ("①⓪❷⑴⒈", "10211", .enclosedDigit), ("⑫", "12", .enclosedDigit),
    ("²𝟑٤", "234", .otherDigit), ("萬圓", "万圆", .traditional),
  ])
  func `a disguise is undone and named`(raw: String, plain: String, fold: Fold) {
    let folded = FoldedText(raw)
    #expect(folded.foldedText(0..<folded.count) == plain)
    #expect(folded.folds(0..<folded.count).folds == [fold])
  }

  @Test func `an invisible scalar belongs to no folded one and lies inside the raw range`() {
    let folded = FoldedText("a1\u{200B}2b")
    #expect(folded.foldedText(1..<3) == "12")
    #expect(folded.rawRange(1..<3) == 1..<4)
    #expect(folded.folds(1..<3).folds == [.zeroWidth])
    #expect(folded.folds(2..<3).folds.isEmpty)
  }

  @Test func `a keycap belongs to its digit`() {
    let folded = FoldedText("1\u{FE0F}\u{20E3}x")
    #expect(folded.rawRange(0..<1) == 0..<3)
    #expect(folded.rawText(0..<1) == "1\u{FE0F}\u{20E3}")
    #expect(folded.folds(0..<1).folds == [.enclosedDigit])
  }

  @Test func `Chinese punctuation in full width is no disguise`() {
    #expect(FoldedText("，：（）").folds(0..<4).folds.isEmpty)
  }

  @Test func `raw places lead to folded ones`() {
    let folded = FoldedText("\u{200B}⑫月")
    #expect(folded.foldedRange(ofRaw: 1..<2) == 0..<2)
  }

  @Test func `bytes that are not UTF-8 stay one scalar each`() {
    let folded = FoldedText(utf8: [0x31, 0xFF, 0xE4, 0xB8, 0x32])
    #expect(folded.rawCount == 5)
    #expect(folded.scalars.last == 0x32)
  }

  @Test(arguments: ["", "明天还款1000元", "\u{200B}\u{200B}⑫月ａ萬1\u{FE0F}\u{20E3}𝟏é"])
  func `the raw scalars are those of the text`(text: String) {
    #expect(FoldedText(text).rawScalars == Array(text.unicodeScalars))
  }

  @Test func `a byte that is not UTF-8 is one raw scalar, also beside scalars that are dropped`() {
    let odd = FoldedText(utf8: [0x80, 0xE2, 0x80, 0x8B, 0x80, 0xE2, 0x80, 0x8B, 0x80, 0x31])
    let expected: [Unicode.Scalar] = [
      "\u{FFFD}", "\u{200B}", "\u{FFFD}", "\u{200B}", "\u{FFFD}", "1",
    ]
    #expect(odd.rawScalars == expected)
  }

  @Test(arguments: [
    ("还款100元，谢谢", false), ("起訴", true), ("1\u{FE0F}\u{20E3}", true), ("还\u{200B}款", true),
    ("还款\u{200B}", false), ("⑫", true), ("", false),
  ])
  func `whether anything was folded is what the places say`(text: String, hasFolds: Bool) {
    let folded = FoldedText(text)
    #expect(folded.hasFolds == hasFolds)
    #expect(folded.places.contains { !$0.folds.isEmpty } == hasFolds)
  }
}
