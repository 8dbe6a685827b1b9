import Foundation
import TerminalDriver
import Testing

/// A statement of ten megabytes: read whole, and said on a terminal that it takes long.
@Suite(.serialized) struct LargeStatementTests {
  /// An export with long remarks, of at least so many bytes; returns the number of its transactions.
  private func write(_ bytes: Int, to path: String) throws -> Int {
    var text = "交易时间,交易对方,商品说明,收/支,金额（元）\n"
    let remark = String(repeating: "某商品的很长的说明", count: 100)
    var count = 0
    while text.utf8.count < bytes {
      count += 1
      text += "2026-03-01 10:00:00,某商户\(count),\(remark),支出,\(count % 900 + 1).50\n"
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return count
  }

  @Test func `ten megabytes are read, and a person is told that it takes a while`() throws {
    let program = try Program()
    let path = program.folder + "/bill.csv"
    let count = try write(10 << 20, to: path)
    let session = try TerminalSession(
      "/bin/sh",
      ["-c", "\(program.path) statement \(path) --json --lang zh > \(path).out; echo done"],
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": program.folder])
    try session.read(until: "done", timeout: 120)
    let lines = try String(contentsOfFile: path + ".out", encoding: .utf8).split(separator: "\n")
    #expect(lines.count == count)
    // A fast machine needs less than half a second and says nothing.
    if session.output.contains("还在处理") {
      #expect(session.output.contains("还在处理，请稍等…\r\u{1B}[Kdone"))
    }
  }

  @Test func `work that takes long is told after half a second, and in its own line where it must`()
    throws
  {
    let program = try Program()
    for (term, told) in [
      ("xterm", "\r\u{1B}[KStill at work, please wait…"),
      ("dumb", "Still at work, please wait…\r\n"),
    ] {
      let session = try TerminalSession(
        program.path, ["flow", "test", "--lang", "en"] + program.common,
        environment: ["LC_ALL": "C.UTF-8", "TERM": term, "HOME": program.folder])
      try session.read(until: "coverage", timeout: 120)
      // Only a fast release build is done before.
      if session.output.contains("Still") { #expect(session.output.contains(told)) }
    }
  }
}
