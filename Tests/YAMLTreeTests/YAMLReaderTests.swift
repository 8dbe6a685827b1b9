import SourceText
import Testing

@testable import YAMLTree

private func read(_ text: String, limits: YAMLLimits = .flow) -> YAMLDocument {
  YAMLDocument(SourceText(name: "t.yaml", text: text), limits: limits)
}

@Suite struct YAMLReaderTests {
  @Test func `scalars stay text with their style and range`() throws {
    let text = "标题: {zh: \"明白\", en: 'ok'}\nyes: [1.10, yes]\n"
    let document = read(text)
    #expect(document.diagnostics.isEmpty)
    let root = try #require(document.root)
    let zh = try #require(root["标题"]?["zh"])
    #expect(zh.text == "明白")
    #expect(zh.style == .doubleQuoted)
    #expect(SourceText(name: "", text: text).text(in: zh.range) == "\"明白\"")
    #expect(root["yes"]?.elements?.map(\.text) == ["1.10", "yes"])
  }

  @Test func `a duplicate key is reported at its place and the first is kept`() throws {
    let document = read("a: 1\nb: 2\na: 3\n")
    #expect(document.diagnostics.map(\.position) == [SourcePosition(line: 3, column: 1)])
    #expect(document.root?["a"]?.text == "1")
  }

  @Test func `a second document, a tag and an unknown alias are faults`() {
    #expect(read("a: 1\n---\nb: 2\n").diagnostics.count == 1)
    #expect(read("a: !x 1\n").diagnostics.count == 1)
    #expect(read("a: *x\n").root == nil)
  }

  @Test func `bombs are refused`() {
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
    let tight = YAMLLimits(bytes: 1000, depth: 4, nodes: 12, scalarBytes: 10, aliases: 16)
    #expect(read(bomb, limits: tight).root == nil)
    #expect(read("[[[[[[[[]]]]]]]]", limits: tight).root == nil)
    #expect(read("a: aaaaaaaaaaaaaaaaaaaaa", limits: tight).root == nil)
    #expect(read(String(repeating: "a", count: 2000), limits: tight).diagnostics.count == 1)
  }

  @Test func `what is not YAML or not UTF-8 is said with its place`() {
    #expect(read("a: [1, 2\nb: }").diagnostics.count == 1)
    let bytes = YAMLDocument(SourceText(name: "t", utf8: [0x61, 0x3A, 0x20, 0xFF, 0xFE]))
    #expect(bytes.root == nil)
    #expect(bytes.diagnostics.first?.position.column == 4)
    #expect(read("").root == nil)
  }
}
