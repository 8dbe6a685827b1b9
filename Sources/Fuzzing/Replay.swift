import Glibc

/// Runs a target over files, one after the other; a fault ends the process by a trap.
enum Replay {
  /// `TARGET FILE…`; returns the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first, let target = FuzzTarget.named(name) else {
      print("usage: Fuzzing TARGET FILE…; targets:")
      for target in FuzzTarget.all { print(" ", target.name) }
      return 64
    }
    for path in arguments.dropFirst() {
      guard let bytes = SourceFiles.bytes(path) else {
        print("can't read", path)
        return 66
      }
      target.run(bytes)
    }
    print(name, arguments.count - 1, "inputs, no fault")
    return 0
  }
}
