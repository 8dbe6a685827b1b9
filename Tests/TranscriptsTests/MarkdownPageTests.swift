import Testing

@testable import Transcripts

@Suite struct MarkdownPageTests {
  @Test func `a message can't break out of its fence`() {
    var page = MarkdownPage()
    page.fenced("还款\n````\n# 假标题\u{202E}")
    #expect(page.text == "`````\n还款\n````\n# 假标题\n`````\n\n")
  }

  @Test(arguments: [
    ("<b>点我</b>", "&lt;b>点我&lt;/b>"), ("[官网](http://x)", "\\[官网\\](http://x)"), ("*急*", "\\*急\\*"),
    ("a & b", "a &amp; b"), ("1_2", "1\\_2"), ("\u{1B}[31m红", "\\[31m红"),
  ])
  func `text never becomes markup`(text: String, escaped: String) {
    #expect(MarkdownPage.escaped(text) == escaped)
  }
}
