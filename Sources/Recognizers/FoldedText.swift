/// A text decoded once into folded scalars, each with its origin in the raw text.
///
/// Level A of folding is done here, always: width, enclosed and other digits, invisible scalars,
/// traditional forms. What is right only in some places (letters for digits, 点 for a dot) the
/// scanners decide. Letters keep their case; the lexicon does not mind it.
package struct FoldedText: Sendable {
  /// Where a folded scalar came from.
  package struct Place: Hashable, Sendable {
    /// The index of its raw scalar.
    package let scalar: UInt32
    /// The offset of its raw scalar in UTF-8.
    package let byte: UInt32
    /// How many raw scalars it covers: 1, or more with a keycap behind it.
    package var scalars: UInt8
    /// How many bytes they take.
    package var bytes: UInt8
    /// The folds applied to it.
    package var folds: FoldSet
  }

  /// The raw text in UTF-8.
  package let utf8: [UInt8]
  /// The folded scalars.
  package let scalars: [UInt32]
  /// The class and the traits of each folded scalar.
  let traits: [ScalarTraits]
  /// The origin of each folded scalar.
  package let places: [Place]
  /// How many scalars the raw text has.
  package let rawCount: Int
  /// Whether any Chinese character stands in it, numerals apart.
  let hasHan: Bool

  /// Folds a text.
  package init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// Folds a text in UTF-8; a byte that is not part of well-formed UTF-8 counts as one U+FFFD.
  package init(utf8: [UInt8]) {
    self.init(utf8: utf8, traits: ScalarTraits.table)
  }

  /// Folds a text with a table of traits: none for the words that the table itself is made from.
  init(utf8: [UInt8], traits table: ScalarTraits.Table) {
    // A scalar takes at least one byte, one that folds to two digits at least two.
    let capacity = utf8.count
    var counts = (folded: 0, raw: 0)
    var kinds: UInt32 = 0
    var places: [Place] = []
    var scalars: [UInt32] = []
    traits = Array(unsafeUninitializedCapacity: capacity) { traits, count in
      places = Array(unsafeUninitializedCapacity: capacity) { places, count in
        scalars = Array(unsafeUninitializedCapacity: capacity) { scalars, count in
          var folding = Folding(scalars: scalars, traits: traits, places: places)
          utf8.withUnsafeBufferPointer { folding.run($0, traits: table) }
          counts = (folding.count, folding.rawCount)
          kinds = folding.kinds
          count = counts.folded
        }
        count = counts.folded
      }
      count = counts.folded
    }
    self.utf8 = utf8
    self.scalars = scalars
    self.places = places
    hasHan =
      kinds & (1 << UInt32(ScalarClass.han.rawValue) | 1 << UInt32(ScalarClass.wordStart.rawValue))
      != 0
    rawCount = counts.raw
  }

  /// How many folded scalars there are.
  package var count: Int { scalars.count }

  /// The range of raw scalars that folded scalars came from; invisible scalars between are inside.
  package func rawRange(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= count, let last = range.last else {
      return 0..<0
    }
    let end = Int(places[last].scalar) + Int(places[last].scalars)
    return Int(places[range.lowerBound].scalar)..<end
  }

  /// The raw characters of a range of folded scalars.
  package func rawText(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= count, let last = range.last else { return "" }
    let end = Int(places[last].byte) + Int(places[last].bytes)
    return String(decoding: utf8[Int(places[range.lowerBound].byte)..<end], as: UTF8.self)
  }

  /// The folded characters of a range.
  package func foldedText(_ range: Range<Int>) -> String {
    String(scalars: scalars[range.clamped(to: 0..<count)])
  }

  /// Every fold applied in a range; an invisible scalar counts when it stands between two of it.
  package func folds(_ range: Range<Int>) -> FoldSet {
    var set: FoldSet = []
    for index in range where index >= 0 && index < count {
      let folds = places[index].folds
      set.formUnion(index == range.lowerBound ? folds.subtracting(.zeroWidth) : folds)
    }
    return set
  }

  /// The folded range whose raw scalars lie in a raw range; for tests and marks.
  package func foldedRange(ofRaw range: Range<Int>) -> Range<Int> {
    let begin = places.firstIndex { Int($0.scalar) >= range.lowerBound } ?? count
    let end = places.firstIndex { Int($0.scalar) >= range.upperBound } ?? count
    return begin..<max(begin, end)
  }
}

/// The one pass over the bytes, into buffers that hold as many elements as there are bytes.
private struct Folding {
  let scalars: UnsafeMutableBufferPointer<UInt32>
  let traits: UnsafeMutableBufferPointer<ScalarTraits>
  let places: UnsafeMutableBufferPointer<FoldedText.Place>
  private(set) var count = 0
  private(set) var rawCount = 0
  /// A bit for the number of each class that any scalar has.
  private(set) var kinds: UInt32 = 0

  init(
    scalars: UnsafeMutableBufferPointer<UInt32>,
    traits: UnsafeMutableBufferPointer<ScalarTraits>,
    places: UnsafeMutableBufferPointer<FoldedText.Place>
  ) {
    self.scalars = scalars
    self.traits = traits
    self.places = places
  }

  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, traits table: ScalarTraits.Table) {
    FoldTable.standard.withLookup { fold in
      table.withLookup { run(bytes, fold, $0) }
    }
  }

  /// The loop keeps its state in locals: behind `self` every store into a buffer would reload it.
  private mutating func run(
    _ bytes: UnsafeBufferPointer<UInt8>, _ fold: FoldTable.Lookup,
    _ table: ScalarTraits.Table.Lookup
  ) {
    let (scalars, traits, places) = (scalars, traits, places)
    var (count, raw, offset) = (0, 0, 0)
    var kinds: UInt32 = 0
    var pending: FoldSet = []
    while offset < bytes.count {
      let first = UInt32(bytes[offset])
      let (scalar, length) = first < 0x80 ? (first, 1) : Folding.decode(bytes, at: offset)
      let entry = fold[scalar]
      if entry & FoldTable.dropped != 0 {
        if !join(scalar, length: length, raw: raw, last: count - 1) {
          pending.formUnion(.zeroWidth)
        }
      } else {
        let reason = entry >> 25 & 0x1F
        if reason != 0 { pending.formUnion(FoldSet(rawValue: 1 << UInt16(reason - 1))) }
        let place = FoldedText.Place(
          scalar: UInt32(truncatingIfNeeded: raw), byte: UInt32(truncatingIfNeeded: offset),
          scalars: 1, bytes: UInt8(truncatingIfNeeded: length), folds: pending)
        pending = []
        var folded = entry & 0x1F_FFFF
        if entry & FoldTable.twoDigits != 0 {
          scalars.initializeElement(at: count, to: 0x30 + folded / 10)
          traits.initializeElement(at: count, to: table[0x30, entry])
          places.initializeElement(at: count, to: place)
          count += 1
          folded = 0x30 + folded % 10
        }
        scalars.initializeElement(at: count, to: folded)
        traits.initializeElement(at: count, to: table[folded, entry])
        places.initializeElement(at: count, to: place)
        count += 1
        kinds |= 1 << (entry >> 21 & 0xF)
      }
      offset += length
      raw += 1
    }
    (self.count, rawCount, self.kinds) = (count, raw, kinds)
  }

  /// Whether a variation selector or keycap belongs to the scalar before it.
  ///
  /// Anything else that is dropped is a disguise.
  private func join(_ scalar: UInt32, length: Int, raw: Int, last: Int) -> Bool {
    guard scalar == 0x20E3 || (0xFE00...0xFE0F).contains(scalar), last >= 0,
      Int(places[last].scalar) + Int(places[last].scalars) == raw, places[last].scalars < 8
    else { return false }
    places[last].scalars += 1
    places[last].bytes += UInt8(length)
    if scalar == 0x20E3, traits[last].kind == .digit {
      places[last].folds.formUnion(.enclosedDigit)
    }
    return true
  }

  /// One scalar and how many bytes it takes.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[offset])
    let left = bytes.count - offset
    if first & 0xF0 == 0xE0, left > 2 {
      // The top bit of a continuation byte turned off leaves less than 0x40.
      let second = UInt32(bytes[offset + 1]) ^ 0x80
      let third = UInt32(bytes[offset + 2]) ^ 0x80
      let scalar = (first & 0xF) << 12 | second << 6 | third
      if second | third < 0x40, scalar >= 0x800, scalar & 0xF800 != 0xD800 { return (scalar, 3) }
    } else if first >= 0xC2, first < 0xE0, left > 1 {
      let second = UInt32(bytes[offset + 1]) ^ 0x80
      if second < 0x40 { return ((first & 0x1F) << 6 | second, 2) }
    } else if first >= 0xF0, first < 0xF5, left > 3 {
      let second = UInt32(bytes[offset + 1]) ^ 0x80
      let third = UInt32(bytes[offset + 2]) ^ 0x80
      let fourth = UInt32(bytes[offset + 3]) ^ 0x80
      let scalar = (first & 0x7) << 18 | second << 12 | third << 6 | fourth
      if second | third | fourth < 0x40, scalar >= 0x10000, scalar < 0x110000 {
        return (scalar, 4)
      }
    }
    return (0xFFFD, 1)
  }
}
