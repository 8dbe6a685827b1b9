import FlowTrials
import Testing

/// Small samples with fixed seeds; `FlowTrialRuns` makes the long runs.
@Suite struct TrialTests {
  @Test func `the checker finds the faults seeded into sound flows, at their lines`() {
    let report = TrialReport.mutants(count: 300, seed: 20_261_121, sizes: 5...40)
    #expect(report.isGood, "\(report.text)")
    #expect(report.classes.count >= 55)
  }

  @Test func `sound flows give no alarm`() {
    let report = TrialReport.sound(count: 40, seed: 7, sizes: 5...60)
    #expect(report.isGood, "\(report.text)")
  }

  /// The checker does not follow values through all paths yet, so that some verdicts differ (see
  /// `FlowTrialRuns judge`); none may differ in these.
  @Test func `what happens when every answer is tried was foretold`() {
    let report = TrialReport.judge(count: 120, seed: 11)
    for kind in ["dead end missed", "dead end that never happens", "loop missed"] {
      #expect(!report.classes.keys.contains { $0.hasPrefix("- \(kind)") }, "\(report.text)")
    }
    #expect(report.score > 0.7, "\(report.text)")
  }
}
