/// A message as cues are compared with it: folded scalars in lower case, blanks and signs that only
/// break up Chinese words taken out, each scalar with its place in the raw message.
struct CueText: Sendable {
  /// The compared scalars.
  let scalars: [UInt32]
  /// For each compared scalar its place in the raw message, in Unicode scalars.
  let origins: [Int]

  /// From folded scalars and their places.
  init(folded: [UInt32], origins: [Int]) {
    var kept: [UInt32] = []
    var places: [Int] = []
    kept.reserveCapacity(folded.count)
    places.reserveCapacity(folded.count)
    var index = 0
    while index < folded.count {
      let scalar = CueText.lower(folded[index])
      if CueText.isFiller(scalar), let last = kept.last {
        let end = CueText.fillerEnd(folded, from: index)
        let isInside = CueText.isHan(last) && end < folded.count && CueText.isHan(folded[end])
        if !isInside {
          kept.append(CueText.separator(of: folded[index..<end]))
          places.append(origins[index])
        }
        index = end
        continue
      }
      kept.append(scalar)
      places.append(origins[index])
      index += 1
    }
    scalars = kept
    self.origins = places
  }

  /// A phrase of the cue file in compared form.
  static func compared(_ phrase: [UInt32]) -> [UInt32] {
    CueText(folded: phrase, origins: Array(phrase.indices)).scalars
  }

  /// The raw range of a range of compared scalars.
  func rawRange(_ range: Range<Int>) -> Range<Int> {
    guard let first = origins[range].first, let last = origins[range].last else { return 0..<0 }
    return first..<last + 1
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

  private static func lower(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
  }

  /// Blanks and the signs that are set between characters to break up a word.
  private static func isFiller(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2F, 0x2E, 0x2A, 0x7C, 0x5F, 0x7E, 0xB7, 0x2D, 0x2B: true
    default: false
    }
  }

  private static func fillerEnd(_ scalars: [UInt32], from start: Int) -> Int {
    var end = start
    while end < scalars.count, isFiller(scalars[end]) { end += 1 }
    return end
  }

  /// What a run of fillers outside Chinese words counts as: its first sign, else one blank.
  private static func separator(of run: ArraySlice<UInt32>) -> UInt32 {
    run.first { $0 != 0x20 && $0 != 0x09 && $0 != 0xA0 && $0 != 0x3000 } ?? 0x20
  }
}
