import Expressions
import SourceText
import Testing
import YAMLTree

@testable import FlowLanguage

/// Flow files from strangers: refused with a message, in bounded time and memory.
@Suite struct UntrustedFlowTests {
  private static let header = """
    schema: 1
    flow: t.stranger
    version: 1
    title: {zh: "测试", en: "Test"}
    start: a

    """

  private static func read(_ text: String) -> (flow: Flow?, diagnostics: [Diagnostic]) {
    FlowReader.read(SourceText(name: "t.flow.yaml", text: text))
  }

  /// The first message of a refused file.
  private static func refusal(_ text: String) -> String? {
    read(text).diagnostics.first { $0.severity == .error }?.message.en
  }

  @Test func `aliases that multiply are refused`() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let alias = "*a\(level - 1)"
      bomb +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
    }
    #expect(Self.refusal(bomb)?.contains("alias") == true)
    #expect(Self.refusal("a: &a [*a]\n")?.contains("anchor") == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `deep nesting is refused`(open: String) {
    let text =
      "nodes: " + (open == "- " || open == "? " ? "\n" : "")
      + String(repeating: open, count: 50_000)
    #expect(Self.refusal(text) != nil)
  }

  @Test func `a huge scalar and a huge file are refused`() {
    let long = String(repeating: "字", count: 30_000)
    #expect(
      Self.refusal(Self.header + "offer: {zh: \"\(long)\", en: x}\n")?.contains("65536") == true)
    let line = "  x: {say: {zh: \"好\", en: \"Good\"}, next: x}\n"
    let large =
      Self.header + "nodes:\n" + String(repeating: line, count: 10_500_000 / line.utf8.count)
    #expect(Self.refusal(large)?.contains("8388608") == true)
  }

  @Test func `very many keys, faults and expressions are cut off`() {
    let keys = (0..<60_000).map { "k\($0): 1" }.joined(separator: "\n")
    #expect(Self.read(keys).diagnostics.count <= FlowLimits.diagnostics)
    let values = String(repeating: "{a}", count: 20_000)
    let nodes = (0..<11).map { "  n\($0): {say: {zh: \"\(values)\", en: x}, next: n0}" }
    let text = Self.header + "nodes:\n" + nodes.joined(separator: "\n")
    #expect(Self.refusal(text)?.contains("200000") == true)
  }

  @Test(arguments: [
    "use: {x: \"../../etc/passwd@1\"}", "use: {x: \"/etc/x@1\"}", "use: {x: \"a..b@1\"}",
    "nodes: {a: {outcome: o, title: {zh: 完, en: End}, letters: [../secret]}}",
    "nodes: {a: {outcome: o, title: {zh: 完, en: End}, letters: [{id: /etc/passwd}]}}",
    "nodes: {a: {outcome: o, title: {zh: 完, en: End}, basis: [rule/../x]}}",
    "nodes: {a: {outcome: o, title: {zh: 完, en: End}, contacts: [helpline..x]}}",
    "nodes: {\"../a\": {say: {zh: 完, en: End}, next: a}}",
    "nodes: {a: {say: {zh: 完, en: End}, next: ../a}}",
    "vars: {\"../a\": {type: text}}", "flow: ../x",
  ])
  func `a path where a name belongs is refused`(line: String) {
    let header =
      line.hasPrefix("flow") ? Self.header.replacing("flow: t.stranger\n", with: "") : Self.header
    let found = Self.read(header + line).diagnostics
    #expect(
      found.contains { $0.severity == .error && $0.check == "shape" },
      "\(found.map { $0.line(in: .en) })")
  }

  @Test(arguments: ["202E", "2066", "200F", "001B", "0007", "FEFF", "2028", "061C"])
  func `what nobody sees is refused in texts, labels and expressions`(code: String) {
    for nodes in [
      "nodes: {a: {say: {zh: \"好\\u\(code)x\", en: Good}, next: a}}",
      "offer: {zh: \"好\\u\(code)x\", en: Good}",
      "vars: {k: {type: choice, options: {x: {zh: \"\\u\(code)x\", en: Good}}}}",
      "nodes: {a: {compute: {k: \"'\\u\(code)x'\"}, next: a}}",
    ] {
      let found = Self.read(Self.header + nodes).diagnostics
      #expect(found.contains { $0.message.en.contains("invisible") }, "\(nodes)")
    }
  }

  @Test(arguments: ["\u{202E}", "\u{1B}[31m", "\u{200B}"])
  func `what nobody sees is refused in letters`(mark: String) {
    let text = "---\nid: l\ntitle: x\n---\nDear \(mark) all\n"
    let found = LetterReader.read(SourceText(name: "l.en.md", text: text)).diagnostics
    #expect(found.map(\.position) == [SourcePosition(line: 5, column: 6)])
    #expect(found.first?.message.en.contains("invisible") == true)
  }

  @Test func `messages about such names are safe to print`() {
    let found = Self.read(
      Self.header + "nodes: {a: {say: {zh: 好, en: Good}, next: \"b\\u001B[2J\"}}")
    #expect(
      !(found.diagnostics.map { $0.line(in: .en) }.joined()).unicodeScalars.contains("\u{1B}"))
  }
}
