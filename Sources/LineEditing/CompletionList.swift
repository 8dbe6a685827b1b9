import Wording

/// The completions that are possible, as Tab shows them.
enum CompletionList {
  /// The beginning all words share, by scalars.
  static func commonBeginning(of words: [String]) -> String {
    guard var common = words.first.map({ Array($0.unicodeScalars) }) else { return "" }
    for word in words.dropFirst() {
      common = zip(common, word.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: common)
    return String(view)
  }

  /// The rows of a list in as many columns as fit; words run down the columns.
  ///
  /// At most `limit` words are listed, with the number of the others in a last row.
  static func rows(of words: [String], columns: Int, limit: Int = 100) -> [String] {
    let listed = words.prefix(limit).map(\.safeForTerminal)
    let cell = (listed.map(\.displayWidth).max() ?? 0) + 2
    let across = max(1, columns / max(cell, 1))
    let down = (listed.count + across - 1) / across
    var rows = (0..<down).map { row in
      let inRow = stride(from: row, to: listed.count, by: down).map { listed[$0] }
      let padded = inRow.dropLast().map {
        $0 + String(repeating: " ", count: cell - $0.displayWidth)
      }
      return padded.joined() + (inRow.last ?? "")
    }
    if words.count > limit { rows.append("… +\(words.count - limit)") }
    return rows
  }
}
