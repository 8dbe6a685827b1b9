import Recognizers
import SourceText
import Testing

@testable import Notices

@Suite struct CueScanTests {
  private static let book = CueBook.read(
    SourceText(
      name: "cues.yaml",
      text: """
        cues:
          threat.sue: {zh: [起诉], en: [legal action, "suspend*"]}
          threat.credit-record: {zh: [影响…征信]}
          discount: {zh: [免息]}
        """)
  ).book

  private func words(_ text: String) -> [String] {
    let compared = CueText(FoldedText(text))
    let message = MessageText(text)
    return CueScan(Self.book).hits(in: compared).map {
      Self.book.groups[$0.group].name + " " + message.quote(compared.rawRange($0.range)).text
    }
  }

  @Test func `a word is found where it stands in the raw message`() {
    #expect(words("我们将起诉您") == ["threat.sue 起诉"])
    #expect(words("我们将起\u{200B}诉您") == ["threat.sue 起\u{200B}诉"])
    #expect(words("我們將起訴您") == ["threat.sue 起訴"])
  }

  @Test func `a gap stays within its clause and its reach`() {
    #expect(words("影响您的个人征信") == ["threat.credit-record 影响您的个人征信"])
    #expect(words("影响您。个人征信").isEmpty)
    #expect(words("影响一二三四五六七八九十一二三四五征信").isEmpty)
  }

  @Test func `patterns that begin alike are found apart`() {
    let book = CueBook.read(
      SourceText(
        name: "cues.yaml",
        text: """
          cues:
            threat.sue: {zh: [请…还款…起诉, 请…还款]}
            threat.freeze: {zh: [请…还款…冻结, 请…请]}
            discount: {zh: [请]}
          """)
    ).book
    func groups(_ text: String) -> [String] {
      CueScan(book).hits(in: CueText(FoldedText(text))).map {
        book.groups[$0.group].name + " \($0.range)"
      }
    }
    #expect(groups("请还款") == ["discount 0..<1", "threat.sue 0..<3"])
    #expect(
      groups("请勿还款并冻结") == ["discount 0..<1", "threat.sue 0..<4", "threat.freeze 0..<7"])
    #expect(groups("请还款，冻结") == ["discount 0..<1", "threat.sue 0..<3"])
    #expect(
      groups("请请还款") == [
        "discount 0..<1", "threat.freeze 0..<2", "discount 1..<2", "threat.sue 1..<4",
      ])
  }

  @Test func `blanks and signs inside a Chinese word do not hide it`() {
    #expect(words("全年免 息") == ["discount 免 息"])
    #expect(words("全年免./息") == ["discount 免./息"])
  }

  @Test func `English words are whole, whatever their case, and a star stands for any ending`() {
    #expect(words("LEGAL ACTION follows") == ["threat.sue LEGAL ACTION"])
    #expect(words("account suspended") == ["threat.sue suspended"])
    #expect(words("paralegal actions").isEmpty)
  }

  @Test func `a million clauses take linear time`() {
    let text = String(repeating: "影响，影响您的征信，", count: 20_000)
    #expect(words(text).count == 20_000)
  }
}
