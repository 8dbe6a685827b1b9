import Foundation
import TerminalDriver
import Testing

/// Kills, races, jumping clocks, strange terminals and full disks: nothing acknowledged is lost.
@Suite(.serialized) struct FaultsTests {
  private static let enter = "\r"
  private static let kills = ProcessInfo.processInfo.environment["FAULT_KILLS"] ?? "50"
  private static let seed = ProcessInfo.processInfo.environment["FAULT_SEED"] ?? "1"

  @Test func `killed at random moments, no acknowledged answer is lost`() throws {
    let driver = try #require(BuiltProgram.path(of: "FaultDriver"))
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: driver)
    process.arguments = [FaultsTests.kills, FaultsTests.seed]
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("no acknowledged answer lost"), "\(said)")
  }

  /// A session with the message and one answer, left by the end of its input.
  private func begun(_ program: Program, language: String = "en") throws -> String {
    let run = try program.run(
      ["start", "--lang", language] + program.common,
      input: (Script.message + [".", "-"]).joined(separator: "\n") + "\n")
    try #require(run.status == 3)
    return try #require(try program.journals().first)
  }

  @Test func `of two processes that open a session at once one has it, the other says so`() throws {
    let program = try Program()
    let journal = try begun(program)
    for _ in 0..<8 {
      let sessions = try (0..<2).map { _ in
        try program.terminal(["resume", "--lang", "en"] + program.common)
      }
      var (holders, refused) = (0, 0)
      for session in sessions {
        while !session.output.contains("> "), !session.output.contains("open in another window") {
          if session.waitForEnd(timeout: 0.02) != nil { break }
        }
        session.output.contains("open in another window") ? (refused += 1) : (holders += 1)
      }
      // The second may also come just after the first; it never shares the session.
      #expect(holders == 1 && refused == 1, "\(sessions.map(\.output))")
      for session in sessions {
        session.kill(SIGKILL)
        _ = session.waitForEnd()
      }
    }
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    #expect(text.split(separator: "\n").count == 3 + 8)
  }

  /// A copy of the program with a shipped folder of its own, in which a file is changed.
  private func damaged(_ program: Program, _ file: String, adding text: String) throws -> String {
    let files = FileManager.default
    let folder = program.folder + "/installed"
    let shipped =
      (program.path as NSString).deletingLastPathComponent
      + "/mingbai_mingbai.resources/flows"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try files.copyItem(atPath: program.path, toPath: folder + "/mingbai")
    try files.copyItem(atPath: shipped, toPath: folder + "/flows")
    let path = "\(folder)/flows/\(file)"
    let old = try String(contentsOfFile: path, encoding: .utf8)
    try (old + text).write(toFile: path, atomically: true, encoding: .utf8)
    return folder + "/mingbai"
  }

  @Test(arguments: [
    "  extra: {compute: {harm: \"nobody\"}, next: extra}\n", "  extra: [\n", "  extra: {}\n",
  ])
  func `a damaged file of a called flow ends the program and keeps nothing`(
    damage: String
  ) throws {
    let program = try Program()
    let copy = try damaged(program, "scam-damage.flow.yaml", adding: damage)
    let session = try TerminalSession(
      copy, ["start", "--lang", "en"] + program.common,
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": program.folder],
      window: WindowSize(columns: 100, rows: 40))
    #expect(session.waitForEnd() == .exited(65))
    #expect(session.output.contains("scam-damage.flow.yaml:"), "\(session.output)")
    #expect(try program.journals().isEmpty)
  }

  @Test(arguments: ["2025-01-01", "2031-12-31"])
  func `a clock that jumps between sittings loses nothing`(day: String) throws {
    let program = try Program()
    let journal = try begun(program)
    let answers = Script.answers.dropFirst().joined(separator: "\n") + "\n"
    let run = try program.run(
      ["resume", "--lang", "en", "--data", program.folder, "--today", day], input: answers)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("2 answered"))
    let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
    #expect(lines[1].contains(#""day":"2026-11-21""#))
    #expect(lines.last?.contains("\"day\":\"\(day)\"") == true)
    // The message is still read as of the day it was pasted: its deadline has no year.
    #expect(try program.transcript().contains("Mon 23 Nov 2026 18:00"))
  }

  @Test func `locale and terminal may change in mid-session`() throws {
    let (program, undisturbed) = (try Program(), try Program())
    _ = try undisturbed.run(["start", "--lang", "zh"] + undisturbed.common, input: Script.piped)
    let surroundings = [
      ("C.UTF-8", "xterm-256color"), ("C", "dumb"), ("POSIX", "vt100"), ("en_US.GB18030", "linux"),
      ("zh_CN.UTF-8", "no-such-terminal"), ("C", ""), ("C.UTF-8", "screen"),
    ]
    for (index, (locale, term)) in surroundings.enumerated() {
      let session = try program.terminal(
        [index == 0 ? "start" : "resume", "--lang", "zh"] + program.common, locale: locale,
        term: term)
      try session.read(until: index < Script.questions ? "第 \(index + 1) 题" : "都对就按 Enter")
      try session.read(until: "> ")
      if index == 0 {
        session.send("\u{1B}[200~" + Script.message.joined(separator: "\r") + "\u{1B}[201~\r")
      } else {
        session.send(Script.answers[index - 1] + Self.enter)
      }
      let next = index + 2
      try session.read(
        until: next <= Script.questions
          ? "第 \(next) 题" : index < Script.questions ? "都对就按 Enter" : "记录已存到")
      session.kill(SIGKILL)
      #expect(session.waitForEnd() == .killed(SIGKILL))
    }
    #expect(try program.transcript() == undisturbed.transcript())
  }

  @Test func `a link in the place of a session or of a transcript harms nothing`() throws {
    let program = try Program()
    let journal = try begun(program)
    let elsewhere = program.folder + "/elsewhere"
    try FileManager.default.moveItem(atPath: journal, toPath: elsewhere)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: elsewhere))
    symlink(elsewhere, journal)
    let id = ((journal as NSString).lastPathComponent as NSString).deletingPathExtension
    let refused = try program.run(["resume", id, "--lang", "en"] + program.common, input: "-\n")
    #expect(refused.status == 73, "\(refused.errors)")
    #expect(refused.errors.contains(journal))
    #expect(try Data(contentsOf: URL(fileURLWithPath: elsewhere)) == bytes)

    unlink(journal)
    try FileManager.default.moveItem(atPath: elsewhere, toPath: journal)
    let victim = program.folder + "/victim"
    try Data("keep me".utf8).write(to: URL(fileURLWithPath: victim))
    try FileManager.default.createDirectory(
      atPath: program.folder + "/transcripts", withIntermediateDirectories: true)
    symlink(victim, "\(program.folder)/transcripts/\(id).md")
    symlink(victim, "\(program.folder)/transcripts/\(id).md.new")
    let answers = Script.answers.dropFirst().joined(separator: "\n") + "\n"
    let run = try program.run(["resume", "--lang", "en"] + program.common, input: answers)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "keep me")
  }

  /// A shell that starts the command with files limited to so many KiB.
  private func limited(_ program: Program, _ kibibytes: Int) throws -> TerminalSession {
    let command = ([program.path, "resume", "--lang", "en"] + program.common)
      .map { "'\($0)'" }.joined(separator: " ")
    return try TerminalSession(
      "/bin/bash", ["-c", "ulimit -f \(kibibytes); exec \(command)"],
      environment: [
        "LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "HOME": program.folder,
      ], window: WindowSize(columns: 100, rows: 40))
  }

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0))
  func `a disk that fills up is said at once, and the answer is kept once there is room`() throws {
    let program = try Program()
    let journal = try begun(program)
    let size = try Data(contentsOf: URL(fileURLWithPath: journal)).count
    let session = try limited(program, size / 1024 + 2)
    try session.read(until: "Question 3")
    try session.read(until: "> ")
    session.send(":note " + String(repeating: "x", count: 4_000) + Self.enter)
    try session.read(until: "File too large")
    try session.read(until: "> ")
    // What fits is kept: the failed write left no rest behind.
    session.send("=" + Self.enter)
    try session.read(until: "Question 4")
    session.kill(SIGKILL)
    #expect(session.waitForEnd() == .killed(SIGKILL))
    let text = try String(contentsOfFile: journal, encoding: .utf8)
    #expect(!text.contains("xxxx"))
    let resumed = try program.run(["resume", "--lang", "en"] + program.common)
    #expect(resumed.errors.contains("3 answered"), "\(resumed.errors)")
  }

  /// The command as somebody who is not the superuser, where this is run by the superuser.
  private static let asNobody =
    geteuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["/usr/bin/env"]

  @Test(.enabled(if: access(asNobody[0], X_OK) == 0, "setpriv is missing"))
  func `a data folder without the right to write is said before the first question`() throws {
    let program = try Program()
    let folder = program.folder + "/locked"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for path in [program.folder, folder] { chmod(path, 0o555) }
    defer { for path in [program.folder, folder] { chmod(path, 0o755) } }
    let session = try TerminalSession(
      FaultsTests.asNobody[0],
      FaultsTests.asNobody.dropFirst() + [program.path, "start", "--lang", "en", "--data", folder],
      environment: ["LC_ALL": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "HOME": folder])
    let ending = try #require(session.waitForEnd())
    guard ending != .exited(127), ending != .exited(126) else { return }
    #expect(ending == .exited(74), "\(session.output)")
    #expect(session.output.contains("Permission denied") && session.output.contains(folder))
    #expect(!session.output.contains("Question 1"))
  }
}
