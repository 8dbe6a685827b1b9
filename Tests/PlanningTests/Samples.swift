import MoneyAndDates
import Testing

@testable import Planning

/// A small generator of random cases; the same seed always gives the same cases.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ range: ClosedRange<Int64>) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int64(mixed % UInt64(range.upperBound - range.lowerBound + 1))
  }
}

/// A day that a test writes down.
func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

/// A fraction that a test writes down.
func ratio(_ numerator: Int64, _ denominator: Int64) throws -> Ratio<Int64> {
  try #require(Ratio(numerator, denominator))
}
