import Recognizers

/// A message as cues are compared with it: folded, and with the blanks and signs taken out that
/// only break up Chinese words (`借 款`, `无抵.押`).
struct CueText: Sendable {
  /// The compared text.
  let folded: FoldedText
  /// Its scalars.
  let scalars: [UInt32]
  /// For each scalar of the compared text its place in the raw one; `nil` where nothing was taken out.
  private let origins: [Int]?

  /// From the folded message.
  init(_ message: FoldedText) {
    let all = message.scalars
    guard let kept = CueText.withoutFillers(all) else {
      (folded, scalars, origins) = (message, all, nil)
      return
    }
    let count = kept.reduce(0) { $0 + $1.count }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(count * 3)
    var origins: [Int] = []
    origins.reserveCapacity(count)
    let places = message.places
    for run in kept {
      var (start, end) = (0, 0)
      // By index: an iterator over part of another room's collection is not specialized.
      for index in run {
        let place = places[index]
        // What stands side by side is copied at once; invisible scalars between stay behind.
        if Int(place.byte) != end {
          utf8.append(contentsOf: message.utf8[start..<end])
          start = Int(place.byte)
        }
        end = Int(place.byte) + Int(place.bytes)
        for offset in 0..<Int(place.scalars) { origins.append(Int(place.scalar) + offset) }
      }
      utf8.append(contentsOf: message.utf8[start..<end])
    }
    folded = FoldedText(utf8: utf8)
    scalars = folded.scalars
    self.origins = origins
  }

  /// Whether it differs anywhere from the raw text by more than width of signs.
  var isChanged: Bool { origins != nil || folded.hasFolds }

  /// The raw range of a range of compared scalars.
  func rawRange(_ range: Range<Int>) -> Range<Int> {
    let raw = folded.rawRange(range)
    guard let origins, let last = raw.last, origins.indices.contains(last) else { return raw }
    return origins[raw.lowerBound]..<origins[last] + 1
  }

  /// Whether fillers were taken out inside a range of compared scalars.
  func isBroken(_ range: Range<Int>) -> Bool {
    guard let origins else { return false }
    let raw = folded.rawRange(range)
    guard let last = raw.last, origins.indices.contains(last) else { return false }
    return origins[last] - origins[raw.lowerBound] >= raw.count
  }

  /// Whether a clause ends within a range of compared scalars.
  func hasClauseEnd(in range: Range<Int>) -> Bool {
    range.clamped(to: scalars.indices).contains { index in
      CueText.endsClause(scalars[index]) && !isGroupComma(index)
    }
  }

  /// Whether a Latin sentence ends with a full stop within a range of compared scalars.
  ///
  /// A cue may reach past it, for abbreviations end so too (`Rs. 500`); a denial does not.
  func hasFullStop(in range: Range<Int>) -> Bool {
    range.clamped(to: scalars.indices).contains { index in
      scalars[index] == 0x2E && index > 1 && index + 1 < scalars.count
        && scalars[index + 1] == 0x20 && CueText.isLetter(scalars[index - 1])
        && CueText.isLetter(scalars[index - 2])
    }
  }

  /// Whether an opening brace stands in it.
  var hasBraces: Bool {
    // Reckoned without a decision, as in `LetterCount`.
    scalars.withUnsafeBufferPointer { scalars in
      var found: UInt32 = 0
      for scalar in scalars { found |= (scalar ^ 0x7B) &- 1 | (scalar ^ 0xFF5B) &- 1 }
      return found >> 31 == 1
    }
  }

  /// Whether a compared range holds a Chinese character.
  func hasHan(in range: Range<Int>) -> Bool {
    scalars[range.clamped(to: scalars.indices)].contains(where: CueText.isHan)
  }

  /// The comma of `3,500`.
  private func isGroupComma(_ index: Int) -> Bool {
    scalars[index] == 0x2C && index > 0 && index + 1 < scalars.count
      && CueText.isDigit(scalars[index - 1]) && CueText.isDigit(scalars[index + 1])
  }

  /// A clause ends here: a gap of a cue does not reach past it.
  static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x21, 0x2C, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF0C, 0xFF1B, 0xFF1F: true
    default: false
    }
  }

  @inline(__always)
  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
  }

  @inline(__always)
  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar)
  }

  @inline(__always)
  static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  /// Blanks and the signs, hearts, stars and wavy lines among them, that are set between characters
  /// to break up a word.
  @inline(__always)
  private static func isFiller(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (scalar < 0x40 ? lowFillers : highFillers) >> UInt64(scalar & 63) & 1 != 0
    }
    guard scalar <= 0x3000 else {
      return scalar == 0xFE0F || (0xFE49...0xFE4F).contains(scalar)
    }
    return scalar == 0xA0 || scalar == 0xB7 || scalar == 0x3000
      || (0x25A0...0x27BF).contains(scalar)
  }

  /// The ASCII ones among them, one bit each: below 0x40, and from there on.
  private static var lowFillers: UInt64 {
    1 << 0x20 | 1 << 0x09 | 1 << 0x2F | 1 << 0x2E | 1 << 0x2A | 1 << 0x2D | 1 << 0x2B
  }
  private static var highFillers: UInt64 {
    1 << (0x5F - 0x40) | 1 << (0x7C - 0x40) | 1 << (0x7E - 0x40)
  }

  /// The runs of folded scalars between the fillers that stand between Chinese characters; `nil`
  /// when there are none.
  private static func withoutFillers(_ scalars: [UInt32]) -> [Range<Int>]? {
    scalars.withUnsafeBufferPointer { scalars in
      var kept: [Range<Int>] = []
      var copied = 0
      var index = 0
      while index < scalars.count {
        guard isFiller(scalars[index]) else {
          index += 1
          continue
        }
        var end = index + 1
        while end < scalars.count, isFiller(scalars[end]) { end += 1 }
        if index > 0, isHan(scalars[index - 1]), end < scalars.count, isHan(scalars[end]) {
          if kept.isEmpty { kept.reserveCapacity(8) }
          kept.append(copied..<index)
          copied = end
        }
        index = end
      }
      guard copied > 0 else { return nil }
      kept.append(copied..<scalars.count)
      return kept
    }
  }
}
