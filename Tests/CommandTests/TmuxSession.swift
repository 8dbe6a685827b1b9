import Foundation
import TerminalDriver
import Testing

/// A program in a window of tmux: another terminal than the tests' own, with its own idea of widths.
final class TmuxSession {
  /// Where tmux is, `nil` where it is not installed.
  static let path = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What did not appear, and what stood there instead.
  struct Timeout: Error, CustomStringConvertible {
    let wanted: String
    let screen: String
    var description: String { "waiting for \(wanted), the screen shows:\n\(screen)" }
  }

  private let socket: String
  private let environment: [String: String]

  /// Starts a program in a window of so many columns, of a server of its own.
  init(_ command: [String], locale: String, columns: Int, home: String) throws {
    socket = home + "/tmux"
    environment = [
      "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
    ]
    let inside = ["env", "LC_ALL=\(locale)", "NO_COLOR=1", "HOME=\(home)"] + command
    // Not by Foundation's Process, which takes the server that stays behind for the program itself.
    let start = try TerminalSession(
      try #require(TmuxSession.path),
      ["-S", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "45"]
        + inside, environment: environment)
    try #require(start.waitForEnd() == .exited(0))
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Types text as it stands.
  func type(_ text: String) throws {
    _ = try tmux(["send-keys", "-l", "--", text])
  }

  /// Presses a key by tmux's name for it.
  func press(_ key: String) throws {
    _ = try tmux(["send-keys", key])
  }

  /// Pastes text as a person does; tmux marks it where the program asked for marks.
  func paste(_ text: String) throws {
    let file = socket + ".paste"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    _ = try tmux(["load-buffer", file])
    _ = try tmux(["paste-buffer", "-p"])
  }

  /// Everything shown so far; `joined` undoes the breaks that tmux itself made.
  func screen(joined: Bool = false) throws -> [String] {
    let text = try tmux(["capture-pane", "-p", "-S", "-"] + (joined ? ["-J"] : []))
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Waits until a text stands on the screen behind a number of lines that are known, with a prompt
  /// below; returns the number of lines then.
  func waitForPrompt(after text: String, from known: Int = 0) throws -> Int {
    let deadline = Date().addingTimeInterval(60)
    while true {
      let lines = try screen().reversed().drop { $0.isEmpty }.reversed()
      let fresh = lines.dropFirst(known)
      let isThere = fresh.contains { text.isEmpty || $0.contains(text) }
      if isThere, lines.last == ">" { return lines.count - 1 }
      guard Date() < deadline else {
        throw Timeout(wanted: text, screen: lines.suffix(40).joined(separator: "\n"))
      }
      usleep(20_000)
    }
  }

  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(TmuxSession.path))
    process.arguments = ["-S", socket] + arguments
    process.environment = environment
    let output = socket + ".out"
    try Data().write(to: URL(fileURLWithPath: output))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: output))
    return String(decoding: bytes, as: UTF8.self)
  }
}
