import Facts
import Glibc
import Notices
import Recognizers

/// How the time grows with the length of hostile texts: seconds at doubling sizes and the exponent
/// fitted to them (1 is linear).
struct GrowthPart {
  let files: ProjectFiles
  let report: Report

  /// Texts of the worst kinds for scanners: what is repeated, by name.
  private static let pieces: [(name: String, piece: String)] = [
    ("digits", "6222021"), ("numerals", "一千二百三十四万"), ("brackets", "（【[({《"),
    ("dots", "a.b.c.点"), ("mixed", "逾期1.5万元一二三11月2日请于前1234567890 http://a.b/"),
    ("full-width", "１３８００"), ("circled", "①⑦⓪"), ("zero-width", "1\u{200B}3\u{200B}"),
    ("quotes", "“微信小程序”"), ("blanks", "  \u{3000}"),
  ]

  func run() {
    let recognizer = files.recognizer()
    let reader = files.cores().reader
    for (name, piece) in GrowthPart.pieces {
      grow("recognize.\(name)", piece) { recognizer.recognize($0).entities.count }
    }
    for (name, piece) in GrowthPart.pieces {
      grow("read.\(name)", piece) { reader.read($0).amounts.count }
    }
  }

  private func grow(_ name: String, _ piece: String, _ body: (String) -> Int) {
    var points: [(size: Double, seconds: Double)] = []
    var seconds = 0.0
    for doubling in 4...10 {
      let size = 1024 << doubling
      let text = String(repeating: piece, count: size / piece.utf8.count)
      seconds =
        (0..<3).map { _ in
          let start = Stopwatch.now
          _ = body(text)
          return Stopwatch.now - start
        }.min() ?? 0
      points.append((Double(size), seconds))
    }
    report.figure("growth.\(name).1MiB", seconds * 1000, unit: "ms")
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
