import Foundation
import TerminalDriver
import Testing

/// What the program asks of the system, seen by `strace`: no network, and no byte written anywhere
/// but in its data folder and in the files a person names.
@Suite(
  .serialized,
  .enabled(
    if: Tracer.canTrace,
    "strace is missing or may not trace here; install it to see that no socket is opened"))
struct StraceTests {
  /// Holds what a program did against what it may do.
  private func check(_ log: String, allowed: [String], processes: Int = 1) throws {
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      .compactMap(TracedCall.init)
    #expect(lines.count > 20, "the trace is empty")
    #expect(lines.count { $0.name == "execve" } == processes)
    for call in lines {
      #expect(!call.isNetwork, "\(call.text)")
      #expect(!call.startsProcess, "\(call.text)")
      for path in call.changedPaths where !call.failed {
        let isAllowed =
          allowed.contains { path == $0 || path.hasPrefix($0 + "/") }
          || ["/dev/null", "/dev/tty", "/dev/ptmx"].contains(path)
          || ["/dev/pts/", "pipe:", "anon_inode:"].contains { path.hasPrefix($0) }
        #expect(isAllowed, "\(path): \(call.text)")
      }
    }
  }

  private func traced(
    _ arguments: [String], _ program: Program, input: String = "", outputs: [String] = []
  ) throws -> Program.Run {
    let log = P_tmpdir + "/mingbai-trace-\(UUID().uuidString)"
    defer { unlink(log) }
    let helper = [Tracer.strace, "-f", "-y", "-qq", "-s", "4096", "-e", "trace=" + Tracer.calls]
    let run = try program.run(
      arguments + program.common, bytes: Array(input.utf8), through: helper + ["-o", log])
    try check(log, allowed: [program.folder] + outputs)
    return run
  }

  @Test func `a conversation through a pipe opens no socket and writes in its folder alone`() throws
  {
    let program = try Program()
    let run = try traced(["start", "--lang", "zh"], program, input: Script.piped)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a conversation on a terminal opens no socket and writes in its folder alone`() throws
  {
    let program = try Program()
    let log = P_tmpdir + "/mingbai-trace-\(UUID().uuidString)"
    defer { unlink(log) }
    let session = try TerminalSession(
      Tracer.strace,
      ["-f", "-y", "-qq", "-s", "4096", "-e", "trace=" + Tracer.calls, "-o", log, program.path]
        + ["start", "--lang", "zh"] + program.common,
      environment: [
        "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "NO_COLOR": "1", "HOME": program.folder,
      ])
    try session.read(until: "> ")
    session.send("\u{1B}[200~" + Script.message.joined(separator: "\r") + "\u{1B}[201~\r")
    try session.read(until: "第 2 题")
    for answer in [":note 记一笔", ":why"] + Script.answers {
      try session.read(until: "> ")
      session.send(answer + "\r")
    }
    try session.read(until: "记录已存到")
    try session.read(until: "> ")
    session.send("\r")
    #expect(session.waitForEnd() == .exited(0))
    try check(log, allowed: [program.folder])
  }

  @Test func `exports, statements, plans and readings write what is named and nothing else`() throws
  {
    let (program, outputs) = (try Program(), try Program())
    _ = try program.run(["start", "--lang", "zh"] + program.common, input: Script.piped)
    let journal = try #require(try program.journals().first) as NSString
    let id = (journal.lastPathComponent as NSString).deletingPathExtension
    let plan = outputs.folder + "/plan.yaml"
    try Data(
      """
      budget: {income: 8000, essentials: {房租: 2200}, reserve: 300}
      debts:
        - {name: 甲, lender: card, balance: 12000, as_of: 2026-11-21, rate: 0.05%/日, minimum: {amount: 300}}
      """.utf8
    ).write(to: URL(fileURLWithPath: plan))
    let bill = outputs.folder + "/bill.csv"
    try Data("交易日期,交易对方,收/支,金额\n2026-01-10,安心消费金融,收入,5000.00\n".utf8)
      .write(to: URL(fileURLWithPath: bill))
    let commands: [(arguments: [String], outputs: [String])] = [
      (["sessions", "export", id, "--format", "html"], []),
      (["sessions", "export", id, "--letters", outputs.folder + "/letters"], ["letters"]),
      (["sessions", "export", id, "--whole"], []), (["sessions"], []),
      (["statement", bill, "--match", "安心消费金融"], []),
      (
        ["plan", plan, "--html", outputs.folder + "/p.html", "--ics", outputs.folder + "/p.ics"],
        ["p.html", "p.ics"]
      ),
      (["facts"], []), (["flow", "check"], []),
    ]
    for command in commands {
      _ = try traced(
        command.arguments, program, outputs: command.outputs.map { outputs.folder + "/" + $0 })
    }
    let read = try traced(["read"], program, input: Script.message.joined(separator: "\n"))
    #expect(read.status == 0, "\(read.errors)")
  }
}

/// A line of a trace.
struct TracedCall {
  let text: String
  let name: String
  private let arguments: Substring

  init?(_ line: Substring) {
    let call = line.drop { $0.isNumber || $0 == " " }
    guard let open = call.firstIndex(of: "("), !call.hasPrefix("<"), !call.hasPrefix("+") else {
      return nil
    }
    text = String(line)
    name = String(call[..<open])
    arguments = call[call.index(after: open)...]
  }

  var failed: Bool { text.contains(" = -1 ") }

  var isNetwork: Bool {
    [
      "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
      "sendmmsg", "recvfrom", "recvmsg", "recvmmsg", "getpeername", "io_uring_setup",
    ].contains(name)
  }

  /// A process that is no thread.
  var startsProcess: Bool {
    name == "fork" || name == "vfork"
      || (name.hasPrefix("clone") && !arguments.contains("CLONE_THREAD"))
  }

  /// The paths that the call makes, changes or writes to.
  var changedPaths: [String] {
    switch name {
    case "open", "openat", "openat2", "creat":
      let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].contains { arguments.contains($0) }
      return writes || name == "creat" ? named : []
    case "write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "fchmod", "fchown",
      "sendfile", "copy_file_range", "splice":
      return [folders.first ?? "an unnamed descriptor"]
    case "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2", "unlink",
      "unlinkat", "rmdir", "symlink", "symlinkat", "link", "linkat", "chmod", "fchmodat", "chown",
      "lchown", "fchownat", "truncate", "utimensat", "setxattr", "lsetxattr":
      return named
    default: return []
    }
  }

  /// The paths of the descriptors, `3</folder>`, in order.
  private var folders: [String] {
    arguments.split(separator: "<").dropFirst().compactMap { part in
      part.firstIndex(of: ">").map { String(part[..<$0]) }
    }
  }

  /// The quoted names, each in its descriptor's folder where it is not absolute.
  private var named: [String] {
    let names = arguments.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    return names.enumerated().map { index, name in
      name.hasPrefix("/")
        ? name
        : (folders.indices.contains(index) ? folders[index] : folders.first ?? "?") + "/" + name
    }
  }
}

/// The program that shows the calls.
enum Tracer {
  /// Where it stands.
  static let strace = "/usr/bin/strace"
  /// The calls that are looked at.
  static let calls =
    "%network,%file,%process,write,pwrite64,writev,pwritev,pwritev2,ftruncate,fchmod,fchown,sendfile,"
    + "copy_file_range,splice,io_uring_setup"

  /// Whether it is there and may trace.
  static let canTrace: Bool = {
    guard access(strace, X_OK) == 0 else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: strace)
    process.arguments = ["-o", "/dev/null", "/bin/true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}
