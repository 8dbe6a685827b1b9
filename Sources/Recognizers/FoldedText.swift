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
    /// The other three in one word, because the pass stores a place for every scalar.
    private var packed: UInt32

    /// The place of one raw scalar of so many bytes, with the bits of its folds.
    @inline(__always)
    init(scalar: UInt32, byte: UInt32, bytes: UInt32, folds: UInt32 = 0) {
      self.scalar = scalar
      self.byte = byte
      packed = folds << 16 | bytes << 8 | 1
    }

    /// How many raw scalars it covers: 1, or more with a keycap behind it.
    package var scalars: UInt8 { UInt8(truncatingIfNeeded: packed) }
    /// How many bytes they take.
    package var bytes: UInt8 { UInt8(truncatingIfNeeded: packed >> 8) }
    /// The folds applied to it.
    package internal(set) var folds: FoldSet {
      get { FoldSet(rawValue: UInt16(truncatingIfNeeded: packed >> 16)) }
      set { packed = packed & 0xFFFF | UInt32(newValue.rawValue) << 16 }
    }

    /// Takes the raw scalar behind it in; at most eight, so that no count overflows.
    mutating func cover(_ next: Place) {
      packed += UInt32(next.bytes) << 8 | 1
    }
  }

  private let cells: FoldedCells

  /// The raw text in UTF-8.
  package let utf8: [UInt8]
  /// A copy of the folded scalars.
  package var scalars: [UInt32] { Array(folded) }

  private var folded: UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: cells.scalars, count: cells.count)
  }

  /// The origin of each folded scalar.
  package var places: Places { Places(cells: cells) }
  /// How many scalars the raw text has.
  package var rawCount: Int { cells.rawCount }
  /// Whether any Chinese character stands in it, numerals apart.
  var hasHan: Bool { cells.union.contains(.han) }

  /// The origins, read where they stand.
  package struct Places: RandomAccessCollection, Sendable {
    fileprivate let cells: FoldedCells

    /// The place of the first: 0.
    package var startIndex: Int { 0 }
    /// How many there are.
    package var endIndex: Int { cells.count }

    /// The origin of one folded scalar; a place outside stops the program.
    package subscript(index: Int) -> Place {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: cells.count))
      return cells.places[index]
    }
  }

  /// Folds a text.
  package init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// Folds a text in UTF-8; a byte that is not part of well-formed UTF-8 counts as one U+FFFD.
  package init(utf8: [UInt8]) {
    self.init(utf8: utf8, table: .standard)
  }

  /// Folds a text by a table: one without traits for the words that the traits are made from.
  init(utf8: [UInt8], table: ScalarTable) {
    self.utf8 = utf8
    cells = Folding.fold(utf8, by: table)
  }

  /// The folded scalars, valid while the text is.
  var lentScalars: Lent<UInt32> { Lent(folded) }

  /// The class and the traits of each folded scalar, valid while the text is.
  var lentTraits: Lent<ScalarTraits> {
    Lent(UnsafeBufferPointer(start: cells.traits, count: cells.count))
  }

  /// The class and the traits of the folded scalar at a place, none outside.
  @inline(__always)
  func traits(at index: Int) -> ScalarTraits {
    UInt(bitPattern: index) < UInt(bitPattern: cells.count) ? cells.traits[index] : []
  }

  /// How many folded scalars there are.
  package var count: Int { cells.count }

  /// The scalars of the raw text; U+FFFD for each byte that is not part of well-formed UTF-8.
  package var rawScalars: [Unicode.Scalar] {
    Array(UnsafeBufferPointer(start: cells.raw, count: cells.rawCount))
  }

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
    String(decoding: utf8[rawBytes(range)], as: UTF8.self)
  }

  /// The offsets in UTF-8 of the raw characters of a range of folded scalars.
  func rawBytes(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound >= 0, range.upperBound <= count, let last = range.last else {
      return 0..<0
    }
    return Int(places[range.lowerBound].byte)..<Int(places[last].byte) + Int(places[last].bytes)
  }

  /// The folded characters of a range.
  package func foldedText(_ range: Range<Int>) -> String {
    String(scalars: folded[range.clamped(to: 0..<count)])
  }

  /// Whether anything was folded at all.
  package var hasFolds: Bool { !cells.folds.isEmpty }

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
