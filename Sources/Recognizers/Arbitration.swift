/// The walk over a text: at every anchor the scanners are asked, one reading wins, the walk goes on
/// behind it. So no scalar belongs to two entities, and every scalar is passed once.
extension Scan {
  /// The entities in reading order.
  func entities() -> [Entity] {
    var entities: [Entity] = []
    var index = 0
    while index < n {
      guard isAnchor(index) else {
        index += 1
        continue
      }
      let candidates = candidates(at: index)
      guard let best = winner(of: candidates) else {
        index = afterNothing(index)
        continue
      }
      entities.append(entity(best, among: candidates))
      index = max(best.range.upperBound, index + 1)
    }
    return entities
  }

  private func isAnchor(_ index: Int) -> Bool {
    switch c[index] {
    case .digit, .hanziDigit, .hanziUnit, .wordStart: true
    case .latin: index == 0 || c[index - 1] != .latin
    case .sign: isAt(index, anyOf: "$+(-.")
    case .other: isAt(index, anyOf: "¥€£₹") || Lookalikes.latin(s[index]) != nil
    case .han, .space: false
    }
  }

  /// Where the walk goes on when nothing starts at an anchor: a run of digits that means nothing as
  /// a whole means nothing in its parts.
  private func afterNothing(_ index: Int) -> Int {
    switch c[index] {
    case .digit: digitsEnd(index)
    default: index + 1
    }
  }

  // MARK: - Candidates

  private func candidates(at index: Int) -> [Candidate] {
    var found: [Candidate] = []
    if c[index] != .wordStart { found.reserveCapacity(6) }
    switch c[index] {
    case .latin:
      latinCandidates(at: index, &found)
    case .other:
      add(link(at: index), &found)
      add(money(at: index), &found)
    case .sign:
      if isAt(index, anyOf: "+(") { add(phone(at: index), &found) }
      if isAt(index, "(") { add(identifier(at: index), &found) }
      if isAt(index, anyOf: "$-") { add(money(at: index), &found) }
    case .digit:
      digitCandidates(at: index, &found)
    case .hanziDigit, .hanziUnit:
      if c[index] == .hanziDigit { add(phone(at: index), &found) }
      quantityCandidates(at: index, &found)
    case .wordStart:
      wordCandidates(at: index, &found)
    default: break
    }
    return found
  }

  private func add(_ candidate: Candidate?, _ found: inout [Candidate]) {
    if let candidate { found.append(candidate) }
  }

  private func latinCandidates(at index: Int, _ found: inout [Candidate]) {
    if index == 0 || kind(index - 1) != .digit {
      add(link(at: index), &found)
      add(identifier(at: index), &found)
      if isAt(index, anyOf: "OolI") { add(phone(at: index), &found) }
    }
    if MoneyWords.before.match(self, at: index) != nil || isLetterDigit(index) {
      add(money(at: index), &found)
    }
    add(englishTime(at: index), &found)
  }

  private func digitCandidates(at index: Int, _ found: inout [Candidate]) {
    add(link(at: index), &found)
    add(identifier(at: index), &found)
    add(phone(at: index), &found)
    quantityCandidates(at: index, &found)
    if language == .en { add(englishTime(at: index), &found) }
  }

  private func quantityCandidates(at index: Int, _ found: inout [Candidate]) {
    add(money(at: index), &found)
    found += time(at: index)
    add(percent(at: index), &found)
    add(period(at: index), &found)
    add(plainNumber(at: index), &found)
  }

  private func wordCandidates(at index: Int, _ found: inout [Candidate]) {
    if TimeWords.starts.match(self, at: index) != nil { found += time(at: index) }
    if isAt(index, "第") { add(period(at: index), &found) }
    if isAt(index, anyOf: "对半") { add(percent(at: index), &found) }
    if isAt(index, anyOf: "人港新台日欧英美") { add(money(at: index), &found) }
  }

  /// A number that nothing else claims.
  private func plainNumber(at index: Int) -> Candidate? {
    guard kind(index - 1) != .latin, let numeral = numeral(at: index, point: true),
      kind(numeral.range.upperBound) != .latin, numeral.isArabic || numeral.range.count > 1
    else { return nil }
    return Candidate(
      kind: .number, range: numeral.range, value: .number(numeral.value), rule: "number",
      folds: numeral.folds)
  }

  // MARK: - The winner

  /// The longest reading; of equal length the kind that is more particular.
  private func winner(of candidates: [Candidate]) -> Candidate? {
    candidates.filter { !cutsScalar($0.range) }.max { left, right in
      if left.range.count != right.range.count { return left.range.count < right.range.count }
      return left.kind.priority < right.kind.priority
    }
  }

  /// Whether a range ends or begins between the two digits of one raw scalar, ⑫.
  private func cutsScalar(_ range: Range<Int>) -> Bool {
    func cuts(_ place: Int) -> Bool {
      place > 0 && place < n && text.places[place - 1].scalar == text.places[place].scalar
    }
    return cuts(range.lowerBound) || cuts(range.upperBound)
  }

  private func entity(_ best: Candidate, among candidates: [Candidate]) -> Entity {
    let losers = candidates.filter {
      $0.rule.utf8Start != best.rule.utf8Start && $0.kind != .number
    }
    return Entity(
      kind: best.kind, range: raw(best.range), text: text.rawText(best.range), value: best.value,
      folds: best.folds.union(text.folds(best.range)).folds,
      alternatives: losers.map {
        Reading(kind: $0.kind, range: raw($0.range), rule: $0.rule.description)
      }, rule: best.rule.description)
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
