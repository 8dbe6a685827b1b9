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

  @Test func `lines of another form are passed over and reading a lock writes it again`() {
    let lock = TranslationLock("x/y/say 1f 2\nnonsense\na b\n")
    #expect(lock.file == "x/y/say 1f 2\n")
  }
}
