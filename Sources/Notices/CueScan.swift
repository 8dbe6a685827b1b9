import Recognizers

/// Finds the cues of a book in a message, in time linear in the message.
struct CueScan: Sendable {
  private let book: CueBook
  private let lexicon: Lexicon
  /// For each word of the lexicon the parts of patterns it is.
  private let uses: [[Use]]

  /// One part of one pattern.
  private struct Use {
    let pattern: Int
    let part: Int
  }

  /// Where a cue stands.
  struct Hit: Hashable {
    /// The group's index in the book.
    let group: Int
    /// The compared scalars from the first to the last part.
    let range: Range<Int>
    /// Whether it is one word or phrase without a gap.
    let isWhole: Bool
  }

  /// How many characters a gap `…` may hold.
  static let reach = 12

  init(_ book: CueBook) {
    self.book = book
    var indices: [String: Int] = [:]
    var words: [(word: String, id: Int)] = []
    var uses: [[Use]] = []
    for (number, pattern) in book.patterns.enumerated() {
      for (part, word) in pattern.parts.enumerated() {
        let use = Use(pattern: number, part: part)
        if let index = indices[word] {
          uses[index].append(use)
        } else {
          indices[word] = words.count
          words.append((word, words.count))
          uses.append([use])
        }
      }
    }
    lexicon = Lexicon(words)
    self.uses = uses
  }

  /// Every cue in reading order; of one group, overlapping ones are one.
  func hits(in text: CueText) -> [Hit] {
    var open: [Int: [Range<Int>]] = [:]
    var found: [Hit] = []
    for hit in lexicon.hits(in: text.folded) {
      for use in uses[hit.id] { step(use, at: hit.range, text: text, open: &open, found: &found) }
    }
    return merged(found)
  }

  /// Takes one part of a pattern into account; `open` keeps, for each pattern in the making, where
  /// its parts so far stand.
  private func step(
    _ use: Use, at range: Range<Int>, text: CueText, open: inout [Int: [Range<Int>]],
    found: inout [Hit]
  ) {
    let pattern = book.patterns[use.pattern]
    var first = range.lowerBound
    if use.part > 0 {
      guard let before = open[use.pattern]?[use.part - 1], !before.isEmpty,
        before.upperBound <= range.lowerBound,
        range.lowerBound - before.upperBound <= CueScan.reach,
        !text.hasClauseEnd(in: before.upperBound..<range.lowerBound)
      else { return }
      first = before.lowerBound
    }
    let whole = first..<range.upperBound
    guard use.part + 1 < pattern.parts.count else {
      found.append(Hit(group: pattern.group, range: whole, isWhole: use.part == 0))
      return
    }
    open[use.pattern, default: Array(repeating: 0..<0, count: pattern.parts.count - 1)][use.part] =
      whole
  }

  private func merged(_ hits: [Hit]) -> [Hit] {
    var result: [Hit] = []
    var last: [Int: Int] = [:]
    for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let index = last[hit.group], result[index].range.upperBound > hit.range.lowerBound {
        let before = result[index]
        result[index] = Hit(
          group: hit.group,
          range: before.range.lowerBound..<max(before.range.upperBound, hit.range.upperBound),
          isWhole: before.isWhole && hit.isWhole)
      } else {
        last[hit.group] = result.count
        result.append(hit)
      }
    }
    return result
  }
}
