import Testing
import Wording

@testable import NoticePage

@Suite struct ReadingPageTests {
  private static let plain = TextLook(colour: false, columns: nil, accessible: false)
  private static let colour = TextLook(colour: true, columns: 80, accessible: false)

  @Test func `the page goes from the message to the next step`() {
    let text = PageFixture.page(PageFixture.messages[0], in: .zh).text(Self.plain)
    var rest = Substring(text)
    for part in [
      "短信（标出认出的地方）：", "【[名称 云帆易贷]】", "短信说了什么：", "短信没有说的：", "威胁和实情：", "像诈骗的依据（合计",
      "依据：", "结论：", "下一步：", "运行 mingbai",
    ] {
      let found = rest.firstRange(of: part)
      #expect(found != nil, "\(part) in \(text)")
      if let found { rest = rest[found.upperBound...] }
    }
  }

  @Test func `the same in English`() {
    let text = PageFixture.page(PageFixture.messages[0], in: .en).text(Self.plain)
    for part in [
      "[name 云帆易贷]", "What it says:", "What it does not say:", "Evidence for a scam (sum",
      "Source: ", "So:", "Next:",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: PageFixture.messages)
  func `nothing but our own colours can steer the terminal`(message: String) {
    for language in Language.allCases {
      let page = PageFixture.page(message, in: language)
      let plain = page.text(Self.plain)
      #expect(!plain.unicodeScalars.contains { $0.steersTerminal })
      let painted = page.text(Self.colour)
      let sequences = painted.split(separator: "\u{1B}", omittingEmptySubsequences: false)
      #expect(sequences.dropFirst().allSatisfy { isColour($0) })
    }
  }

  private func isColour(_ sequence: Substring) -> Bool {
    guard sequence.hasPrefix("["), let end = sequence.firstIndex(of: "m") else { return false }
    return sequence[..<end].dropFirst().allSatisfy { $0.isNumber || $0 == ";" }
  }

  @Test func `an empty message says so`() {
    #expect(PageFixture.page(" \n", in: .zh).text(Self.plain) == "没有内容可读。\n")
  }

  @Test func `a sender's number is explained`() {
    let text = PageFixture.page("您已逾期", in: .zh, sender: "10690000123").text(Self.plain)
    #expect(text.contains("发信号码：\n10690000123"))
  }
}
