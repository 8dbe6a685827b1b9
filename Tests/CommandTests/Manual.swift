import Foundation
import Testing

/// The examples of the authors' manual, flows/README.md.
struct Manual {
  /// One fenced example.
  struct Example {
    /// What stands behind the fence: `yaml`, `console`, or nothing.
    let kind: String
    let text: String
  }

  /// One command of a `console` example and what it prints, both channels in the order of the page.
  struct Command {
    let arguments: [String]
    let output: [String]
  }

  /// The examples in order.
  let examples: [Example]
  /// The whole page.
  let text: String

  init() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("flows/README.md")
    text = try String(contentsOf: file, encoding: .utf8)
    examples = text.components(separatedBy: "\n```").enumerated()
      .filter { $0.offset % 2 == 1 }.map { _, part in
        let end = part.firstIndex(of: "\n") ?? part.endIndex
        return Example(kind: String(part[..<end]), text: String(part[end...].dropFirst()) + "\n")
      }
  }

  /// The examples of a kind that begin with some words.
  func all(_ kind: String, beginning words: String) -> [String] {
    examples.filter { $0.kind == kind && $0.text.hasPrefix(words) }.map(\.text)
  }

  /// The only example of a kind that begins with some words.
  func only(_ kind: String, beginning words: String) throws -> String {
    let found = all(kind, beginning: words)
    try #require(found.count == 1, "\(kind) \(words)")
    return found[0]
  }

  /// The commands of the `console` examples.
  var commands: [Command] {
    examples.filter { $0.kind == "console" }.flatMap { example in
      example.text.components(separatedBy: "$ mingbai ").dropFirst().map { part in
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Command(
          arguments: (lines.first ?? "").split(separator: " ").map(String.init),
          output: lines.dropFirst().filter { !$0.isEmpty })
      }
    }
  }

  /// The rows of the table under a heading, each a list of cells.
  func rows(under heading: String) -> [[String]] {
    let part = text.components(separatedBy: "\n\(heading)\n").dropFirst().first ?? ""
    return part.components(separatedBy: "\n#")[0].split(separator: "\n")
      .filter { $0.hasPrefix("| ") }.map { line in
        line.replacingOccurrences(of: "\\|", with: "¦").split(separator: "|")
          .map { $0.replacingOccurrences(of: "¦", with: "|").trimmingCharacters(in: .whitespaces) }
      }
  }

  /// What stands between backticks in a cell.
  static func code(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
