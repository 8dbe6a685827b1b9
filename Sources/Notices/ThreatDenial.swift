/// Tells a threat from the word that it will not or did not come: 不会影响征信, 未被起诉.
struct ThreatDenial {
  let text: CueText

  /// Whether the words right before a threat deny it.
  ///
  /// A denial on a condition (如配合，我们不会上门) is the threat in other words, and so it stays one.
  func denies(_ threat: Range<Int>) -> Bool {
    guard let denial = denial(before: threat.lowerBound) else { return false }
    return !isConditional(denial)
  }

  // MARK: - The denial

  /// Where the denial before a threat begins.
  private func denial(before threat: Int) -> Int? {
    for (words, reach) in [
      (ThreatDenial.promises, 4), (ThreatDenial.reports, 0), (ThreatDenial.english, 1),
    ] {
      for word in words {
        let count = word.unicodeScalars.count
        for gap in 0...reach where stands(word, at: threat - gap - count) {
          let between = threat - gap..<threat
          let isPlain = !text.hasClauseEnd(in: between) && !text.scalars[between].contains(0x518D)
          let isLatin = words == ThreatDenial.english
          if isPlain, !isLatin || isWord(threat - gap - count) { return threat - gap - count }
        }
      }
    }
    return nil
  }

  /// Words that what follows will not come; 不会再 begins 不会再通知, so it is none.
  private static let promises = ["不会", "不得", "无权"]

  /// Words that what follows directly did not come.
  private static let reports = [
    "未", "未被", "没有", "没有被", "没被", "并无", "不影响", "无", "无任何", "没有任何",
  ]

  private static let english = [
    "will not", "will not be", "will not take", "will not take any", "won't", "won't be",
    "won't take", "would not", "does not", "has not", "have not", "is not", "are not", "was not",
    "were not", "not be", "no", "not",
  ]

  private func stands(_ word: String, at start: Int) -> Bool {
    guard start >= 0 else { return false }
    var place = start
    for scalar in word.unicodeScalars {
      guard place < text.scalars.count,
        text.scalars[place] | lowered(text.scalars[place])
          == scalar.value
      else { return false }
      place += 1
    }
    return true
  }

  /// The bit that makes a capital letter a small one.
  private func lowered(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? 0x20 : 0
  }

  private func isWord(_ start: Int) -> Bool {
    start == 0 || !CueText.isLetter(text.scalars[start - 1])
  }

  // MARK: - The condition

  private func isConditional(_ denial: Int) -> Bool {
    var place = denial
    let least = max(0, denial - 60)
    while place > least {
      place -= 1
      switch text.scalars[place] {
      case 0x0A, 0x21, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF1B, 0xFF1F: return false
      default: break
      }
      if ThreatDenial.conditions.contains(where: { stands($0, at: place) }) { return true }
      if isWord(place), stands("if ", at: place) || stands("unless ", at: place) { return true }
    }
    return false
  }

  private static let conditions = ["如", "若", "只要", "除非", "否则", "倘", "为了", "以便"]
}
