import SourceText
import Testing

@testable import FlowChecking

private func letters(_ body: String, fields: String = "{}") -> [SourceText] {
  ["zh", "en"].map { language in
    SourceText(
      name: "proof.\(language).md",
      text: "---\nid: proof\ntitle: x\nfields: \(fields)\n---\n\(body)\n")
  }
}

@Suite struct LetterCheckTests {
  @Test(arguments: [
    ("a: {outcome: x, title: {zh: \"完\", en: \"End\"}, letters: [▼prof]}", "-"),
    ("a: {outcome: x, title: {zh: \"完\", en: \"End\"}, letters: [▼proof]}", "{{amount}}"),
    (
      "a: {\(askAmount), skip: {}, next: b}\nb: {\(end), letters: [{id: ▼proof, when: \"today > date('2026-01-01')\"}]}",
      "{{amount}}"
    ),
    ("a: {outcome: x, title: {zh: \"完\", en: \"End\"}, letters: [▼proof]}", "{{total}}"),
  ])
  func `a letter that can't be filled is found at the outcome`(nodes: String, body: String) {
    let fields = "{total: {zh: 额, en: sum, from: \"amount + amount\"}}"
    expect("letter", nodes, letters: letters(body, fields: fields))
  }

  @Test func `a path instead of a letter's id is told once, and no file of that name is asked for`()
  {
    let found = faults(
      flow("a: {outcome: x, title: {zh: \"完\", en: \"End\"}, letters: [../../etc/passwd]}"))
    #expect(found.map(\.check) == ["shape"])
  }

  @Test func `a placeholder that is neither variable nor field, or has no printed form, is found`()
  {
    let found = faults(
      flow("a: {compute: {sms: \"notice.read('x')\"}, next: b}\nb: {\(end), letters: [proof]}"),
      letters: letters("{{amuont}}\n{{sms}}"))
    #expect(
      found.map { "\($0.file) \(place($0.position)) \($0.check)" } == [
        "proof.en.md 6:3 letter", "proof.en.md 7:3 letter", "proof.zh.md 6:3 letter",
        "proof.zh.md 7:3 letter",
      ])
  }

  @Test func `a letter needs both languages`() {
    let found = faults(
      flow("a: {\(end), letters: [proof]}"), letters: Array(letters("-").prefix(1)))
    #expect(found.map(\.check) == ["letter"])
  }

  @Test(arguments: [
    "a: {\(askAmount), next: b}\nb: {\(end), letters: [proof]}",
    "a: {\(askAmount), skip: {}, next: b}\nb: {\(end), letters: [{id: proof, when: \"answered(amount)\"}]}",
  ])
  func `a letter whose names are set or filled in by hand gives no alarm`(nodes: String) {
    expect(
      "letter", nodes,
      letters: letters("{{amount}} {{name}}", fields: "{name: {zh: 姓名, en: name}}"))
  }
}
