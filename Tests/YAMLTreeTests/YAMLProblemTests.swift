import SourceText
import Testing

@testable import YAMLTree

@Suite struct YAMLProblemTests {
  @Test(arguments: [
    ("a: 1\n\tb: 2\n", "2:1", "spaces", "空格"),
    ("a: 1\nb: \"x\nc: 2\n", "2:4", "quote", "引号"),
    ("a: @x\n", "1:4", "double quotes", "双引号"),
    ("a: \"\\q\"\n", "1:5", "backslash", "反斜杠"),
    ("a: b: c\n", "1:5", "colon", "冒号"),
    ("a: {b: 1\nc: 2\n", "2:2", "braces", "花括号"),
    ("a: [b, 1\nc: 2\n", "2:2", "brackets", "方括号"),
    ("a: \"x\" y\nb: 1\n", "1:8", "behind a quote", "引号后面"),
    ("a:\n  - b\n  c: 1\n", "3:3", "begins with -", "以 - 开头"),
    ("  a: 1\nb: 2\n", "2:1", "further left", "缩进比上面少"),
    ("a: - b\n", "1:4", "line of its own", "另起一行"),
    ("a: x\u{0007}y\n", "1:5", "invisible", "看不见"),
  ])
  func `what is no YAML is told in plain words, at its place`(
    text: String, place: String, en: String, zh: String
  ) {
    let found = YAMLDocument(SourceText(name: "t.yaml", text: text)).diagnostics
    #expect(found.map { "\($0.position.line):\($0.position.column)" } == [place])
    #expect(found.first?.message.en.contains(en) == true, "\(found.map(\.message.en))")
    #expect(found.first?.message.zh.contains(zh) == true, "\(found.map(\.message.zh))")
  }

  @Test(arguments: [
    ("a：\n  b: 1\n", "：", true), ("a: {b: \"x\"，c: 1}\n", "，", true),
    ("a: “x\nb\": : 1\n", "“", true),
    ("a: \"好，吗：“x”\" y\nb: 1\n", "全角", false),
  ])
  func `a full-width sign in the place of YAML's own is named`(
    text: String, sign: String, isNamed: Bool
  ) {
    let found = YAMLDocument(SourceText(name: "t.yaml", text: text)).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.message.zh.contains("全角") == isNamed, "\(found.map(\.message.zh))")
    if isNamed { #expect(found.first?.message.en.contains("\"\(sign)\"") == true) }
  }

  @Test func `what nobody translated is told in Chinese without English words`() {
    let problem = YAMLProblem(said: "found something new", byte: nil)
    #expect(problem.message.en.contains("found something new"))
    #expect(!problem.message.zh.contains("found"))
  }
}
