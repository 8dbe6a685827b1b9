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
    for count in [0, 1_023, 1_024, 1_025, 5_000] {
      let text = "a\n" + String(repeating: "款", count: count)
      let long = SourceText(name: "b", text: text)
      #expect(
        long.position(at: text.utf8.count) == SourcePosition(line: 2, column: count + 1), "\(count)"
      )
    }
  }

  @Test func `columns far out on a line are those that counting gives`() {
    let text = "头\n" + (0..<2_000).map { "款\($0 % 7)é😀," }.joined() + "\n尾x"
    let long = SourceText(name: "c", text: text)
    var (offset, line, column) = (0, 1, 1)
    for scalar in text.unicodeScalars {
      #expect(long.position(at: offset) == SourcePosition(line: line, column: column))
      #expect(long.offset(line: line, column: column) == offset)
      offset += UTF8.width(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten thousand faults on a line of a mebibyte are told in a moment`() {
    let source = SourceText(name: "d", text: String(repeating: "款x", count: 262_144))
    for place in 0..<10_000 {
      let start = place * 104
      let fault = Diagnostic(
        in: source, at: SourceRange(start: start, end: start + 3), check: "test",
        message: BilingualText(zh: "错", en: "wrong"))
      #expect(fault.position.column == place * 52 + 1)
      #expect(fault.excerpt(from: source).utf8.count < 2_000)
    }
  }

  @Test func `the caret stands under wide characters`() {
    let range = SourceRange(start: 17, end: 23)
    let fault = Diagnostic(
      in: source, at: range, check: "test", message: BilingualText(zh: "错", en: "wrong"))
    #expect(fault.line(in: .en) == "a.yaml:2:5: error: wrong [test]")
    #expect(fault.excerpt(from: source) == "  标题: 明白 ok\n        ^^^^")
  }

  @Test func `the mark at the beginning of a UTF-8 file is no part of its text`() {
    let marked = SourceText(name: "a", utf8: [0xEF, 0xBB, 0xBF] + Array("flow: x".utf8))
    #expect(marked == SourceText(name: "a", text: "flow: x"))
  }

  @Test func `of a very long line only what stands around the place is shown`() {
    let long = String(repeating: "长", count: 100_000)
    let source = SourceText(name: "a", text: "\(long)x坏y\(long)\nz")
    let place = long.utf8.count + 1
    for range in [SourceRange(start: place, end: place + 3), SourceRange(start: 3, end: place)] {
      let fault = Diagnostic(
        in: source, at: range, check: "test", message: BilingualText(zh: "错", en: "wrong"))
      #expect(fault.excerpt(from: source).unicodeScalars.count < 2_000)
    }
    let fault = Diagnostic(
      in: source, at: SourceRange(start: place, end: place + 3), check: "test",
      message: BilingualText(zh: "错", en: "wrong"))
    let lines = fault.excerpt(from: source).split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("  …长长") && lines[0].hasSuffix("长长…") && lines[0].contains("x坏y"))
    let ahead = lines[0].prefix { $0 != "坏" }
    #expect(String(ahead).displayWidth == lines[1].prefix { $0 == " " }.count)
    #expect(lines[1].hasSuffix(" ^^"))
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
