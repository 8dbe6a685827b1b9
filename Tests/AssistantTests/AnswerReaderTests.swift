import ShippedFlows
import FlowEngine
import FlowLanguage
import MoneyAndDates
import Testing
import Wording

@testable import Assistant

@Suite struct AnswerReaderTests {
  private let reader = AnswerReader(
    AnswerReader.Understanding(
      money: { Money(yuan: $0) }, dates: { text, _ in CalendarDate(iso: text).map { [$0] } ?? [] },
      integer: { text, _ in Int64(text) }, rate: { _, _ in nil }))

  private func question(_ key: String) throws -> Question {
    var interview = Interview(
      try SmallFlow.programs(), flow: "small", today: ShippedFlows.today, language: .zh)
    let answers: [AnswerValue] = [.option("yes"), .skipped, .skipped, .money(Money(fen: 100))]
    for value in answers where interview.pendingKey != key {
      interview.answer(value, on: ShippedFlows.today)
    }
    guard case .asking(let question) = interview.state else { throw NoQuestion() }
    return question
  }

  private struct NoQuestion: Error {}

  @Test(arguments: [
    ("known", "是", AnswerValue.option("yes")), ("known", "2", .option("no")),
    ("owed", " 3200.50 ", .money(Money(fen: 320_050))), ("owed", "=", .money(Money(fen: 50_000))),
    ("owed", "＝", .money(Money(fen: 50_000))), ("sender", "-", .skipped),
    ("sender", "跳过", .skipped), ("sender", "不知道", .skipped), ("sender", "Not sure", .skipped),
    ("name", "不知道", .text("不知道")),
    ("sender", "Skip", .skipped), ("sender", "　－ ", .skipped), ("name", "  青禾 ", .text("青禾")),
    ("paste", " 原文 \n", .text(" 原文 \n")),
  ])
  func `a line is read by the kind of its question`(
    key: String, line: String, value: AnswerValue
  ) throws {
    #expect(
      reader.read(line, for: try question(key), today: ShippedFlows.today) == .answer(value))
  }

  @Test(arguments: [
    ("known", ""), ("known", "也许"), ("owed", ""), ("owed", "很多"), ("owed", "-"), ("name", ""),
    ("name", "="),
    ("name", "－"), ("name", "skip"), ("sender", ""), ("sender", "="), ("paste", " \n\t"),
  ])
  func `what is no answer is told what is wanted, in both languages`(key: String, line: String)
    throws
  {
    guard
      case .unclear(let words) = reader.read(
        line, for: try question(key), today: ShippedFlows.today)
    else {
      Issue.record("\(line) was taken")
      return
    }
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
  }

  @Test func `an empty line keeps only an earlier answer`() throws {
    let owed = try question("owed").offering(.money(Money(fen: 700)))
    #expect(
      reader.read("", for: owed, today: ShippedFlows.today) == .answer(.money(Money(fen: 700))))
    #expect(reader.isWholeAnswer("", to: owed))
    #expect(!reader.isWholeAnswer("", to: try question("paste")))
    #expect(reader.isWholeAnswer(" - ", to: try question("paste")))
    #expect(!reader.isWholeAnswer("=", to: try question("paste")))
  }
}
