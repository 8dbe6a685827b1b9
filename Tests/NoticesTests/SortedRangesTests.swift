import Testing

@testable import Notices

@Suite struct SortedRangesTests {
  private let ranges = SortedRanges([5..<8, 0..<2, 7..<9, 10..<12])

  @Test func `they stand in order and do not overlap`() {
    #expect(ranges.ranges == [0..<2, 5..<8, 10..<12])
  }

  @Test func `look-ups find the nearest`() {
    #expect(ranges.last(endingBy: 9) == 5..<8)
    #expect(ranges.last(endingBy: 1) == nil)
    #expect(ranges.first(startingAt: 10) == 10..<12)
    #expect(ranges.first(startingAt: 11) == nil)
    #expect(ranges.overlaps(7..<10))
    #expect(!ranges.overlaps(8..<10))
    #expect(ranges.covers(6..<8))
    #expect(!ranges.covers(6..<9))
    #expect(ranges.coversMore(than: 5..<7))
    #expect(!ranges.coversMore(than: 5..<8))
  }
}
