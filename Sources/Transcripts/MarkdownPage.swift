import Wording

/// A Markdown page under construction.
struct MarkdownPage {
  private(set) var text = ""

  mutating func heading(_ level: Int, _ title: String) {
    if !text.isEmpty { text += "\n" }
    text += "\(String(repeating: "#", count: level)) \(MarkdownPage.oneLine(title))\n\n"
  }

  mutating func line(_ line: String) {
    text += line.safeForTerminal + "\n"
  }

  mutating func section(_ title: String, _ body: String) {
    guard !body.isEmpty else { return }
    heading(3, title)
    for line in body.split(separator: "\n") { self.line(MarkdownPage.bullet(String(line))) }
  }

  /// A list of texts that come from the facts: their links stay links.
  mutating func factList(_ items: [String]) {
    guard !items.isEmpty else { return }
    for item in items { line("- " + MarkdownPage.escaped(item, breakingLinks: false)) }
    text += "\n"
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    for item in items { line("- " + MarkdownPage.lines(item).joined(separator: "\n  ")) }
    text += "\n"
  }

  /// An answer under its question: one line stays in the line, more are quoted.
  mutating func answer(_ answer: String) {
    for line in MarkdownPage.lines(answer) { self.line("   > " + line) }
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

  /// Text of several lines, each escaped so that none of them can begin a list, a heading, a rule
  /// or a block of code.
  static func lines(_ text: String) -> [String] {
    text.safeForTerminal.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = String(String.UnicodeScalarView(line.unicodeScalars.drop(while: isBlank)))
      return openingEscaped(escaped(words))
    }
  }

  /// Text as one line, for a heading or within bold type.
  static func oneLine(_ text: String) -> String {
    lines(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A line of a description: its own bullet or arrow stays, what follows is escaped.
  private static func bullet(_ line: String) -> String {
    for mark in ["- ", "  → "] where line.hasPrefix(mark) {
      return mark + escaped(String(line.dropFirst(mark.count)))
    }
    return lines(line).joined()
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// A line whose first signs would begin a block, with a backslash before the sign that would.
  private static func openingEscaped(_ line: String) -> String {
    let scalars = line.unicodeScalars
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    guard let sign = scalars.dropFirst(digits.count).first else { return line }
    let opens = digits.isEmpty ? "-+=>".unicodeScalars : ".)".unicodeScalars
    guard opens.contains(sign), digits.count < 10 else { return line }
    return String(digits) + "\\" + String(scalars.dropFirst(digits.count))
  }

  /// Text whose signs can't become markup: `\ ` * _ < # [ ] | ~` and `&` are escaped, and what
  /// viewers turn into links (`://`, `www.`) is broken up.
  static func escaped(_ text: String, breakingLinks: Bool = true) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.safeForTerminal.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~": result.append("\\")
      case ":"
      where breakingLinks && scalars.dropFirst(index + 1).starts(with: "//".unicodeScalars):
        result.append("\\")
      case "."
      where breakingLinks && index >= 3
        && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }:
        result.append("\\")
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
