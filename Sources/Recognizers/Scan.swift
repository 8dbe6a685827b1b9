import Wording

/// One text under the scanners: the folded scalars, their traits, and what is known beside them.
///
/// A class because it is handed to every scanner and keeps the number read last: several scanners
/// ask for the same one.
final class Scan {
  let text: FoldedText
  /// The folded scalars.
  let s: [UInt32]
  /// Their classes and traits.
  let t: [ScalarTraits]
  /// How many there are.
  let n: Int
  let reference: ReferenceTime?
  let language: Language
  let numbering: NumberingPlan
  let suffixes: PublicSuffixes
  /// The cue asked for last and the place it stands before.
  var lastCue: (place: Int, meaning: Cues.Meaning?) = (-1, nil)
  /// The day of a month read last, for the next one of a list, and where it ends.
  var lastDay: (end: Int, written: WrittenTime)?
  /// Where the lunar date read last ends, for the next one of a list.
  var lastLunarEnd = -2
  /// The numbers read last, with and without 点 as a decimal point.
  var lastNumerals:
    (pointed: (start: Int, numeral: Numeral?), plain: (start: Int, numeral: Numeral?)) = (
      (-1, nil), (-1, nil)
    )

  init(
    text: FoldedText, reference: ReferenceTime?, language: Language?, recognizer: Recognizer
  ) {
    self.text = text
    s = text.scalars
    t = text.traits
    n = text.scalars.count
    self.reference = reference
    self.language = language ?? (text.hasHan ? .zh : .en)
    numbering = recognizer.numbering
    suffixes = recognizer.suffixes
  }

  /// The folded scalar at a place, 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { index >= 0 && index < n ? s[index] : 0 }

  /// The class at a place, `other` outside.
  @inline(__always)
  func kind(_ index: Int) -> ScalarClass { index >= 0 && index < n ? t[index].kind : .other }

  /// The traits at a place, none outside.
  @inline(__always)
  func traits(_ index: Int) -> ScalarTraits {
    index >= 0 && index < n ? t[index] : []
  }

  /// Whether one of a few scalars stands at a place.
  @inline(__always)
  func isAt(_ index: Int, _ one: Unicode.Scalar) -> Bool { at(index) == one.value }

  /// Whether any of the scalars of a short text stands at a place.
  @inline(__always)
  func isAt(_ index: Int, anyOf set: StaticString) -> Bool {
    guard index >= 0, index < n else { return false }
    let wanted = s[index]
    return set.withUTF8Buffer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = UInt32(buffer[offset])
        if byte < 0x80 {
          if byte == wanted { return true }
          offset += 1
        } else if byte < 0xE0 {
          if (byte & 0x1F) << 6 | UInt32(buffer[offset + 1] & 0x3F) == wanted { return true }
          offset += 2
        } else {
          let scalar =
            (byte & 0xF) << 12 | UInt32(buffer[offset + 1] & 0x3F) << 6
            | UInt32(buffer[offset + 2] & 0x3F)
          if scalar == wanted { return true }
          offset += 3
        }
      }
      return false
    }
  }

  /// Whether a text of the folded form stands at a place; Latin letters in either case.
  @inline(__always)
  func has(_ word: StaticString, at index: Int) -> Bool { end(of: word, at: index) != nil }

  /// Where a word ends that stands at a place, `nil` when it does not.
  @inline(__always)
  func end(of word: StaticString, at start: Int) -> Int? {
    word.withUTF8Buffer { buffer -> Int? in
      var offset = 0
      var index = start
      while offset < buffer.count {
        let byte = UInt32(buffer[offset])
        var scalar = byte
        if byte >= 0xE0 {
          scalar =
            (byte & 0xF) << 12 | UInt32(buffer[offset + 1] & 0x3F) << 6
            | UInt32(buffer[offset + 2] & 0x3F)
          offset += 3
        } else {
          offset += 1
        }
        var found = at(index)
        if (0x41...0x5A).contains(found) { found |= 0x20 }
        guard found == scalar else { return nil }
        index += 1
      }
      return index
    }
  }

  /// The place after blanks, at most `limit` of them.
  @inline(__always)
  func skipBlanks(_ index: Int, limit: Int = 3) -> Int {
    var index = index
    let end = min(n, index + limit)
    while index < end, t[index].kind == .space { index += 1 }
    return index
  }

  /// Whether a Latin letter or a digit stands at a place.
  @inline(__always)
  func isWordly(_ index: Int) -> Bool {
    let kind = kind(index)
    return kind == .latin || kind == .digit
  }

  /// The value of a digit at a place, Arabic or Chinese.
  @inline(__always)
  func digit(_ index: Int) -> Int64? {
    switch kind(index) {
    case .digit: Int64(s[index] - 0x30)
    case .hanziDigit: HanziNumerals.digit(s[index])
    default: nil
    }
  }

  /// The end of a run of Arabic digits.
  @inline(__always)
  func digitsEnd(_ start: Int) -> Int {
    var index = start
    while index < n, t[index].kind == .digit { index += 1 }
    return index
  }

  /// A run of at most nine Arabic digits as a number.
  @inline(__always)
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 9, range.lowerBound >= 0, range.upperBound <= n else {
      return nil
    }
    var value = 0
    for index in range {
      guard t[index].kind == .digit else { return nil }
      value = value * 10 + Int(s[index] - 0x30)
    }
    return value
  }

  /// Raw range of folded scalars.
  func raw(_ range: Range<Int>) -> Range<Int> { text.rawRange(range) }
}

/// A possible entity, in folded scalars.
struct Candidate {
  let kind: EntityKind
  let range: Range<Int>
  let value: EntityValue
  let rule: RuleName
  var folds: FoldSet = []
}
