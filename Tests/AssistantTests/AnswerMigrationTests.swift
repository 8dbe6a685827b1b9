import ShippedFlows
import Expressions
import FlowEngine
import FlowLanguage
import MoneyAndDates
import SourceText
import Testing
import Wording

@testable import Assistant

@Suite struct AnswerMigrationTests {
  /// Three questions in a row and an outcome; `third` may be a text or an amount.
  private func flow(
    first: String = "one", second: String = "two", third: String = "text", moved: String = "",
    without gone: String = ""
  ) -> String {
    let nodes = [
      (first, "ask: text\n    text: {zh: \"一\", en: \"one\"}\n    set: {a: \"answer\"}"),
      (second, "ask: text\n    text: {zh: \"二\", en: \"two\"}\n    set: {b: \"answer\"}"),
      (
        "three",
        "ask: \(third)\n    text: {zh: \"三\", en: \"three\"}\n    set: {c: \"answer\"}"
      ),
    ].filter { $0.0 != gone }
    let targets = nodes.map(\.0).dropFirst() + ["done"]
    let body = zip(nodes, targets).map { node, next in
      "  \(node.0):\n    \(node.1)\n    next: \(next)\n"
    }.joined()
    return """
      schema: 1
      flow: small
      version: 1
      title: {zh: "小", en: "small"}
      start: \(nodes[0].0)
      vars:
        a: {type: text}
        b: {type: text}
        c: {type: \(third)}
      nodes:
      \(body)  done:
          outcome: done
          title: {zh: "好", en: "done"}
      \(moved)
      """
  }

  private func programs(_ text: String) throws -> ProgramLibrary {
    let read = FlowReader.read(SourceText(name: "small.flow.yaml", text: text))
    let flow = try #require(read.flow, "\(read.diagnostics)")
    let library = FlowLibrary(flows: [flow], letters: [])
    let (program, faults) = FlowProgram.compile(flow, in: library, environment: .standard)
    return ProgramLibrary([try #require(program, "\(faults)")])
  }

  private let day = ShippedFlows.today

  private func answers(_ values: [String: String]) -> [String: GivenAnswer] {
    values.mapValues { GivenAnswer(.text($0), on: day) }
  }

  private func migration(
    from old: String, to new: String, _ values: [String: String]
  ) throws -> AnswerMigration {
    AnswerMigration(
      from: try programs(old), to: try programs(new), flow: "small", answers: answers(values),
      today: day, language: .zh)
  }

  @Test func `answers whose questions stayed count as before`() throws {
    let found = try migration(
      from: flow(), to: flow(), ["one": "x", "two": "y"])
    #expect(found.kept.map(\.key) == ["one", "two"])
    #expect(found.moves.isEmpty && found.setAside.isEmpty && found.askedAgain.isEmpty)
  }

  @Test func `a moved question keeps its answer under its new id`() throws {
    let found = try migration(
      from: flow(), to: flow(second: "zwei", moved: "moved: {two: zwei}"),
      ["one": "x", "two": "y"])
    #expect(found.kept.map(\.key) == ["one", "zwei"])
    #expect(found.answers["zwei"]?.value == .text("y"))
    #expect(found.moves.map(\.new) == ["zwei"])
  }

  @Test func `a question of another type is asked again`() throws {
    let found = try migration(
      from: flow(), to: flow(third: "money"), ["one": "x", "two": "y", "three": "z"])
    #expect(found.askedAgain.map(\.question) == ["三"])
  }

  @Test func `an answer without a question is set aside and said`() throws {
    let found = try migration(
      from: flow(), to: flow(without: "two"), ["one": "x", "two": "y", "three": "z"])
    #expect(found.setAside.map(\.question) == ["二"])
    #expect(found.kept.map(\.key) == ["one", "three"])
    #expect(found.report(in: .zh).contains { $0.contains("二") })
    #expect(found.report(in: .en).contains { $0.contains("set aside") })
  }

  @Test func `without the old flows keys stand for questions`() throws {
    let found = AnswerMigration(
      from: nil, to: try programs(flow(without: "two")), flow: "small",
      answers: answers(["one": "x", "two": "y"]), today: day, language: .en)
    #expect(found.kept.map(\.question) == ["one"])
    #expect(found.setAside.map(\.question) == ["two"])
  }

  @Test(arguments: 0..<200)
  func `random deletions, renames and type changes never lose an answer`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func chance(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let changed = flow(
      first: ["one", "first", "three3"][chance(3)], second: ["two", "second"][chance(2)],
      third: ["text", "money", "integer", "date"][chance(4)],
      without: ["", "three", "two", "second"][chance(4)])
    let values = ["one": "x", "two": "y", "three": "z", "gone/away[2]/x#3": "w"]
    let found = try migration(from: flow(), to: changed, values)
    #expect(found.answers.count == values.count)
    let told = found.kept + found.askedAgain + found.waiting + found.setAside
    #expect(told.count == 3)
    let after = Interview(
      try programs(changed), flow: "small", answers: found.answers, today: day, language: .zh)
    if case .stopped(let fault) = after.state { Issue.record("\(fault)") }
  }
}
