import FlowLanguage
import SourceText
import Testing

@testable import FlowChecking

private func source(_ zh: String, _ en: String) -> SourceText {
  flow("a: {say: {zh: \"\(zh)\", en: \"\(en)\"}, next: b}\nb: {\(end)}").source
}

private func lines(_ source: SourceText, _ lock: TranslationLock) -> [String] {
  FlowChecker.check(flows: [source], environment: testEnvironment, lock: lock).diagnostics
    .filter { $0.check == "translation" }.map { "\(place($0.position)) \($0.severity.rawValue)" }
}

@Suite struct TranslationLockTests {
  @Test(arguments: [
    ("好", "ok", []), ("好的", "ok", ["17:27 warning"]), ("好", "fine", ["17:17 warning"]),
    ("好的", "fine", []),
  ])
  func `a language changed alone makes the other stale`(zh: String, en: String, stale: [String])
    throws
  {
    let accepted = try #require(FlowReader.read(source("好", "ok")).flow)
    let lock = TranslationLock(TranslationLock(accepting: FlowLibrary(flows: [accepted])).file)
    #expect(lines(source(zh, en), lock) == stale)
  }

  @Test func `a title, an offer or an option's label changed alone is stale too`() throws {
    let header = """
      schema: 1
      flow: small
      version: 1
      title: {zh: "题", en: "title"}
      offer: {zh: "我要", en: "I want"}
      start: a
      vars: {kind: {type: choice, options: {x: {zh: "甲", en: "A"}, y: {zh: "乙", en: "B"}}}}
      nodes:
        a:
          ask: choice
          of: kind
          text: {zh: "哪个？", en: "Which?"}
          set: {kind: "answer"}
          record: true
          next: b
        b: {outcome: b, title: {zh: "完", en: "Done"}}
      """
    let original = SourceText(name: "small.flow.yaml", text: header)
    let accepted = try #require(FlowReader.read(original).flow)
    let lock = TranslationLock(TranslationLock(accepting: FlowLibrary(flows: [accepted])).file)
    #expect(lines(original, lock).isEmpty)
    for (before, after, stale) in [
      ("zh: \"题\"", "zh: \"新题\"", "4:23 warning"), ("en: \"I want\"", "en: \"me\"", "5:13 warning"),
      ("en: \"B\"", "en: \"Bee\"", "7:70 warning"),
    ] {
      let changed = SourceText(
        name: "small.flow.yaml", text: header.replacing(before, with: after))
      #expect(lines(changed, lock) == [stale], "\(after)")
    }
  }

  @Test func `lines of another form are passed over and reading a lock writes it again`() {
    let lock = TranslationLock("x/y/say 1f 2\nnonsense\na b\n")
    #expect(lock.file == "x/y/say 1f 2\n")
  }
}
