/// Ranges in reading order that do not overlap, for look-ups in logarithmic time.
package struct SortedRanges: Sendable {
  let ranges: [Range<Int>]

  /// Sorts them; of overlapping ones the first is kept.
  package init(_ ranges: [Range<Int>]) {
    guard !SortedRanges.areSorted(ranges) else {
      self.ranges = ranges
      return
    }
    var kept: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
    where (kept.last?.upperBound ?? 0) <= range.lowerBound {
      kept.append(range)
    }
    self.ranges = kept
  }

  /// Whether each begins where the one before has ended; so most of them come.
  private static func areSorted(_ ranges: [Range<Int>]) -> Bool {
    guard let first = ranges.first else { return true }
    var end = first.upperBound
    for range in ranges.dropFirst() {
      if range.lowerBound < end { return false }
      end = range.upperBound
    }
    return first.lowerBound >= 0
  }

  /// The last range that ends at or before a place.
  func last(endingBy place: Int) -> Range<Int>? {
    let index = count { $0.upperBound <= place }
    return index > 0 ? ranges[index - 1] : nil
  }

  /// The range that starts at a place.
  func first(startingAt place: Int) -> Range<Int>? {
    let index = count { $0.lowerBound < place }
    return index < ranges.count && ranges[index].lowerBound == place ? ranges[index] : nil
  }

  /// The first range that starts at a place or behind it.
  func first(from place: Int) -> Range<Int>? {
    let index = count { $0.lowerBound < place }
    return index < ranges.count ? ranges[index] : nil
  }

  /// Whether any of them shares a scalar with a range.
  package func overlaps(_ range: Range<Int>) -> Bool {
    let index = count { $0.upperBound <= range.lowerBound }
    return index < ranges.count && ranges[index].overlaps(range)
  }

  /// Whether a range lies inside one of them and is shorter than it.
  func coversMore(than range: Range<Int>) -> Bool {
    covers(range) && first(startingAt: range.lowerBound) != range
  }

  /// Whether a range lies wholly inside one of them.
  package func covers(_ range: Range<Int>) -> Bool {
    let index = count { $0.upperBound <= range.lowerBound }
    return index < ranges.count && ranges[index].lowerBound <= range.lowerBound
      && ranges[index].upperBound >= range.upperBound
  }

  /// How many stand before, where the condition holds for the first ones and for no later one.
  private func count(while isBefore: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(ranges[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
