import FlowTrials
import Glibc

/// `FlowTrialRuns mutants|sound|judge COUNT [SEED]`: the long runs of the trials of the checker.
let arguments = Array(CommandLine.arguments.dropFirst())
let count = arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000
let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? 1
let report: TrialReport? =
  switch arguments.first {
  case "mutants": .mutants(count: count, seed: seed, sizes: 5...500)
  case "sound": .sound(count: count, seed: seed, sizes: 5...500)
  case "judge": .judge(count: count, seed: seed)
  default: nil
  }
guard let report else {
  print("FlowTrialRuns mutants|sound|judge COUNT [SEED]")
  exit(64)
}
print(report.text)
exit(report.isGood ? 0 : 1)
