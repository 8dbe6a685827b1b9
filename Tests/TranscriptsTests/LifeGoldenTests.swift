import ShippedFlows
import FlowTesting
import TestTexts
import Testing
import Wording

@testable import Transcripts

/// The ten lives of `flows/scenarios/lives.yaml`: people who come back stage by stage, each life
/// one text in each language.
@Suite struct LifeGoldenTests {
  private static let lives = (1...10).map { $0 < 10 ? "life_0\($0)" : "life_\($0)" }

  @Test(arguments: lives, Language.allCases)
  func `a life reads as kept, stage by stage`(life: String, language: Language) throws {
    let stages = ShippedFlows.runs.filter {
      $0.scenario.name.text.hasPrefix(life + "_") && $0.scenario.language == language
    }
    try #require(stages.count >= 3)
    let text = stages.map { stage in
      let transcript = TranscriptBuilder(facts: ShippedFlows.facts).transcript(
        of: stage.interview, notes: [], in: language, masked: true)
      return "<!-- \(stage.scenario.name.text) -->\n" + excerpt(of: transcript)
    }
    #expect(
      try GoldenFile("\(life).\(language.rawValue).md").difference(
        from: text.joined(separator: "\n")) == nil)
  }

  /// A transcript with its letters and sources by name alone: their texts stand in goldens and
  /// tests of their own.
  private func excerpt(of transcript: Transcript) -> String {
    let short = Transcript(
      language: transcript.language, title: transcript.title, flow: transcript.flow,
      days: transcript.days, verdict: transcript.verdict, notices: transcript.notices,
      answers: transcript.answers, plans: transcript.plans, balances: transcript.balances,
      letters: [], contacts: transcript.contacts, deadlines: transcript.deadlines,
      steps: transcript.steps, sources: [], notes: transcript.notes,
      contactLog: transcript.contactLog)
    let letters = transcript.letters.map { "- \($0.id): \($0.title)" }
    let sources = transcript.sources.map { "- \($0.id): \($0.title) (\($0.asOf ?? "undated"))" }
    return ([short.markdown, "## letters, sources"] + letters + sources + [""])
      .joined(separator: "\n")
  }
}
