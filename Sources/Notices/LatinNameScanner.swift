/// Finds institutions with Latin names: capitalised words before an ending (`Aspen Valley Bank`,
/// `Quickcash loan`), after a debt word and a preposition (`loan from Quickcash`), or made with a
/// money word (`SunnyCredit`).
struct LatinNameScanner {
  let message: MessageText
  /// Raw ranges of the endings: bank, loan, limited.
  let endings: SortedRanges
  /// Raw ranges of words that begin sentences or titles and are no names: Your, Dear, Personal.
  let plainWords: SortedRanges
  /// Raw ranges of debt words.
  let debtWords: SortedRanges

  /// The longest name, in words.
  private static let longest = 5
  private static let prepositions = ["from", "with", "on", "by"].map { Array($0.utf8) }
  private static let moneyParts = ["credit", "loan", "bank", "lend", "kredit", "finance"]
    .map { Array($0.utf8) }

  /// The raw ranges of the names, without the ending where it is a common noun.
  func ranges() -> [Range<Int>] {
    let words = words()
    var found: [Range<Int>] = []
    for index in words.indices {
      let word = words[index]
      if endings.overlaps(word), let name = name(before: index, in: words) { found.append(name) }
      if isName(word), isMoneyName(word) || followsDebt(index, in: words) {
        found.append(word.lowerBound..<lastName(from: index, in: words))
      }
    }
    return longestFirst(found)
  }

  private func longestFirst(_ ranges: [Range<Int>]) -> [Range<Int>] {
    SortedRanges(
      ranges.sorted { ($0.lowerBound, $1.count) < ($1.lowerBound, $0.count) }
    ).ranges
  }

  /// The runs of Latin letters.
  private func words() -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(message.scalars.count / 4)
    var start: Int?
    for (index, scalar) in message.scalars.enumerated() {
      if CueText.isLetter(scalar.value) {
        start = start ?? index
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let first = start { words.append(first..<message.scalars.count) }
    return words
  }

  private func name(before ending: Int, in words: [Range<Int>]) -> Range<Int>? {
    var first = ending
    while first > 0, ending - first < LatinNameScanner.longest, isName(words[first - 1]),
      areNeighbours(words[first - 1], words[first])
    {
      first -= 1
    }
    guard first < ending else { return nil }
    let end = isCapital(words[ending]) ? words[ending].upperBound : words[ending - 1].upperBound
    return words[first].lowerBound..<end
  }

  private func lastName(from index: Int, in words: [Range<Int>]) -> Int {
    var last = index
    while last + 1 < words.count, last - index < LatinNameScanner.longest,
      areNeighbours(words[last], words[last + 1]), isName(words[last + 1])
    {
      last += 1
    }
    return words[last].upperBound
  }

  private func isName(_ word: Range<Int>) -> Bool {
    word.count > 1 && isCapital(word) && !plainWords.overlaps(word) && !endings.overlaps(word)
  }

  private func isCapital(_ word: Range<Int>) -> Bool {
    (0x41...0x5A).contains(message.scalars[word.lowerBound].value)
  }

  private func isMoneyName(_ word: Range<Int>) -> Bool {
    guard (6...24).contains(word.count) else { return false }
    return LatinNameScanner.moneyParts.contains { part in
      word.count > part.count + 1
        && (isLatin(part, at: word.lowerBound, ignoringCase: true)
          || isLatin(part, at: word.upperBound - part.count, ignoringCase: true))
    }
  }

  /// A preposition before it and a debt word before that.
  private func followsDebt(_ index: Int, in words: [Range<Int>]) -> Bool {
    guard index >= 2 else { return false }
    let before = words[index - 1]
    return LatinNameScanner.prepositions.contains {
      $0.count == before.count && isLatin($0, at: before.lowerBound, ignoringCase: false)
    }
      && areNeighbours(words[index - 1], words[index])
      && (max(0, index - 4)..<index - 1).contains { debtWords.overlaps(words[$0]) }
  }

  /// Whether letters stand at a place; they are given in lower case.
  private func isLatin(_ letters: [UInt8], at start: Int, ignoringCase: Bool) -> Bool {
    let blank: UInt32 = ignoringCase ? 0x20 : 0
    for (offset, letter) in letters.enumerated()
    where message.scalars[start + offset].value | blank != UInt32(letter) { return false }
    return true
  }

  /// Only a blank between them.
  private func areNeighbours(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    right.lowerBound - left.upperBound == 1 && message.scalars[left.upperBound] == " "
  }
}
