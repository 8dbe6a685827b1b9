import Recognizers

/// Finds the cues of a book and a list of names in a message, in one pass and in time linear in it.
struct CueScan: Sendable {
  /// How many groups there are.
  private let groupCount: Int
  private let lexicon: Lexicon
  /// The parts of patterns that each word of the lexicon is: `uses[starts[id]..<starts[id + 1]]`.
  private let uses: [Use]
  private let starts: [Int]
  /// The name that each word of the lexicon is, −1 for none.
  private let names: [Int]
  /// How many beginnings of patterns there are.
  private let openingCount: Int

  /// One part of one pattern, or of several that begin alike.
  private struct Use {
    let group: Int32
    /// The number of the parts before it, −1 for the first part.
    let before: Int32
    /// The number of the parts up to it, −1 for the last part.
    let opening: Int32

    var isFirst: Bool { before < 0 }
    var isLast: Bool { opening < 0 }
  }

  /// Where a cue stands.
  struct Hit: Hashable {
    private let place: (Int32, Int32)
    private let groupNumber: Int32
    /// Whether it is one word or phrase without a gap.
    let isWhole: Bool

    init(group: Int, range: Range<Int>, isWhole: Bool) {
      groupNumber = Int32(clamping: group)
      place = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
      self.isWhole = isWhole
    }

    /// The group's index in the book.
    var group: Int { Int(groupNumber) }

    /// The compared scalars from the first to the last part.
    var range: Range<Int> { Int(place.0)..<Int(place.1) }

    static func == (left: Hit, right: Hit) -> Bool {
      left.groupNumber == right.groupNumber && left.place == right.place
        && left.isWhole == right.isWhole
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(groupNumber)
      hasher.combine(place.0)
      hasher.combine(place.1)
    }
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
    var lines: [UInt8] = []
    var parts: [Part] = []
    for pattern in book.patterns {
      var isFirst = true
      pattern.parts { part, ending, isLast in
        lines.append(contentsOf: part)
        ending.withUTF8Buffer { lines.append(contentsOf: $0) }
        lines.append(0x0A)
        parts.append(Part(group: pattern.group, isFirst: isFirst, isLast: isLast))
        isFirst = isFirst && isLast
      }
    }
    for name in names { Lexicon.append(name, to: &lines) }
    var ids: [Int] = []
    lexicon = Lexicon(lines: lines, ids: &ids)
    let wordCount = (ids.max() ?? -1) + 1
    let uses: [(word: Int, use: Use)]
    (uses, openingCount) = CueScan.uses(parts, ids)
    (starts, self.uses) = CueScan.grouped(uses, count: wordCount)
    var nameOfWord = Array(repeating: -1, count: wordCount)
    for (name, id) in ids.dropFirst(parts.count).enumerated() where id >= 0 && nameOfWord[id] < 0 {
      nameOfWord[id] = name
    }
    self.names = nameOfWord
    groupCount = book.groups.count
  }

  /// The uses of the parts with their words, and how many openings there are.
  ///
  /// Patterns that begin with the same parts share one opening: it is noted once where they occur.
  private static func uses(
    _ parts: [Part], _ ids: [Int]
  ) -> (uses: [(word: Int, use: Use)], openings: Int) {
    var uses: [(word: Int, use: Use)] = []
    var openings: [Beginning: Int32] = [:]
    var before: Int32 = -1
    for (part, word) in zip(parts, ids) {
      if part.isFirst { before = -1 }
      guard !part.isLast else {
        let group = Int32(clamping: part.group)
        uses.append((word, Use(group: group, before: before, opening: -1)))
        continue
      }
      let beginning = Beginning(before: before, word: word)
      let opening = openings[beginning] ?? Int32(clamping: openings.count)
      if opening == openings.count {
        openings[beginning] = opening
        uses.append((word, Use(group: -1, before: before, opening: opening)))
      }
      before = opening
    }
    return (uses, openings.count)
  }

  /// A part as the book has it; the last one of a pattern comes once for each of its forms.
  private struct Part {
    let group: Int
    let isFirst: Bool
    let isLast: Bool
  }

  /// What several patterns begin with: the parts before and the word of the next one.
  private struct Beginning: Hashable {
    let before: Int32
    let word: Int
  }

  /// The uses by their words, in the order they came.
  private static func grouped(
    _ found: [(word: Int, use: Use)], count: Int
  ) -> (starts: [Int], uses: [Use]) {
    var starts = Array(repeating: 0, count: count + 1)
    for (word, _) in found where word >= 0 { starts[word + 1] += 1 }
    for word in 0..<count { starts[word + 1] += starts[word] }
    var places = starts
    let nothing = Use(group: -1, before: -1, opening: -1)
    var uses = Array(repeating: nothing, count: starts[count])
    for (word, use) in found where word >= 0 {
      uses[places[word]] = use
      places[word] += 1
    }
    return (starts, uses)
  }

  /// Every cue in reading order; of one group, overlapping ones are one.
  func hits(in text: CueText) -> [Hit] { result(in: text).hits }

  /// Everything one pass finds.
  func result(in text: CueText) -> Result {
    let words = lexicon.hits(in: text.folded)
    guard !words.isEmpty else { return Result() }
    var result = Result()
    result.hits.reserveCapacity(words.count + 8)
    // The tables of a pass are small enough for the stack.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: openingCount) { numbers in
      var openings = Openings(numbers)
      for word in words {
        let name = names[word.id]
        if name >= 0 { result.names.append((word.range, name)) }
        for index in starts[word.id]..<starts[word.id + 1] {
          step(uses[index], at: word.range, text: text, openings: &openings, found: &result.hits)
        }
      }
    }
    merge(&result.hits)
    result.names = CueScan.longest(result.names)
    return result
  }

  /// Takes one part of a pattern into account; `openings` keeps, for each pattern in the making,
  /// where its parts so far stand.
  @inline(__always)
  private func step(
    _ use: Use, at range: Range<Int>, text: CueText, openings: inout Openings,
    found: inout [Hit]
  ) {
    var first = range.lowerBound
    if !use.isFirst {
      guard let before = openings.nearest(Int(use.before), before: range),
        isShort(before.upperBound..<range.lowerBound, in: text),
        !text.hasClauseEnd(in: before.upperBound..<range.lowerBound)
      else { return }
      first = before.lowerBound
    }
    let whole = first..<range.upperBound
    guard !use.isLast else {
      found.append(Hit(group: Int(use.group), range: whole, isWhole: use.isFirst))
      return
    }
    openings.add(whole, to: Int(use.opening))
  }

  /// For every beginning of patterns the last two places where its parts stand; two, because
  /// a part can occur again inside the next one (联系 in 联系…紧急联系人).
  private struct Openings {
    /// One more than the place in `open` of each opening, 0 for none.
    private let numbers: UnsafeMutableBufferPointer<UInt16>
    private var open: [Opening] = []

    /// No openings yet; `numbers` has room for the number of each.
    init(_ numbers: UnsafeMutableBufferPointer<UInt16>) {
      self.numbers = numbers
      numbers.initialize(repeating: 0)
    }

    mutating func add(_ range: Range<Int>, to opening: Int) {
      let number = Int(numbers[opening])
      if number > 0 {
        open[number - 1].add(range)
      } else if open.count < Int(UInt16.max) {
        if open.isEmpty { open.reserveCapacity(16) }
        open.append(Opening(range))
        numbers[opening] = UInt16(clamping: open.count)
      }
    }

    @inline(__always)
    func nearest(_ opening: Int, before range: Range<Int>) -> Range<Int>? {
      guard numbers[opening] > 0 else { return nil }
      return open[Int(numbers[opening]) - 1].nearest(before: range)
    }
  }

  /// The last two places where the parts of one pattern so far stand.
  private struct Opening {
    private var latest: (lower: Int32, upper: Int32)
    private var earlier: (lower: Int32, upper: Int32) = (0, -1)

    init(_ range: Range<Int>) {
      latest = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
    }

    mutating func add(_ range: Range<Int>) {
      earlier = latest
      latest = (Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound))
    }

    func nearest(before range: Range<Int>) -> Range<Int>? {
      let place = latest.upper <= range.lowerBound ? latest : earlier
      guard place.upper >= 0, place.upper <= range.lowerBound else { return nil }
      return Int(place.lower)..<Int(place.upper)
    }
  }

  /// Brings them in the order of their starts; of one group, overlapping ones become one.
  private func merge(_ hits: inout [Hit]) {
    guard hits.count > 1 else { return }
    let count = hits.withUnsafeMutableBufferPointer { hits in
      CueScan.sortByStart(hits)
      return withUnsafeTemporaryAllocation(of: Int32.self, capacity: groupCount) { last in
        last.initialize(repeating: -1)
        return CueScan.merge(hits, last: last)
      }
    }
    hits.removeLast(hits.count - count)
  }

  /// Merges sorted hits; how many are left.
  ///
  /// `last` keeps the place of the last one of each group.
  private static func merge(
    _ hits: UnsafeMutableBufferPointer<Hit>, last: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    for place in hits.indices {
      let hit = hits[place]
      let index = Int(last[hit.group])
      if index >= 0, hits[index].range.upperBound > hit.range.lowerBound {
        let before = hits[index]
        hits[index] = Hit(
          group: hit.group,
          range: before.range.lowerBound..<max(before.range.upperBound, hit.range.upperBound),
          isWhole: before.isWhole && hit.isWhole)
      } else {
        last[hit.group] = Int32(clamping: count)
        hits[count] = hit
        count += 1
      }
    }
    return count
  }

  /// In the order of their starts; of equal starts in the order they came.
  ///
  /// They come by their ends, so that few are out of order.
  private static func sortByStart(_ hits: UnsafeMutableBufferPointer<Hit>) {
    guard hits.count <= 64 else {
      var hits = hits
      hits.sort { $0.range.lowerBound < $1.range.lowerBound }
      return
    }
    for index in hits.indices.dropFirst() {
      let hit = hits[index]
      var place = index
      while place > 0, hits[place - 1].range.lowerBound > hit.range.lowerBound {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = hit
    }
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
