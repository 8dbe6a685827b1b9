import Testing
import Wording

@testable import Notices

@Suite struct LetterCountTests {
  @Test func `every script is counted, and capitals apart`() {
    let letters = LetterCount(MessageText("请 call Ms Lin, 㐂一龿 ＡЖé 3号@[`{"))
    #expect(letters.han == 5)
    #expect(letters.latin == 9)
    #expect(letters.capitals == 2)
  }

  @Test func `the first and the last letter of a script count and their neighbours do not`() {
    let edges = LetterCount(MessageText("一\u{9FFF}\u{3400}\u{4DBF}azAZ"))
    #expect(edges.han == 4)
    #expect(edges.latin == 4)
    let outside = LetterCount(MessageText("\u{4DC0}\u{A000}\u{33FF}@[`{\u{0}\u{10FFFF}"))
    #expect(outside.han == 0)
    #expect(outside.latin == 0)
    #expect(outside.capitals == 0)
  }

  @Test(arguments: [
    ("请还款", Language.zh), ("Please pay", .en), ("", .zh), ("12 34", .zh), ("还abcdefg", .zh),
    ("还abcdefgh", .en),
  ])
  func `Chinese is what has one Chinese character in eight letters`(
    text: String, language: Language
  ) {
    #expect(LetterCount(MessageText(text)).language == language)
  }
}
