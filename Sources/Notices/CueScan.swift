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

  /// How many characters a gap `…` may hold; Latin words are longer, so twice as many without Chinese.
  static let reach = 12

  private func isShort(_ gap: Range<Int>, in text: CueText) -> Bool {
    gap.count <= CueScan.reach || gap.count <= 2 * CueScan.reach && !text.hasHan(in: gap)
  }

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
    var open: [Int: [Opening]] = [:]
    var found: [Hit] = []
    for hit in lexicon.hits(in: text.folded) {
      for use in uses[hit.id] { step(use, at: hit.range, text: text, open: &open, found: &found) }
    }
    return merged(found)
  }

  /// Takes one part of a pattern into account; `open` keeps, for each pattern in the making, where
  /// its parts so far stand.
  private func step(
    _ use: Use, at range: Range<Int>, text: CueText, open: inout [Int: [Opening]],
    found: inout [Hit]
  ) {
    let pattern = book.patterns[use.pattern]
    var first = range.lowerBound
    if use.part > 0 {
      guard let before = open[use.pattern]?[use.part - 1].nearest(before: range),
        isShort(before.upperBound..<range.lowerBound, in: text),
        !text.hasClauseEnd(in: before.upperBound..<range.lowerBound)
      else { return }
      first = before.lowerBound
    }
    let whole = first..<range.upperBound
    guard use.part + 1 < pattern.parts.count else {
      found.append(Hit(group: pattern.group, range: whole, isWhole: use.part == 0))
      return
    }
    open[use.pattern, default: Array(repeating: Opening(), count: pattern.parts.count - 1)][
      use.part
    ].add(whole)
  }

  /// The last two places where the parts of a pattern so far stand; two, because a part can occur
  /// again inside the next one (联系 in 联系…紧急联系人).
  private struct Opening {
    private var latest: Range<Int>?
    private var earlier: Range<Int>?

    mutating func add(_ range: Range<Int>) {
      earlier = latest
      latest = range
    }

    func nearest(before range: Range<Int>) -> Range<Int>? {
      [latest, earlier].compactMap(\.self).first { $0.upperBound <= range.lowerBound }
    }
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
