import Recognizers

/// Finds the cues of a book and a list of names in a message, in one pass and in time linear in it.
struct CueScan: Sendable {
  /// For each group no place yet; copied where places are noted.
  private let noPlaces: [Int32]
  private let lexicon: Lexicon
  /// The parts of patterns that each word of the lexicon is: `uses[starts[id]..<starts[id + 1]]`.
  private let uses: [Use]
  private let starts: [Int]
  /// The name that each word of the lexicon is, −1 for none.
  private let names: [Int]
  /// For each first and middle part of a pattern no place yet.
  private let noOpenings: [UInt16]

  /// One part of one pattern.
  private struct Use {
    let group: Int32
    /// The place of this part among the openings.
    let opening: Int32
    let isFirst: Bool
    let isLast: Bool
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
    var parts: [Use] = []
    var openings: Int32 = 0
    for pattern in book.patterns {
      var isFirst = true
      pattern.parts { part, ending, isLast in
        lines.append(contentsOf: part)
        ending.withUTF8Buffer { lines.append(contentsOf: $0) }
        lines.append(0x0A)
        parts.append(
          Use(
            group: Int32(clamping: pattern.group), opening: openings, isFirst: isFirst,
            isLast: isLast))
        guard !isLast else { return }
        openings += 1
        isFirst = false
      }
    }
    for name in names { Lexicon.append(name, to: &lines) }
    var ids: [Int] = []
    lexicon = Lexicon(lines: lines, ids: &ids)
    let wordCount = (ids.max() ?? -1) + 1
    (starts, uses) = CueScan.grouped(parts, by: ids, count: wordCount)
    var nameOfWord = Array(repeating: -1, count: wordCount)
    for (name, id) in ids.dropFirst(parts.count).enumerated() where id >= 0 && nameOfWord[id] < 0 {
      nameOfWord[id] = name
    }
    self.names = nameOfWord
    noPlaces = Array(repeating: -1, count: book.groups.count)
    noOpenings = Array(repeating: 0, count: Int(openings))
  }

  /// The parts by the words they are, in the order they came.
  private static func grouped(
    _ parts: [Use], by ids: [Int], count: Int
  ) -> (starts: [Int], uses: [Use]) {
    var starts = Array(repeating: 0, count: count + 1)
    for id in ids.prefix(parts.count) where id >= 0 { starts[id + 1] += 1 }
    for id in 0..<count { starts[id + 1] += starts[id] }
    var places = starts
    let nothing = Use(group: 0, opening: 0, isFirst: true, isLast: true)
    var uses = Array(repeating: nothing, count: starts[count])
    for (part, id) in zip(parts, ids) where id >= 0 {
      uses[places[id]] = part
      places[id] += 1
    }
    return (starts, uses)
  }

  /// Every cue in reading order; of one group, overlapping ones are one.
  func hits(in text: CueText) -> [Hit] { result(in: text).hits }

  /// Everything one pass finds.
  func result(in text: CueText) -> Result {
    let words = lexicon.hits(in: text.folded)
    guard !words.isEmpty else { return Result() }
    var openings = Openings()
    var found: [Hit] = []
    found.reserveCapacity(words.count + 8)
    var names: [(range: Range<Int>, name: Int)] = []
    for word in words {
      let name = self.names[word.id]
      if name >= 0 { names.append((word.range, name)) }
      for index in starts[word.id]..<starts[word.id + 1] {
        step(uses[index], at: word.range, text: text, openings: &openings, found: &found)
      }
    }
    merge(&found)
    return Result(hits: found, names: CueScan.longest(names))
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
      guard let before = openings.nearest(Int(use.opening) - 1, before: range),
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
    openings.add(whole, to: Int(use.opening), none: noOpenings)
  }

  /// For every pattern in the making the last two places where its parts so far stand; two, because
  /// a part can occur again inside the next one (联系 in 联系…紧急联系人).
  private struct Openings {
    /// One more than the place in `open` of each opening, 0 for none; empty until there is one.
    private var numbers: [UInt16] = []
    private var open: [Opening] = []

    mutating func add(_ range: Range<Int>, to opening: Int, none: [UInt16]) {
      if numbers.isEmpty {
        numbers = none
        open.reserveCapacity(16)
      }
      let number = Int(numbers[opening])
      if number > 0 {
        open[number - 1].add(range)
      } else if open.count < Int(UInt16.max) {
        open.append(Opening(range))
        numbers[opening] = UInt16(clamping: open.count)
      }
    }

    @inline(__always)
    func nearest(_ opening: Int, before range: Range<Int>) -> Range<Int>? {
      guard opening < numbers.count, numbers[opening] > 0 else { return nil }
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
    CueScan.sortByStart(&hits)
    var last = noPlaces
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
    hits.removeLast(hits.count - count)
  }

  /// In the order of their starts; of equal starts in the order they came.
  ///
  /// They come by their ends, so that few are out of order.
  private static func sortByStart(_ hits: inout [Hit]) {
    guard hits.count <= 64 else {
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
