/// A set of small whole numbers, all below a fixed bound.
struct Bits: Hashable, Sendable {
  /// The numbers below 64, which need no memory of their own: most flows have no larger ones.
  private var low: UInt64
  /// The others, 64 a word.
  private var high: [UInt64]

  /// The empty set, or the set of all numbers below the bound.
  init(below bound: Int, full: Bool = false) {
    let word: UInt64 = full ? .max : 0
    low = word
    high = bound > 64 ? [UInt64](repeating: word, count: (bound - 1) / 64) : []
  }

  func contains(_ number: Int) -> Bool {
    let word = number < 64 ? low : high[number >> 6 - 1]
    return word & (1 << UInt64(number & 63)) != 0
  }

  mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    if number < 64 { low |= bit } else { high[number >> 6 - 1] |= bit }
  }

  mutating func remove(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    if number < 64 { low &= ~bit } else { high[number >> 6 - 1] &= ~bit }
  }

  mutating func formUnion(_ other: Bits) {
    low |= other.low
    for place in high.indices { high[place] |= other.high[place] }
  }

  /// Goes through the numbers in it, ascending.
  func forEach(_ body: (Int) -> Void) {
    Bits.forEach(in: low, from: 0, body)
    for (place, word) in high.enumerated() { Bits.forEach(in: word, from: 64 * (place + 1), body) }
  }

  private static func forEach(in word: UInt64, from first: Int, _ body: (Int) -> Void) {
    var rest = word
    while rest != 0 {
      body(first + rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Keeps what the other holds too; whether anything went.
  mutating func formIntersection(_ other: Bits) -> Bool {
    var changed = low & ~other.low != 0
    low &= other.low
    for place in high.indices {
      let kept = high[place] & other.high[place]
      if kept != high[place] {
        high[place] = kept
        changed = true
      }
    }
    return changed
  }
}
