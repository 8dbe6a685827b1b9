import Testing

@testable import Sessions

@Suite struct SessionFileTests {
  private let file = SessionFile(
    journal: Array("{\"a\":1}\n".utf8), flows: ["a.flow.yaml": Array("flow: a".utf8)])

  @Test func `a session file is the same when read back`() {
    #expect(SessionFile(file.json.jsonBytes) == file)
  }

  @Test(arguments: [
    "", "{}", "[1]", "{\"format\":\"mingbai session 2\",\"journal\":\"\"}",
    "{\"format\":\"mingbai session 1\"}",
    "{\"format\":\"mingbai session 1\",\"journal\":\"\",\"flows\":{\"../a\":\"x\"}}",
  ])
  func `anything else is none`(text: String) {
    #expect(SessionFile(Array(text.utf8)) == nil)
  }

  @Test func `texts are changed everywhere but in marks and option lists`() {
    let value = JournalValue.map([
      JournalValue.Member("who", .string("139")), JournalValue.Member("n", .int(139)),
      JournalValue.Member("day", .marked(.date, "2026-11-21")),
    ])
    #expect(
      value.mappingTexts { _ in "*" }
        == .map([
          JournalValue.Member("who", .string("*")), JournalValue.Member("n", .int(139)),
          JournalValue.Member("day", .marked(.date, "2026-11-21")),
        ]))
  }
}
