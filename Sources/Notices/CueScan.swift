import Recognizers

/// Finds the cues of a book and a list of names in a message, in one pass and in time linear in it.
struct CueScan: Sendable {
  private let groupCount: Int
  private let lexicon: Lexicon
  /// The parts of patterns that each word of the lexicon is: `uses[starts[id]..<starts[id + 1]]`.
  private let uses: [Use]
  private let starts: [Int]
  /// How many first and middle parts all patterns have.
  private let openingCount: Int

  /// One part of one pattern.
  private struct Use {
    let group: Int
    let part: Int
    let isLast: Bool
    /// The place of this part among the openings.
    let opening: Int
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

  /// What one pass finds.
  struct Result {
    /// Every cue in reading order; of one group, overlapping ones are one.
    var hits: [Hit] = []
    /// The names with their places in the list given; of overlapping ones the leftmost and longest.
    var names: [(range: Range<Int>, name: Int)] = []
  }

  /// How many characters a gap `…` may hold; Latin words are longer, so twice as many without Chinese.
  static let reach = 12

  private func isShort(_ gap: Range<Int>, in text: CueText) -> Bool {
    gap.count <= CueScan.reach || gap.count <= 2 * CueScan.reach && !text.hasHan(in: gap)
  }

  init(_ book: CueBook, names: [String] = []) {
    var indices: [[UInt8]: Int] = [:]
    var words: [(word: String, id: Int)] = []
    var uses: [[Use]] = []
    var openings = 0
    for pattern in book.patterns {
      for (part, word) in pattern.parts.enumerated() {
        let isLast = part + 1 == pattern.parts.count
        let use = Use(group: pattern.group, part: part, isLast: isLast, opening: openings)
        if !isLast { openings += 1 }
        let key = Array(word.utf8)
        if let index = indices[key] {
          uses[index].append(use)
        } else {
          indices[key] = words.count
          words.append((word, words.count))
          uses.append([use])
        }
      }
    }
    self.uses = uses.flatMap(\.self)
    starts = uses.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    lexicon = Lexicon(words + names.enumerated().map { ($0.element, words.count + $0.offset) })
    groupCount = book.groups.count
    openingCount = openings
  }

  /// Every cue in reading order; of one group, overlapping ones are one.
  func hits(in text: CueText) -> [Hit] { result(in: text).hits }

  /// Everything one pass finds.
  func result(in text: CueText) -> Result {
    var openings: [Opening] = []
    var found: [Hit] = []
    var names: [(range: Range<Int>, name: Int)] = []
    let wordCount = starts.count - 1
    for hit in lexicon.hits(in: text.folded) {
      guard hit.id < wordCount else {
        names.append((hit.range, hit.id - wordCount))
        continue
      }
      for index in starts[hit.id]..<starts[hit.id + 1] {
        step(uses[index], at: hit.range, text: text, openings: &openings, found: &found)
      }
    }
    return Result(hits: merged(found), names: CueScan.longest(names))
  }

  /// Takes one part of a pattern into account; `openings` keeps, for each pattern in the making,
  /// where its parts so far stand.
  private func step(
    _ use: Use, at range: Range<Int>, text: CueText, openings: inout [Opening],
    found: inout [Hit]
  ) {
    var first = range.lowerBound
    if use.part > 0 {
      guard !openings.isEmpty, let before = openings[use.opening - 1].nearest(before: range),
        isShort(before.upperBound..<range.lowerBound, in: text),
        !text.hasClauseEnd(in: before.upperBound..<range.lowerBound)
      else { return }
      first = before.lowerBound
    }
    let whole = first..<range.upperBound
    guard !use.isLast else {
      found.append(Hit(group: use.group, range: whole, isWhole: use.part == 0))
      return
    }
    if openings.isEmpty { openings = Array(repeating: Opening(), count: openingCount) }
    openings[use.opening].add(whole)
  }

  /// The last two places where the parts of a pattern so far stand; two, because a part can occur
  /// again inside the next one (联系 in 联系…紧急联系人).
  private struct Opening {
    private var latest: (lower: Int32, upper: Int32) = (0, -1)
    private var earlier: (lower: Int32, upper: Int32) = (0, -1)

    mutating func add(_ range: Range<Int>) {
      earlier = latest
      latest = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
    }

    func nearest(before range: Range<Int>) -> Range<Int>? {
      let place = latest.upper >= 0 && latest.upper <= range.lowerBound ? latest : earlier
      guard place.upper >= 0, place.upper <= range.lowerBound else { return nil }
      return Int(place.lower)..<Int(place.upper)
    }
  }

  private func merged(_ hits: [Hit]) -> [Hit] {
    guard hits.count > 1 else { return hits }
    var result: [Hit] = []
    result.reserveCapacity(hits.count)
    var last = [Int32](repeating: -1, count: groupCount)
    for hit in CueScan.byStart(hits) {
      let index = Int(last[hit.group])
      if index >= 0, result[index].range.upperBound > hit.range.lowerBound {
        let before = result[index]
        result[index] = Hit(
          group: hit.group,
          range: before.range.lowerBound..<max(before.range.upperBound, hit.range.upperBound),
          isWhole: before.isWhole && hit.isWhole)
      } else {
        last[hit.group] = Int32(clamping: result.count)
        result.append(hit)
      }
    }
    return result
  }

  /// In the order of their starts; of equal starts in the order they came.
  ///
  /// They come by their ends, so that few are out of order.
  private static func byStart(_ hits: [Hit]) -> [Hit] {
    guard hits.count <= 64 else {
      return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    var hits = hits
    for index in hits.indices.dropFirst() {
      let hit = hits[index]
      var place = index
      while place > 0, hits[place - 1].range.lowerBound > hit.range.lowerBound {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = hit
    }
    return hits
  }

  /// Of overlapping names the leftmost, then the longest, then the one listed first.
  private static func longest(
    _ names: [(range: Range<Int>, name: Int)]
  ) -> [(range: Range<Int>, name: Int)] {
    guard names.count > 1 else { return names }
    let sorted = names.enumerated().sorted { left, right in
      let (one, other) = (left.element.range, right.element.range)
      if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
      if one.count != other.count { return one.count > other.count }
      return left.offset < right.offset
    }
    var kept: [(range: Range<Int>, name: Int)] = []
    var end = 0
    for (_, name) in sorted where name.range.lowerBound >= end {
      kept.append(name)
      end = name.range.upperBound
    }
    return kept
  }
}
