import Facts
import Glibc
import Notices
import Recognizers

/// How the time grows with the length of hostile texts: seconds at doubling sizes and the exponent
/// fitted to them (1 is linear).
struct GrowthPart {
  let files: ProjectFiles
  let report: Report

  func run() {
    let recognizer = files.recognizer()
    let reader = files.cores().reader
    for (name, piece) in WorstTexts.pieces {
      grow("recognize.\(name)", piece) { recognizer.recognize($0).entities.count }
    }
    for (name, piece) in WorstTexts.pieces {
      grow("read.\(name)", piece) { reader.read($0).amounts.count }
    }
  }

  private func grow(_ name: String, _ piece: String, _ body: (String) -> Int) {
    let sizes = Extent.of(whole: 6...10, brief: 0...1).map { 1024 << $0 }
    let texts = sizes.map { WorstTexts.text(of: piece, bytes: $0) }
    var seconds = sizes.map { _ in Double.infinity }
    // Every round takes all sizes, so that a slow moment of the machine meets all of them.
    for _ in 0..<Extent.of(whole: 5, brief: 1) {
      for (index, text) in texts.enumerated() {
        let start = Stopwatch.core
        _ = body(text)
        seconds[index] = min(seconds[index], Stopwatch.core - start)
      }
    }
    let points = zip(sizes, seconds).map { (size: Double($0), seconds: $1) }
    report.figure("growth.\(name).longest", (seconds.last ?? 0) * 1000, unit: "ms")
    report.figure("growth.\(name).exponent", GrowthPart.exponent(points), unit: "")
  }

  /// The slope of the line through log size and log time.
  static func exponent(_ points: [(size: Double, seconds: Double)]) -> Double {
    let logs = points.map { (x: log($0.size), y: log(max($0.seconds, 1e-9))) }
    let count = Double(logs.count)
    let (x, y) = (logs.map(\.x).reduce(0, +) / count, logs.map(\.y).reduce(0, +) / count)
    let over = logs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
    let under = logs.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    return under == 0 ? 0 : over / under
  }
}
