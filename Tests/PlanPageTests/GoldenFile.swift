import Foundation
import Testing

/// A text kept beside the tests in `Golden/`; `UPDATE_GOLDEN=1` rewrites it and still fails, so that
/// somebody reads the difference.
struct GoldenFile {
  let name: String

  private var file: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  }

  /// Holds a text against the file.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was written anew; read the difference", sourceLocation: sourceLocation)
      return
    }
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = zip(
      kept.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false))
    let other = lines.first { $0.utf8.elementsEqual($1.utf8) == false }
    #expect(
      kept.utf8.elementsEqual(text.utf8),
      "\(name): \(other.map { "kept: \($0)\nnow: \($1)" } ?? "another length")",
      sourceLocation: sourceLocation)
  }
}
