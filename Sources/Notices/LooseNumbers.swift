import Recognizers

/// Reads the numbers that only the words around them explain: the tail after 账户 or a mask, the
/// number after 合同号, the digits after 请打, the bare sum after 可贷.
struct LooseNumbers {
  let reading: MessageReader.Reading
  private let scalars: [Unicode.Scalar]
  /// Raw ranges that another entity than a plain number holds.
  private let taken: SortedRanges
  /// Of these the ones that keep their digits against a word for a paper before them.
  private let named: SortedRanges
  /// The runs of ASCII digits in the message.
  private let digitRuns: [Range<Int>]

  init(_ reading: MessageReader.Reading) {
    self.reading = reading
    scalars = reading.message.scalars
    digitRuns = LooseNumbers.digitRuns(in: reading.message)
    var taken: [Range<Int>] = []
    var named: [Range<Int>] = []
    if !digitRuns.isEmpty {
      let entities = reading.entities
      taken.reserveCapacity(entities.count)
      for index in entities.indices {
        if case .number = entities[index].kind { continue }
        taken.append(entities[index].range)
        if LooseNumbers.mayBeNamed(entities[index].kind), LooseNumbers.isNamed(entities[index]) {
          named.append(entities[index].range)
        }
      }
    }
    self.taken = SortedRanges(taken)
    self.named = SortedRanges(named)
  }

  private static func mayBeNamed(_ kind: EntityKind) -> Bool {
    switch kind {
    case .phone, .url, .email, .cardTail, .identifier: true
    default: false
    }
  }

  /// Whether an entity keeps its digits against a word for a paper right before them.
  private static func isNamed(_ entity: Entity) -> Bool {
    switch entity.value {
    case .phone, .link, .email, .tail: true
    case .identifier(let identifier):
      switch identifier.sort {
      case .contract, .order, .courtCase, .account, .idCard: true
      case .chat, .code, .other: false
      }
    default: false
    }
  }

  /// Runs of 3 to 6 ASCII digits right after a word for a card or account (`账户3683`), after a mask
  /// (`******1736`), or between 您 and such a word (`您6559的信用卡`).
  func tails() -> [Range<Int>] {
    guard digitRuns.contains(where: { (3...6).contains($0.count) }) else { return [] }
    let nouns = SortedRanges(reading.rawRanges(.cardNoun))
    return digitRuns.filter { run in
      guard (3...6).contains(run.count), !taken.overlaps(run), !continues(run) else { return false }
      return isMasked(run) || nouns.last(endingBy: run.lowerBound)?.upperBound == run.lowerBound
        || isOwned(run, nouns)
    }
  }

  /// The token after a word such as 编号 or 合同号: at least five letters, digits and masks.
  func references() -> [Range<Int>] {
    guard !digitRuns.isEmpty, reading.has(.referenceLabel) else { return [] }
    return reading.rawRanges(.referenceLabel).compactMap { label in
      var start = label.upperBound
      while start < scalars.count, start - label.upperBound < 3,
        scalars[start].isAny(of: "：:为是# ")
      {
        start += 1
      }
      var end = start
      while end < scalars.count, end - start < 40, isToken(scalars[end]) { end += 1 }
      while end > start, scalars[end - 1] == "-" { end -= 1 }
      let run = start..<end
      guard run.count >= 5, scalars[run].contains(where: isDigit), !named.overlaps(run) else {
        return nil
      }
      return run
    }
  }

  /// Runs of 7 to 12 digits right after words that say to call.
  func calledNumbers() -> [Range<Int>] {
    guard !digitRuns.isEmpty, reading.has(.callNumber) else { return [] }
    let calls = SortedRanges(reading.rawRanges(.callNumber))
    return digitRuns.filter { run in
      guard (7...12).contains(run.count), !taken.overlaps(run),
        let call = calls.last(endingBy: run.lowerBound)
      else { return false }
      let gap = scalars[call.upperBound..<run.lowerBound]
      return gap.count <= 3
        && gap.allSatisfy { !CueText.isHan($0.value) && !CueText.isLetter($0.value) }
    }
  }

  /// Sums that no sign of a currency marks: with 万 near a cue for amounts (`可贷20万`), or with two
  /// decimals or Indian groups near such a cue or right after letters (`NGN7,000.00`, `Rs 5,00,000`).
  func bareSums(
    near cues: RoleCues<AmountFinding.Role>
  ) -> [(range: Range<Int>, value: ExactDecimal, currency: String?)] {
    var sums: [(range: Range<Int>, value: ExactDecimal, currency: String?)] = []
    if !reading.kinds.isDisjoint(with: .number) {
      for entity in reading.entities {
        guard case .number(let value) = entity.value, endsInWan(entity.range),
          hasCue(near: entity.range, cues)
        else { continue }
        sums.append((entity.range, value, nil))
      }
    }
    for token in decimalTokens {
      let letters = lettersBefore(token)
      guard !letters.isEmpty || !taken.overlaps(token) && hasCue(near: token, cues),
        let value = decimal(token)
      else { continue }
      sums.append((token, value, letters.utf8.count == 3 ? letters.uppercased() : nil))
    }
    return sums
  }

  private func hasCue(near range: Range<Int>, _ cues: RoleCues<AmountFinding.Role>) -> Bool {
    cues.nearest(to: range, floor: 0, ceiling: scalars.count) { gap in
      gap.count > 6 || scalars[gap].contains { CueText.endsClause($0.value) }
    } != nil
  }

  private func endsInWan(_ range: Range<Int>) -> Bool {
    scalars[range.clamped(to: scalars.indices)].last?.isAny(of: "万w") ?? false
  }

  /// Runs of digits and commas that end in a point and two decimals or hold Indian groups.
  private var decimalTokens: [Range<Int>] {
    var tokens: [Range<Int>] = []
    var end = 0
    for run in digitRuns where run.lowerBound >= end {
      end = run.upperBound
      var groups: [Int] = []
      guard end + 1 < scalars.count, scalars[end] == "," || scalars[end] == "." else { continue }
      while end + 1 < scalars.count, scalars[end] == ",", isDigit(scalars[end + 1]) {
        let next = digitEnd(from: end + 1)
        groups.append(next - end - 1)
        end = next
      }
      let hasDecimals =
        end + 2 < scalars.count && scalars[end] == "." && digitEnd(from: end + 1) == end + 3
      if hasDecimals { end += 3 }
      let isIndian =
        groups.count > 1 && groups.last == 3 && groups.dropLast().allSatisfy { $0 == 2 }
      let isSum = hasDecimals && groups.allSatisfy { $0 == 3 || $0 == 2 } || isIndian
      if isSum { tokens.append(run.lowerBound..<end) }
    }
    return tokens
  }

  private func digitEnd(from start: Int) -> Int {
    var end = start
    while end < scalars.count, isDigit(scalars[end]) { end += 1 }
    return end
  }

  /// One to four letters right before a number, a point or blank between (`Rs. 2`), else empty.
  private func lettersBefore(_ token: Range<Int>) -> String {
    var end = token.lowerBound
    while end > 0, token.lowerBound - end < 2, scalars[end - 1].isAny(of: ". ") {
      end -= 1
    }
    var start = end
    while start > 0, end - start < 5, CueText.isLetter(scalars[start - 1].value) { start -= 1 }
    guard (1...4).contains(end - start), end == token.lowerBound || end - start == 2,
      (0x41...0x5A).contains(scalars[start].value)
    else { return "" }
    return reading.message.quote(start..<end).text
  }

  private func decimal(_ token: Range<Int>) -> ExactDecimal? {
    var digits: Int64 = 0
    var scale = 0
    var seenPoint = false
    for scalar in scalars[token] where scalar != "," {
      guard scalar != "." else {
        seenPoint = true
        continue
      }
      let (tens, overflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int64(scalar.value) - 0x30)
      guard !overflow, !carry else { return nil }
      digits = sum
      if seenPoint { scale += 1 }
    }
    return ExactDecimal(digits: digits, scale: scale)
  }

  /// Whether any ASCII digit stands in the message.
  var hasDigits: Bool { !digitRuns.isEmpty }

  private static func digitRuns(in message: MessageText) -> [Range<Int>] {
    message.scalars.withUnsafeBufferPointer { scalars in
      var runs: [Range<Int>] = []
      var index = 0
      while true {
        while index < scalars.count, !CueText.isDigit(scalars[index].value) { index += 1 }
        guard index < scalars.count else { return runs }
        let start = index
        while index < scalars.count, CueText.isDigit(scalars[index].value) { index += 1 }
        if runs.isEmpty { runs.reserveCapacity(8) }
        runs.append(start..<index)
      }
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { CueText.isDigit(scalar.value) }

  private func isToken(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || CueText.isLetter(scalar.value) || scalar == "*" || scalar == "-"
  }

  /// A longer number or a sum goes on after the run: 3,200 or 3200元.
  private func continues(_ run: Range<Int>) -> Bool {
    guard run.upperBound < scalars.count else { return false }
    return scalars[run.upperBound].isAny(of: ",.%元万年月日天期:：")
  }

  /// At least two mask signs right before the digits, or one `x` after a blank (`x0501`).
  private func isMasked(_ run: Range<Int>) -> Bool {
    var count = 0
    var index = run.lowerBound
    while index > 0, scalars[index - 1].isAny(of: "*xX＊") {
      index -= 1
      count += 1
    }
    return count >= 2 || count == 1 && index > 0 && scalars[index - 1] == " "
  }

  private func isOwned(_ run: Range<Int>, _ nouns: SortedRanges) -> Bool {
    guard run.lowerBound > 0, scalars[run.lowerBound - 1].isAny(of: "您你") else { return false }
    let isOf = run.upperBound < scalars.count && scalars[run.upperBound] == "的"
    return nouns.first(startingAt: isOf ? run.upperBound + 1 : run.upperBound) != nil
  }
}
