import MoneyAndDates
import Wording

/// One text under the scanners: the folded scalars, their traits, and what is known beside them.
///
/// A class because it is handed to every scanner and keeps the number read last: several scanners
/// ask for the same one.
final class Scan {
  let text: FoldedText
  /// The folded scalars.
  let s: Lent<UInt32>
  /// Their classes and traits.
  let t: Lent<ScalarTraits>
  /// How many there are.
  let n: Int
  let reference: ReferenceTime?
  /// Whether what is ambiguous between English and Chinese is read as English.
  let isEnglish: Bool
  /// The day of the reference in the civil calendar, reckoned once.
  private(set) lazy var today = reference?.date.civil
  private let registers: Registers
  /// The cue asked for last and the place it stands before.
  var lastCue: (place: Int, meaning: Cues.Meaning?) = (-1, nil)
  /// The word of Latin letters asked for last.
  var lastWord = (start: -1, end: -1)
  /// What an English time could begin with at the place asked for last.
  var lastEnglishStarts: (place: Int, starts: EnglishTimeWords.Starts) = (-1, [])
  /// The day of a month read last, for the next one of a list, and where it ends.
  var lastDay: (end: Int, written: WrittenTime)?
  /// The telephone number read last, for a second one behind a stroke, and where it ends.
  var lastPhone: (end: Int, value: EntityValue?) = (-1, nil)
  /// Where the lunar date read last ends, for the next one of a list.
  var lastLunarEnd = -2
  /// The numbers read last, with and without 点 as a decimal point.
  var lastNumerals:
    (pointed: (start: Int, numeral: Numeral?), plain: (start: Int, numeral: Numeral?)) = (
      (-1, nil), (-1, nil)
    )

  /// A scan keeps its text, which lends it the scalars and their traits.
  init(
    text: FoldedText, reference: ReferenceTime?, language: Language?, registers: Registers
  ) {
    self.text = text
    s = text.lentScalars
    t = text.lentTraits
    n = text.count
    self.reference = reference
    isEnglish = language.map { $0 == .en } ?? !text.hasHan
    self.registers = registers
  }

  var numbering: NumberingPlan { registers.numbering }
  var suffixes: PublicSuffixes { registers.suffixes }
  var holidays: HolidayCalendar? { registers.holidays }

  /// The folded scalar at a place, 0 outside.
  @inline(__always)
  func at(_ index: Int) -> UInt32 { s[index, or: 0] }

  /// The class at a place, `other` outside.
  @inline(__always)
  func kind(_ index: Int) -> ScalarClass { t[index, or: []].kind }

  /// The traits at a place, none outside.
  @inline(__always)
  func traits(_ index: Int) -> ScalarTraits { t[index, or: []] }

  /// Whether one of a few scalars stands at a place.
  @inline(__always)
  func isAt(_ index: Int, _ one: Unicode.Scalar) -> Bool { at(index) == one.value }

  /// Whether any of the scalars of a literal stands at a place.
  ///
  /// All of them are ASCII, or all take three bytes (Chinese characters and signs): so the loops
  /// have a known length, and the compiler makes comparisons with constants of the short ones.
  @inline(__always)
  func isAt(_ index: Int, anyOf set: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
    return set.isASCII
      ? Scan.has(at(index), inASCII: bytes) : Scan.has(at(index), inChinese: bytes)
  }

  /// Whether any of the Chinese characters of one literal or of the signs of another stands there.
  @inline(__always)
  func isAt(_ index: Int, anyOf set: StaticString, or signs: StaticString) -> Bool {
    isAt(index, anyOf: set) || isAt(index, anyOf: signs)
  }

  @inline(__always)
  private static func has(_ wanted: UInt32, inASCII bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where UInt32(byte) == wanted { return true }
    return false
  }

  @inline(__always)
  private static func has(_ wanted: UInt32, inChinese bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    assert(bytes.count % 3 == 0, "signs of ASCII go into a literal of their own")
    var start = 0
    while start < bytes.count {
      let scalar =
        (UInt32(bytes[start]) & 0xF) << 12 | (UInt32(bytes[start &+ 1]) & 0x3F) << 6
        | UInt32(bytes[start &+ 2]) & 0x3F
      if scalar == wanted { return true }
      start &+= 3
    }
    return false
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

  /// The end of a run of Latin letters.
  @inline(__always)
  func lettersEnd(_ start: Int) -> Int {
    var index = start
    while index < n, t[index].kind == .latin { index += 1 }
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
