import Glibc

/// Built with `-DFUZZING` and libFuzzer: fuzzes the target named by `FUZZ_TARGET`.
///
/// Built without: replays the files named on the command line, `Fuzzing TARGET FILE…`, so that inputs
/// found once are tried for ever. Both read the project's data from the folder `FUZZ_FLOWS` (`flows`).
@main
enum Fuzzing {
  static func main() {
    #if FUZZING
    exit(LibFuzzer.run())
    #else
    exit(Replay.run(Array(CommandLine.arguments.dropFirst())))
    #endif
  }
}
