import Testing

@testable import Expressions

struct ScalarTextTests {
  @Test func `texts that Swift takes for equal are told apart by scalars`() {
    #expect("é" == "e\u{301}")
    #expect(!"é".hasSameScalars(as: "e\u{301}"))
    #expect(ScalarText("é") != ScalarText("e\u{301}"))
    #expect(Set([ScalarText("\u{F914}"), ScalarText("\u{6A02}")]).count == 2)
    #expect("樂".hasSameScalars(as: "樂"))
  }

  @Test func `order is that of code points`() {
    #expect("Z".precedesByScalars("a"))
    #expect("\u{FFFD}".precedesByScalars("😀"))
    #expect(!"a".precedesByScalars("a"))
  }
}
