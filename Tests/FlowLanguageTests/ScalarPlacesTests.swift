import SourceText
import Testing
import YAMLTree

@testable import FlowLanguage

@Suite struct ScalarPlacesTests {
  /// `MARK` as read must map to `MARK` as written, whatever stands before it.
  @Test(arguments: [
    "k: a MARK", "k: \"a MARK\"", "k: 'a MARK'", "k: 'it''s ''x'' MARK'",
    "k: \"tab\\t \\\"q\\\" \\u4f60\\x41\\U0001F600 MARK\"", "k: \"你好 MARK\"",
    "k: |\n  one\n  two MARK\n", "k: >-\n  one\n  two\n\n  three MARK\n",
    "k: |2-\n    one\n   two MARK\n", "k: \"one\n  two\n\n  MARK\"", "k: 'one\n  two MARK'",
    "k: \"one \\\n   two MARK\"", "k: >\n   one MARK\n", "k: |\r\n  one\r\n  MARK\r\n",
    "k: one\n  two MARK",
  ])
  func `an offset in a scalar leads back to the file`(yaml: String) throws {
    let source = SourceText(name: "t", text: yaml)
    let node = try #require(YAMLDocument(source).root?["k"])
    let text = try #require(node.text)
    let style = try #require(node.style)
    let map = OffsetMap(scalar: text, style: style, at: node.range, in: source)
    let offset = try #require(text.utf8.firstRange(of: "MARK".utf8)?.lowerBound)
    let start = map.file(text.utf8.distance(from: text.utf8.startIndex, to: offset))
    #expect(source.text(in: SourceRange(start: start, end: start + 4)) == "MARK")
  }

  @Test func `a part of a text keeps its places`() {
    let map = OffsetMap([.init(text: 0, file: 10), .init(text: 4, file: 20)])
    #expect(map.from(2).file(0) == 12)
    #expect(map.from(2).file(3) == 21)
    #expect(map.from(6).file(1) == 23)
  }
}
