/// The one pass over the bytes of a text.
struct Folding {
  private let scalars: UnsafeMutableBufferPointer<UInt32>
  private let traits: UnsafeMutablePointer<ScalarTraits>
  private let places: UnsafeMutablePointer<FoldedText.Place>
  private let raw: UnsafeMutablePointer<Unicode.Scalar>

  /// Folds a text.
  static func fold(_ utf8: [UInt8], by table: ScalarTable) -> FoldedCells {
    // As many as there are bytes that begin a scalar; more where there are numbers of two digits or
    // bytes that are not well formed, but never more than bytes.
    let cells = FoldedCells(room: utf8.count - continuations(in: utf8))
    if fold(utf8, by: table, into: cells) { return cells }
    let more = FoldedCells(room: utf8.count)
    _ = fold(utf8, by: table, into: more)
    return more
  }

  /// Folds into cells; `false` where they do not suffice.
  private static func fold(
    _ utf8: [UInt8], by table: ScalarTable, into cells: FoldedCells
  ) -> Bool {
    let folding = Folding(
      scalars: UnsafeMutableBufferPointer(start: cells.scalars, count: cells.room),
      traits: cells.traits, places: cells.places, raw: cells.raw)
    let end = utf8.withUnsafeBufferPointer { bytes in
      table.withLookup { folding.run(bytes, $0) }
    }
    guard let end else { return false }
    cells.fill(count: end.count, raw: end.raw, union: end.union, folds: end.folds)
    return true
  }

  /// How many bytes go on with a scalar (10xxxxxx), counted eight at a time.
  private static func continuations(in utf8: [UInt8]) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return utf8.withUnsafeBytes { bytes in
      var count = 0
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // A one in the lowest bit of each such byte; the product adds them up in the highest byte.
        count += Int(((word >> 7 & ~word >> 6 & ones) &* ones) >> 56)
        offset += 8
      }
      while offset < bytes.count {
        if bytes[offset] & 0xC0 == 0x80 { count += 1 }
        offset += 1
      }
      return count
    }
  }

  /// How far the pass has come.
  private struct State {
    /// How many scalars are stored.
    var count = 0
    /// How many scalars of the text were passed.
    var raw = 0
    /// The folds that the next one carries.
    var pending: FoldSet = []
    /// The traits so far.
    var union: ScalarTraits = []
    /// The folds applied so far.
    var folds: FoldSet = []
  }

  /// Two loops: the inner one stores scalars that stay what they are or become one other, nearly
  /// every one of them, and calls nothing, so that all it needs stays in registers.
  ///
  /// `nil` where there is no room left.
  private func run(_ bytes: UnsafeBufferPointer<UInt8>, _ table: ScalarTable.Lookup) -> State? {
    var state = State()
    var offset = 0
    while offset < bytes.count {
      if state.pending.isEmpty {
        offset = copyCommon(bytes, from: offset, table, &state)
        guard offset < bytes.count else { break }
      }
      let (scalar, length) = Folding.decode(bytes, at: offset)
      var place = FoldedText.Place(
        scalar: UInt32(truncatingIfNeeded: state.raw), byte: UInt32(truncatingIfNeeded: offset),
        bytes: UInt32(length))
      place.folds = state.pending
      guard state.raw < scalars.count, special(scalar, place, table, &state) else { return nil }
      raw[state.raw] = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      offset += length
      state.raw += 1
    }
    return state
  }

  /// Stores scalars from a place on until one is not common, is dropped or becomes two; where that
  /// one stands.
  @inline(__always)
  private func copyCommon(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ table: ScalarTable.Lookup,
    _ state: inout State
  ) -> Int {
    guard let first = bytes.baseAddress, let scalars = scalars.baseAddress else { return start }
    let (traits, places) = (traits, places)
    // No scalar is cut before the last two bytes.
    let end = bytes.count &- 2
    let dropped = state.raw &- state.count
    let room = self.scalars.count &- max(0, dropped)
    let raw = UnsafeMutableRawPointer(raw + dropped).assumingMemoryBound(to: UInt32.self)
    var (offset, count) = (start, state.count)
    var union = state.union.rawValue
    var folds: UInt32 = 0
    while offset < end, count < room {
      guard let (scalar, length) = Folding.common(first + offset) else { break }
      let record = table[scalar]
      guard record.fold < FoldTable.dropped else { break }
      // One bit for the reason, none where there is none.
      let fold: UInt32 = (1 &<< (record.fold &>> 25)) &>> 1
      folds |= fold
      union |= record.traits.rawValue
      scalars[count] = record.fold == 0 ? scalar : record.fold & 0x1F_FFFF
      // A surrogate, which is no scalar, would have left the loop.
      raw[count] = scalar
      traits[count] = record.traits
      places[count] = FoldedText.Place(
        scalar: UInt32(truncatingIfNeeded: count &+ dropped),
        byte: UInt32(truncatingIfNeeded: offset), bytes: length, folds: fold)
      count &+= 1
      offset &+= Int(length)
    }
    state.count = count
    state.raw = count &+ dropped
    state.union = ScalarTraits(rawValue: union)
    state.folds.formUnion(FoldSet(rawValue: UInt16(truncatingIfNeeded: folds)))
    return offset
  }

  /// A scalar of one byte or three and its length, `nil` for any other and for what is not well formed.
  ///
  /// Surrogates pass; the table has them marked.
  @inline(__always)
  private static func common(_ bytes: UnsafePointer<UInt8>) -> (UInt32, UInt32)? {
    let first = UInt32(bytes[0])
    if first < 0x80 { return (first, 1) }
    // The top bit of a continuation byte turned off leaves less than 0x40.
    let second = UInt32(bytes[1]) ^ 0x80
    let third = UInt32(bytes[2]) ^ 0x80
    let scalar = (first & 0xF) << 12 | second << 6 | third
    guard first & 0xF0 == 0xE0, second | third < 0x40, scalar >= 0x800 else { return nil }
    return (scalar, 3)
  }

  /// Stores any scalar: one that changes, is dropped, becomes two or follows one that was dropped.
  ///
  /// `false` where there is no room left.
  @inline(never)
  private func special(
    _ scalar: UInt32, _ origin: FoldedText.Place, _ table: ScalarTable.Lookup,
    _ state: inout State
  ) -> Bool {
    let record = table[scalar]
    state.union.formUnion(record.traits)
    guard record.fold & FoldTable.dropped == 0 else {
      if !join(scalar, origin, &state) { state.pending.formUnion(.zeroWidth) }
      return true
    }
    var place = origin
    let reason = record.fold >> 25 & 0x1F
    if reason != 0 { place.folds.formUnion(FoldSet(rawValue: 1 << UInt16(reason - 1))) }
    state.pending = []
    let folded = record.fold == 0 ? scalar : record.fold & 0x1F_FFFF
    guard record.fold & FoldTable.twoDigits != 0 else {
      return store(folded, record.traits, place, &state)
    }
    let tens = 0x30 + folded / 10
    return store(tens, table[tens].traits, place, &state)
      && store(0x30 + folded % 10, record.traits, place, &state)
  }

  private func store(
    _ scalar: UInt32, _ traits: ScalarTraits, _ place: FoldedText.Place, _ state: inout State
  ) -> Bool {
    guard state.count < scalars.count else { return false }
    scalars[state.count] = scalar
    self.traits[state.count] = traits
    places[state.count] = place
    state.folds.formUnion(place.folds)
    state.count += 1
    return true
  }

  /// Whether a variation selector or keycap belongs to the scalar before it.
  ///
  /// Anything else that is dropped is a disguise.
  private func join(
    _ scalar: UInt32, _ origin: FoldedText.Place, _ state: inout State
  ) -> Bool {
    let last = state.count - 1
    guard scalar == 0x20E3 || (0xFE00...0xFE0F).contains(scalar), last >= 0,
      places[last].scalar + UInt32(places[last].scalars) == origin.scalar,
      places[last].scalars < 8
    else { return false }
    places[last].cover(origin)
    if scalar == 0x20E3, traits[last].kind == .digit {
      places[last].folds.formUnion(.enclosedDigit)
      state.folds.formUnion(.enclosedDigit)
    }
    return true
  }

  /// One scalar and how many bytes it takes.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
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
