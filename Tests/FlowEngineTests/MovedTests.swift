import MoneyAndDates
import Testing

@testable import FlowEngine

/// Sessions of older versions: `moved`.
@Suite struct MovedTests {
  private static func begin(_ keys: [String], moved: String) throws -> Interview {
    let main = SampleFlows.main + "\nmoved: {\(moved)}"
    let values: [String: AnswerValue] = [
      "knew": .option("yes"), "known": .option("no"), "debt": .money(Money(fen: 50_000)),
      "money/pay": .money(Money(fen: 80_000)), "stranger_to_all": .option("yes"),
    ]
    let budget = SampleFlows.budget + "\nmoved: {pay: income}"
    return Interview(
      try SampleFlows.programs(main, budget), flow: "sample.main",
      answers: Dictionary(
        keys.compactMap { key in
          values[key].map { (key, GivenAnswer($0, on: SampleFlows.day)) }
        }, uniquingKeysWith: { first, _ in first }), today: SampleFlows.day, language: .zh)
  }

  private static let moved = "knew: known, was: owed, debt: was, money: budget"

  @Test func `answers under old ids count under the present ones`() throws {
    let interview = try Self.begin(["knew", "debt", "money/pay"], moved: Self.moved)
    #expect(interview.trail.map(\.key) == ["known", "owed", "budget/income"])
    #expect(interview.pendingKey == "review")
  }

  @Test func `an answer under today's id counts before one under an old id`() throws {
    let interview = try Self.begin(["knew", "known"], moved: Self.moved)
    #expect(interview.outcome?.id == "stranger")
  }

  @Test func `an answer of a node that is gone sleeps, and a circle of moves does no harm`() throws
  {
    let interview = try Self.begin(["stranger_to_all"], moved: "x: y, y: x")
    #expect(interview.pendingKey == "known")
    #expect(Array(interview.sleeping.keys) == ["stranger_to_all"])
    #expect(interview.programs.currentKey("x", in: "sample.main") == "x")
    #expect(interview.programs.currentKey("known#2", in: "sample.main") == "known#2")
  }

  @Test func `a change may name an old id`() throws {
    var interview = try Self.begin(["knew"], moved: Self.moved)
    interview.change("knew", to: .option("no"), on: SampleFlows.day)
    #expect(interview.outcome?.id == "stranger")
  }
}
