import ArgumentParser
import Glibc
import MoneyAndDates
import PlanningFilter
import RecognizerFilter
import Wording

/// A JSON Lines filter: answers line by line, in order, never stops at a bad line.
enum LineFilter {
  /// The answer to one line.
  struct Reply {
    let bytes: [UInt8]
    /// Whether it says that the line could not be used.
    let isError: Bool
  }

  /// Feeds standard input through a function, line by line; flushes when the input pauses.
  ///
  /// `progress` is told of each line. Throws exit code 65 at the end where any answer was an error.
  static func run(progress: FilterProgress? = nil, _ answer: ([UInt8]) -> Reply) throws {
    var progress = progress
    defer { progress?.end() }
    var pending: [UInt8] = []
    var start = 0
    var failed = false
    var output: [UInt8] = []
    func take(_ line: ArraySlice<UInt8>) {
      var line = line
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      guard !line.isEmpty else { return }
      let reply = answer(Array(line))
      if reply.isError { failed = true }
      output.append(contentsOf: reply.bytes)
      output.append(UInt8(ascii: "\n"))
      progress?.countLine()
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var searched = pending.count
      pending.append(contentsOf: chunk[..<count])
      while let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        take(pending[start..<end])
        start = end + 1
        searched = start
      }
      pending.removeFirst(start)
      start = 0
      try flush(&output)
    }
    take(pending[...])
    try flush(&output)
    if failed { throw Exit.badData }
  }

  private static func flush(_ output: inout [UInt8]) throws {
    if TextFiles.writeAll(output, to: STDOUT_FILENO) != nil { throw Exit.cannotWrite }
    output.removeAll(keepingCapacity: true)
  }
}

/// `mingbai recognize --jsonl`.
struct RecognizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognize",
    abstract: "只认金额、日期、电话、链接等（逐行 JSON）/ the recognizers alone, as a JSON Lines filter")

  @Flag(help: "逐行 JSON / JSON Lines on standard input and output.")
  var jsonl = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard jsonl else { throw ValidationError("--jsonl") }
    let filter = RecognizeFilter(recognizer: try options.shelf().recognizer.value)
    try LineFilter.run { line in
      let reply = filter.reply(to: line)
      return LineFilter.Reply(bytes: reply.bytes, isError: reply.isError)
    }
  }
}

/// `mingbai calc --jsonl`, `mingbai calc apr …` and the other single questions.
struct CalcCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc",
    abstract: "单个问题的计算；--jsonl 逐行 JSON / single questions; --jsonl is a filter",
    discussion: """
      例子 / Examples:
        mingbai calc apr --received 10000 --instalment 950 --months 12
        mingbai calc schedule --principal 12000 --rate 18.25%/年 --months 12
        mingbai calc deadline lawsuit_answer --start 2026-11-06
        mingbai calc --jsonl < questions.jsonl
      """,
    subcommands: [
      CalcAPRCommand.self, CalcScheduleCommand.self, CalcDeadlineCommand.self,
      CalcLimitationCommand.self, CalcCreditCommand.self, CalcPenaltyCommand.self,
      CalcClaimCommand.self, CalcOfferCommand.self, CalcProRataCommand.self, CalcAffordCommand.self,
    ])

  @Flag(help: "逐行 JSON / JSON Lines on standard input and output.")
  var jsonl = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard jsonl else { throw CleanExit.helpRequest(CalcCommand.self) }
    let cores = try options.shelf().cores
    guard let limitation = cores.terms["limitation_years"],
      let creditRecord = cores.terms["bad_record_retention_years"]
    else { throw Exit.software }
    let filter = CalculationFilter(
      holidays: cores.holidays, limitation: limitation, creditRecord: creditRecord)
    try LineFilter.run { line in
      let reply = filter.reply(to: line)
      return LineFilter.Reply(bytes: reply.bytes, isError: reply.isError)
    }
  }
}
