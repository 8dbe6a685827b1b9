/// What the scanners ask of a folded scalar before they set out.
///
/// What class it is of, which of them may begin at it, and which may go on behind a number that it
/// follows: one bit each.
/// The bits are made from the words of the scanners themselves, so they say "perhaps" wherever a
/// scanner could say yes; a scalar without the bit costs one load.
struct ScalarTraits: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt32

  /// The walk stops here and asks the scanners (a Latin letter only at the start of its run).
  static let anchor = ScalarTraits(rawValue: 1 << 4)
  /// Part of a number as written: digits, numerals, blanks, points, commas and what is read inside.
  static let inNumber = ScalarTraits(rawValue: 1 << 5)
  /// Behind a number it may make it money.
  static let moneyAfter = ScalarTraits(rawValue: 1 << 6)
  /// Behind a number it may make it a date.
  static let dateAfter = ScalarTraits(rawValue: 1 << 7)
  /// Behind a number it may make it a percentage or rate.
  static let percentAfter = ScalarTraits(rawValue: 1 << 8)
  /// Behind a number it may make it an instalment.
  static let periodAfter = ScalarTraits(rawValue: 1 << 9)
  /// A cue ends with it.
  static let cueEnd = ScalarTraits(rawValue: 1 << 10)
  /// It may stand between a cue and its number.
  static let filler = ScalarTraits(rawValue: 1 << 11)
  /// It ends the clause in which a cue is looked for.
  static let clauseEnd = ScalarTraits(rawValue: 1 << 12)
  /// An English time may begin with it.
  static let englishTime = ScalarTraits(rawValue: 1 << 13)
  /// A currency before a number may begin with it.
  static let currencyBefore = ScalarTraits(rawValue: 1 << 14)
  /// A word of a Chinese time may begin with it.
  static let timeStart = ScalarTraits(rawValue: 1 << 15)
  /// Behind 上, 每, 自 and their like it may make them a time.
  static let afterStep = ScalarTraits(rawValue: 1 << 16)
  /// It stands for the dot of a link, or is one.
  static let linkDot = ScalarTraits(rawValue: 1 << 17)
  /// A telephone number may hold it.
  static let dialled = ScalarTraits(rawValue: 1 << 18)
  /// A unit after a number may begin with it.
  static let rest = ScalarTraits(rawValue: 1 << 19)
  /// A word that makes the sum behind it an estimate ends with it.
  static let estimateEnd = ScalarTraits(rawValue: 1 << 20)

  /// A date of another calendar may begin with it: 农历, 正月, 民国.
  static let otherCalendar = ScalarTraits(rawValue: 1 << 21)
  /// A digit of a telephone number, if only by its looks.
  static let digitLike = ScalarTraits(rawValue: 1 << 22)
  /// It joins the two ends of a range.
  static let joint = ScalarTraits(rawValue: 1 << 23)
  /// Behind Latin letters it may go on with a link, an address or an identifier.
  static let insideWord = ScalarTraits(rawValue: 1 << 24)

  /// Behind a number it may make it a clock time.
  static let clockAfter = ScalarTraits(rawValue: 1 << 26)
  /// Behind a number it may make it a length of time.
  static let lengthAfter = ScalarTraits(rawValue: 1 << 27)
  /// An instalment may begin with it.
  static let periodStart = ScalarTraits(rawValue: 1 << 28)
  /// A share may begin with it.
  static let percentStart = ScalarTraits(rawValue: 1 << 29)
  /// A Chinese character, numerals apart.
  static let han = ScalarTraits(rawValue: 1 << 25)

  /// What the scalar is; kept in the lowest four bits.
  @inline(__always)
  var kind: ScalarClass {
    // Only `Table` writes these bits, from a class; the raw values count up from 0.
    unsafeBitCast(UInt8(truncatingIfNeeded: rawValue & 0xF), to: ScalarClass.self)
  }

  /// Every scanner that goes on behind a number.
  static let everyAfter: ScalarTraits = [.moneyAfter, .timeAfter, .percentAfter, .periodAfter]
  /// Every scanner of times that does.
  static let timeAfter: ScalarTraits = [.dateAfter, .clockAfter, .lengthAfter]

  /// A page of 256 traits for each block of scalars that has any; page 0 has none.
  struct Table: Sendable {
    private var pages = [UInt16](repeating: 0, count: 0x1100)
    private var entries = [UInt32](repeating: 0, count: 256)

    /// A table that knows no scalar.
    static let none = Table(words: false)

    /// The table of every word of the scanners.
    static let standard = Table(words: true)

    /// Whether a block of 256 scalars has any traits.
    func hasPage(_ page: UInt32) -> Bool { pages[Int(page)] != 0 }

    /// The traits of a scalar up to U+10FFFF, with the class that its fold entry gives.
    subscript(scalar: UInt32, entry: FoldTable.Entry) -> ScalarTraits {
      let page = Int(pages[Int(scalar >> 8)]) << 8
      let kind = entry >> 21 & 0xF
      let isHan =
        kind == UInt32(ScalarClass.han.rawValue) || kind == UInt32(ScalarClass.wordStart.rawValue)
      return ScalarTraits(
        rawValue: entries[page + Int(scalar & 0xFF)] | kind
          | (isHan ? ScalarTraits.han.rawValue : 0))
    }

    private mutating func add(_ traits: ScalarTraits, to scalar: UInt32) {
      let page = Int(scalar >> 8)
      guard page < pages.count else { return }
      if pages[page] == 0 {
        pages[page] = UInt16(entries.count >> 8)
        entries.append(contentsOf: repeatElement(0, count: 256))
      }
      entries[Int(pages[page]) << 8 + Int(scalar & 0xFF)] |= traits.rawValue
    }

    private mutating func add(_ traits: ScalarTraits, to scalars: some Sequence<Unicode.Scalar>) {
      for scalar in scalars { add(traits, to: scalar.value) }
    }

    private mutating func add(_ traits: ScalarTraits, to text: String) {
      add(traits, to: text.unicodeScalars)
    }

    private mutating func add(_ traits: ScalarTraits, to edges: [UInt32]) {
      for scalar in edges {
        add(traits, to: scalar)
        if (0x61...0x7A).contains(scalar | 0x20) {
          add(traits, to: scalar | 0x20)
          add(traits, to: scalar & ~0x20)
        }
        if scalar == 0x20 { for blank: UInt32 in [0x09, 0x0A, 0x0D] { add(traits, to: blank) } }
      }
    }

    fileprivate init(words: Bool) {
      guard words else { return }
      let digits = (0x30...0x39).compactMap { Unicode.Scalar($0) }
      let numerals = HanziNumerals.digits.map(\.scalar) + HanziNumerals.units.map(\.scalar)
      let latin = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars)
      addAnchors(digits + numerals + latin)
      addAfterNumbers(digits + numerals)
      addSteps(digits + numerals)
      add(.cueEnd, to: Cues.table.lasts)
      add(.estimateEnd, to: MoneyWords.estimates.lasts)
      add(.filler, to: " :#(（[【“\"=为是号码约达共计至在了人民币\n.\t\r")
      add(.clauseEnd, to: "。;!?\n")
      add(.englishTime, to: EnglishTimeWords.starts.firsts)
      add(.currencyBefore, to: MoneyWords.before.firsts)
      add([.anchor, .otherCalendar], to: LunarWords.starts + EraWords.starts)
      add(.linkDot, to: ".。点丶·•｡")
      add([.dialled, .digitLike], to: digits + HanziNumerals.digits.map(\.scalar))
      add([.dialled, .digitLike], to: "OolI")
      add(.joint, to: "-—–~～至到―─")
      add(.insideWord, to: digits)
      add(.insideWord, to: "-_.@:。点丶·•｡")
      add(.insideWord, to: ForeignLetters.starts + ForeignLetters.marks)
      add(.dialled, to: " -()—–/.+OolI")
      add(.rest, to: MoneyWords.rest.firsts)
    }

    private mutating func addAnchors(_ numbersAndLetters: [Unicode.Scalar]) {
      add(.anchor, to: numbersAndLetters)
      add(.anchor, to: GrammarWords.starts)
      add(.anchor, to: "$+(-.¥€£₹")
      add(.anchor, to: ForeignLetters.starts)
    }

    private mutating func addAfterNumbers(_ numerals: [Unicode.Scalar]) {
      add(.inNumber, to: numerals)
      add(.inNumber, to: " \t\n\r.,'点多余几")
      // What a number may end with in place of a digit: the letters of 1k and 1o0.
      add(ScalarTraits.everyAfter, to: "kKwWmMgGOolI")
      add(.moneyAfter, to: MoneyWords.after.firsts)
      add(.moneyAfter, to: MoneyWords.multipliers.firsts)
      add(.moneyAfter, to: "壹贰叁肆伍陆柒捌玖拾佰仟貳貮參叄陸")
      add(.lengthAfter, to: TimeWords.units.firsts)
      add(.dateAfter, to: "年月日号季-/T、和及")
      add(.clockAfter, to: "点时分刻半:T")
      add(.lengthAfter, to: "刻自半")
      add([.lengthAfter, .percentAfter, .periodAfter], to: "个")
      add([.moneyAfter, .timeAfter], to: "-—–~～至到―─tT(多余几来、")
      add(.percentAfter, to: "%‰折成厘分百千万pP")
      add(.periodAfter, to: "期/")
      add(.periodStart, to: "第")
      add(.percentStart, to: "对半")
    }

    private mutating func addSteps(_ numerals: [Unicode.Scalar]) {
      add(.afterStep, to: "OolI")
      add(.timeStart, to: TimeWords.starts.firsts)
      add(.afterStep, to: numerals)
      add(.afterStep, to: TimeWords.starts.firsts)
      add(.afterStep, to: TimeWords.units.firsts)
      add(.afterStep, to: TimeWords.weeks.firsts)
      add(.afterStep, to: TimeWords.weekdays.firsts)
      add(.afterStep, to: " \t\n\r年月季个隔逢半的")
    }
  }
}
