import Foundation
import TerminalDriver
import Testing

/// The built command with a data folder of its own, deleted at the end.
final class Program {
  /// What a run left.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  let path: String
  let folder: String

  init() throws {
    path = try #require(BuiltProgram.path(of: "mingbai"))
    var template = Array((P_tmpdir + "/mingbai-test-XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    folder = try #require(made)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The day all tests count as today.
  static let today = "2026-11-21"

  /// Arguments every run takes.
  var common: [String] { ["--data", folder, "--today", Program.today] }

  /// Runs the command with this standard input, from a pipe, in the C locale.
  func run(_ arguments: [String], input: String = "", in folder: String? = nil) throws -> Run {
    try run(arguments, bytes: Array(input.utf8), in: folder)
  }

  /// Runs the command with these bytes as standard input, by the help of another command or alone.
  func run(
    _ arguments: [String], bytes: [UInt8], through helper: [String] = [],
    in workingFolder: String? = nil
  ) throws -> Run {
    let process = Process()
    if let workingFolder {
      process.currentDirectoryURL = URL(fileURLWithPath: workingFolder, isDirectory: true)
    }
    process.executableURL = URL(fileURLWithPath: helper.first ?? path)
    process.arguments = helper.isEmpty ? arguments : helper.dropFirst() + [path] + arguments
    process.environment = ["LC_ALL": "C", "HOME": folder]
    let (input, output, errors) = (folder + "/.in", folder + "/.out", folder + "/.err")
    try Data(bytes).write(to: URL(fileURLWithPath: input))
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardInput = FileHandle(forReadingAtPath: input)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    defer { for file in [input, output, errors] { unlink(file) } }
    return Run(
      status: process.terminationStatus, output: try text(output), errors: try text(errors))
  }

  /// Starts the command on a pseudo-terminal; without colour prompts are found as they read.
  func terminal(
    _ arguments: [String], locale: String = "C.UTF-8", term: String = "xterm-256color",
    columns: Int = 100, colour: Bool = false
  ) throws -> TerminalSession {
    var environment = ["LC_ALL": locale, "TERM": term, "HOME": folder]
    if !colour { environment["NO_COLOR"] = "1" }
    return try TerminalSession(
      path, arguments, environment: environment, window: WindowSize(columns: columns, rows: 40))
  }

  /// The only transcript saved in the data folder.
  func transcript() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/transcripts")
    try #require(names.count == 1)
    return try text(folder + "/transcripts/" + names[0])
  }

  /// The paths of the journals in the data folder.
  func journals() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/sessions").sorted()
      .map { folder + "/sessions/" + $0 }
  }

  /// Waits until the session that was begun is on the disk: that is done while its first question is read.
  func waitForJournal() throws {
    for _ in 0..<6_000 where try journals().allSatisfy({ !$0.hasSuffix(".journal") }) {
      usleep(10_000)
    }
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}

/// The message and the answers of the main flow that the tests give.
enum Script {
  static let message = [
    "【安心消费】王先生您好：",
    "您的借款合同 AX20260315-77 已逾期37天，",
    "应还本金3,200.50元、违约金416.80元，请于11月23日18:00前",
    "点击 axxf-pay.top/r/8Kd2 或致电 ①⑦⓪-5555-0199 处理，",
    "逾时将上门走访并上报征信。拒收请回复R",
  ]

  /// The answers after the message, up to the outcome: sender, name, harm, known, borrowed, review.
  static let answers = ["-", "=", "no", "no", "no", ""]

  /// How many questions they answer, the message's own included; the last answer is the review's.
  static var questions: Int { answers.count }

  /// The whole script as a pipe gives it.
  static var piped: String {
    (message + ["."] + answers).joined(separator: "\n") + "\n"
  }
}
