import Glibc
import Synchronization

/// Signals while a person types: the terminal is put back before anything ends or stops the process.
///
/// Ctrl-C and a new window size are noted and wake up the reading; they never end the process
/// while it waits for a line. Between two lines a second Ctrl-C nobody took notice of ends it.
enum TerminalSignals {
  /// What has happened since it was last asked.
  enum Notice {
    case interrupt
    case resize
    case resumed
  }

  private static let isReading = Atomic(false)
  private static let marksPastes = Atomic(false)
  private static let interrupts = Atomic(0)
  private static let resizes = Atomic(0)
  private static let resumptions = Atomic(0)
  private static let wakeWriter = Atomic<Int32>(-1)
  /// The modes to go back to; written only while `isReading` is false.
  private nonisolated(unsafe) static let modesBefore = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)
  /// The modes at the moment of Ctrl-Z; used in the signal handler alone.
  private nonisolated(unsafe) static let modesAtStop = UnsafeMutablePointer<termios>.allocate(
    capacity: 1)

  static let pastesOn: StaticString = "\u{1B}[?2004h"
  static let pastesOff: StaticString = "\u{1B}[?2004l"

  /// The descriptor that becomes readable with each noted signal; made, with the handlers, once.
  static let wakeReader: Int32 = {
    modesBefore.initialize(to: termios())
    modesAtStop.initialize(to: termios())
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    wakeWriter.store(ends[1], ordering: .sequentiallyConsistent)
    for signal in [SIGINT, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] { handle(signal) }
    atexit { TerminalSignals.restore() }
    return ends[0]
  }()

  /// A signal the process was started to ignore (`nohup`) stays ignored.
  private static func handle(_ signal: Int32) {
    var old = sigaction()
    guard sigaction(signal, nil, &old) == 0,
      unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) != 1
    else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { TerminalSignals.arrived($0) }
    sigemptyset(&action.sa_mask)
    sigaction(signal, &action, nil)
  }

  /// Marks that a line is being read; `marksPastes` where the terminal was told to mark pastes.
  static func beginReading(marksPastes marks: Bool) {
    guard tcgetattr(STDIN_FILENO, modesBefore) == 0 else { return }
    marksPastes.store(marks, ordering: .sequentiallyConsistent)
    isReading.store(true, ordering: .sequentiallyConsistent)
  }

  /// Marks that the terminal is as it was before.
  static func endReading() {
    isReading.store(false, ordering: .sequentiallyConsistent)
  }

  /// The next thing that was noted, or `nil`.
  static func take() -> Notice? {
    if interrupts.exchange(0, ordering: .sequentiallyConsistent) > 0 { return .interrupt }
    if resumptions.exchange(0, ordering: .sequentiallyConsistent) > 0 { return .resumed }
    if resizes.exchange(0, ordering: .sequentiallyConsistent) > 0 { return .resize }
    return nil
  }

  /// Empties the descriptor that wakes up the reading.
  static func drain() {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(wakeReader, &bytes, bytes.count) > 0 {}
  }

  // MARK: In the signal handler: only calls that are safe there

  private static func arrived(_ signal: Int32) {
    let code = errno
    switch signal {
    case SIGINT: interrupted()
    case SIGWINCH: note(resizes)
    case SIGTSTP: stop()
    default: end(by: signal)
    }
    errno = code
  }

  private static func interrupted() {
    let reading = isReading.load(ordering: .sequentiallyConsistent)
    if !reading, interrupts.load(ordering: .sequentiallyConsistent) > 0 { end(by: SIGINT) }
    note(interrupts)
  }

  private static func note(_ counter: borrowing Atomic<Int>) {
    counter.wrappingAdd(1, ordering: .sequentiallyConsistent)
    var byte: UInt8 = 0
    _ = write(wakeWriter.load(ordering: .sequentiallyConsistent), &byte, 1)
  }

  private static func end(by signal: Int32) {
    restore()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(signal, &action, nil)
    raise(signal)
  }

  private static func stop() {
    guard isReading.load(ordering: .sequentiallyConsistent) else {
      raise(SIGSTOP)
      return
    }
    tcgetattr(STDIN_FILENO, modesAtStop)
    restore()
    raise(SIGSTOP)
    tcsetattr(STDIN_FILENO, TCSADRAIN, modesAtStop)
    if marksPastes.load(ordering: .sequentiallyConsistent) { send(pastesOn) }
    note(resumptions)
  }

  /// Puts the terminal back into the state it had before the line was asked for.
  private static func restore() {
    guard isReading.load(ordering: .sequentiallyConsistent) else { return }
    if marksPastes.load(ordering: .sequentiallyConsistent) { send(pastesOff) }
    tcsetattr(STDIN_FILENO, TCSADRAIN, modesBefore)
  }

  private static func send(_ text: StaticString) {
    _ = write(STDOUT_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}
