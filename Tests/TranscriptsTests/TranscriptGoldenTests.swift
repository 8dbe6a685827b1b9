import ShippedFlows
import FlowEngine
import TestTexts
import Testing
import Wording

@testable import Transcripts

/// Whole transcripts of the shipped main flow.
@Suite struct TranscriptGoldenTests {
  @Test func `a Chinese transcript of a likely scam reads as kept`() throws {
    let interview = try ShippedRun.scam(in: .zh)
    #expect(
      try GoldenFile("likely-scam.zh.md").difference(
        from: ShippedRun.transcript(interview, .zh).markdown) == nil)
  }

  @Test func `an English transcript of a debt paid in instalments reads as kept`() throws {
    let interview = try ShippedRun.negotiate(in: .en)
    #expect(
      try GoldenFile("negotiate.en.md").difference(
        from: ShippedRun.transcript(interview, .en).markdown) == nil)
  }

  @Test(arguments: Language.allCases)
  func `the same answers give the same bytes`(language: Language) throws {
    let markdown = try (0..<2).map { _ in
      ShippedRun.transcript(try ShippedRun.negotiate(in: language), language).markdown
    }
    #expect(markdown[0].utf8.elementsEqual(markdown[1].utf8))
  }

  @Test(arguments: Language.allCases)
  func `a transcript of an unfinished session says so`(language: Language) throws {
    let interview = Interview(
      ShippedFlows.programs, flow: "collection.text", today: ShippedFlows.today, language: language)
    let transcript = ShippedRun.transcript(interview, language)
    #expect(transcript.verdict == nil)
    #expect(transcript.markdown.contains("mingbai resume"))
  }

  @Test func `the plan, its table and its letters are in the transcript`() throws {
    let transcript = ShippedRun.transcript(try ShippedRun.negotiate(in: .zh), .zh)
    // The budget, the comparison and the table of each offer, the lump sum among them.
    #expect(transcript.plans.count == 5)
    // No figure without its formula: the comparison repeats those of the tables.
    #expect(transcript.plans.filter { !$0.text.contains("＝") }.map(\.title) == ["方案对比"])
    #expect(transcript.plans.contains { $0.text.contains("8,000.00元") && $0.title.contains("一次性") })
    #expect(transcript.letters.map(\.id).contains("card_instalment"))
    #expect(transcript.letters.allSatisfy { $0.en != nil })
    #expect(!transcript.sources.isEmpty && transcript.sources.allSatisfy { !$0.origin.isEmpty })
    #expect(transcript.days == [ShippedFlows.today])
  }
}
