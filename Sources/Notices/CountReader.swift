import Recognizers

/// Makes findings of counts: days overdue, days until due, instalments.
struct CountReader {
  let reading: MessageReader.Reading

  /// How far before a day count the word overdue may stand.
  private static let reach = 8

  func overdueDays() -> [CountFinding] {
    let cues = SortedRanges(reading.rawRanges(.overdue))
    let counted = days().filter { follows($0.quote.range, cues) }
    let many = reading.rawRanges(.manyDays).filter { follows($0, cues) }
      .map { CountFinding(value: nil, quote: reading.message.quote($0)) }
    return (counted + many).sorted { $0.quote.range.lowerBound < $1.quote.range.lowerBound }
  }

  func dueInDays() -> [CountFinding] {
    let before = SortedRanges(reading.rawRanges(.dueInBefore))
    let after = SortedRanges(reading.rawRanges(.dueInAfter))
    let overdue = SortedRanges(reading.rawRanges(.overdue))
    return days().filter { day in
      !follows(day.quote.range, overdue)
        && (follows(day.quote.range, before)
          || after.first(startingAt: day.quote.range.upperBound) != nil)
    }
  }

  func periods() -> [CountFinding] {
    reading.entities.compactMap { entity in
      guard case .period(let period) = entity.value, let index = period.index else { return nil }
      return CountFinding(value: index, quote: reading.message.quote(entity.range))
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

  /// Whether one of the words stands before the range in the same clause and near.
  private func follows(_ range: Range<Int>, _ words: SortedRanges) -> Bool {
    guard let word = words.last(endingBy: range.lowerBound),
      range.lowerBound - word.upperBound <= CountReader.reach
    else { return false }
    return !reading.message.scalars[word.upperBound..<range.lowerBound]
      .contains { CueText.endsClause($0.value) }
  }
}
