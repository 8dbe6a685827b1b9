import Glibc

/// What the process asks of the system before anything else.
enum ProcessGuards {
  /// No memory image is written if the program crashes, since it holds the person's messages and
  /// answers, nor a report of registers unless `SWIFT_BACKTRACE` is set; and a file that may not grow is
  /// an error of the write, not a signal that ends the process.
  static func set() {
    var limit = rlimit()
    // 1 and not 0: a handler that core dumps are piped to is told of a limit of 0 and dumps all the same.
    let core = __rlimit_resource_t(RLIMIT_CORE.rawValue)
    if getrlimit(core, &limit) == 0 {
      limit.rlim_cur = min(1, limit.rlim_max)
      _ = setrlimit(core, &limit)
    }
    signal(SIGXFSZ, SIG_IGN)
    // The runtime's report of a crash shows registers, and short texts stand in them.
    if getenv("SWIFT_BACKTRACE") == nil {
      for crash in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP] {
        signal(crash, SIG_DFL)
      }
    }
  }
}
