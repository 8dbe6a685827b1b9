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
}
