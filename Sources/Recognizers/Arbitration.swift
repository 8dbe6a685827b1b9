/// The walk over a text.
///
/// At every anchor the scanners are asked, one reading wins, the walk goes on behind it. So no scalar
/// belongs to two entities, and every scalar is passed once. The losers stay as alternatives.
///
/// Why not the best set of all candidates by weighted intervals: a scanner answers for one place with
/// its longest reading, so two candidates overlap without sharing their start only where the later
/// one begins inside the earlier, and that is the error arbitration is there to prevent (56元 inside
/// 1234.56元, 234.56 as a telephone number inside ￥1,234.56). Asking inside a reading that won
/// would cost every scalar of a number again and give such parts a chance to outweigh the whole.
/// Tried on the development cases (F1, greedy first): by length dates 90.3 / 87.4, money 89.5 / 87.3,
/// lengths 96.2 / 93.7; by squared length money 89.5 / 87.3 and the rest alike. So greedy stays.
extension Scan {
  /// The entities in reading order.
  func entities() -> [Entity] {
    var entities: [Entity] = []
    // One array for the candidates of every anchor, so that none is allocated for each.
    var candidates: [Candidate] = []
    candidates.reserveCapacity(8)
    var index = 0
    while index < n {
      guard t[index].contains(.anchor) else {
        index += 1
        continue
      }
      if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
      findCandidates(at: index, &candidates)
      guard let best = winner(of: candidates) else {
        index = afterNothing(index)
        continue
      }
      // Most messages have fewer than eight: one allocation in place of three.
      if entities.isEmpty { entities.reserveCapacity(8) }
      entities.append(entity(best, among: candidates))
      if candidates[best].kind == .phone {
        lastPhone = (candidates[best].range.upperBound, candidates[best].value)
      } else if candidates[best].kind == .datetime {
        noteDay(candidates[best].value, end: candidates[best].range.upperBound)
      }
      index = afterLetters(max(candidates[best].range.upperBound, index + 1))
    }
    return entities
  }

  /// Keeps the month of a day for the days that follow in a list.
  private func noteDay(_ value: EntityValue, end: Int) {
    guard case .time(let time) = value, let written = time.written.last else { return }
    if written.lunar != nil { lastLunarEnd = end }
    guard written.month != nil, written.day != nil, written.timeRange == nil
    else { return }
    lastDay = (end, written)
  }

  /// Where the walk goes on when nothing starts at an anchor: a run of digits or of letters that means
  /// nothing as a whole means nothing in its parts.
  private func afterNothing(_ index: Int) -> Int {
    switch t[index].kind {
    case .digit: digitsEnd(index)
    case .latin: wordEnd(index)
    default: index + 1
    }
  }

  /// No reading starts inside a run of letters: the 't' of 3at.
  private func afterLetters(_ index: Int) -> Int {
    kind(index - 1) == .latin ? lettersEnd(index) : index
  }

  // MARK: - Candidates

  private func findCandidates(at index: Int, _ found: inout [Candidate]) {
    if t[index].contains(.otherCalendar), otherCalendarDate(at: index) != nil {
      time(at: index, after: .timeAfter, &found)
    }
    switch t[index].kind {
    case .latin:
      latinCandidates(at: index, &found)
    case .other:
      add(link(at: index), &found)
      add(money(at: index), &found)
    case .sign:
      if isAt(index, anyOf: "+(") { add(phone(at: index), &found) }
      if isAt(index, "(") { add(identifier(at: index), &found) }
      if isAt(index, anyOf: "$-") || isAt(index, ".") && kind(index + 1) == .digit {
        add(money(at: index), &found)
      }
    case .digit:
      digitCandidates(at: index, &found)
    case .hanziDigit, .hanziUnit:
      if t[index].kind == .hanziDigit { add(phone(at: index), &found) }
      quantityCandidates(at: index, after: traitsAround(numberAt: index), &found)
    case .wordStart:
      wordCandidates(at: index, &found)
    default: break
    }
  }

  /// Takes the candidate over, so that none of its references is counted.
  @inline(__always)
  private func add(_ candidate: consuming Candidate?, _ found: inout [Candidate]) {
    if let candidate { found.append(candidate) }
  }

  private func latinCandidates(at index: Int, _ found: inout [Candidate]) {
    let traits = traits(index)
    if index == 0 || kind(index - 1) != .digit {
      if self.traits(wordEnd(index)).contains(.insideWord) {
        add(link(at: index), &found)
        add(identifier(at: index), &found)
      }
      if traits.contains(.digitLike) { add(phone(at: index), &found) }
    }
    if traits.contains(.currencyBefore) && mayBeCurrency(index)
      || traits.contains(.digitLike) && isLetterDigit(index)
    {
      add(money(at: index), &found)
    }
    if traits.contains(.englishTime), !englishStarts(at: index).isEmpty {
      add(englishTime(at: index), &found)
    }
  }

  /// Whether a currency may begin: a word of at most six letters with a number, or a sign that may
  /// stand before one, behind it.
  private func mayBeCurrency(_ start: Int) -> Bool {
    let end = wordEnd(start)
    guard end - start <= 6 else { return false }
    let next = skipBlanks(end)
    guard
      digit(next) != nil || kind(next) == .hanziUnit || isAt(next, anyOf: "数几", or: "$-.:")
        || isAt(next, "¥")
    else { return false }
    return MoneyWords.before.match(self, at: start) != nil
  }

  /// Where a word of Latin letters ends; several ask for the same one.
  private func wordEnd(_ start: Int) -> Int {
    if lastWord.start != start { lastWord = (start, lettersEnd(start)) }
    return lastWord.end
  }

  private func digitCandidates(at index: Int, _ found: inout [Candidate]) {
    add(link(at: index), &found)
    add(identifier(at: index), &found)
    add(phone(at: index), &found)
    // In English the readings of 12/5 are those of its own scanner.
    let after = traitsAround(numberAt: index)
    if isEnglish { add(englishTime(at: index, after: after), &found) }
    quantityCandidates(at: index, after: after, &found)
  }

  private func quantityCandidates(
    at index: Int, after: ScalarTraits, _ found: inout [Candidate]
  ) {
    if after.contains(.moneyAfter) || cue(before: index) == .money {
      add(money(at: index), &found)
    }
    if !after.isDisjoint(with: .timeAfter) { time(at: index, after: after, &found) }
    if after.contains(.percentAfter) || after.contains(.joint) && mayBePercentRange(index) {
      add(percent(at: index), &found)
    }
    if after.contains(.periodAfter) { add(period(at: index), &found) }
    add(plainNumber(at: index, unlessAmong: found), &found)
  }

  /// What the scalars of a number and the one behind it say of who may go on from it.
  ///
  /// All of it after 64 scalars, so that the look ahead stays short.
  private func traitsAround(numberAt start: Int) -> ScalarTraits {
    var seen: ScalarTraits = []
    var index = start
    while index < n {
      guard index - start < 64 else { return ScalarTraits.everyAfter }
      let traits = t[index]
      seen.formUnion(traits)
      guard traits.contains(.inNumber) else { break }
      index += 1
    }
    if isDateWithoutWords(start) { seen.formUnion(.dateAfter) }
    return seen
  }

  /// 20261123, 2026 11 23, 2026.11.23 and 11.23, by their digits and blanks or points alone.
  private func isDateWithoutWords(_ start: Int) -> Bool {
    let end = digitsEnd(start)
    switch end - start {
    case 8: return true
    case 4: return kind(end) == .space || isAt(end, ".")
    case 1, 2: return isAt(end, ".") && kind(end + 1) == .digit
    default: return false
    }
  }

  private func wordCandidates(at index: Int, _ found: inout [Candidate]) {
    if traits(index).contains(.timeStart),
      let (isWhole, end) = TimeWords.starts.match(self, at: index),
      isWhole || traits(end).contains(.afterStep)
    {
      time(at: index, after: .timeAfter, &found)
    }
    let traits = traits(index)
    if traits.contains(.periodStart) { add(period(at: index), &found) }
    if traits.contains(.percentStart) { add(percent(at: index), &found) }
    if traits.contains(.currencyBefore) { add(money(at: index), &found) }
  }

  /// A number that nothing else claims; not made where a reading as long is found already.
  private func plainNumber(at index: Int, unlessAmong found: [Candidate]) -> Candidate? {
    guard kind(index - 1) != .latin, let numeral = numeral(at: index, point: true),
      kind(numeral.range.upperBound) != .latin, numeral.isArabic || numeral.range.count > 1
    else { return nil }
    for other in found.indices
    where found[other].range.count >= numeral.range.count && !cutsScalar(found[other].range) {
      return nil
    }
    return Candidate(
      kind: .number, range: numeral.range, value: .number(numeral.value), rule: "number",
      folds: numeral.folds)
  }

  // MARK: - The winner

  /// The longest reading; of equal length the kind that is more particular.
  ///
  /// Of readings equal in both the first; its place among them.
  private func winner(of candidates: [Candidate]) -> Int? {
    var best: Int?
    for index in candidates.indices where !cutsScalar(candidates[index].range) {
      guard let known = best else {
        best = index
        continue
      }
      let (left, right) = (candidates[known].range.count, candidates[index].range.count)
      if left < right
        || left == right && candidates[known].kind.priority < candidates[index].kind.priority
      {
        best = index
      }
    }
    return best
  }

  /// Whether a range ends or begins between the two digits of one raw scalar, ⑫.
  private func cutsScalar(_ range: Range<Int>) -> Bool {
    func cuts(_ place: Int) -> Bool {
      place > 0 && place < n && text.places[place - 1].scalar == text.places[place].scalar
    }
    return cuts(range.lowerBound) || cuts(range.upperBound)
  }

  /// The candidates are looked at where they stand: a copy of one counts its references.
  private func entity(_ best: Int, among candidates: [Candidate]) -> Entity {
    var losers: [Reading] = []
    let winner = candidates[best]
    for index in candidates.indices where index != best {
      let kind = candidates[index].kind
      guard kind != .number, candidates[index].rule != winner.rule else { continue }
      losers.append(
        Reading(
          kind: kind, range: raw(candidates[index].range), ruleName: candidates[index].rule))
    }
    return Entity(
      winner.range, of: text, kind: winner.kind, value: winner.value,
      foldSet: winner.folds.union(text.folds(winner.range)), alternatives: losers,
      ruleName: winner.rule)
  }
}

extension EntityKind {
  /// Of two readings of the same characters the one with the higher number wins.
  fileprivate var priority: Int {
    switch self {
    case .identifier, .cardTail: 9
    case .url, .email: 8
    case .phone: 7
    case .money: 6
    case .recurring: 5
    case .datetime: 4
    case .duration: 3
    case .periodCount: 2
    case .percent: 1
    case .number: 0
    }
  }
}
