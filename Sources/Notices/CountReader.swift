import Recognizers

/// Makes findings of counts: days overdue, days until due, instalments.
struct CountReader {
  let reading: MessageReader.Reading

  /// How far before a day count the word overdue may stand.
  private static let reach = 8

  func overdueDays() -> [CountFinding] {
    guard reading.has(.overdue), reading.kinds.contains(.duration) || reading.has(.manyDays)
    else { return [] }
    let cues = SortedRanges(reading.rawRanges(.overdue))
    let counted = days().filter {
      follows($0.quote.range, cues) || isFollowed($0.quote.range, cues)
    }
    let many = reading.rawRanges(.manyDays).filter { follows($0, cues) }
      .map { CountFinding(value: nil, quote: reading.message.quote($0)) }
    guard !many.isEmpty else { return counted }
    return (counted + many).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  func dueInDays() -> [CountFinding] {
    guard reading.kinds.contains(.duration),
      reading.has(.dueInBefore) || reading.has(.dueInAfter)
    else { return [] }
    let before = SortedRanges(reading.rawRanges(.dueInBefore))
    let after = SortedRanges(reading.rawRanges(.dueInAfter))
    let overdue = SortedRanges(reading.rawRanges(.overdue))
    return days().filter { day in
      !follows(day.quote.range, overdue) && !isFollowed(day.quote.range, overdue)
        && (follows(day.quote.range, before)
          || after.first(startingAt: day.quote.range.upperBound) != nil)
    }
  }

  /// The instalments named (`第3期`) and how many are overdue (`逾期两期`, `连续两期未还`, `M2`,
  /// `3 payments missed`).
  func periods() -> [CountFinding] {
    let named = counted()
    let others = stages() + english()
    guard !others.isEmpty else { return named }
    return (named + others).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  private func counted() -> [CountFinding] {
    guard !reading.kinds.isDisjoint(with: [.period, .duration]) else { return [] }
    let overdue = SortedRanges(reading.rawRanges(.overdue))
    let missed = SortedRanges(reading.rawRanges(.missed))
    let left = SortedRanges(reading.rawRanges(.dueInBefore))
    return reading.entities.compactMap { entity -> CountFinding? in
      let count: Int?
      switch entity.value {
      case .period(let period):
        if let index = period.index {
          return CountFinding(value: index, quote: reading.message.quote(entity.range))
        }
        guard let total = period.total else { return nil }
        count = total
      case .duration(let duration) where duration.days == nil:
        count =
          duration.parts.count == 1 && duration.parts[0].unit == .month
          ? duration.parts[0].count.whole.map(Int.init) : nil
      default: return nil
      }
      if let found = overdueCount(count, entity.range, overdue) { return found }
      // 还剩3期未还 counts what is left, not what was missed; of weeks and years nothing is missed.
      guard count != nil, !follows(entity.range, left) else { return nil }
      return missedCount(count, entity.range, missed)
    }
  }

  /// 连续两期未还, 未还两期: the word right beside the count; 未还本金 is a sum.
  private func missedCount(
    _ count: Int?, _ range: Range<Int>, _ missed: SortedRanges
  ) -> CountFinding? {
    let scalars = reading.message.scalars
    if let word = missed.last(endingBy: range.lowerBound), word.upperBound == range.lowerBound {
      return CountFinding(
        value: count, quote: reading.message.quote(word.lowerBound..<range.upperBound))
    }
    guard let word = missed.first(startingAt: range.upperBound),
      word.upperBound == scalars.count || !scalars[word.upperBound].isAny(of: "本余利金总")
    else { return nil }
    return CountFinding(
      value: count, quote: reading.message.quote(range.lowerBound..<word.upperBound))
  }

  private func english() -> [CountFinding] {
    guard reading.has(.periodNoun), reading.has(.missed) || reading.has(.overdue) else { return [] }
    return EnglishPeriods(
      message: reading.message, nouns: reading.rawRanges(.periodNoun),
      missed: SortedRanges(reading.rawRanges(.missed) + reading.rawRanges(.overdue))
    ).found().map { CountFinding(value: $0.value, quote: reading.message.quote($0.range)) }
  }

  private func overdueCount(
    _ count: Int?, _ range: Range<Int>, _ overdue: SortedRanges
  ) -> CountFinding? {
    if follows(range, overdue), let word = overdue.last(endingBy: range.lowerBound) {
      return CountFinding(
        value: count, quote: reading.message.quote(word.lowerBound..<range.upperBound))
    }
    return isFollowed(range, overdue)
      ? CountFinding(value: count, quote: reading.message.quote(range)) : nil
  }

  /// The stages by which lenders count months overdue: M1 to M9 in a text about a debt.
  private func stages() -> [CountFinding] {
    guard reading.hasLatin, reading.has(.overdue) || reading.has(.debt) || reading.has(.stageWord)
    else { return [] }
    let scalars = reading.message.scalars
    func isPart(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && (CueText.isLetter(scalars[index].value) || CueText.isDigit(scalars[index].value)
          || scalars[index].isAny(of: "+.-/"))
    }
    return scalars.indices.dropLast().compactMap { index in
      guard scalars[index].value | 0x20 == 0x6D, (0x31...0x39).contains(scalars[index + 1].value),
        !isPart(index - 1), !isPart(index + 2)
      else { return nil }
      return CountFinding(
        value: Int(scalars[index + 1].value - 0x30),
        quote: reading.message.quote(index..<index + 2))
    }
  }

  private func days() -> [CountFinding] {
    guard !reading.kinds.isDisjoint(with: .duration) else { return [] }
    return reading.entities.compactMap { entity in
      guard case .duration(let duration) = entity.value, let days = duration.days else {
        return nil
      }
      let range = duration.numberRange.lowerBound..<entity.range.upperBound
      return CountFinding(value: days, quote: reading.message.quote(range))
    }
  }

  /// Whether one of the words stands right behind the range: `15 days overdue`, `两期未还款`.
  private func isFollowed(_ range: Range<Int>, _ words: SortedRanges) -> Bool {
    let scalars = reading.message.scalars
    var place = range.upperBound
    if place < scalars.count, scalars[place] == " " { place += 1 }
    return words.first(startingAt: place) != nil
  }

  /// Whether one of the words stands before the range in the same clause and near.
  private func follows(_ range: Range<Int>, _ words: SortedRanges) -> Bool {
    guard let word = words.last(endingBy: range.lowerBound),
      range.lowerBound - word.upperBound <= CountReader.reach
    else { return false }
    return !reading.message.scalars[word.upperBound..<range.lowerBound]
      .contains { CueText.endsClause($0.value) }
  }
}
