/// Numbers that name papers, accounts and people, so that nothing else claims their digits.
extension Scan {
  /// The identifier or card tail that starts at a place, if any.
  func identifier(at start: Int) -> Candidate? {
    if isAt(start, "(") { return caseNumber(at: start) }
    guard !isWordly(start - 1) else { return nil }
    let token = token(at: start)
    guard token.digits > 0 else { return nil }
    if isMasked(before: start), (3...4).contains(token.end - start),
      token.digits == token.end - start
    {
      return tail(start..<token.end)
    }
    if let card = groupedCard(at: start) { return card }
    if isAt(start - 1, "("), isAt(token.end, ")"), isAt(start - 2, anyOf: "卡户折"), token.digits == 4,
      token.end - start == 4
    {
      return tail(start..<token.end)
    }
    if isNumbered(start..<token.end, token) {
      return made(.courtCase, start..<token.end, "identifier.numbered")
    }
    let cue = cue(before: start)
    if let cue, let found = cued(cue, start..<token.end, token) { return found }
    return uncued(start..<token.end, token)
  }

  /// 催字第20261121号: what stands between 第 and 号 names a paper, whatever its digits look like.
  private func isNumbered(_ range: Range<Int>, _ token: Token) -> Bool {
    guard isAt(range.upperBound, "号") else { return false }
    let start = range.lowerBound
    if isAt(start - 1, "第") { return isAt(start - 2, "字") || token.digits >= 5 }
    return isAt(start - 1, "字") && token.digits >= 3
  }

  private struct Token {
    var end: Int
    var digits = 0
    var letters = 0
    var dashes = 0
    /// Whether letters stand only before the digits.
    var isLettersFirst = true
  }

  /// A run of letters and digits with single dashes inside.
  private func token(at start: Int) -> Token {
    var token = Token(end: start)
    var index = start
    while index < n, index - start < 64 {
      switch t[index].kind {
      case .digit: token.digits += 1
      case .latin:
        token.letters += 1
        if token.digits > 0 { token.isLettersFirst = false }
      default:
        guard isAt(index, anyOf: "-_"), isWordly(index + 1), index > start else { return token }
        token.dashes += 1
      }
      index += 1
      token.end = index
    }
    return token
  }

  /// 6222 0210 0011 2233 445: a card number in groups of four.
  private func groupedCard(at start: Int) -> Candidate? {
    guard digitsEnd(start) == start + 4, !isAt(start - 1, anyOf: "+-") else { return nil }
    var end = start + 4
    var digits = 4
    while digits < 19, isAt(end, anyOf: " -"), kind(end + 1) == .digit {
      let last = digitsEnd(end + 1)
      guard last - end <= 5, digits % 4 == 0 else { break }
      digits += last - end - 1
      end = last
    }
    guard (15...19).contains(digits), !isWordly(end) else { return nil }
    return made(.account, start..<end, "identifier.card-groups")
  }

  /// Stars before digits: the rest of a card number is hidden.
  private func isMasked(before start: Int) -> Bool {
    isAt(start - 1, "*") && isAt(start - 2, "*")
  }

  private func cued(_ cue: Cues.Meaning, _ range: Range<Int>, _ token: Token) -> Candidate? {
    let isNumber = token.letters == 0 && token.dashes == 0
    switch cue {
    case .tail where isNumber && (3...4).contains(token.digits):
      return tail(range)
    case .contract where token.digits >= 4: return made(.contract, range, "identifier.contract")
    case .order where token.digits >= 4: return made(.order, range, "identifier.order")
    case .phone
    where token.letters >= 2 && token.digits >= 2 && (6...20).contains(range.count)
      && kind(range.lowerBound) == .latin && !isAt(range.upperBound, anyOf: ".:/@"):
      return made(.chat, range, "identifier.chat")
    case .courtCase where token.digits >= 4: return made(.courtCase, range, "identifier.case")
    case .account where token.digits >= 6: return made(.account, range, "identifier.account")
    case .idCard where token.digits >= 15: return made(.idCard, range, "identifier.id-card")
    case .chat where token.digits >= 5 && !isMobile(range):
      return made(.chat, range, "identifier.chat")
    case .code
    where (4...8).contains(token.digits) && isNumber && !isAt(range.upperBound, anyOf: "元万天"):
      return made(.code, range, "identifier.code")
    default: return nil
    }
  }

  private func isMobile(_ range: Range<Int>) -> Bool {
    var digits = DigitString()
    for index in range where kind(index) == .digit {
      digits.append(UInt8(truncatingIfNeeded: s[index]))
    }
    return range.count <= 24 && numbering.shape(of: digits)?.isMobile == true
  }

  private func uncued(_ range: Range<Int>, _ token: Token) -> Candidate? {
    let end = range.upperBound
    if token.digits >= 17, token.end - range.lowerBound == 18, isIDCard(range) {
      return made(.idCard, range, "identifier.id-card")
    }
    if token.letters == 0, token.dashes == 0, token.digits >= 12,
      !isAt(end, anyOf: "元万亿", or: ".,%")
    {
      if token.digits == 14, range.lowerBound < end, isTimestamp(range) { return nil }
      if isMobileWithCountry(range) { return nil }
      return made(
        (15...19).contains(token.digits) ? .account : .other, range, "identifier.long-digits")
    }
    // AX20260315-77: letters, then a long run of digits.
    if token.letters > 0, token.letters <= 8, token.isLettersFirst, token.digits >= 5,
      kind(range.lowerBound) == .latin, (0x41...0x5A).contains(s[range.lowerBound]), !isAt(end, ".")
    {
      return made(.other, range, "identifier.letters-digits")
    }
    return nil
  }

  private func isTimestamp(_ range: Range<Int>) -> Bool {
    guard let year = number(range.lowerBound..<range.lowerBound + 4),
      let month = number(range.lowerBound + 4..<range.lowerBound + 6)
    else { return false }
    return (1990...2099).contains(year) && (1...12).contains(month)
  }

  private func isMobileWithCountry(_ range: Range<Int>) -> Bool {
    var digits = DigitString()
    for index in range.prefix(24) { digits.append(UInt8(truncatingIfNeeded: s[index])) }
    // The 22nd digit shows that the number is too long for any shape.
    if digits.starts(with: "0086"), numbering.shape(of: digits.dropFirst(4))?.isMobile == true {
      return true
    }
    if digits.starts(with: "086"), numbering.shape(of: digits.dropFirst(3))?.isMobile == true {
      return true
    }
    if digits.starts(with: "86"), numbering.shape(of: digits.dropFirst(2))?.isMobile == true {
      return true
    }
    return numbering.shape(of: digits) == .landline || digits.starts(with: "00")
  }

  /// 18 signs whose last is right by ISO 7064 MOD 11-2 (GB 11643).
  private func isIDCard(_ range: Range<Int>) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (offset, weight) in weights.enumerated() {
      let index = range.lowerBound + offset
      guard kind(index) == .digit else { return false }
      sum += Int(s[index] - 0x30) * weight
    }
    let checks: [UInt32] = [0x31, 0x30, 0x78, 0x39, 0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32]
    let last = at(range.upperBound - 1)
    return (last == 0x58 ? 0x78 : last) == checks[sum % 11]
  }

  private func tail(_ range: Range<Int>) -> Candidate? {
    // 尾号1234元 counts money, the tail of a card does not.
    guard !isAt(range.upperBound, anyOf: "元万", or: "%"), kind(range.upperBound) != .digit else {
      return nil
    }
    return Candidate(
      kind: .cardTail, range: range, value: .tail(text.foldedText(range)), rule: "identifier.tail")
  }

  private func made(
    _ sort: IdentifierValue.Sort, _ range: Range<Int>, _ rule: RuleName
  ) -> Candidate? {
    let value = IdentifierValue(
      sort: sort, number: text.foldedText(range), numberRange: raw(range))
    return Candidate(kind: .identifier, range: range, value: .identifier(value), rule: rule)
  }

  // MARK: - Case numbers

  /// (2024)湛仲字第2342号: a year in brackets, Chinese and digits, 号.
  private func caseNumber(at start: Int) -> Candidate? {
    let yearEnd = digitsEnd(start + 1)
    guard yearEnd == start + 5, isAt(yearEnd, anyOf: ")]") else { return nil }
    var index = yearEnd + 1
    var hasDigit = false
    var hasHan = false
    while index < min(n, yearEnd + 26) {
      if isAt(index, "号"), hasDigit, hasHan {
        let range = start..<(index + 1)
        let value = IdentifierValue(
          sort: .courtCase, number: text.foldedText(range), numberRange: raw(range))
        return Candidate(
          kind: .identifier, range: range, value: .identifier(value), rule: "identifier.case-number"
        )
      }
      switch t[index].kind {
      case .digit: hasDigit = true
      case .sign where !isAt(index, "-"), .space: return nil
      case .other: return nil
      default: hasHan = true
      }
      index += 1
    }
    return nil
  }
}
