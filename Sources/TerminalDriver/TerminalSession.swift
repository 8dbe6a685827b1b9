import Glibc

/// A program running on a pseudo-terminal, driven as a person would: keys in, screen text out.
///
/// Nothing waits for a fixed time; `timeout`s are upper limits for a slow machine.
package final class TerminalSession {
  /// How a program ended.
  package enum Ending: Hashable, Sendable {
    /// It returned or called `exit`.
    case exited(Int32)
    /// A signal ended it.
    case killed(Int32)
  }

  /// What could not be done.
  package enum Fault: Error, Hashable {
    /// No pseudo-terminal could be had; the error number.
    case noTerminal(Int32)
    /// The program could not be started; the error number.
    case notStarted(Int32)
    /// The text did not appear in time; what was there instead.
    case timeout(waitingFor: String, output: String)
  }

  private var terminal: Int32
  private let process: pid_t
  private var bytes: [UInt8] = []
  /// Where the next `read(until:)` looks from.
  private var readPlace = 0
  private var ending: Ending?

  /// Starts a program (by its path) on a new pseudo-terminal with this environment and no other.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    window: WindowSize = WindowSize(columns: 80, rows: 24)
  ) throws(Fault) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard openpty(&master, &slave, nil, nil, nil) == 0 else { throw .noTerminal(errno) }
    terminal = master
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    TerminalSession.resize(master, to: window)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    defer { close(slave) }
    process = try TerminalSession.spawn(
      program, arguments, environment: environment, on: try TerminalSession.name(of: slave))
  }

  /// The path of a terminal; asked for so that sessions on several threads never get each other's.
  private static func name(of terminal: Int32) throws(Fault) -> String {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let code = ttyname_r(terminal, &name, name.count)
    guard code == 0 else { throw .noTerminal(code) }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if ending == nil {
      Glibc.kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
  }

  /// Closes the window: the program's terminal goes away, and its session gets SIGHUP.
  package func hangUp() {
    guard terminal >= 0 else { return }
    close(terminal)
    terminal = -1
  }

  /// The child leads a session of its own, so that opening the terminal makes it the controlling one.
  private static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String], on terminal: String
  ) throws(Fault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID of glibc
    posix_spawnattr_setflags(&attributes, Int16(newSession | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let words = ([program] + arguments).map { strdup($0) }
    let settings = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    let code = posix_spawn(
      &process, program, &actions, &attributes, words + [nil], settings + [nil])
    guard code == 0 else { throw .notStarted(code) }
    return process
  }

  // MARK: Keys

  /// Types text, or keys as their byte sequences.
  package func send(_ text: String) {
    send(bytes: Array(text.utf8))
  }

  /// Types bytes; output is read meanwhile, so that neither side waits for the other for ever.
  package func send(bytes keys: [UInt8]) {
    var sent = 0
    while sent < keys.count {
      let count = keys[sent...].withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if count < 0, errno != EAGAIN, errno != EINTR {
        return
      }
      if sent < keys.count { takeOutput(within: 10) }
    }
  }

  /// Sends a signal to the program.
  package func kill(_ signal: Int32) {
    Glibc.kill(process, signal)
  }

  /// Gives the window another size; the program gets SIGWINCH.
  package func resize(to window: WindowSize) {
    TerminalSession.resize(terminal, to: window)
  }

  private static func resize(_ terminal: Int32, to window: WindowSize) {
    var size = winsize(
      ws_row: UInt16(clamping: window.rows), ws_col: UInt16(clamping: window.columns),
      ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  // MARK: Output

  /// Everything written so far, invalid UTF-8 repaired.
  package var output: String {
    takeOutput(within: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Waits until this text is written behind what earlier calls waited for.
  ///
  /// Returns what was written up to and with it.
  @discardableResult
  package func read(until text: String, timeout seconds: Double = 60) throws(Fault) -> String {
    let wanted = Array(text.utf8)
    let deadline = TerminalSession.now + seconds
    var searched = readPlace
    while true {
      if let end = end(of: wanted, from: searched) {
        defer { readPlace = end }
        return String(decoding: bytes[readPlace..<end], as: UTF8.self)
      }
      searched = max(readPlace, bytes.count - wanted.count)
      guard TerminalSession.now < deadline, takeOutput(within: 100) else {
        let rest = String(decoding: bytes[readPlace...], as: UTF8.self)
        throw .timeout(waitingFor: text, output: rest)
      }
    }
  }

  private func end(of wanted: [UInt8], from place: Int) -> Int? {
    guard let first = wanted.first, bytes.count - place >= wanted.count else { return nil }
    for start in place...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return start + wanted.count }
    }
    return nil
  }

  /// Reads what comes within so many milliseconds; false once the program's side is closed.
  @discardableResult
  private func takeOutput(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0, terminal >= 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(terminal, &piece, piece.count)
    if count > 0 { bytes += piece[..<count] }
    return count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR))
  }

  // MARK: The terminal and the end

  /// Whether the terminal gives the program whole lines and echoes keys, as a shell leaves it.
  package var isInLineMode: Bool {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  /// Waits for the program to end; `nil` where it does not in time.
  package func waitForEnd(timeout seconds: Double = 60) -> Ending? {
    let deadline = TerminalSession.now + seconds
    while ending == nil, TerminalSession.now < deadline {
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      takeOutput(within: ended == process ? 0 : 5)
      guard ended == process else { continue }
      let signal = status & 0x7F
      ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
      while takeOutput(within: 0), hasOutput {}
    }
    return ending
  }

  /// Waits until a signal has stopped the program; false where none does in time.
  package func waitUntilStopped(timeout seconds: Double = 60) -> Bool {
    let deadline = TerminalSession.now + seconds
    while TerminalSession.now < deadline {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG | WUNTRACED) == process { return status & 0xFF == 0x7F }
      takeOutput(within: 5)
    }
    return false
  }

  private var hasOutput: Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
