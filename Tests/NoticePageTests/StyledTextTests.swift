import Testing
import Wording

@testable import NoticePage

@Suite struct StyledTextTests {
  @Test func `each run is painted in its look, line by line`() {
    var text = StyledText("要还 ")
    text.append("3,200\n元", .mark(.money))
    #expect(text.plain == "要还 3,200\n元")
    #expect(text.painted == "要还 \u{1B}[1;33m3,200\u{1B}[0m\n\u{1B}[1;33m元\u{1B}[0m")
  }

  @Test func `every kind has a look of its own`() {
    let looks = FindingMark.Kind.allCases.map { StyledText("x", .mark($0)).painted }
    #expect(Set(looks).count == FindingMark.Kind.allCases.count)
  }

  @Test(arguments: PageFixture.messages, [20, 27, 40, 80])
  func `wrapping in colours breaks lines where plain text breaks`(message: String, columns: Int) {
    let styled = MarkedMessage(PageFixture.read(message)).coloured
    #expect(
      Array(styled.wrapped(to: columns).plain.utf8)
        == Array(styled.plain.wrapped(to: columns).utf8))
  }

  @Test(arguments: [
    "  two blanks before, then words that go on and on and on",
    "words   with   many   blanks  \n  x",
    "trailing blanks after a rather long line of words      \nnext", "     \n   \n",
  ])
  func `blanks at breaks and line ends are dropped alike in every run`(words: String) {
    for cut in 0...words.count {
      var text = StyledText(String(words.prefix(cut)), .heading)
      text.append(String(words.dropFirst(cut)))
      #expect(text.wrapped(to: 20).plain == words.wrapped(to: 20))
    }
  }

  @Test func `what could steer the terminal never gets in`() {
    #expect(StyledText("a\u{1B}[31mb\u{202E}").plain == "a[31mb")
  }
}
