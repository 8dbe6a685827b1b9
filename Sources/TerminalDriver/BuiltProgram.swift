import Glibc

/// A program of this package, as the build left it.
package enum BuiltProgram {
  /// The path of a program built beside the running test bundle, or `nil` where there is none.
  package static func path(of name: String) -> String? {
    guard let own = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(own) }
    let starts = [String(cString: own), CommandLine.arguments.first ?? ""]
    for start in starts {
      guard let slash = start.lastIndex(of: "/") else { continue }
      let candidate = start[..<slash] + "/" + name
      if access(String(candidate), X_OK) == 0 { return String(candidate) }
    }
    return nil
  }
}
