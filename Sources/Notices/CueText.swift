import Recognizers

/// A message as cues are compared with it: folded, and with the blanks and signs taken out that
/// only break up Chinese words (`借 款`, `无抵.押`).
struct CueText: Sendable {
  /// The compared text.
  let folded: FoldedText
  /// For each scalar of the compared text its place in the raw one; `nil` where nothing was taken out.
  private let origins: [Int]?

  /// From the folded message.
  init(_ message: FoldedText) {
    guard let kept = CueText.withoutFillers(message) else {
      folded = message
      origins = nil
      return
    }
    var utf8: [UInt8] = []
    var places: [Int] = []
    for index in kept {
      let place = message.places[index]
      let start = Int(place.byte)
      utf8.append(contentsOf: message.utf8[start..<start + Int(place.bytes)])
      for offset in 0..<Int(place.scalars) { places.append(Int(place.scalar) + offset) }
    }
    folded = FoldedText(utf8: utf8)
    origins = places
  }

  /// Whether it differs anywhere from the raw text by more than width of signs.
  var isChanged: Bool { origins != nil || folded.hasFolds }

  /// The compared scalars.
  var scalars: [UInt32] { folded.scalars }

  /// The raw range of a range of compared scalars.
  func rawRange(_ range: Range<Int>) -> Range<Int> {
    let raw = folded.rawRange(range)
    guard let origins, let last = raw.last, origins.indices.contains(last) else { return raw }
    return origins[raw.lowerBound]..<origins[last] + 1
  }

  /// Whether fillers were taken out inside a range of compared scalars.
  func isBroken(_ range: Range<Int>) -> Bool {
    origins != nil && rawRange(range).count > folded.rawRange(range).count
  }

  /// Whether a clause ends within a range of compared scalars.
  func hasClauseEnd(in range: Range<Int>) -> Bool {
    range.clamped(to: scalars.indices).contains { index in
      CueText.endsClause(scalars[index]) && !isGroupComma(index)
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

  static func isHan(_ scalar: UInt32) -> Bool {
    (0x4E00...0x9FFF).contains(scalar) || (0x3400...0x4DBF).contains(scalar)
  }

  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar)
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Blanks and the signs, hearts and stars among them, that are set between characters to break
  /// up a word.
  private static func isFiller(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2F, 0x2E, 0x2A, 0x7C, 0x5F, 0x7E, 0xB7, 0x2D, 0x2B,
      0x25A0...0x27BF, 0xFE0F:
      true
    default: false
    }
  }

  /// The folded scalars without the fillers between Chinese characters; `nil` when there are none.
  private static func withoutFillers(_ text: FoldedText) -> [Int]? {
    let scalars = text.scalars
    var kept: [Int] = []
    var copied = 0
    var isChanged = false
    var index = 0
    while index < scalars.count {
      guard isFiller(scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, isFiller(scalars[end]) { end += 1 }
      if index > 0, isHan(scalars[index - 1]), end < scalars.count, isHan(scalars[end]) {
        isChanged = true
        kept.append(contentsOf: copied..<index)
        copied = end
      }
      index = end
    }
    guard isChanged else { return nil }
    kept.append(contentsOf: copied..<scalars.count)
    return kept
  }
}
