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

  /// The checker looks at every state of small flows, so that nothing may differ.
  @Test func `what happens when every answer is tried was foretold`() {
    let report = TrialReport.judge(count: 200, seed: 11)
    #expect(report.isGood, "\(report.text)")
  }
}
