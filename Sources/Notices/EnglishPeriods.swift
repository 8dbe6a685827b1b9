/// Finds how many instalments an English text says are overdue: `2 instalments overdue`,
/// `3 payments missed`, `missed three payments`, `two unpaid EMIs`.
struct EnglishPeriods {
  let message: MessageText
  /// Raw ranges of instalment, payment and their like.
  let nouns: [Range<Int>]
  /// Raw ranges of missed, unpaid, overdue.
  let missed: SortedRanges

  /// How far behind the noun the word may stand: `3 payments are now overdue`.
  private static let reach = 12

  /// The numbers that are written as words.
  private static let words: [[UInt8]] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ].map { Array($0.utf8) }

  func found() -> [(value: Int, range: Range<Int>)] { nouns.compactMap(count) }

  private func count(before noun: Range<Int>) -> (value: Int, range: Range<Int>)? {
    var end = beforeBlank(noun.lowerBound)
    guard end < noun.lowerBound else { return nil }
    let adjective = missed.last(endingBy: end).flatMap { $0.upperBound == end ? $0 : nil }
    if let adjective { end = beforeBlank(adjective.lowerBound) }
    guard let (value, start) = number(endingAt: end) else { return nil }
    if adjective != nil { return (value, start..<noun.upperBound) }
    if let verb = missed.last(endingBy: start), verb.upperBound == beforeBlank(start) {
      return (value, verb.lowerBound..<noun.upperBound)
    }
    guard let word = missed.first(from: noun.upperBound),
      word.lowerBound - noun.upperBound <= EnglishPeriods.reach,
      !message.scalars[noun.upperBound..<word.lowerBound].contains(where: {
        CueText.endsClause($0.value) || $0 == "." || CueText.isDigit($0.value)
      })
    else { return nil }
    return (value, start..<word.upperBound)
  }

  private func beforeBlank(_ place: Int) -> Int {
    place > 0 && message.scalars[place - 1] == " " ? place - 1 : place
  }

  /// A number of at most two digits, or one of the words, and where it starts.
  private func number(endingAt end: Int) -> (Int, Int)? {
    var start = end
    while start > 0, end - start < 8, isWordly(message.scalars[start - 1].value) { start -= 1 }
    guard start < end, start == 0 || !isWordly(message.scalars[start - 1].value),
      start == 0 || !message.scalars[start - 1].isAny(of: ".,$£€₹/-")
    else { return nil }
    let word = message.scalars[start..<end].map { $0.value | 0x20 }
    if let place = EnglishPeriods.words.firstIndex(where: {
      $0.elementsEqual(word.map { UInt8(clamping: $0) })
    }) {
      return (place + 1, start)
    }
    guard end - start <= 2 else { return nil }
    var value = 0
    for scalar in message.scalars[start..<end] {
      guard CueText.isDigit(scalar.value) else { return nil }
      value = value * 10 + Int(scalar.value - 0x30)
    }
    return value > 0 ? (value, start) : nil
  }

  private func isWordly(_ scalar: UInt32) -> Bool {
    CueText.isLetter(scalar) || CueText.isDigit(scalar)
  }
}
