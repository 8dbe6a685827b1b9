import Foundation

/// A text kept in `Golden/` beside the test that holds it; `UPDATE_GOLDEN=1` rewrites it and still
/// fails, so that somebody reads the difference.
package struct GoldenFile {
  private let name: String
  private let file: URL

  /// The file of this name beside the test that calls.
  package init(_ name: String, test: String = #filePath) {
    self.name = name
    file = URL(filePath: test).deletingLastPathComponent().appending(path: "Golden/\(name)")
  }

  /// What a text has otherwise than the file; `nil` where they are the same.
  ///
  /// Throws where the file can't be read or written.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      return "\(name) was written anew; read the difference"
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard !kept.utf8.elementsEqual(text.utf8) else { return nil }
    let lines = zip(
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false))
    let other = lines.first { !$0.utf8.elementsEqual($1.utf8) }
    return "\(name): \(other.map { "kept: \($0)\nnow: \($1)" } ?? "another length")"
  }
}
