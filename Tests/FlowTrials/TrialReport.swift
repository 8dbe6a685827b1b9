import FlowTesting
import SourceText

/// What came of many trials.
package struct TrialReport: Sendable {
  /// How many were made.
  package private(set) var count = 0
  /// How many went as they should.
  package private(set) var good = 0
  /// By class: how many were made and how many went as they should.
  package var classes: [String: (count: Int, good: Int)] = [:]
  /// Some of those that did not, each with its flow.
  package private(set) var misses: [String] = []

  /// The share that went as it should, from 0 to 1.
  package var score: Double { count == 0 ? 1 : Double(good) / Double(count) }

  /// Whether the bar is met: 99 % of faults found, no false alarm, no disagreement.
  package var isGood: Bool { isExact ? good == count : score >= 0.99 }
  private var isExact = true

  mutating func note(_ name: String, isGood: Bool, _ miss: () -> String) {
    count += 1
    classes[name, default: (0, 0)].count += 1
    if isGood {
      good += 1
      classes[name, default: (0, 0)].good += 1
    } else if misses.count < 40 {
      misses.append(miss())
    }
  }

  /// The figures, then the misses.
  package var text: String {
    var lines = misses
    for (name, found) in classes.sorted(by: { $0.key < $1.key }) {
      lines.append("\(found.good)/\(found.count) \(name)")
    }
    lines.append("\(good) of \(count)")
    return lines.joined(separator: "\n")
  }

  // MARK: - The three kinds

  /// Seeds each class of faults in turn into sound flows and counts those found.
  package static func mutants(
    count: Int, seed: UInt64, sizes: ClosedRange<Int>
  ) -> TrialReport {
    var report = TrialReport()
    report.isExact = false
    var generator = SplitMix(seed: seed)
    var place = 0
    while report.count < count {
      let fault = SeededFault.all[place % SeededFault.all.count]
      place += 1
      let size = size(in: sizes, &generator)
      guard let trial = fault.trial(seed: generator.next(), size: size) else { continue }
      report.note(fault.name, isGood: trial.isFound) {
        let lines = trial.lines.map(String.init).joined(separator: ",")
        let text = trial.lines.prefix(2).map { trial.source.line($0) }.joined(separator: " / ")
        let found = trial.found.prefix(3).map { $0.line(in: .en) }.joined(separator: "\n    ")
        return "MISS \(fault.name) [\(fault.check)] at \(lines): \(text)\n    \(found)"
      }
    }
    return report
  }

  /// Checks sound flows; every finding is a false alarm.
  package static func sound(count: Int, seed: UInt64, sizes: ClosedRange<Int>) -> TrialReport {
    var report = TrialReport()
    var generator = SplitMix(seed: seed)
    for _ in 0..<count {
      let size = size(in: sizes, &generator)
      let source = SoundFlow.source(seed: generator.next(), size: size)
      let found = TrialWorld.check(source)
      report.note("sound flows", isGood: found.isEmpty) {
        found.prefix(3).map { "FALSE ALARM \($0.line(in: .en)): \(source.line($0.position.line))" }
          .joined(separator: "\n")
      }
    }
    return report
  }

  /// Small flows are as likely as large ones twice their size.
  private static func size(in sizes: ClosedRange<Int>, _ generator: inout SplitMix) -> Int {
    var size = sizes.upperBound
    while size > sizes.lowerBound * 2, generator.below(3) > 0 { size /= 2 }
    return sizes.lowerBound + generator.below(max(1, size - sizes.lowerBound))
  }
}
