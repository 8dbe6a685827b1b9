import Expressions
import FlowChecking
import FlowEngine
import FlowLanguage
import Glibc
import MoneyAndDates
import SourceText
import Wording

/// Flow files read and checked, and steps of interviews short and long.
struct FlowPart {
  let files: ProjectFiles
  let report: Report

  /// Reading and all checks at growing sizes, with the fitted exponent.
  func check() {
    let environment = files.cores().environment
    var points: [(size: Double, seconds: Double)] = []
    for nodes in Extent.of(whole: [1000, 2000, 4000, 10_000], brief: [50, 100]) {
      let source = SourceText(name: "bench.flow.yaml", text: GeneratedFlow(nodes: nodes).text)
      var faults = 0
      let rounds = (0..<(nodes <= 1000 ? 5 : 3)).map { _ in
        let start = Stopwatch.now
        let found = FlowChecker.check(flows: [source], environment: environment).diagnostics
        faults = found.count { $0.severity == .error }
        return Stopwatch.now - start
      }
      report.times([
        PerfTimes(name: "flow.read-and-check-\(nodes)", unit: "flow", rounds: rounds)
      ])
      if faults > 0 { report.figure("flow.errors-found-\(nodes)", Double(faults), unit: "errors") }
      points.append((Double(nodes), rounds.min() ?? 0))
    }
    report.figure("flow.read-and-check.exponent", GrowthPart.exponent(points), unit: "")
    report.figure("flow.peak-memory", MemoryPart.peakMegabytes, unit: "MiB")
    let sources = files.names(in: "", ending: ".flow.yaml").map(files.source)
    let letters = files.names(in: "letters", ending: ".md").map { files.source("letters/" + $0) }
    report.times(
      Stopwatch.time([
        PerfCase("flow.shipped-read-and-check", unit: "library") {
          FlowChecker.check(flows: sources, letters: letters, environment: environment).diagnostics
            .count
        }
      ]))
  }

  /// One answered question with the nodes behind it, after 10, 100 and 1,000 answers.
  func step() {
    let source = SourceText(name: "bench.flow.yaml", text: GeneratedFlow(nodes: 2000).text)
    guard let flow = FlowReader.read(source).flow, let day = CalendarDate(iso: "2026-11-21"),
      let program = FlowProgram.compile(
        flow, in: FlowLibrary(flows: [flow]), environment: .standard
      ).program
    else { return report.figure("step.failed", 1, unit: "flow not read") }
    var seconds: [Int: [Double]] = [:]
    for _ in 0..<5 {
      var interview = Interview(
        ProgramLibrary([program]), flow: flow.id, today: day, language: .zh)
      var answered = 0
      for length in Extent.of(whole: [10, 100, 1000], brief: [10]) {
        while answered < length, answer(&interview, day) { answered += 1 }
        let start = Stopwatch.now
        for _ in 0..<60 where answer(&interview, day) { answered += 1 }
        seconds[length, default: []].append((Stopwatch.now - start) / 60)
      }
    }
    for (length, rounds) in seconds.sorted(by: { $0.key < $1.key }) {
      report.times([PerfTimes(name: "step.after-\(length)", unit: "step", rounds: rounds)])
    }
  }

  private func answer(_ interview: inout Interview, _ day: CalendarDate) -> Bool {
    guard case .asking(let question) = interview.state else { return false }
    let values: [AnswerValue] = [.money(Money(fen: 123_400)), .option("yes"), .integer(37)]
    guard let value = values.first(where: question.fits) else { return false }
    interview.answer(value, on: day)
    return true
  }
}
