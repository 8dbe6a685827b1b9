import Glibc

/// The most memory in use after ten thousand and after a million messages in one process: what is
/// flat needs no more for the second.
struct MemoryPart {
  let files: ProjectFiles
  let report: Report

  func run() {
    let cores = files.cores()
    var messages = InventedMessages(seed: 7)
    var findings = 0
    var done = 0
    for goal in Extent.of(whole: [10_000, 1_000_000], brief: [10, 20]) {
      let start = Stopwatch.now
      let before = done
      while done < goal {
        let notice = cores.reader.read(messages.next(.mixed))
        findings += cores.assessor.assess(notice).evidence.count
        done += 1
      }
      report.figure("memory.peak-after-\(goal)", MemoryPart.peakMegabytes, unit: "MiB")
      report.figure(
        "memory.messages-a-second-to-\(goal)", Double(done - before) / (Stopwatch.now - start),
        unit: "messages made and read a second")
    }
  }

  /// The peak of the resident set, as the kernel counts it.
  static var peakMegabytes: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
