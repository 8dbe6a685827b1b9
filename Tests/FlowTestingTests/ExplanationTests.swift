import FlowEngine
import Foundation
import Testing

@testable import FlowTesting

@Suite struct ExplanationTests {
  private func explain(_ node: String, of flow: String = "sample", _ texts: String...) throws
    -> Explanation?
  {
    let sample = try texts.isEmpty ? ToolSample(ToolSample.text) : ToolSample(texts[0], texts[1])
    return Explanation(
      node: node, of: flow, in: sample.programs, today: ToolSample.day, language: .en)
  }

  @Test func `each way into a node has its shortest answers`() throws {
    let found = try #require(try explain("stranger"))
    #expect(found.isExhaustive)
    #expect(found.ways.map(\.from) == ["known", "owed"])
    #expect(found.ways[0].answers.map(\.key) == ["known"])
    #expect(found.ways[0].answers[0].value == .option("no"))
    #expect(found.ways[1].answers.map(\.value) == [.option("yes"), .skipped])
  }

  @Test func `other answers that lead there are named`() throws {
    let much = try #require(try explain("much")).ways
    #expect(much.count == 1)
    #expect(much[0].answers[1].alternatives.isEmpty == false)
    #expect(much[0].answers[1].anyWillDo == false)
  }

  @Test func `the first node needs no answer, and one that is not there is nil`() throws {
    #expect(try #require(try explain("known")).ways.first?.answers.isEmpty == true)
    #expect(try explain("nothing") == nil)
  }

  @Test func `a node that no answer reaches says so`() throws {
    let text = ToolSample.text.replacingOccurrences(
      of: "owed > money('100')", with: "owed < money('0')")
    let found = try #require(
      try explain(
        "much", of: "sample", text,
        ToolSample.text.replacingOccurrences(of: "flow: sample", with: "flow: other")))
    #expect(found.ways.isEmpty && found.isExhaustive)
  }
}
