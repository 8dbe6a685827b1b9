import ShippedFlows
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Sessions
import Testing
import Wording

@testable import Assistant

@Suite struct SessionReplayTests {
  private static let day = ShippedFlows.today

  private static let values: [AnswerValue] =
    [
      .options([]), .options(["a"]), .options(["a", "b-c", "c d"]), .integer(0), .integer(.max),
      .integer(.min), .date(.first), .date(day), .text(""), .text("x\ny"),
      .text("{\"t\":\"money\"}"),
      .text("12.50"), .text("\u{202E}明\u{0}"), .skipped, .confirmed,
    ] + [0, 1, -1, 99, 100, -5, .max, .min + 1].map { AnswerValue.money(Money(fen: $0)) }
    + RateBasis.allCases.flatMap { basis in
      [(0, 0), (1825, 4), (-3, 2), (Int64.max, 18), (1, 18)].compactMap { digits, scale in
        Rate(digits: digits, scale: scale, basis: basis).map(AnswerValue.percent)
      }
    }

  @Test(arguments: values)
  func `an answer printed into the journal and parsed is the same`(value: AnswerValue) {
    #expect(AnswerValue(journal: value.journal) == value)
    // Through the JSON of the journal too.
    #expect(JournalValue(json: value.journal.json).flatMap(AnswerValue.init(journal:)) == value)
  }

  @Test func `an option comes back as its id, and its question knows it again`() throws {
    let back = try #require(AnswerValue(journal: AnswerValue.option("yes").journal))
    #expect(back == .text("yes"))
    let interview = Interview(
      try SmallFlow.programs(), flow: "small", today: ShippedFlows.today, language: .zh)
    guard case .asking(let question) = interview.state else {
      Issue.record("no question waits")
      return
    }
    #expect(question.adapted(back) == .option("yes"))
  }

  @Test(arguments: [
    JournalValue.bool(false), .map([]), .marked(.money, "1.234"), .marked(.money, "x"),
    .marked(.date, "2026-02-30"), .marked(.rate, "1/2"), .marked(.rate, "1/99/perYear"),
    .marked(.rate, "1/2/perWeek"), .list([.int(1)]),
  ])
  func `a value that is no answer is passed over`(value: JournalValue) {
    #expect(AnswerValue(journal: value) == nil)
    let entry = JournalEntry(day: Self.day, kind: .answer, key: "a", value: value)
    #expect(SessionReplay([entry]).answers.isEmpty)
  }

  @Test func `the last record of a key counts, and going back takes it away`() {
    func entry(_ kind: RecordKind, _ key: String, _ value: JournalValue = .null) -> JournalEntry {
      JournalEntry(day: Self.day, kind: kind, key: key, value: value)
    }
    var replay = SessionReplay([
      entry(.answer, "a", .string("yes")), entry(.skip, "b"), entry(.change, "a", .string("no")),
      entry(.outcome, "done"),
    ])
    #expect(replay.answers.mapValues(\.value) == ["a": .text("no"), "b": .skipped])
    #expect(replay.outcome == "done")
    let records = [entry(.answer, "a", .string("no")), entry(.skip, "b"), entry(.outcome, "done")]
    #expect(
      SessionReplay(records.enumerated().map { JournalRecord(number: $0 + 1, entry: $1) })
        == replay)
    replay.take(entry(.back, "a"))
    #expect(replay.answers.keys.sorted() == ["b"])
    #expect(replay.outcome == nil)
    replay.take(entry(.lang, "", .string("en")))
    replay.take(entry(.lang, "", .string("fr")))
    #expect(replay.language == .en)
  }
}
