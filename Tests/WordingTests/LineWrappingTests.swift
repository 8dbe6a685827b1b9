import Testing

@testable import Wording

@Suite struct LineWrappingTests {
  @Test func `Chinese breaks between characters but never before closing punctuation`() {
    let text = "先不要点短信里的链接，也不要回电话。先查银行流水，再决定。"
    let lines = text.wrapped(to: 20).split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines {
      #expect(line.displayWidth <= 22)
      #expect(!["，", "。"].contains(line.first))
    }
    #expect(lines.joined() == text)
  }

  @Test func `English breaks between words and keeps its indent`() {
    let text = "  - do not open the link before you know who sent the message"
    let lines = text.wrapped(to: 24).split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= 24 && $0.hasPrefix("  ") })
    #expect(lines.map { $0.drop { $0 == " " } }.joined(separator: " ") == text.drop { $0 == " " })
  }

  @Test func `a link and a number are never cut`() {
    let text = "链接 axxf-pay.top/r/8Kd2 和 3,200.50元 都要留证据，不要删。"
    #expect(text.wrapped(to: 20).contains("axxf-pay.top/r/8Kd2"))
    #expect(text.wrapped(to: 20).contains("3,200.50"))
  }
}
