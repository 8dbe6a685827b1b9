import Testing

@testable import Transcripts

@Suite struct MarkdownPageTests {
  @Test func `a message can't break out of its fence`() {
    var page = MarkdownPage()
    page.fenced("还款\n````\n# 假标题\u{202E}")
    #expect(page.text == "`````\n还款\n````\n# 假标题\n`````\n\n")
  }

  @Test(arguments: [
    ("<b>点我</b>", "&lt;b>点我&lt;/b>"), ("[官网](http://x)", "\\[官网\\](http\\://x)"),
    ("*急*", "\\*急\\*"),
    ("a & b", "a &amp; b"), ("1_2", "1\\_2"), ("\u{1B}[31m红", "\\[31m红"),
  ])
  func `text never becomes markup`(text: String, escaped: String) {
    #expect(MarkdownPage.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("- 条", "\\- 条"), ("1. 一", "1\\. 一"), ("12) x", "12\\) x"), ("> 引", "\\> 引"), ("===", "\\==="),
    ("+ x", "\\+ x"),
    ("    code", "code"), ("\t- x", "\\- x"), ("~~~", "\\~\\~\\~"), ("11月25日", "11月25日"),
    ("3.5元", "3\\.5元"),
    ("-", "\\-"), ("1", "1"), ("", ""),
  ])
  func `a line can't begin a block`(line: String, escaped: String) {
    #expect(MarkdownPage.lines(line) == [escaped])
  }

  @Test(arguments: [
    ("http://x.top", "http\\://x.top"), ("HTTPS://x", "HTTPS\\://x"), ("www.x.top", "www\\.x.top"),
    ("WwW.x", "WwW\\.x"), ("18:00", "18:00"), ("a:/b", "a:/b"), ("x.top/a", "x.top/a"),
  ])
  func `an address is no link in a viewer`(text: String, escaped: String) {
    #expect(MarkdownPage.escaped(text) == escaped)
  }

  @Test func `every line of an answer, a list and a heading is escaped`() {
    var page = MarkdownPage()
    page.answer("一\n# 二\n- 三")
    page.list(["甲\n1. 乙"])
    page.heading(2, "标题\n===")
    page.section("节", "- 「<b>」\n  → [x]\n# y")
    #expect(
      page.text == """
           > 一
           > \\# 二
           > \\- 三
        - 甲
          1\\. 乙


        ## 标题 \\===


        ### 节

        - 「&lt;b>」
          → \\[x\\]
        \\# y

        """)
  }
}
