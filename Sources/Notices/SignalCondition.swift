/// A condition over the signals of a message: all of `all`, one of each list of `any`, none of `none`.
package struct SignalCondition: Hashable, Sendable {
  /// The signals that must all be there; by index in the table.
  let all: [Int]
  /// Of each list one signal must be there.
  let any: [[Int]]
  /// The signals that must not be there.
  let none: [Int]

  /// Whether the signals fulfil it.
  func holds(in signals: SignalSet) -> Bool {
    all.allSatisfy(signals.has) && any.allSatisfy { $0.contains(where: signals.has) }
      && !none.contains(where: signals.has)
  }

  /// The words of the signals that fulfil it, in reading order, each place once.
  func quotes(in signals: SignalSet) -> [Quote] {
    var seen: [Quote] = []
    for index in all + any.compactMap({ $0.first(where: signals.has) }) {
      guard let quote = signals.quote(index), !seen.contains(quote) else { continue }
      seen.append(quote)
    }
    return seen.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// Which signals a message gives, each with the first words that give it.
struct SignalSet {
  private var present: [Bool]
  private var quotes: [Quote?]

  init(count: Int) {
    present = Array(repeating: false, count: count)
    quotes = Array(repeating: nil, count: count)
  }

  func has(_ index: Int) -> Bool { present[index] }

  func quote(_ index: Int) -> Quote? { quotes[index] }

  mutating func add(_ index: Int, _ quote: Quote?) {
    guard present.indices.contains(index), !present[index] else { return }
    present[index] = true
    quotes[index] = quote
  }
}
