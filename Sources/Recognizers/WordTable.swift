/// Words of the grammar with what each means, found from a given place on.
struct WordTable<Meaning: Sendable>: Sendable {
  private let lexicon: Lexicon
  private let meanings: [Meaning]
  /// The folded scalars with which words begin; Latin letters in the case given.
  let firsts: [UInt32]

  /// Each line holds words separated by blanks.
  init(_ lines: [(words: String, meaning: Meaning)]) {
    var entries: [(word: String, id: Int)] = []
    for (index, line) in lines.enumerated() {
      for word in line.words.split(separator: " ") {
        entries.append((String(word.map { $0 == "_" ? " " : $0 }), index))
      }
    }
    lexicon = Lexicon(entries)
    firsts = entries.compactMap { Lexicon.folded($0.word).first }
    meanings = lines.map(\.meaning)
  }

  /// The longest word that starts at a place, and where it ends.
  ///
  /// Blanks between Chinese characters are passed over: 百 分 点.
  @inline(__always)
  func match(_ scan: Scan, at start: Int) -> (meaning: Meaning, end: Int)? {
    guard let (id, length) = lexicon.longestWord(at: start, in: scan.s) else { return nil }
    return (meanings[id], start + length)
  }
}
