import Facts
import FlowLanguage
import Testing

@testable import FlowPages

@Suite struct FlowDocumentTests {
  private func document(_ language: String) throws -> String {
    let flow = try page()
    return FlowDocument(
      of: flow, in: FlowLibrary(flows: [flow]), facts: FactBook([]),
      language: language == "zh" ? .zh : .en
    ).markdown
  }

  @Test func `every question stands with its answers and what follows`() throws {
    let text = try document("en")
    for words in [
      "### 1. `known` · question", "Yes → 3. `owed`", "No → 5. `stranger`",
      "known is “Yes” and owed is more than ¥100 → 6. `done`", "otherwise → 5. `stranger`",
      "**Can be skipped**", "`owed` = `money('0')`", "| `owed` | amount in yuan | 3. `owed` |",
      "`rule.X-1`",
    ] { #expect(text.contains(words), "\(words)\n\(text)") }
  }

  @Test func `the Chinese document says the same in Chinese`() throws {
    let text = try document("zh")
    for words in ["## 步骤", "是 → 3. `owed`", "known 是 “是”，并且 owed 大于 100 元 → 6. `done`", "## 结局"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
  }

  @Test func `a line end in a label stays within the item of the list`() throws {
    let flow = try page(
      sampleFlow.replacing(
        "vars: {known: {type: tri},",
        with:
          "vars: {known: {type: tri}, kind: {type: choice, options: {a: {zh: \"甲\\n# 一\", en: \"First\\n\\n# one\"}}},"
      )
      .replacing(
        "look: {say:",
        with:
          "pick: {ask: choice, of: kind, text: {zh: \"哪个？\", en: \"Which?\"}, set: {kind: \"answer\"}, next: known}\n  look: {say:"
      ))
    let text = FlowDocument(
      of: flow, in: FlowLibrary(flows: [flow]), facts: FactBook([]), language: .en
    ).markdown
    #expect(text.contains("  - First / \\# one\n"), "\(text)")
  }

  @Test func `texts of the flow can't become markup`() throws {
    let text = try document("en")
    #expect(text.contains("\\*bold\\* \\[x\\](y) \\`c\\`"))
    #expect(!text.contains("<b>"))
  }
}

@Suite struct FactKeysTests {
  @Test(arguments: [
    ("fact('rule.A-1').text", ["rule.A-1"]), ("fact.text(\"helpline.x\", lang)", ["helpline.x"]),
    ("fact('a') == fact('b')", ["a", "b"]), ("fact(", []), ("fact('", [""]), ("", []),
  ])
  func `keys are found where they are written out`(expression: String, keys: [String]) {
    #expect(FactKeys(in: expression).keys == keys)
  }
}
