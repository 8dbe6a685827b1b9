#if FUZZING
import Glibc

/// The door to libFuzzer.
enum LibFuzzer {
  /// Fuzzes until libFuzzer ends; its options are those of the command line.
  static func run() -> Int32 {
    guard let name = getenv("FUZZ_TARGET"), FuzzTarget.named(String(cString: name)) != nil else {
      print("FUZZ_TARGET is none of", FuzzTarget.all.map(\.name).joined(separator: " "))
      return 64
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    return runDriver(&count, &arguments) { LLVMFuzzerTestOneInput($0, $1) }
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private static func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  fileprivate static let target = getenv("FUZZ_TARGET").flatMap {
    FuzzTarget.named(String(cString: $0))
  }
}

/// One input from libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
package func LLVMFuzzerTestOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  LibFuzzer.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
#endif
