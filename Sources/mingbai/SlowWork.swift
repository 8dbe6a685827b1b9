import Glibc
import Wording

/// Says to a person at a terminal that work takes long, from half a second on, and takes the line
/// away when it is done.
enum SlowWork {
  /// How long nothing is said, in microseconds.
  private static let patience: UInt32 = 500_000

  /// Does work that may take long and reads no keys.
  static func run<Result, Fault: Error>(
    _ language: Language, _ work: () throws(Fault) -> Result
  ) throws(Fault) -> Result {
    guard Surroundings.errorsAreTerminal else { return try work() }
    let isPlain =
      Surroundings.variable("TERM") == "dumb" || Surroundings.variable("ACCESSIBLE") == "1"
    signal(SIGALRM, speaker(language, isPlain: isPlain))
    ualarm(patience, 0)
    defer {
      // Nothing is left to be said where no time is left to wait.
      let hasSpoken = ualarm(0, 0) == 0
      signal(SIGALRM, SIG_DFL)
      if hasSpoken, !isPlain { TextFiles.emit("\r\u{1B}[K", to: STDERR_FILENO) }
    }
    return try work()
  }

  /// What speaks when the time is over: a signal handler, which may only write what is there already.
  private static func speaker(
    _ language: Language, isPlain: Bool
  ) -> @convention(c) (Int32) -> Void {
    switch (language, isPlain) {
    case (.zh, false): { _ in SlowWork.say("\r\u{1B}[K还在处理，请稍等…") }
    case (.en, false): { _ in SlowWork.say("\r\u{1B}[KStill at work, please wait…") }
    case (.zh, true): { _ in SlowWork.say("还在处理，请稍等…\n") }
    case (.en, true): { _ in SlowWork.say("Still at work, please wait…\n") }
    }
  }

  private static func say(_ words: StaticString) {
    _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
  }
}
