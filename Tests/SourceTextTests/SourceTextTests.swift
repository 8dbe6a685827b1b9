import Testing
import Wording

@testable import SourceText

@Suite struct SourceTextTests {
  let source = SourceText(name: "a.yaml", text: "flow: x\r\n标题: 明白 ok\nend")

  @Test func `columns count scalars and offsets come back`() {
    for offset in [0, 3, 9, 12, 17] {
      let position = source.position(at: offset)
      #expect(source.offset(line: position.line, column: position.column) == offset)
    }
    #expect(source.position(at: 17) == SourcePosition(line: 2, column: 5))
    #expect(source.line(1) == "flow: x")
    #expect(source.line(9).isEmpty)
  }

  @Test func `the caret stands under wide characters`() {
    let range = SourceRange(start: 17, end: 23)
    let fault = Diagnostic(
      in: source, at: range, check: "test", message: BilingualText(zh: "错", en: "wrong"))
    #expect(fault.line(in: .en) == "a.yaml:2:5: error: wrong [test]")
    #expect(fault.excerpt(from: source) == "  标题: 明白 ok\n        ^^^^")
  }
}

@Suite struct NearestNamesTests {
  @Test func `a misspelt name finds its neighbour`() {
    #expect(
      nearestNames(to: "chek-link", among: ["check-link", "paste", "check-links"]).first
        == "check-link")
    #expect(nearestNames(to: "owde", among: ["owed", "known"]) == ["owed"])
    #expect(nearestNames(to: "zzz", among: ["check-link", "paste"]).isEmpty)
  }
}
