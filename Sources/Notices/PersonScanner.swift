/// Finds people: a family name before an honorific (`王先生`, `郭经理`), a name after 尊敬的 or
/// 收款人 or before 您好 (`张佳怡`).
struct PersonScanner {
  let message: MessageText
  let surnames: Set<UInt32>

  /// The ranges, from the raw places of the cue groups `honorific`, `person-lead`, `person-tail` and
  /// `payee-lead`; `actions` are words (转出, 快捷支付) before which a name ends.
  func ranges(
    honorifics: [Range<Int>], leads: [Range<Int>], tails: [Range<Int>], payees: [Range<Int>],
    actions: SortedRanges
  ) -> [Range<Int>] {
    let names =
      honorifics.compactMap(named) + leads.compactMap { after($0.upperBound, actions) }
      + payees.compactMap { payee($0, actions) } + tails.compactMap(before)
    return SortedRanges(names).ranges
  }

  /// A family name and at most two more characters right before an honorific.
  private func named(_ honorific: Range<Int>) -> Range<Int>? {
    for length in [3, 2, 1] {
      let start = honorific.lowerBound - length
      guard start >= 0, isSurname(start), areHan(start..<honorific.lowerBound),
        length == 1 || isBoundary(start - 1)
      else { continue }
      return start..<honorific.upperBound
    }
    return nil
  }

  /// `支付宝-李雪`: a name behind a dash.
  private func payee(_ lead: Range<Int>, _ actions: SortedRanges) -> Range<Int>? {
    guard lead.upperBound < message.scalars.count, message.scalars[lead.upperBound] == "-" else {
      return nil
    }
    return after(lead.upperBound + 1, actions)
  }

  private func after(_ start: Int, _ actions: SortedRanges) -> Range<Int>? {
    for length in [3, 2] {
      let end = start + length
      guard end <= message.scalars.count, isSurname(start), areHan(start..<end),
        isEnd(end) || actions.first(startingAt: end) != nil
      else {
        continue
      }
      return start..<end
    }
    return nil
  }

  private func before(_ tail: Range<Int>) -> Range<Int>? {
    for length in [3, 2] {
      let start = tail.lowerBound - length
      guard start >= 0, isSurname(start), areHan(start..<tail.lowerBound), isBoundary(start - 1)
      else { continue }
      return start..<tail.lowerBound
    }
    return nil
  }

  private func isSurname(_ index: Int) -> Bool {
    message.scalars.indices.contains(index) && surnames.contains(message.scalars[index].value)
  }

  private func areHan(_ range: Range<Int>) -> Bool {
    message.scalars[range].allSatisfy { CueText.isHan($0.value) }
  }

  /// Nothing, or a sign or blank, before a name.
  private func isBoundary(_ index: Int) -> Bool {
    index < 0 || !CueText.isHan(message.scalars[index].value)
  }

  /// The end of the text, a sign, a blank, or 您 and 你 after a name.
  private func isEnd(_ index: Int) -> Bool {
    guard index < message.scalars.count else { return true }
    let scalar = message.scalars[index]
    return !CueText.isHan(scalar.value) || "您你先女转".unicodeScalars.contains(scalar)
  }
}
