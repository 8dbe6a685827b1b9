import FlowLanguage
import SourceText
import Testing

@testable import FlowChecking

/// The traps of YAML (the readers find them: what comes behind knows no quotes any more).
@Suite struct YAMLTrapTests {
  @Test(arguments: [
    ("a: {say: {zh: \"好\", en: well▼, fine}, next: b}\nb: {\(end)}", "quotes", "引号"),
    (
      "a: {\(askKnown), next: {▼yes: b, \"no\": b, \"unsure\": b}}\nb: {\(end)}", "write \"yes\"",
      "请写 \"yes\""
    ),
    ("a: {compute: {text: ▼size('a')}, next: b}\nb: {\(end)}", "in quotes", "加引号"),
    ("a: {\(askKnown), ▼hlep: x, next: b}\nb: {\(end)}", "\"help\"", "\"help\""),
    ("a: {say: {zh: ▼!!str x, en: \"x\"}, next: b}\nb: {\(end)}", "quote", "引号"),
    ("a: {say: {zh: ▼*x, en: \"x\"}, next: b}\nb: {\(end)}", "write the value out", "写出来"),
    ("a: {say: {zh: \"好\", en: ▼No}, next: b}\nb: {\(end)}", "write \"No\"", "请写 \"No\""),
    ("a: {say: {zh: ▼null, en: \"x\"}, next: b}\nb: {\(end)}", "as no value", "没有值"),
    (
      "a: {say: {zh: \"好\", en: \"x\"}, ▼<<: {next: b}, next: b}\nb: {\(end)}", "merge keys",
      "合并键"
    ),
    ("a: {say: {zh: \"好▼\\u202E\", en: \"x\"}, next: b}\nb: {\(end)}", "delete", "删掉"),
  ])
  func `a trap is found on its line with what to write`(nodes: String, en: String, zh: String) {
    let marked = flow(nodes)
    let found = faults(marked).filter { $0.check == "yaml" }
    #expect(found.count == 1, "\(found.map { $0.line(in: .en) })")
    #expect(found.map(\.position.line) == [17])
    #expect(found.first?.severity == .error)
    #expect(found.first?.message.en.contains(en) == true, "\(found.map(\.message.en))")
    #expect(found.first?.message.zh.contains(zh) == true, "\(found.map(\.message.zh))")
  }

  @Test func `a few aliases are read, very many are not`() {
    func found(_ count: Int) -> [Diagnostic] {
      let aliases = (0..<count).map { "  o\($0): {outcome: o\($0), title: *t}\n" }.joined()
      let text = """
        schema: 1
        flow: t.aliases
        version: 1
        title: &t {zh: "题", en: "Title"}
        start: o0
        nodes:
        \(aliases)
        """
      return FlowReader.read(SourceText(name: "t.flow.yaml", text: text)).diagnostics
    }
    #expect(found(5).isEmpty)
    #expect(found(5_000).contains { $0.check == "yaml" && $0.message.en.contains("aliases") })
  }

  @Test func `quoted words and blocks are no traps`() {
    let nodes = """
      a:
        ask: tri
        text:
          zh: >-
            对吗，好吗？
          en: "Right, or yes?"
        next: {"yes": b, "no": b, "unsure": b}
      b: {\(end)}
      """
    #expect(!faults(flow(nodes)).contains { $0.check == "yaml" })
  }
}
