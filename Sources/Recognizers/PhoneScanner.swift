/// Telephone numbers.
extension Scan {
  /// Digits with the separators of telephone numbers between.
  private struct Dialled {
    var digits = DigitString()
    var hasPlus = false
    /// After how many digits, and where, each group ends; the first `groupCount` of them.
    var groups = InlineArray<24, Group>(repeating: Group(digits: 0, end: 0, gap: .none))
    var groupCount = 0
    var folds: FoldSet = []
  }

  /// Kept in eight bytes: there are 24 of them, most unused.
  private struct Group {
    private let place: UInt32
    private let count: UInt8
    let gap: Gap
    var end: Int { Int(place) }
    var digits: Int { Int(count) }

    init(digits: Int, end: Int, gap: Gap) {
      count = UInt8(clamping: digits)
      place = UInt32(clamping: end)
      self.gap = gap
    }
  }

  private enum Gap: UInt8 { case none, blank, joined }

  /// The telephone number that starts at a place, if any.
  func phone(at start: Int) -> Candidate? {
    guard hasFiveDigits(start) else { return nil }
    guard
      !isWordly(start - 1) || kind(start) == .sign
        || kind(start - 1) == .latin && isAfterWord(start),
      !isAt(start - 1, anyOf: ".+*#") || isAt(start - 1, "."),
      !isInsideNumber(start) || isSecond(start)
    else { return nil }
    var dialled = Dialled()
    guard read(&dialled, at: start), dialled.digits.count >= 5 else { return nil }
    let cued = isSecond(start) || hasCue(.phone, before: start, within: isEnglish ? 22 : 12)
    if !dialled.folds.isEmpty, !cued, !isPlain(dialled) { return nil }
    return first(of: dialled, start: start, cued: cued)
  }

  /// Whether digits with disguised ones among them are a telephone number without a word that says so.
  private func isPlain(_ dialled: Dialled) -> Bool {
    switch shape(of: dialled) {
    case .mobile, .virtualMobile, .sharedCost, .tollFree: true
    case .landline: dialled.folds == .letterDigit
    default: false
    }
  }

  /// Whether a telephone number stands right before this one: 010-55550123/55550124.
  private func isSecond(_ start: Int) -> Bool {
    guard lastPhone.end > 0 else { return false }
    var place = start
    if kind(place - 1) == .space { place -= 1 }
    guard isAt(place - 1, anyOf: "、或和", or: "/,;") else { return false }
    place -= 1
    return lastPhone.end == place || kind(place - 1) == .space && lastPhone.end == place - 1
  }

  /// A quick look ahead: at least five digits, however written, with at most four signs between.
  private func hasFiveDigits(_ start: Int) -> Bool {
    var index = start
    var count = 0
    var gap = 0
    while index < n, gap < 5, t[index].contains(.dialled) {
      if t[index].contains(.digitLike) {
        count += 1
        gap = 0
        if count == 5 { return true }
      } else {
        gap += 1
      }
      index += 1
    }
    return false
  }

  /// A letter word such as Tel may stand right before the digits.
  private func isAfterWord(_ start: Int) -> Bool {
    Cues.table.match(self, before: start)?.meaning == .phone
  }

  private func isInsideNumber(_ start: Int) -> Bool {
    isAt(start - 1, anyOf: ".,-/:") && kind(start - 2) == .digit
  }

  /// The number that ends at the first group when it is whole by itself, else at the last of the last
  /// four groups that fits.
  private func first(of dialled: Dialled, start: Int, cued: Bool) -> Candidate? {
    if dialled.groupCount > 1, dialled.groups[0].gap == .blank,
      let found = numbering.shape(of: dialled.digits.prefix(dialled.groups[0].digits)),
      found != .landline,
      let candidate = candidate(dialled, start: start, dialled.groups[0], cued: cued)
    {
      return candidate
    }
    if let main = withoutExtension(dialled),
      let candidate = candidate(dialled, start: start, main, cued: cued)
    {
      return candidate
    }
    var index = dialled.groupCount
    while index > 0, index > dialled.groupCount - 4 {
      index -= 1
      if let found = candidate(dialled, start: start, dialled.groups[index], cued: cued) {
        return found
      }
    }
    return nil
  }

  /// (021)5555 0199-3: a whole fixed line with a short group behind a dash.
  private func withoutExtension(_ dialled: Dialled) -> Group? {
    let last = dialled.groupCount - 1
    guard last > 0, isAt(dialled.groups[last - 1].end, "-") else { return nil }
    let main = dialled.groups[last - 1]
    let home = national(dialled.digits.prefix(main.digits), hasPlus: dialled.hasPlus)
    guard dialled.groups[last].digits - main.digits <= 4, home.count >= 11,
      numbering.shape(of: home) == .landline
    else { return nil }
    return main
  }

  private func shape(of dialled: Dialled) -> PhoneValue.Shape? {
    numbering.shape(of: national(dialled.digits, hasPlus: dialled.hasPlus))
  }

  private func national(_ digits: DigitString, hasPlus: Bool) -> DigitString {
    if hasPlus, digits.starts(with: "86") { return withTrunk(digits.dropFirst(2)) }
    if digits.starts(with: "0086") { return withTrunk(digits.dropFirst(4)) }
    if digits.count == 14, digits.starts(with: "086") { return digits.dropFirst(3) }
    if digits.count >= 12, digits.starts(with: "86") {
      let rest = digits.dropFirst(2)
      if numbering.shape(of: rest) != nil { return rest }
    }
    return digits
  }

  /// The 0 before an area code, which is left out behind +86.
  private func withTrunk(_ digits: DigitString) -> DigitString {
    guard digits[0] > 0x30, digits.count >= 9, numbering.shape(of: digits) == nil else {
      return digits
    }
    var longer = DigitString()
    longer.append(0x30)
    for index in 0..<digits.count { longer.append(digits[index]) }
    return numbering.shape(of: longer) == .landline ? longer : digits
  }

  // MARK: - Reading

  /// Reads the digits from a place on; `false` where there is none or too many.
  private func read(_ read: inout Dialled, at start: Int) -> Bool {
    var index = start
    if isAt(index, "(") { index = skipBlanks(index + 1, limit: 1) }
    if isAt(index, "+") {
      read.hasPlus = true
      index += 1
    }
    guard digitLike(index, &read) != nil else { return false }
    while read.digits.count < 24, let digit = digitLike(index, &read) {
      read.digits.append(digit)
      index += 1
      while kind(index) == .digit, read.digits.count < 24 {
        read.digits.append(UInt8(truncatingIfNeeded: at(index)))
        index += 1
      }
      if digitLike(index, &read) != nil { continue }
      let gap = separator(at: index)
      read.groups[read.groupCount] = Group(
        digits: read.digits.count, end: index,
        gap: gap == index ? .none : isAt(gap - 1, " ") && gap == index + 1 ? .blank : .joined)
      read.groupCount += 1
      if gap > index, read.digits.count >= 10, isWhole(read, before: index..<gap) { break }
      index = gap
    }
    return read.digits.count < 24
  }

  /// Whether the number ends before a gap: a mobile number has its eleven digits, and a stroke stands
  /// between whole numbers.
  private func isWhole(_ read: Dialled, before gap: Range<Int>) -> Bool {
    guard read.hasPlus ? read.digits.starts(with: "86") : true, let shape = shape(of: read) else {
      return false
    }
    return shape.isMobile || shape != .serviceNumber && gap.contains { isAt($0, "/") }
  }

  /// The digit at a place; Chinese numerals and look-alike letters only in a telephone context.
  private func digitLike(_ index: Int, _ read: inout Dialled) -> UInt8? {
    switch kind(index) {
    case .digit: return UInt8(s[index])
    case .hanziDigit:
      guard let value = HanziNumerals.digit(s[index]), !isAt(index, anyOf: "两俩仨") else {
        return nil
      }
      read.folds.formUnion(.hanziDigit)
      return 0x30 + UInt8(value)
    case .latin:
      guard isAt(index, anyOf: "OolI"), hasDigit(beside: index, -1) || hasDigit(beside: index, 1)
      else { return nil }
      read.folds.formUnion(.letterDigit)
      return isAt(index, anyOf: "Oo") ? 0x30 : 0x31
    default: return nil
    }
  }

  /// Whether a digit stands beside a letter like one, at most six such letters between: 8OOO.
  private func hasDigit(beside index: Int, _ step: Int) -> Bool {
    var place = index + step
    var left = 6
    while left > 0, isAt(place, anyOf: "OolI") {
      place += step
      left -= 1
    }
    return kind(place) == .digit || kind(place) == .hanziDigit
  }

  /// Where a separator inside a number ends: a blank, - or brackets, at most three signs.
  private func separator(at start: Int) -> Int {
    var index = start
    while index < start + 3, isAt(index, anyOf: "—–", or: " -()/") { index += 1 }
    if index == start, isAt(start, "."), kind(start + 1) == .digit { index += 1 }
    if index > start, isAt(index, "转") { return start }
    return index
  }

  // MARK: - Deciding

  private func candidate(
    _ dialled: Dialled, start: Int, _ group: Group, cued: Bool
  ) -> Candidate? {
    let digits = dialled.digits.prefix(group.digits)
    var end = group.end
    guard !isWordly(end) || !dialled.folds.isEmpty || isAt(end, anyOf: "xXeE") else { return nil }
    guard kind(end) != .digit,
      !(isAt(end, anyOf: ".,/:") && kind(end + 1) == .digit && group.gap == .none)
    else { return nil }
    let home = national(digits, hasPlus: dialled.hasPlus)
    let isOpen = isAt(start, "(") && !hasClosing(start..<end)
    guard !isOpen else { return nil }
    guard let (shape, rule) = decide(home, digits, dialled, start..<end, cued: cued) else {
      return nil
    }
    let extra = phoneExtension(at: end, shape: shape)
    if let extra { end = extra.end }
    let written = (dialled.hasPlus ? "+" : "") + digits.text
    let value = PhoneValue(
      digits: written, extensionDigits: extra?.digits,
      national: (shape == .local && isSecond(start) ? areaBefore(home.count) : "") + home.text,
      shape: shape)
    return Candidate(
      kind: .phone, range: start..<end, value: .phone(value), rule: rule, folds: dialled.folds)
  }

  /// The area code of the fixed line before, for a second number that leaves it out.
  private func areaBefore(_ count: Int) -> String {
    guard case .phone(let phone)? = lastPhone.value, phone.shape == .landline,
      (3...4).contains(phone.national.utf8.count - count)
    else { return "" }
    return String(phone.national.dropLast(count))
  }

  private func hasClosing(_ range: Range<Int>) -> Bool {
    range.contains { isAt($0, ")") }
  }

  private func decide(
    _ home: DigitString, _ digits: DigitString, _ dialled: Dialled, _ range: Range<Int>, cued: Bool
  ) -> (PhoneValue.Shape, RuleName)? {
    let isForeign =
      dialled.hasPlus && !digits.starts(with: "86")
      || !dialled.hasPlus && digits.starts(with: "00") && !digits.starts(with: "0086")
    if isForeign {
      guard (7...17).contains(digits.count), dialled.hasPlus || digits.count >= 9 else {
        return nil
      }
      guard digits.count == dialled.digits.count else { return nil }
      return (.overseas, "phone.overseas")
    }
    guard !isCounted(range.upperBound) else { return nil }
    if let shape = numbering.shape(of: home) {
      switch shape {
      case .mobile, .virtualMobile: return (shape, "phone.mobile")
      case .sharedCost:
        return (shape, "phone.service-prefix")
      case .tollFree where cued || isGrouped(dialled, range):
        return (shape, "phone.service-prefix")
      case .landline
      where cued || isAt(range.lowerBound, "(") || isGrouped(dialled, range)
        || home.count >= 11:
        return isDateLike(range) ? nil : (shape, "phone.landline")
      case .serviceNumber where cued || isServiceAlone(home, range):
        return (shape, "phone.service-number")
      default: break
      }
    }
    if isNorthAmerican(dialled, digits) { return (.unknown, "phone.three-three-four") }
    guard digits.count == dialled.digits.count || home.count >= 10 else { return nil }
    guard cued, (7...17).contains(digits.count), !isDateLike(range),
      cue(before: range.lowerBound) != .money
    else { return nil }
    if case .chat? = cue(before: range.lowerBound) { return nil }
    return (home.count <= 8 ? .local : .unknown, "phone.cue")
  }

  /// (123) 456-7890, 123.456.7890: written in threes and four.
  private func isNorthAmerican(_ dialled: Dialled, _ digits: DigitString) -> Bool {
    digits.count == 10 && dialled.digits.count == 10 && dialled.groupCount == 3
      && dialled.groups[0].digits == 3 && dialled.groups[1].digits == 6 && digits[0] > 0x30
  }

  /// A unit after digits says that they count something.
  private func isCounted(_ end: Int) -> Bool {
    isAt(end, anyOf: "元万亿‰块笔期天年月日个名分", or: "%") || has("美元", at: end)
  }

  private func isGrouped(_ dialled: Dialled, _ range: Range<Int>) -> Bool {
    range.contains { isAt($0, anyOf: "-()") }
  }

  /// 95588 and 12378 by themselves; 10000 and 96000 only with a cue.
  private func isServiceAlone(_ home: DigitString, _ range: Range<Int>) -> Bool {
    guard cue(before: range.lowerBound) == nil, (5...6).contains(home.count),
      !isAt(range.upperBound, anyOf: ".,"),
      kind(range.lowerBound - 1) != .sign
        || isAt(range.lowerBound - 1, anyOf: "/,(]!;")
    else { return false }
    let isNear = hasCue(.phone, before: range.lowerBound, within: 24)
    return home.starts(with: "95") && home.count == 5 && !home.dropFirst(2).starts(with: "000")
      || isNear
  }

  /// 2026-11-15 and 20261115: eight digits that name a day.
  private func isDateLike(_ range: Range<Int>) -> Bool {
    var count = 0
    var first = 0
    for index in range where kind(index) == .digit {
      count += 1
      if count <= 8 { first = first * 10 + Int(s[index] - 0x30) }
    }
    guard count >= 8 else { return false }
    guard (1990...2099).contains(first / 10_000), (1...12).contains(first / 100 % 100),
      (1...31).contains(first % 100)
    else { return false }
    return count == 8 || range.contains { kind($0) != .digit }
  }

  /// An extension behind a fixed line: 转801, 分机12, -801.
  private func phoneExtension(
    at end: Int, shape: PhoneValue.Shape
  ) -> (digits: String, end: Int)? {
    var place = skipBlanks(end, limit: 1)
    if isAt(place, "(") { place += 1 }
    if isAt(place, anyOf: ",;") { place = skipBlanks(place + 1, limit: 1) }
    let words: [StaticString] = ["转分机", "分机号", "分机", "转", "extension", "ext.", "ext", "x", "#"]
    var start: Int?
    for word in words where start == nil { start = self.end(of: word, at: place) }
    if start == nil, shape == .landline, isAt(place, "-") { start = place + 1 }
    guard var start else { return nil }
    start = skipBlanks(start, limit: 1)
    if isAt(start, anyOf: ":.") { start = skipBlanks(start + 1, limit: 1) }
    let last = digitsEnd(start)
    guard (1...6).contains(last - start), !isWordly(last) else { return nil }
    return (text.foldedText(start..<last), last)
  }
}

extension PhoneValue.Shape {
  /// Whether it is a mobile number of any operator.
  package var isMobile: Bool { self == .mobile || self == .virtualMobile }
}
