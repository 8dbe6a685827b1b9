/// The cues near a number that tell what part it plays: the nearest before it, else one right after.
struct RoleCues<Role: Hashable & Sendable> {
  /// A cue at raw scalars.
  struct Cue {
    let role: Role
    let range: Range<Int>
  }

  /// In order of their ends, longer before shorter.
  private let cues: [Cue]
  private let reachBefore: Int
  private let reachAfter: Int

  init(_ cues: [Cue], reachBefore: Int = 16, reachAfter: Int = 5) {
    func isBefore(_ one: Cue, _ other: Cue) -> Bool {
      one.range.upperBound == other.range.upperBound
        ? one.range.count > other.range.count : one.range.upperBound < other.range.upperBound
    }
    let isSorted = zip(cues, cues.dropFirst()).allSatisfy { !isBefore($1, $0) }
    self.cues = isSorted ? cues : cues.sorted(by: isBefore)
    self.reachBefore = reachBefore
    self.reachAfter = reachAfter
  }

  /// The cue that tells the part of the words at `range`.
  ///
  /// `floor` is the end of the number before it and `ceiling` the start of the next, so that no two numbers share a cue across another.
  /// `stopsBehind` are stops between the words and a cue behind them, where other than `stops`.
  func nearest(
    to range: Range<Int>, floor: Int, ceiling: Int, stops: (Range<Int>) -> Bool,
    stopsBehind: ((Range<Int>) -> Bool)? = nil
  ) -> Cue? {
    if let cue = before(range, floor: floor, stops: stops) { return cue }
    guard let stopsBehind else { return after(range, ceiling: ceiling, stops: stops) }
    return after(range, ceiling: ceiling, stops: stopsBehind)
  }

  /// The cue that starts at a place or one scalar after it.
  func following(_ place: Int) -> Cue? {
    var index = firstIndex(endingAfter: place)
    while index < cues.count, cues[index].range.upperBound <= place + 8 {
      if (place...place + 1).contains(cues[index].range.lowerBound) { return cues[index] }
      index += 1
    }
    return nil
  }

  private func before(_ range: Range<Int>, floor: Int, stops: (Range<Int>) -> Bool) -> Cue? {
    var index = firstIndex(endingAfter: range.lowerBound)
    var best: Cue?
    while index > 0 {
      index -= 1
      let cue = cues[index]
      guard range.lowerBound - cue.range.upperBound <= reachBefore, cue.range.lowerBound >= floor
      else { break }
      if let best, best.range.upperBound > cue.range.upperBound { break }
      if stops(cue.range.upperBound..<range.lowerBound) { break }
      if best.map({ $0.range.count < cue.range.count }) ?? true { best = cue }
    }
    return best
  }

  private func after(_ range: Range<Int>, ceiling: Int, stops: (Range<Int>) -> Bool) -> Cue? {
    var index = firstIndex(endingAfter: range.upperBound)
    while index < cues.count {
      let cue = cues[index]
      guard cue.range.upperBound <= ceiling,
        cue.range.lowerBound - range.upperBound <= reachAfter
      else { return nil }
      if cue.range.lowerBound >= range.upperBound {
        return stops(range.upperBound..<cue.range.lowerBound) ? nil : cue
      }
      index += 1
    }
    return nil
  }

  /// The first cue whose end lies after `place` (binary search).
  private func firstIndex(endingAfter place: Int) -> Int {
    var low = 0
    var high = cues.count
    while low < high {
      let middle = (low + high) / 2
      if cues[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
