/// A set of small whole numbers, all below a fixed bound.
struct Bits: Hashable, Sendable {
  private var words: [UInt64]

  /// The empty set, or the set of all numbers below the bound.
  init(below bound: Int, full: Bool = false) {
    words = [UInt64](repeating: full ? .max : 0, count: (bound + 63) / 64)
  }

  func contains(_ number: Int) -> Bool {
    words[number >> 6] & (1 << UInt64(number & 63)) != 0
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  mutating func formUnion(_ other: Bits) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  /// Goes through the numbers in it, ascending.
  func forEach(_ body: (Int) -> Void) {
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(place * 64 + rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// Keeps what the other holds too; whether anything went.
  mutating func formIntersection(_ other: Bits) -> Bool {
    var changed = false
    for place in words.indices {
      let kept = words[place] & other.words[place]
      if kept != words[place] {
        words[place] = kept
        changed = true
      }
    }
    return changed
  }
}
