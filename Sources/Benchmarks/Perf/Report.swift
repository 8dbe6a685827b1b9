import Glibc
import JSONText

/// Prints figures as aligned lines or, with `--json`, as one JSON object a line.
struct Report {
  let asJSON: Bool

  func heading(_ words: String) {
    if !asJSON { print("\n\(words)") }
    fflush(nil)
  }

  func times(_ times: [PerfTimes]) {
    for item in times {
      if asJSON {
        line([
          ("name", .string(item.name)), ("unit", .string(item.unit)),
          ("min_seconds", .double(item.least)), ("median_seconds", .double(item.median)),
          ("per_second", .double(item.median > 0 ? 1 / item.median : 0)),
        ])
      } else {
        print(
          padded(item.name, 34) + "min " + padded(Report.duration(item.least), 11) + "median "
            + padded(Report.duration(item.median), 11)
            + "\(Int(item.median > 0 ? 1 / item.median : 0)) a second (\(item.unit))")
      }
    }
  }

  /// A figure that is no time.
  func figure(_ name: String, _ value: Double, unit: String) {
    if asJSON {
      line([("name", .string(name)), ("value", .double(value)), ("unit", .string(unit))])
    } else {
      print(padded(name, 34) + "\(Report.rounded(value)) \(unit)")
      fflush(nil)
    }
  }

  private func line(_ members: [(String, JSONValue)]) {
    print(String(decoding: JSONValue.object(members).jsonBytes, as: UTF8.self))
    fflush(nil)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func rounded(_ value: Double) -> String {
    value >= 1000 ? "\(Int(value))" : "\((value * 1000).rounded() / 1000)"
  }

  /// A time in the unit people read: `3.2 µs`.
  static func duration(_ seconds: Double) -> String {
    let (value, unit) =
      seconds < 1e-6
      ? (seconds * 1e9, "ns")
      : seconds < 1e-3
        ? (seconds * 1e6, "µs") : seconds < 1 ? (seconds * 1e3, "ms") : (seconds, "s")
    return "\((value * 100).rounded() / 100) \(unit)"
  }
}
