import Testing

@testable import Recognizers

struct PackedPartsTests {
  @Test(arguments: [nil, 0, 1, 31, -5, 127, -127])
  func `a small number comes back`(value: Int?) {
    var packed = Packed8()
    #expect(packed.value == nil)
    packed.value = value
    #expect(packed.value == value)
  }

  @Test func `a number too large counts as the largest`() {
    var small = Packed8()
    small.value = 1_000
    #expect(small.value == 127)
    small.value = -1_000
    #expect(small.value == -127)
    var large = Packed16()
    large.value = 100_000
    #expect(large.value == 32_767)
    large.value = -32_768
    #expect(large.value == -32_767)
  }

  @Test func `a range comes back, and none`() {
    var packed = PackedRange()
    #expect(packed.value == nil)
    packed.value = 3..<17
    #expect(packed.value == 3..<17)
    packed.value = 0..<0
    #expect(packed.value == 0..<0)
    packed.value = nil
    #expect(packed.value == nil)
  }

  @Test func `the parts of a date stand side by side`() {
    var written = WrittenTime(year: 2026, month: 11, day: 23, weekday: 1, relativeDay: -2, hour: 18)
    written.minute = 0
    written.dateRange = 4..<9
    #expect(written.year == 2026)
    #expect(written.month == 11)
    #expect(written.day == 23)
    #expect(written.weekday == 1)
    #expect(written.relativeDay == -2)
    #expect(written.hour == 18)
    #expect(written.minute == 0)
    #expect(written.second == nil)
    #expect(written.dateRange == 4..<9)
    #expect(written.timeRange == nil)
    #expect(MemoryLayout<WrittenTime>.size <= 48)
  }
}
