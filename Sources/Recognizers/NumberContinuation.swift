/// What stands behind a number and belongs to it, though no usual number is written so.
extension Scan {
  /// A whole number as written, of which the part before its first odd sign was read already.
  struct Continuation {
    /// Its value; `nil` where it may be several.
    let value: ExactDecimal?
    /// Where it ends.
    let end: Int
  }

  /// Whether a number that ends at a place may go on behind it: the quick look before the thorough.
  @inline(__always)
  func mayContinue(_ end: Int) -> Bool {
    if isAt(end, anyOf: ",.' ") { return kind(end + 1) == .digit || isAt(end + 1, ".") }
    return isAt(end, anyOf: "*eE") && hasHiddenRest(end)
  }

  /// Whether digits are masked behind a number (3***.5, 1*) or it goes on with an exponent (1e4).
  ///
  /// One star between digits multiplies them.
  private func hasHiddenRest(_ end: Int) -> Bool {
    if isAt(end, "*") { return isAt(end + 1, "*") || kind(end + 1) != .digit }
    return kind(end + 1) == .digit || isAt(end + 1, anyOf: "+-") && kind(end + 2) == .digit
  }

  /// Whether masked digits stand right before a place: **00, XX00.
  func hasHiddenDigits(before start: Int) -> Bool {
    isAt(start - 1, "*") && isAt(start - 2, "*")
      || isAt(start - 1, anyOf: "xX") && isAt(start - 2, anyOf: "xX")
  }

  /// A number of which digits are hidden is several: it is claimed to its end.
  private func hiddenRest(_ end: Int) -> Continuation {
    let start = end
    var end = end + 1
    while end - start < 48 {
      if kind(end) == .digit || isAt(end, "*") {
        end += 1
      } else if isAt(end, anyOf: ",.+-"), kind(end + 1) == .digit || isAt(end + 1, "*") {
        end += 2
      } else {
        break
      }
    }
    return whole(nil, to: end)
  }

  /// The rest of a number that does not end where its digits do: 1,2345.6, 3.200,50, 3 200.50.
  ///
  /// `isMarked` says that a currency or a cue stands before it. The tail of such a number is never a
  /// sum by itself.
  func continuation(
    of numeral: Numeral, isMarked: @autoclosure () -> Bool
  ) -> Continuation? {
    let end = numeral.range.upperBound
    if isAt(end, anyOf: "*eE") { return numeral.isArabic ? hiddenRest(end) : nil }
    guard isAt(end, anyOf: ",.' "), numeral.isArabic, numeral.multiplier == 1,
      !numeral.isPlain || numeral.plainDigits <= 4
    else { return nil }
    if isAt(end, " ") { return spaced(numeral, isMarked: isMarked()) }
    // A comma behind decimals stands between two numbers, and so does a wide one.
    guard kind(end + 1) == .digit, !isWide(end),
      !(isAt(end, ",") && (isAt(end - 2, ".") || isAt(end - 3, ".")))
    else { return nil }
    let start = numeral.range.lowerBound
    // 2026.11.23,500元 is a day and a sum.
    if isAt(end, "."), numericDate(at: start, isSecond: false) != nil { return nil }
    var last = end
    while last - start < 48, isAt(last, anyOf: ",.'"), kind(last + 1) == .digit, !isWide(last) {
      last = digitsEnd(last + 1)
    }
    return whole(pointGrouped(start..<last) ?? indianGrouped(start..<last), to: last)
  }

  /// `.50` with nothing before the point; `nil` for the value where the point may end a sentence.
  func leadingPoint(at start: Int) -> Continuation? {
    guard isAt(start, "."), kind(start - 1) != .digit else { return nil }
    let end = digitsEnd(start + 1)
    guard (1...4).contains(end - start - 1), let digits = number(start + 1..<end),
      !(isAt(end, anyOf: ".,'") && kind(end + 1) == .digit)
    else { return nil }
    let isAfterWord =
      traits(start - 1).contains(.han) || kind(start - 1) == .latin || isAt(start - 1, "*")
    return Continuation(
      value: isAfterWord ? nil : ExactDecimal(digits: Int64(digits), scale: end - start - 1),
      end: end)
  }

  /// Whether a folded sign was a full-width one, which in Chinese ends a clause.
  private func isWide(_ index: Int) -> Bool {
    index >= 0 && index < n && text.places[index].bytes > 1
  }

  /// 2,00,000: the thousands and above by twos, as in India.
  private func indianGrouped(_ range: Range<Int>) -> ExactDecimal? {
    var place = digitsEnd(range.lowerBound)
    guard isEnglish, place - range.lowerBound <= 2, var digits = number(range.lowerBound..<place)
    else { return nil }
    var groups = 0
    while isAt(place, ","), digitsEnd(place + 1) == place + 3, groups < 4,
      let group = number(place + 1..<place + 3)
    {
      digits = digits * 100 + group
      groups += 1
      place += 3
    }
    guard groups > 0, isAt(place, ","), digitsEnd(place + 1) == place + 4,
      let last = number(place + 1..<place + 4)
    else { return nil }
    let whole = ExactDecimal(whole: Int64(digits * 1_000 + last))
    place += 4
    guard place < range.upperBound else { return whole }
    guard isAt(place, "."), range.upperBound == place + 3,
      let cents = number(place + 1..<range.upperBound)
    else { return nil }
    return ExactDecimal(digits: Int64(cents), scale: 2).flatMap(whole.adding)
  }

  /// A number to a place, with the units behind it: 3,20万 may be anything.
  private func whole(_ value: ExactDecimal?, to place: Int) -> Continuation {
    var end = place
    while kind(end) == .hanziUnit { end += 1 }
    return Continuation(value: end == place ? value : nil, end: end)
  }

  /// 3.200,50 and 3.200.000: points between thousands, a comma before the cents.
  private func pointGrouped(_ range: Range<Int>) -> ExactDecimal? {
    var place = digitsEnd(range.lowerBound)
    guard place - range.lowerBound <= 3, var digits = number(range.lowerBound..<place) else {
      return nil
    }
    var groups = 0
    while isAt(place, "."), place < range.upperBound, groups < 4 {
      let end = digitsEnd(place + 1)
      guard end - place == 4, let group = number(place + 1..<end) else { return nil }
      digits = digits * 1_000 + group
      groups += 1
      place = end
    }
    guard place < range.upperBound else {
      return groups > 1 ? ExactDecimal(whole: Int64(digits)) : nil
    }
    guard groups > 0, isAt(place, ","), digitsEnd(place + 1) == range.upperBound,
      range.upperBound - place == 3, let cents = number(place + 1..<range.upperBound)
    else { return nil }
    return ExactDecimal(digits: Int64(digits * 100 + cents), scale: 2)
  }

  /// 3 200.50: blanks between thousands.
  ///
  /// Without a mark before it the first number may be the number of a line.
  private func spaced(_ numeral: Numeral, isMarked: @autoclosure () -> Bool) -> Continuation? {
    let start = numeral.range.lowerBound
    var place = numeral.range.upperBound
    var value = numeral.value
    var isSure = true
    if isAt(place + 1, ".") {
      guard numeral.value.scale == 0 else { return nil }
    } else {
      guard numeral.isPlain, numeral.plainDigits <= 3, !isAt(start, "0"), !isAt(start - 1, "第")
      else { return nil }
      var groups = 0
      while isAt(place, " "), digitsEnd(place + 1) == place + 4, groups < 4,
        let group = number(place + 1..<place + 4),
        let next = value.times(ExactDecimal(whole: 1_000))?.adding(
          ExactDecimal(whole: Int64(group)))
      {
        value = next
        groups += 1
        place += 4
      }
      guard groups > 0 else { return nil }
      isSure = isMarked()
    }
    if isAt(place, " "), isAt(place + 1, ".") { place += 1 }
    if isAt(place, ".") {
      let end = digitsEnd(place + 1)
      guard (1...2).contains(end - place - 1), let digits = number(place + 1..<end),
        let decimals = ExactDecimal(digits: Int64(digits), scale: end - place - 1),
        let sum = value.adding(decimals)
      else { return nil }
      value = sum
      place = end
    }
    guard !isWordly(place), !(isAt(place, anyOf: " .,-/:") && kind(place + 1) == .digit) else {
      return nil
    }
    return whole(isSure ? value : nil, to: place)
  }
}
