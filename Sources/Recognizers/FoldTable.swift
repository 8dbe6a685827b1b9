/// What every Unicode scalar folds to (level A: always), unpacked once from `UnicodeFolds`.
///
/// Two levels: a page of 256 entries for each block of scalars that has anything to say.
struct FoldTable: Sendable {
  /// One entry: the folded scalar in bits 0–20, its class in 21–24, the fold in 25–29 (0 is none,
  /// else 1 + the bit of the `FoldSet`), bit 30: dropped, bit 31: a number of two digits, whose
  /// value stands in place of the scalar.
  typealias Entry = UInt32

  static let standard = FoldTable()

  static let dropped: UInt32 = 1 << 30
  static let twoDigits: UInt32 = 1 << 31

  /// The place of each page in `entries`; 0 is the page of scalars that stay what they are.
  private(set) var pages: [UInt32]
  private(set) var entries: [Entry]

  /// The entry of a scalar.
  @inline(__always)
  subscript(scalar: UInt32) -> Entry {
    let page = pages[Int(scalar >> 8)]
    guard page != 0 else { return FoldTable.plain(scalar) }
    return entries[Int(page) + Int(scalar & 0xFF)]
  }

  /// Whether a block of 256 scalars has anything to say.
  func hasPage(_ page: UInt32) -> Bool { pages[Int(page)] != 0 }

  @inline(__always)
  private static func plain(_ scalar: UInt32) -> Entry {
    let isHan = (0x3400...0x9FFF).contains(scalar) || (0x20000...0x3FFFF).contains(scalar)
    return scalar | UInt32((isHan ? ScalarClass.han : .other).rawValue) << 21
  }

  private init() {
    pages = Array(repeating: 0, count: 0x1100)
    entries = Array(repeating: 0, count: 256)
    for scalar in UInt32(0)..<0x80 { set(scalar, to: scalar, fold: nil) }
    addNumerals()
    addWordStarts()
    add(UnicodeFolds.digits, fold: .otherDigit, areNumbers: true)
    add(UnicodeFolds.enclosed, fold: .enclosedDigit, areNumbers: true)
    add(UnicodeFolds.forms, fold: .lookalike, areNumbers: false)
    addFullWidth()
    addSimplified()
    addVariants()
    addDropped()
  }

  // MARK: - Filling

  private mutating func set(_ scalar: UInt32, entry: Entry) {
    let page = Int(scalar >> 8)
    if pages[page] == 0 {
      pages[page] = UInt32(entries.count)
      let first = scalar & ~0xFF
      for offset in UInt32(0)..<256 { entries.append(FoldTable.plain(first + offset)) }
    }
    entries[Int(pages[page]) + Int(scalar & 0xFF)] = entry
  }

  private mutating func set(_ scalar: UInt32, to target: UInt32, fold: FoldSet?) {
    let kind: UInt32 =
      target < 0x80 ? UInt32(FoldTable.asciiClass(target).rawValue) : self[target] >> 21 & 0xF
    let reason = fold.map { UInt32($0.rawValue.trailingZeroBitCount) + 1 } ?? 0
    set(scalar, entry: target | kind << 21 | reason << 25)
  }

  private static func asciiClass(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .latin
    case 0x20, 0x09, 0x0A, 0x0D: .space
    case 0x00..<0x20: .other
    default: .sign
    }
  }

  private mutating func addNumerals() {
    for (scalars, kind) in [
      (HanziNumerals.digits.map(\.scalar), ScalarClass.hanziDigit),
      (HanziNumerals.units.map(\.scalar), .hanziUnit),
    ] {
      for scalar in scalars {
        set(scalar.value, entry: scalar.value | UInt32(kind.rawValue) << 21)
      }
    }
  }

  private mutating func addWordStarts() {
    for scalar in GrammarWords.starts where scalar.value > 0x7F {
      let kind = self[scalar.value] >> 21 & 0xF
      guard kind == UInt32(ScalarClass.han.rawValue) || kind == 0 else { continue }
      set(scalar.value, entry: scalar.value | UInt32(ScalarClass.wordStart.rawValue) << 21)
    }
  }

  private mutating func addFullWidth() {
    for scalar in UInt32(0xFF01)...0xFF5E {
      let target = scalar - 0xFEE0
      let isPlainMark =
        FoldTable.asciiClass(target) == .sign && target != 0x2E && target != 0x40 && target != 0x2F
      set(scalar, to: target, fold: isPlainMark ? nil : .fullWidth)
    }
    set(0x3000, to: 0x20, fold: nil)
    set(0x85, to: 0x20, fold: nil)
    set(0x2028, to: 0x20, fold: nil)
    set(0xFFE5, to: 0xA5, fold: nil)
    set(0xFFE1, to: 0xA3, fold: nil)
    for scalar: UInt32 in [0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63] {
      set(scalar, to: 0x2D, fold: nil)
    }
    for scalar: UInt32 in [0x301C, 0x223C, 0x02DC] { set(scalar, to: 0x7E, fold: nil) }
  }

  private mutating func addSimplified() {
    var scalars = UnicodeFolds.simplified.unicodeScalars.filter { $0.value > 0x7F }.makeIterator()
    while let traditional = scalars.next(), let simplified = scalars.next() {
      // A form that is itself a word of the grammar or a numeral stays: 参 in 參, 著.
      let kind = self[traditional.value] >> 21 & 0xF
      guard kind == UInt32(ScalarClass.han.rawValue) || kind == 0 else { continue }
      set(traditional.value, to: simplified.value, fold: .traditional)
    }
  }

  /// Traditional and variant forms that Unihan does not pair with the form in use.
  private mutating func addVariants() {
    for (variant, form) in [("週", "周"), ("裡", "里"), ("佔", "占"), ("傢", "家"), ("鍾", "钟"), ("儘", "尽")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    {
      set(variant.value, to: form.value, fold: .traditional)
    }
  }

  private mutating func addDropped() {
    for item in FoldItems(UnicodeFolds.ignorable) where item.first <= item.last {
      guard item.last < 0x110000 else { continue }
      // The tags of plane 14 are whole pages; only the first 4,096 are assigned to it.
      for scalar in item.first...min(item.last, item.first + 0xFFF) {
        set(scalar, entry: scalar | FoldTable.dropped)
      }
    }
    set(0x20E3, entry: 0x20E3 | FoldTable.dropped)
  }

  /// Adds items `scalar=value` and `first-last=first value`.
  private mutating func add(_ list: String, fold: FoldSet, areNumbers: Bool) {
    for item in FoldItems(list) where item.first <= item.last {
      guard let start = item.value else { continue }
      for scalar in item.first...item.last {
        let value = start + scalar - item.first
        if !areNumbers {
          set(scalar, to: value, fold: value == 0x20 ? nil : fold)
        } else if value < 10 {
          set(scalar, to: 0x30 + value, fold: fold)
        } else {
          set(scalar, to: 0x30 + value / 10, fold: fold)
          let entry = self[scalar] & ~0x1F_FFFF
          set(scalar, entry: entry | value | FoldTable.twoDigits)
        }
      }
    }
  }
}
