/// Finds how to be rid of such texts: `回T退订`, `退订回N`, `拒收请回复R`, `Reply STOP to opt out`.
///
/// The words come from the cue groups `stop-word` and `reply-word`; between them stands a code of
/// 1 to 6 letters or digits.
struct OptOutScanner {
  let text: CueText

  /// The ranges of compared scalars, from the hits of the two groups.
  func ranges(stopWords: [Range<Int>], replyWords: [Range<Int>]) -> [Range<Int>] {
    let stops = SortedRanges(stopWords)
    var found: [Range<Int>] = []
    for reply in replyWords {
      let code = codeRange(after: reply.upperBound)
      guard !code.isEmpty else { continue }
      let start = reply.lowerBound
      if let stop = stops.first(startingAt: afterLink(code.upperBound)) {
        found.append(start..<stop.upperBound)
      } else if let stop = stops.last(endingBy: start), isShortGap(stop.upperBound, start) {
        found.append(stop.lowerBound..<code.upperBound)
      }
    }
    return found
  }

  /// The place behind 可, 即可 and 可以: 回T可退订.
  private func afterLink(_ place: Int) -> Int {
    var end = place
    while end < text.scalars.count, end - place < 2, OptOutScanner.links.contains(text.scalars[end])
    {
      end += 1
    }
    return end
  }

  private static let links: Set<UInt32> = [0x53EF, 0x5373, 0x4EE5]

  private func codeRange(after start: Int) -> Range<Int> {
    var end = start
    while end < text.scalars.count, end - start < 7,
      CueText.isLetter(text.scalars[end]) || CueText.isDigit(text.scalars[end])
    {
      end += 1
    }
    return end - start <= 6 ? start..<end : start..<start
  }

  /// Nothing, or a blank or sign (`退订：回T`), between the stop word and the reply word.
  private func isShortGap(_ from: Int, _ upTo: Int) -> Bool {
    guard upTo - from <= 1 else { return false }
    return text.scalars[from..<upTo].allSatisfy { !CueText.isHan($0) && !CueText.isLetter($0) }
  }
}
