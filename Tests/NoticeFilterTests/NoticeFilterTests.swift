import Facts
import JSONText
import Notices
import Recognizers
import SourceText
import Testing

@testable import NoticeFilter

@Suite struct NoticeFilterTests {
  private static let filter: NoticeFilter = {
    let cues = CueBook.read(
      SourceText(
        name: "cues.yaml",
        text: """
          cues:
            debt: {zh: [借款]}
            overdue: {zh: [逾期]}
            threat.sue: {zh: [起诉]}
            request.code: {zh: [提供验证码]}
          """)
    ).book
    let table = EvidenceTable.read(
      SourceText(
        name: "evidence.yaml",
        text: """
          thresholds:
            {likely-scam: 6, kind: 3, consistent-scam-at-most: 1, consistent-genuine-at-least: 4}
          evidence:
            - {id: code, side: scam, weight: 10, hard: true, all: [request.code],
               zh: 要验证码, en: asks a code, why: absolute, source: design}
          kinds: [{kind: collection, weight: 3, all: [cue.overdue]}]
          """), cues: cues
    ).table
    let recognizer = Recognizer(
      numbering: NumberingPlan(text: ""), suffixes: PublicSuffixes(text: "com"))
    return NoticeFilter(
      reader: NoticeReader(recognizer: recognizer, facts: FactBook([]), cues: cues),
      assessor: Assessor(table))
  }()

  private func answer(_ line: String) throws -> JSONValue {
    try JSONValue(parsing: Self.filter.answer(line: Array(line.utf8)))
  }

  @Test func `a line is answered with its id, findings in reading order and an assessment`() throws
  {
    let value = try answer(#"{"id": 7, "text": "【云帆】您的借款已逾期，将起诉您"}"#)
    #expect(value["id"] == .int(7))
    #expect(value["lang"]?.string == "zh")
    let kinds = value["entities"]?.array?.compactMap { $0["kind"]?.string }
    #expect(kinds == ["signature", "threat"])
    #expect(value["entities"]?.array?.first?["surface"]?.string == "云帆")
    #expect(value["assessment"]?["class"]?.string == "collection")
    #expect(value["assessment"]?["level"]?.string == "unverified")
    #expect(value["missing"]?.array?.contains(.string("amount")) == true)
  }

  @Test func `evidence names its place, sentence and source`() throws {
    let value = try answer(#"{"id": "a", "text": "请提供验证码"}"#)
    let evidence = try #require(value["assessment"]?["evidence"]?.array?.first)
    #expect(evidence["for"]?.string == "scam")
    #expect(evidence["start"] == .int(1))
    #expect(evidence["end"] == .int(6))
    #expect(evidence["source"]?.string == "design")
    #expect(value["assessment"]?["risk"]?.double ?? 0 >= 0.95)
  }

  @Test(arguments: ["", "{", "[]", "{\"id\": 3}", "{\"id\": 3, \"text\": 4}", "\u{0}"])
  func `a bad line is answered with an error`(line: String) throws {
    let value = try answer(line)
    #expect(value["error"]?["message"]?.string?.isEmpty == false)
    #expect(value["entities"] == nil)
  }

  @Test(arguments: [#""bad""#, #""2026-02-30T10:00:00""#, "7"])
  func `a reference that is no time is answered with an error`(ref: String) throws {
    let value = try answer(#"{"id": 5, "text": "您的借款已逾期", "ref": \#(ref)}"#)
    #expect(value["id"] == .int(5))
    #expect(value["error"]?["message"]?.string?.contains("ref") == true)
    #expect(value["entities"] == nil)
  }

  @Test func `no reference and null are the same`() {
    #expect(
      Self.filter.answer(line: Array(#"{"id":1,"text":"明天","ref":null}"#.utf8))
        == Self.filter.answer(line: Array(#"{"id":1,"text":"明天"}"#.utf8)))
  }

  @Test func `the same line gives the same answer`() {
    let line = Array(#"{"id":1,"text":"您的借款已逾期","ref":"2026-11-21T10:00:00"}"#.utf8)
    #expect(Self.filter.answer(line: line) == Self.filter.answer(line: line))
  }
}
