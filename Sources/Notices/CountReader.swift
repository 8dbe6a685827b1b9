import Recognizers

/// Makes findings of counts: days overdue, days until due, instalments.
struct CountReader {
  let reading: MessageReader.Reading

  /// How far before a day count the word overdue may stand.
  private static let reach = 8

  func overdueDays() -> [CountFinding] {
    let cues = SortedRanges(reading.rawRanges(.overdue))
    let counted = days().filter {
      follows($0.quote.range, cues) || isFollowed($0.quote.range, cues)
    }
    let many = reading.rawRanges(.manyDays).filter { follows($0, cues) }
      .map { CountFinding(value: nil, quote: reading.message.quote($0)) }
    return (counted + many).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  func dueInDays() -> [CountFinding] {
    let before = SortedRanges(reading.rawRanges(.dueInBefore))
    let after = SortedRanges(reading.rawRanges(.dueInAfter))
    let overdue = SortedRanges(reading.rawRanges(.overdue))
    return days().filter { day in
      !follows(day.quote.range, overdue) && !isFollowed(day.quote.range, overdue)
        && (follows(day.quote.range, before)
          || after.first(startingAt: day.quote.range.upperBound) != nil)
    }
  }

  /// The instalments named (`第3期`) and how many are overdue (`逾期两期`, `逾期3个月`, `M2`).
  func periods() -> [CountFinding] {
    let overdue = SortedRanges(reading.rawRanges(.overdue))
    let named = reading.entities.compactMap { entity -> CountFinding? in
      switch entity.value {
      case .period(let period):
        if let index = period.index {
          return CountFinding(value: index, quote: reading.message.quote(entity.range))
        }
        guard let total = period.total else { return nil }
        return overdueCount(total, entity.range, overdue)
      case .duration(let duration) where duration.days == nil:
        return overdueCount(nil, entity.range, overdue)
      default: return nil
      }
    }
    let stages = stages()
    guard !stages.isEmpty else { return named }
    return (named + stages).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
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
    guard reading.has(.overdue) || reading.has(.debt) || reading.has(.stageWord) else { return [] }
    let scalars = reading.message.scalars
    func isPart(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && (CueText.isLetter(scalars[index].value) || CueText.isDigit(scalars[index].value)
          || scalars[index].isAny(of: "+.-/"))
    }
    return scalars.indices.dropLast().compactMap { index in
      guard scalars[index].isAny(of: "Mm"), (0x31...0x39).contains(scalars[index + 1].value),
        !isPart(index - 1), !isPart(index + 2)
      else { return nil }
      return CountFinding(
        value: Int(scalars[index + 1].value - 0x30),
        quote: reading.message.quote(index..<index + 2))
    }
  }

  private func days() -> [CountFinding] {
    reading.entities.compactMap { entity in
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
