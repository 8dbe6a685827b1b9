import SourceText
import Testing

@testable import FlowChecking

@Suite struct TranslationCheckTests {
  @Test(arguments: [
    "a: {\(askAmount), next: b}\nb: {say: {zh: \"欠 {amount}\", en: ▼\"You owe\"}, next: c}\nc: {\(end)}",
    "a: {\(askAmount), next: b}\nb: {say: {zh: ▼\"欠\", en: \"You owe {amount}\"}, next: c}\nc: {\(end)}",
    "a: {say: ▼{zh: \"好\"}, next: b}\nb: {\(end)}",
    "a: {outcome: x, title: {zh: \"完\", en: ▼\"\"}}",
  ])
  func `languages that differ are found`(nodes: String) {
    expect("translation", nodes)
  }

  @Test func `order, spaces and fallbacks may differ`() {
    expect(
      "translation",
      """
      a: {\(askAmount), next: b}
      b: {say: {zh: "{amount + amount} {text | 无}", en: "{text | nothing}: {amount  +  amount}"}, next: c}
      c: {\(end)}
      """)
  }

  @Test func `letters show the same in both languages`() {
    let letters = [
      SourceText(name: "l.zh.md", text: "---\nid: l\ntitle: x\n---\n{{amount}}"),
      SourceText(name: "l.en.md", text: "---\nid: l\ntitle: x\n---\n-"),
    ]
    let found = faults(
      flow("a: {\(askAmount), next: b}\nb: {\(end), letters: [l]}"), letters: letters)
    #expect(found.map(\.check) == ["translation"] && found.map(\.position.line) == [5])
  }
}
