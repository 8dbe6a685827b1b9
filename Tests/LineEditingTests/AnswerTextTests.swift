import Testing

@testable import LineEditing

struct AnswerTextTests {
  @Test(
    arguments: [
      ("一万二\t元", "一万二\t元"), ("a\u{0}b\u{7F}c\u{85}d\u{1B}e\n", "abcde"),
      ("🧧\u{200D}\u{FE0F}\u{202E}", "🧧\u{200D}\u{FE0F}\u{202E}"),
    ])
  func `controls are dropped and all other characters kept`(text: String, kept: String) {
    #expect(AnswerText.clean(text).unicodeScalars.elementsEqual(kept.unicodeScalars))
  }
}
