import SourceText
import Testing
import Wording

@testable import FlowLanguage

@Suite struct LetterReaderTests {
  @Test func `a letter is read with its fields and placeholders`() throws {
    let text = """
      ---
      id: proof
      title: 请出示债权证明
      addressee: "{{lender}}"
      use: 对方没有给出合同
      must: [保留回执]
      basis: ["rule.X-1"]
      fields:
        name: {zh: 姓名, en: your name}
        total: {zh: 金额, en: amount, from: "owed"}
      ---
      致 {{lender}}：我是 {{ name }}，金额 {{{total}}}。{{! 说明 }}
      """
    let (found, diagnostics) = LetterReader.read(SourceText(name: "l/proof.zh.md", text: text))
    #expect(diagnostics.map { $0.line(in: .en) } == [])
    let letter = try #require(found)
    #expect(letter.language == .zh && letter.name.text == "proof" && letter.must == ["保留回执"])
    #expect(letter.placeholders.map(\.text) == ["lender", "name", "total"])
    #expect(
      letter.placeholders.map { letter.source.text(in: $0.range) } == ["lender", "name", "total"])
    #expect(letter.field("total")?.from?.text == "owed")
    #expect(letter.field("name")?.label.en == "your name")
    #expect(letter.body.hasPrefix("致 "))
  }

  @Test(arguments: [
    ("▼no front matter", "proof.zh.md"),
    ("▼---\nid: proof\ntitle: x\n---\nhi", "proof.md"),
    ("---\nid: ▼other\ntitle: x\n---\nhi", "proof.en.md"),
    ("---\nid: proof\ntitle: x\n---\nhi ▼{{a.b}}", "proof.en.md"),
    ("---\nid: proof\ntitle: x\n---\nhi ▼{{#list}}", "proof.en.md"),
    ("---\nid: proof\ntitle: x\n---\nhi ▼{{open", "proof.en.md"),
    ("---\n▼id: proof\n---\nhi", "proof.en.md"),
    ("---\nid: proof\ntitle: x\n▼titel: y\n---\nhi", "proof.en.md"),
  ])
  func `a fault in a letter is reported at its place`(text: String, file: String) {
    let marked = MarkedText(text, name: file)
    let found = LetterReader.read(marked.source).diagnostics
    #expect(found.map { place($0.position) } == marked.places, "\(found.map { $0.line(in: .en) })")
  }
}
