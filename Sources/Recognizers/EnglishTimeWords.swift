/// The English words of dates.
enum EnglishTimeWords {
  static let months = WordTable<Int>(monthsLines)
  private static let monthsLines: [(words: String, meaning: Int)] = [
    ("january jan", 1), ("february feb", 2), ("march mar", 3), ("april apr", 4), ("may", 5),
    ("june jun", 6), ("july jul", 7), ("august aug", 8), ("september sep sept", 9),
    ("october oct", 10), ("november nov", 11), ("december dec", 12),
  ]

  static let weekdays = WordTable<Int>(weekdaysLines)
  private static let weekdaysLines: [(words: String, meaning: Int)] = [
    ("monday", 1), ("tuesday tues", 2), ("wednesday", 3), ("thursday thurs", 4), ("friday", 5),
    ("saturday", 6), ("sunday", 7),
  ]

  /// Short weekdays, which are other words too (sun, sat, wed): only with a number or step beside.
  static let shortWeekdays = WordTable<Int>(shortWeekdaysLines)
  private static let shortWeekdaysLines: [(words: String, meaning: Int)] = [
    ("mon", 1), ("tue", 2), ("wed", 3), ("thu thur", 4), ("fri", 5), ("sat", 6), ("sun", 7),
  ]

  static let days = WordTable<Int>(daysLines)
  private static let daysLines: [(words: String, meaning: Int)] = [
    ("today", 0), ("tomorrow tmr tmrw", 1), ("yesterday", -1),
    ("day_after_tomorrow the_day_after_tomorrow", 2),
    ("day_before_yesterday the_day_before_yesterday", -2),
  ]

  static let steps = WordTable<Int>(stepsLines)
  private static let stepsLines: [(words: String, meaning: Int)] = [
    ("next the_next following the_following coming the_coming upcoming", 1),
    ("last previous past the_last the_previous the_past", -1),
    ("this the_current current that the_same same", 0),
  ]

  /// The words before a length, and where the stretch lies.
  enum Stretch: Sendable {
    case within
    case after
    case next
    case past
  }

  static let stretches = WordTable<Stretch>(stretchesLines)
  private static let stretchesLines: [(words: String, meaning: Stretch)] = [
    ("within", .within), ("in after", .after),
    ("in_the_next next the_next following the_following coming upcoming", .next),
    ("last past previous the_last the_past the_previous in_the_last in_the_past", .past),
  ]

  /// Numbers in words, as people write them before a unit.
  static let numbers = WordTable<Int64>(numbersLines)
  private static let numbersLines: [(words: String, meaning: Int64)] = [
    ("a an one", 1), ("two a_couple_of couple_of", 2), ("three", 3), ("four", 4), ("five", 5),
    ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11),
    ("twelve", 12), ("fourteen", 14), ("fifteen", 15), ("twenty", 20), ("thirty", 30),
    ("forty-five", 45), ("sixty", 60), ("ninety", 90),
  ]

  /// Parts of a day, with their hours.
  static let parts = WordTable<(from: Int, to: Int)>(partsLines)
  private static let partsLines: [(words: String, meaning: (from: Int, to: Int))] = [
    ("morning", (8, 12)), ("afternoon", (12, 16)), ("evening", (16, 20)), ("night", (20, 24)),
    ("early_morning", (8, 10)),
  ]

  /// What a word before a date makes of it.
  enum Lead: Sendable {
    case before
    case until
    case after
    case since
    case from
    case between
  }

  static let leads = WordTable<Lead>(leadsLines)
  private static let leadsLines: [(words: String, meaning: Lead)] = [
    ("before", .before),
    ("by until till due_by no_later_than on_or_before not_later_than", .until),
    ("after later_than", .after), ("since starting starting_on starting_from", .since),
    ("from", .from), ("between", .between),
  ]

  /// A part of a month or year.
  enum Edge: Sendable {
    case early
    case middle
    case end
  }

  static let edges = WordTable<Edge>(edgesLines)
  private static let edgesLines: [(words: String, meaning: Edge)] = [
    ("early the_beginning_of beginning_of the_start_of start_of", .early),
    ("mid the_middle_of middle_of", .middle),
    ("late the_end_of end_of", .end),
  ]

  static let ordinals = WordTable<Int>([
    ("first 1st", 1), ("second 2nd", 2), ("third 3rd", 3), ("fourth 4th", 4),
  ])

  /// Which sorts of times may begin with a word.
  struct Starts: OptionSet, Sendable {
    let rawValue: UInt16

    static let lead = Starts(rawValue: 1 << 0)
    static let stretch = Starts(rawValue: 1 << 1)
    static let length = Starts(rawValue: 1 << 2)
    static let part = Starts(rawValue: 1 << 3)
    static let edge = Starts(rawValue: 1 << 4)
    static let quarter = Starts(rawValue: 1 << 5)
    static let ordinal = Starts(rawValue: 1 << 6)
    static let month = Starts(rawValue: 1 << 7)
    static let day = Starts(rawValue: 1 << 8)
    static let weekday = Starts(rawValue: 1 << 9)
    static let year = Starts(rawValue: 1 << 10)
    static let step = Starts(rawValue: 1 << 11)
    static let noon = Starts(rawValue: 1 << 12)
  }

  /// The first two letters of the words of `starts`: a bit for the second in the row of the first.
  static let startLetters: [UInt32] = {
    var rows = [UInt32](repeating: 0, count: 26)
    for line in startLines {
      let letters = Array(line.words.unicodeScalars)
      guard let first = letters.first, (0x61...0x7A).contains(first.value) else { continue }
      rows[Int(first.value - 0x61)] |= bit(ofSecond: letters.count > 1 ? letters[1].value : 0x20)
    }
    return rows
  }()

  /// A bit for each letter, one for all other scalars.
  @inline(__always)
  static func bit(ofSecond scalar: UInt32) -> UInt32 {
    let letter = scalar | 0x20
    return 1 << ((0x61...0x7A).contains(letter) ? letter - 0x61 : 26)
  }

  /// Every word with which a time can begin; one look in place of many.
  ///
  /// The longest word found stands for the shorter ones it begins with too (in, in the next).
  static let starts = WordTable<Starts>(startLines)

  private static var startLines: [(words: String, meaning: Starts)] {
    var words: [String: Starts] = [:]
    func add(_ lines: [String], _ sort: Starts) {
      for word in lines.flatMap({ $0.split(separator: " ") }) {
        words[String(word), default: []].formUnion(sort)
      }
    }
    add(leadsLines.map(\.words), .lead)
    add(stretchesLines.map(\.words), .stretch)
    add(numbersLines.map(\.words) + ["half_an_hour"], .length)
    add(["tonight tonite this in_the"], .part)
    add(edgesLines.map(\.words), .edge)
    add(["q1 q2 q3 q4 the first second third fourth"], .quarter)
    add(["the"], .ordinal)
    add(monthsLines.map(\.words), .month)
    add(daysLines.map(\.words), .day)
    add(weekdaysLines.map(\.words) + shortWeekdaysLines.map(\.words), .weekday)
    add(["year"], .year)
    add(stepsLines.map(\.words), .step)
    add(["noon"], .noon)
    return words.keys.sorted().map { word in
      let sorts = words.filter { word.hasPrefix($0.key) }.values
      return (word, sorts.reduce(into: []) { $0.formUnion($1) })
    }
  }

  static let deadlines = BackwardTable<Bool>([
    ("by before until till no_later_than on_or_before due_by not_later_than", true)
  ])

  /// Words before a month that is another word too (may, march) or is cut short (dec).
  static let monthCues = BackwardTable<Bool>([
    ("in since after before by until till from of during end_of mid early late", true)
  ])

  /// Words before four digits that make them a year.
  static let yearCues = BackwardTable<Bool>([("in of year since before after until from", true)])

  /// Words before two numbers with a stroke that make them a date.
  static let dateCues = BackwardTable<Bool>([
    ("on by before until till after since from to between due due_on dated date this next", true),
    ("monday tuesday wednesday thursday friday saturday sunday", true),
  ])
}
