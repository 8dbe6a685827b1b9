import Wording

/// A Markdown page under construction.
struct MarkdownPage {
  private(set) var text = ""

  mutating func heading(_ level: Int, _ title: String) {
    if !text.isEmpty { text += "\n" }
    text += "\(String(repeating: "#", count: level)) \(MarkdownPage.escaped(title))\n\n"
  }

  mutating func line(_ line: String) {
    text += line.safeForTerminal + "\n"
  }

  mutating func section(_ title: String, _ body: String) {
    guard !body.isEmpty else { return }
    heading(3, title)
    for line in body.split(separator: "\n") { self.line(MarkdownPage.escaped(String(line))) }
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    for item in items { line("- " + MarkdownPage.escaped(item)) }
    text += "\n"
  }

  /// An answer under its question: one line stays in the line, more are quoted.
  mutating func answer(_ answer: String) {
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { self.line("   > " + MarkdownPage.escaped(String(line))) }
  }

  /// Text as it is, inside a fence longer than any run of backticks in it.
  mutating func fenced(_ body: String) {
    var longest = 0
    var run = 0
    for scalar in body.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let safe = body.safeForTerminal
    text += "\(fence)\n\(safe)\(safe.hasSuffix("\n") ? "" : "\n")\(fence)\n\n"
  }

  /// Text whose signs can't become markup: `\ ` * _ < > # [ ]` and `&` are escaped.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.safeForTerminal.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|": result.append("\\")
      case "<":
        result.append(contentsOf: "&lt;".unicodeScalars)
        continue
      case "&":
        result.append(contentsOf: "&amp;".unicodeScalars)
        continue
      default: break
      }
      result.append(scalar)
    }
    return String(result)
  }
}
