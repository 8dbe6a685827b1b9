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
  func quotes(in signals: SignalSet, of message: MessageText) -> [Quote] {
    var places: [Range<Int>] = []
    var hasFinding = false
    func take(_ index: Int) {
      guard let place = signals.place(of: index) else { return }
      let isFinding = signals.isFinding(index)
      if isFinding, !hasFinding {
        hasFinding = true
        places.removeAll(keepingCapacity: true)
      }
      if isFinding == hasFinding, !places.contains(place) { places.append(place) }
    }
    for index in all { take(index) }
    for list in any {
      if let index = list.first(where: signals.has) { take(index) }
    }
    if places.count > 1 { places.sort { $0.lowerBound < $1.lowerBound } }
    return places.map(message.quote)
  }
}
