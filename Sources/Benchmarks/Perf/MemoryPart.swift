import Glibc

/// The most memory in use after ten thousand and after a million messages in one process: what is
/// flat needs no more for the second.
struct MemoryPart {
  let files: ProjectFiles
  let report: Report

  func run() {
    let recognizer = files.recognizer()
    let cores = files.cores()
    run("recognize", .mixed) { recognizer.recognize($0).entities.count }
    run("read", .shortChinese) {
      cores.assessor.assess(cores.reader.read($0)).evidence.count
    }
  }

  /// The messages are made before; two thousand of them come again and again.
  private func run(_ name: String, _ kind: InventedMessages.Kind, _ body: (String) -> Int) {
    let messages = InventedMessages.list(kind, count: 2000, seed: 7)
    var found = 0
    var done = 0
    for goal in Extent.of(whole: [10_000, 100_000, 1_000_000], brief: [10, 20]) {
      let start = Stopwatch.core
      let before = done
      while done < goal {
        found &+= body(messages[done % messages.count])
        done += 1
      }
      report.figure("memory.\(name).peak-after-\(goal)", MemoryPart.peakMegabytes, unit: "MiB")
      report.figure(
        "memory.\(name).a-second-to-\(goal)", Double(done - before) / (Stopwatch.core - start),
        unit: "messages a second of a core")
    }
  }

  /// The peak of the resident set, as the kernel counts it.
  static var peakMegabytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
