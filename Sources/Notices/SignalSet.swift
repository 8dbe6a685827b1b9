/// Which signals a message gives, each with the first words that give it.
struct SignalSet {
  private let findings: Int
  private let count: Int
  /// One bit a signal.
  private(set) var present: [UInt64]
  /// Where the words of each signal stand; the end is −1 where it has none.
  private var places: [Place]
  private let message: MessageText

  private struct Place {
    var start: Int32 = 0
    var end: Int32 = -1
  }

  /// No signals yet, of so many; the first `findings` of them come from findings.
  init(count: Int, findings: Int, message: MessageText) {
    self.count = count
    self.findings = findings
    self.message = message
    present = Array(repeating: 0, count: (count + 63) / 64)
    places = Array(repeating: Place(), count: count)
  }

  @inline(__always)
  func has(_ index: Int) -> Bool { present[index >> 6] & 1 << UInt64(index & 63) != 0 }

  func isFinding(_ index: Int) -> Bool { index < findings }

  func quote(_ index: Int) -> Quote? {
    let place = places[index]
    guard place.end >= place.start else { return nil }
    return message.quote(Int(place.start)..<Int(place.end))
  }

  /// Adds a signal unless it is there.
  mutating func add(_ index: Int, at range: Range<Int>?) {
    guard index >= 0, index < count, !has(index) else { return }
    present[index >> 6] |= 1 << UInt64(index & 63)
    guard let range else { return }
    places[index] = Place(
      start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound))
  }
}
