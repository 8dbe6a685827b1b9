/// Which signals a message gives, each with the place of the first words that give it.
struct SignalSet: Sendable {
  private let findings: Int
  private let count: Int
  /// One bit a signal.
  private(set) var present: [UInt64]
  /// The signals that rest on words, in the order they came.
  private var given: [Given] = []

  private struct Given {
    let signal: Int
    let range: Range<Int>
  }

  /// No signals yet, of so many; the first `findings` of them come from findings.
  init(count: Int, findings: Int) {
    self.count = count
    self.findings = findings
    present = Array(repeating: 0, count: (count + 63) / 64)
  }

  @inline(__always)
  func has(_ index: Int) -> Bool { present[index >> 6] & 1 << UInt64(index & 63) != 0 }

  func isFinding(_ index: Int) -> Bool { index < findings }

  /// Where the first words of a signal stand, `nil` where it rests on none.
  func place(of index: Int) -> Range<Int>? {
    for place in given where place.signal == index { return place.range }
    return nil
  }

  /// Calls with the index of each signal that is there, in ascending order.
  @inline(__always)
  func each(_ body: (Int) -> Void) {
    for (place, word) in present.enumerated() {
      var rest = word
      while rest != 0 {
        body(place << 6 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// Adds a signal unless it is there.
  mutating func add(_ index: Int, at range: Range<Int>?) {
    guard index >= 0, index < count, !has(index) else { return }
    present[index >> 6] |= 1 << UInt64(index & 63)
    guard let range else { return }
    if given.isEmpty { given.reserveCapacity(32) }
    given.append(Given(signal: index, range: range))
  }
}
