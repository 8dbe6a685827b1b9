/// A whole number in English words: `twelve thousand five hundred`, `a hundred and ten`.
struct EnglishNumber {
  private var words: ArraySlice<Substring>

  /// The number that a text is, `about` before it aside; `nil` where other words stand in it, or
  /// where its words are not in the order of one number (`one fifty`, `twenty one two`).
  static func value(of text: String) -> Int64? {
    let words = text.lowercased().split { " -,\t".contains($0) }
    guard words.count <= mostWords else { return nil }
    var number = EnglishNumber(words: words[...])
    if let first = words.first, leads.contains(first) { number.words.removeFirst() }
    return number.groups()
  }

  /// Groups with falling scales: `two million` `three thousand` `four hundred`.
  private mutating func groups() -> Int64? {
    var total: Int64 = 0
    var bound = Int64.max
    repeat {
      guard let count = hundreds(), count < bound else { return nil }
      guard let scale = words.first.flatMap({ EnglishNumber.scales[$0] }) else {
        return words.isEmpty ? total + count : nil
      }
      guard scale < bound, count < 1000 else { return nil }
      words.removeFirst()
      total += count * scale
      bound = scale
      if take("and"), words.isEmpty { return nil }
    } while !words.isEmpty
    return total
  }

  /// Up to 9,999: `a hundred and ten`, `fifteen hundred`, `seven`.
  private mutating func hundreds() -> Int64? {
    let isOne = take("a")
    let count = isOne ? 1 : tens()
    guard let count else { return nil }
    guard take("hundred") else {
      return isOne && !(words.first.map { EnglishNumber.scales.keys.contains($0) } ?? false)
        ? nil : count
    }
    let isJoined = take("and")
    guard let rest = tens() else { return isJoined ? nil : count * 100 }
    return count * 100 + rest
  }

  /// Up to 99: `twelve`, `forty`, `forty-two`.
  private mutating func tens() -> Int64? {
    guard let word = words.first else { return nil }
    if let small = EnglishNumber.below20.firstIndex(of: word) {
      words.removeFirst()
      return Int64(small)
    }
    guard let ten = EnglishNumber.tens.firstIndex(of: word) else { return nil }
    words.removeFirst()
    let count = Int64(ten + 2) * 10
    guard let unit = words.first.flatMap({ EnglishNumber.below20.firstIndex(of: $0) }),
      (1...9).contains(unit)
    else { return count }
    words.removeFirst()
    return count + Int64(unit)
  }

  private mutating func take(_ word: Substring) -> Bool {
    guard words.first == word else { return false }
    words.removeFirst()
    return true
  }

  /// The longest number below a thousand million has fewer words.
  private static let mostWords = 20

  private static let leads: Set<Substring> = ["about", "around", "roughly", "approximately"]
  private static let scales: [Substring: Int64] = ["thousand": 1_000, "million": 1_000_000]
  private static let below20: [Substring] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens: [Substring] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
}
