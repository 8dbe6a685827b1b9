import Wording

/// One fault (or warning) in a file an author wrote: where, what, and what to do.
package struct Diagnostic: Hashable, Sendable {
  /// How grave it is; only errors stop a flow from being used.
  package enum Severity: String, Hashable, Sendable {
    /// The file can't be used.
    case error
    /// The file can be used; the author should look.
    case warning
  }

  /// How grave it is.
  package let severity: Severity
  /// The file's name as the person gave it.
  package let file: String
  /// The bytes it is about.
  package let range: SourceRange
  /// Where `range` starts.
  package let position: SourcePosition
  /// The check that found it, `"dangling-target"`; stable, for scripts and for looking it up.
  package let check: String
  /// What is wrong, the nearest names where one was misspelt, and the fix.
  package let message: BilingualText
  /// The shortest offending path of node ids where a path is the point, else empty.
  package let path: [String]

  /// A fault at a range of a source.
  package init(
    _ severity: Severity = .error, in source: SourceText, at range: SourceRange, check: String,
    message: BilingualText, path: [String] = []
  ) {
    self.severity = severity
    self.file = source.name
    self.range = range
    self.position = source.position(at: range.start)
    self.check = check
    self.message = message
    self.path = path
  }

  /// One line: `scam.yaml:14:9: error: no node is named "chek" … [dangling-target]`.
  package func line(in language: Language) -> String {
    let grade =
      switch (severity, language) {
      case (.error, .zh): "错误"
      case (.error, .en): "error"
      case (.warning, .zh): "提醒"
      case (.warning, .en): "warning"
      }
    let trail =
      path.isEmpty ? "" : (language == .zh ? "；路径：" : "; path: ") + path.joined(separator: " → ")
    let place = "\(file):\(position.line):\(position.column)"
    return "\(place): \(grade): \(message[language])\(trail) [\(check)]".safeForTerminal
  }

  /// The source line with carets under the range, in display columns, so that they stand under
  /// wide characters too; two lines, without a final line end.
  ///
  /// Of a very long line only what stands around the place, between `…`.
  package func excerpt(from source: SourceText) -> String {
    let bytes = source.bytes(ofLine: position.line)
    let place = min(max(range.start, bytes.lowerBound), bytes.upperBound)
    let isFar = position.column - 1 > Excerpt.before * 2
    let start =
      isFar ? source.offset(place, movedBy: -Excerpt.before, within: bytes) : bytes.lowerBound
    let end = source.offset(start, movedBy: Excerpt.most, within: bytes)
    let (lead, trail) = (isFar ? "…" : "", end < bytes.upperBound ? "…" : "")
    func shown(_ start: Int, _ end: Int) -> String {
      source.text(in: SourceRange(start: start, end: end)).safeForTerminal
    }
    let line = (lead + shown(start, end) + trail)
    let before = (lead + shown(start, place)).displayWidth
    let marked = shown(place, min(max(place, range.end), end)).displayWidth
    let width = max(1, min(marked, max(1, line.displayWidth - before)))
    let indent = String(repeating: " ", count: before)
    return "  \(line)\n  \(indent)\(String(repeating: "^", count: width))"
  }

  /// How much of a long line an excerpt shows, in Unicode scalars.
  private enum Excerpt {
    /// Before the place.
    static let before = 60
    /// In all.
    static let most = 240
  }

  /// Reading order: file, position, then errors before warnings.
  package static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.position != right.position { return left.position < right.position }
    return left.severity == .error && right.severity == .warning
  }
}
