/// Finds the cues of a book in a message, in time linear in the message.
struct CueScan: Sendable {
  private let book: CueBook
  private let words: WordAutomaton
  /// For each word of the automaton the parts of patterns it is.
  private let uses: [[Use]]

  /// One part of one pattern.
  private struct Use {
    let pattern: Int
    let part: Int
    let length: Int
  }

  /// Where a cue stands.
  struct Hit: Hashable {
    /// The group's index in the book.
    let group: Int
    /// The compared scalars from the first to the last part.
    let range: Range<Int>
  }

  init(_ book: CueBook) {
    self.book = book
    var indices: [[UInt32]: Int] = [:]
    var words: [[UInt32]] = []
    var uses: [[Use]] = []
    for (number, pattern) in book.patterns.enumerated() {
      for (part, word) in pattern.parts.enumerated() {
        let use = Use(pattern: number, part: part, length: word.count)
        if let index = indices[word] {
          uses[index].append(use)
        } else {
          indices[word] = words.count
          words.append(word)
          uses.append([use])
        }
      }
    }
    self.words = WordAutomaton(words)
    self.uses = uses
  }

  /// How many characters a gap `…` may hold.
  private static let reach = 12

  /// Every cue in reading order of its end; of one group, overlapping ones are one.
  func hits(in text: CueText) -> [Hit] {
    var open: [Int: [Range<Int>]] = [:]
    var clauseStart = 0
    var found: [Hit] = []
    words.scan(
      text.scalars,
      onScalar: { index, scalar in if CueText.endsClause(scalar) { clauseStart = index + 1 } },
      onWord: { word, end in
        for use in uses[word] {
          step(use, end: end, text: text, clauseStart: clauseStart, open: &open, found: &found)
        }
      })
    return merged(found)
  }

  private func step(
    _ use: Use, end: Int, text: CueText, clauseStart: Int, open: inout [Int: [Range<Int>]],
    found: inout [Hit]
  ) {
    let pattern = book.patterns[use.pattern]
    let start = end - use.length
    guard isWhole(start..<end, in: text.scalars, mayGoOn: pattern.isOpen) else { return }
    var first = start
    if use.part > 0 {
      guard let before = open[use.pattern], before.indices.contains(use.part - 1) else { return }
      let last = before[use.part - 1]
      guard !last.isEmpty, last.upperBound <= start, start - last.upperBound <= CueScan.reach,
        last.lowerBound >= clauseStart
      else { return }
      first = last.lowerBound
    }
    guard use.part + 1 < pattern.parts.count else {
      found.append(Hit(group: pattern.group, range: first..<end))
      return
    }
    var ranges = open[use.pattern] ?? Array(repeating: 0..<0, count: pattern.parts.count - 1)
    ranges[use.part] = first..<end
    open[use.pattern] = ranges
  }

  /// Whether Latin words and numbers at the edges are whole ones.
  private func isWhole(_ range: Range<Int>, in scalars: [UInt32], mayGoOn: Bool) -> Bool {
    let first = scalars[range.lowerBound]
    let last = scalars[range.upperBound - 1]
    if range.lowerBound > 0, isSameSort(scalars[range.lowerBound - 1], first) { return false }
    guard !mayGoOn, range.upperBound < scalars.count else { return true }
    return !isSameSort(last, scalars[range.upperBound])
  }

  private func isSameSort(_ left: UInt32, _ right: UInt32) -> Bool {
    (CueText.isLetter(left) && CueText.isLetter(right))
      || (CueText.isDigit(left) && CueText.isDigit(right))
  }

  private func merged(_ hits: [Hit]) -> [Hit] {
    var result: [Hit] = []
    var last: [Int: Int] = [:]
    for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let index = last[hit.group], result[index].range.upperBound > hit.range.lowerBound {
        let range = result[index].range
        result[index] = Hit(
          group: hit.group,
          range: range.lowerBound..<max(range.upperBound, hit.range.upperBound))
      } else {
        last[hit.group] = result.count
        result.append(hit)
      }
    }
    return result
  }
}
