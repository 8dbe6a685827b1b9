import Testing

@testable import Wording

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("明白", 4), ("￥1", 3), ("【】", 4), ("e\u{301}", 1), ("a\u{200B}b", 2), ("👍", 2),
    ("—", 1), ("", 0),
  ])
  func `width is counted in terminal columns`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("\u{0}\u{1B}\u{7F}\u{9B}", 0), ("\u{AD}", 0), ("\u{3000}", 2), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
    ("…", 1), ("“”", 2), ("❤\u{FE0F}", 1), ("𠀀", 2), ("\u{202E}", 0), ("\u{10FFFF}", 1),
  ])
  func `edges of the tables count as terminals count them`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `the width of a text is the sum of its parts`() {
    let parts = ["明白", " a", "é", "👍", "\t"]
    #expect(parts.joined().displayWidth == parts.map(\.displayWidth).reduce(0, +))
  }
}
