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
    for index in all where !signals.has(index) { return false }
    for index in none where signals.has(index) { return false }
    return any.allSatisfy { $0.contains(where: signals.has) }
  }

  /// The words of the signals that fulfil it, in reading order, each place once.
  ///
  /// Where findings are among them (a number, a link, a request), their words alone: a cue such as
  /// 逾期 is then only the setting.
  func quotes(in signals: SignalSet) -> [Quote] {
    let fulfilled = all + any.compactMap { $0.first(where: signals.has) }
    let found = fulfilled.filter { signals.isFinding($0) && signals.quote($0) != nil }
    var seen: [Quote] = []
    for index in found.isEmpty ? fulfilled : found {
      guard let quote = signals.quote(index), !seen.contains(quote) else { continue }
      seen.append(quote)
    }
    return seen.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
