/// Instalments.
extension Scan {
  /// 第3期, 24期, 3/12期, instalment 3 of 12, if one starts at a place.
  func period(at start: Int) -> Candidate? {
    let hasOrdinal = isAt(start, "第")
    let place = hasOrdinal ? skipBlanks(start + 1, limit: 1) : start
    guard let first = numeral(at: place, point: false), let number = first.value.whole,
      (1...600).contains(number)
    else { return nil }
    let end = skipBlanks(first.range.upperBound, limit: 1)
    if isAt(end, "/"), let second = numeral(at: end + 1, point: false),
      let total = second.value.whole,
      (1...600).contains(total), total >= number
    {
      let last = skipBlanks(second.range.upperBound, limit: 1)
      guard isAt(last, "期") else { return nil }
      return made(
        index: number, total: total, start..<(last + 1),
        numbers: first.range.lowerBound..<second.range.upperBound, "period.of")
    }
    var unit = end
    if isAt(unit, "个") { unit += 1 }
    guard isAt(unit, "期"), !isAt(unit + 1, anyOf: "间望待限货权刊数") else { return nil }
    let isIndex = hasOrdinal || number > 12 && isAt(start - 1, anyOf: "前")
    return made(
      index: isIndex ? number : nil, total: isIndex ? nil : number, start..<(unit + 1),
      numbers: first.range, isIndex ? "period.index" : "period.count")
  }

  private func made(
    index: Int64?, total: Int64?, _ range: Range<Int>, numbers: Range<Int>, _ rule: RuleName
  ) -> Candidate {
    let value = PeriodValue(
      index: index.map(Int.init), total: total.map(Int.init), numberRange: raw(numbers))
    return Candidate(kind: .periodCount, range: range, value: .period(value), rule: rule)
  }
}
