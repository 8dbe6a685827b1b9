import Foundation
import FlowEngine
import Testing

@testable import FlowTesting

@Suite struct RandomWalksTests {
  private func walks(_ text: String, seed: UInt64 = 3, runs: Int = 40) throws -> RandomWalks {
    let sample = try ToolSample(text)
    return RandomWalks(
      of: "sample", in: sample.library, classes: AnswerClasses(sample.programs), seed: seed,
      runs: runs, today: ToolSample.day, language: .zh)
  }

  @Test func `a sound flow is walked to its outcomes`() throws {
    let found = try walks(ToolSample.text)
    #expect(found.failures.isEmpty)
    #expect(found.outcomes.keys.sorted() == ["little", "much", "stranger"])
    #expect(found.outcomes.values.reduce(0, +) == 40)
    #expect(found.nodes.count == 6)
  }

  @Test func `the same seed gives the same walks`() throws {
    let (first, second) = (try walks(ToolSample.text), try walks(ToolSample.text))
    #expect(first.outcomes == second.outcomes && first.questions == second.questions)
    #expect(try walks(ToolSample.text, seed: 4).questions != first.questions)
  }

  @Test func `a way that ends nowhere is told with the answers that led there`() throws {
    let broken = ToolSample.text.replacingOccurrences(of: "next: much}", with: "next: mich}")
    let found = try walks(broken)
    let failure = try #require(found.failures.first)
    #expect(failure.message.en.contains("mich"))
    #expect(failure.answers.last?.key == "owed")
  }

  @Test func `a flow without end is told`() throws {
    let endless = ToolSample.text
      .replacingOccurrences(of: "\"no\": stranger", with: "\"no\": look")
      .replacingOccurrences(of: "\"yes\": owed", with: "\"yes\": look")
    let found = try walks(endless, runs: 1)
    #expect(found.failures.count == 1 && found.longest == RandomWalks.mostQuestions)
  }
}
