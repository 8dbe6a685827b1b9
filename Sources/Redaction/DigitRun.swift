/// Groups of digits with nothing but blanks or hyphens between them: `2026-11-21 139 1234 0000`.
struct DigitRun {
  /// Digits that follow each other directly.
  struct Group {
    /// Their places in the text.
    let places: Range<Int>
    /// Their values.
    let digits: [UInt8]
    /// The place of an X that may be the last sign of an identity card.
    let check: Int?
    /// Whether a single hyphen stands before the group.
    let followsHyphen: Bool
  }

  /// A number that is masked: the places of its signs, how many of them stay at each end.
  struct PersonalNumber {
    let places: [Int]
    let lastGroup: Int
    let head: Int
    let tail: Int
  }

  let groups: [Group]
  /// The place after the run.
  let end: Int

  /// So many blanks and hyphens may stand between two groups.
  private static let mostSeparators = 3

  /// The run that begins at a place; `nil` where no digit stands there.
  init?(_ scalars: [Unicode.Scalar], from start: Int) {
    var groups: [Group] = []
    var place = start
    var next = start
    var separators: ArraySlice<Unicode.Scalar> = []
    while next < scalars.count, DigitRun.digit(scalars[next]) != nil {
      var digits: [UInt8] = []
      place = next
      while place < scalars.count, let digit = DigitRun.digit(scalars[place]) {
        digits.append(digit)
        place += 1
      }
      let check = DigitRun.isCheckLetter(scalars, at: place) ? place : nil
      groups.append(
        Group(
          places: next..<place, digits: digits, check: check,
          followsHyphen: separators.count == 1 && separators.allSatisfy(\.isDash)))
      if check != nil {
        place += 1
        break
      }
      next = place
      while next < scalars.count, next - place < DigitRun.mostSeparators,
        scalars[next].isDash || scalars[next].isSpacing
      {
        next += 1
      }
      separators = scalars[place..<next]
    }
    guard !groups.isEmpty else { return nil }
    self.groups = groups
    self.end = place
  }

  /// The groups at which a number of at most so many digits may end that begins at a group.
  func ends(from first: Int, digits most: Int) -> [Int] {
    var count = 0
    var ends: [Int] = []
    for index in first..<groups.count {
      count += groups[index].digits.count
      guard count <= most || index == first else { break }
      ends.append(index)
    }
    return ends
  }

  /// The digits of some groups, in ASCII.
  func digits(_ range: ClosedRange<Int>) -> String {
    String(decoding: groups[range].flatMap(\.digits).map { $0 + 0x30 }, as: UTF8.self)
  }

  /// Whether a date begins at a group: `2026-11-21`.
  func isDate(at first: Int) -> Bool {
    guard first + 2 < groups.count, groups[first + 1].followsHyphen, groups[first + 2].followsHyphen
    else { return false }
    let parts = groups[first...first + 2].map(\.digits)
    guard parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 else { return false }
    return DigitRun.isDay(year: parts[0], month: parts[1], day: parts[2])
  }

  private static func isDay(
    year: some Collection<UInt8>, month: some Collection<UInt8>, day: some Collection<UInt8>
  ) -> Bool {
    func number(_ digits: some Collection<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1) } }
    return (1900...2099).contains(number(year)) && (1...12).contains(number(month))
      && (1...31).contains(number(day))
  }

  /// The personal number that begins at a group; it runs into no mobile number, date or kept
  /// number behind it.
  func personalNumber(from first: Int, isKept: (Int) -> Bool) -> PersonalNumber? {
    if let last = mobile(from: first) { return number(first...last, head: 3, tail: 4) }
    let ends = ends(from: first, digits: 19)
    if let last = ends.last(where: { isIdentityCard(first...$0) }) {
      return number(first...last, head: 3, tail: 2, withCheck: true)
    }
    let free = ends.prefix { last in
      last == first || !(mobile(from: last) != nil || isDate(at: last) || isKept(last))
    }
    if let last = free.last(where: { isLandline(first...$0) }) {
      return number(first...last, head: 3, tail: 2)
    }
    guard let last = free.last(where: { isLongNumber(first...$0) }) else { return nil }
    return number(first...last, head: 0, tail: 4)
  }

  private func number(
    _ range: ClosedRange<Int>, head: Int, tail: Int, withCheck: Bool = false
  ) -> PersonalNumber {
    let check = withCheck ? groups[range.upperBound].check : nil
    return PersonalNumber(
      places: groups[range].flatMap(\.places) + [check].compactMap { $0 },
      lastGroup: range.upperBound, head: head, tail: tail)
  }

  // MARK: Shapes

  /// Numbers that begin so send short messages; they belong to no person.
  private static let messageSender: [UInt8] = [1, 0, 6]

  private static let mobileSizes: Set<[Int]> = [
    [11], [3, 4, 4], [3, 8], [7, 4], [4, 4, 3], [5, 6], [3, 3, 5], [3, 2, 2, 2, 2],
    Array(repeating: 1, count: 11),
  ]

  /// The last group of a mobile number (1 and 3 to 9 in front, 11 digits) that begins at a group.
  private func mobile(from first: Int) -> Int? {
    let last = ends(from: first, digits: 11).last
    guard let last, DigitRun.mobileSizes.contains(groups[first...last].map(\.digits.count)) else {
      return nil
    }
    let digits = groups[first...last].flatMap(\.digits)
    return digits[0] == 1 && digits[1] >= 3 ? last : nil
  }

  /// 18 digits, or 17 and an X, with a birthday in the middle; 15 with a short one; or either
  /// written without a gap.
  private func isIdentityCard(_ range: ClosedRange<Int>) -> Bool {
    let digits = groups[range].flatMap(\.digits)
    let length = digits.count + (groups[range.upperBound].check == nil ? 0 : 1)
    switch (length, digits.count) {
    case (18, 17...18):
      return range.count == 1
        || DigitRun.isDay(year: digits[6..<10], month: digits[10..<12], day: digits[12..<14])
    case (15, 15):
      return (range.count == 1 && !digits.starts(with: DigitRun.messageSender))
        || DigitRun.isDay(
          year: [1, 9] + digits[6..<8], month: digits[8..<10], day: digits[10..<12])
    default: return false
    }
  }

  /// An area code with its 0 and a number of 7 or 8 digits.
  private func isLandline(_ range: ClosedRange<Int>) -> Bool {
    let digits = groups[range].flatMap(\.digits)
    guard digits.first == 0, (10...12).contains(digits.count) else { return false }
    return range.count == 1 || (3...4).contains(groups[range.lowerBound].digits.count)
  }

  /// A bank card, or any longer number: 13 digits and more, in groups of at least 4 but the last.
  private func isLongNumber(_ range: ClosedRange<Int>) -> Bool {
    let digits = groups[range].flatMap(\.digits)
    return digits.count >= 13 && !digits.starts(with: DigitRun.messageSender)
      && groups[range].dropLast().allSatisfy { $0.digits.count >= 4 }
  }

  // MARK: Signs

  /// The value of a decimal digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) ? UInt8(scalar.value - 0x30) : nil
    }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue
    else { return nil }
    return UInt8(exactly: value)
  }

  /// An X that ends a word: the check sign of an identity card.
  private static func isCheckLetter(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place < scalars.count, "xXｘＸ".unicodeScalars.contains(scalars[place]) else {
      return false
    }
    let next = place + 1
    return next == scalars.count
      || !(scalars[next].isASCII && scalars[next].properties.isAlphabetic)
  }
}

extension Unicode.Scalar {
  /// A hyphen or dash, as people part the groups of a number with it.
  fileprivate var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// A blank within a line, the ones without width included.
  fileprivate var isSpacing: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }
}
