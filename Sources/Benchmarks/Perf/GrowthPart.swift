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
    var points: [(size: Double, seconds: Double)] = []
    var seconds = 0.0
    for doubling in Extent.of(whole: 6...10, brief: 0...1) {
      let size = 1024 << doubling
      let text = WorstTexts.text(of: piece, bytes: size)
      seconds =
        (0..<3).map { _ in
          let start = Stopwatch.now
          _ = body(text)
          return Stopwatch.now - start
        }.min() ?? 0
      points.append((Double(size), seconds))
    }
    report.figure("growth.\(name).longest", seconds * 1000, unit: "ms")
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
