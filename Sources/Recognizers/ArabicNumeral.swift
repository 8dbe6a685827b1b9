extension Scan {
  /// Arabic digits with groups and decimals.
  struct Arabic {
    var value: ExactDecimal
    var end: Int
    /// How many digits the whole part has.
    var digits: Int
    /// Whether it has neither groups nor decimals.
    var isPlain: Bool
    var folds: FoldSet
  }

  /// Reads `1,234,567.89` and `3200.50`.
  ///
  /// Also `1 0 0 0` (single digits apart) and letters for digits inside a run (`lOO0`). `nil` where the digits do not fit in 64 bits.
  func arabic(at start: Int) -> Arabic? {
    var digits: [Int64] = []
    var folds: FoldSet = []
    var index = run(from: start, to: &digits, folds: &folds)
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var isPlain = true
    if digits.count == 1, let spaced = spacedRun(from: start) {
      digits = spaced.digits
      index = spaced.end
    } else if digits.count <= 3 {
      while let group = group(after: index), digits.count < 16 {
        digits += group.digits
        index = group.end
        isPlain = false
      }
    }
    let whole = digits.count
    var scale = 0
    if isAt(index, "."), kind(index + 1) == .digit || isLetterDigit(index + 1), !isVersion(index) {
      var decimals: [Int64] = []
      let end = run(from: index + 1, to: &decimals, folds: &folds)
      guard decimals.count + whole <= 18 else { return nil }
      if !decimals.isEmpty {
        digits += decimals
        scale = decimals.count
        index = end
        isPlain = false
      }
    }
    let number = digits.reduce(Int64(0)) { $0 &* 10 &+ $1 }
    guard let value = ExactDecimal(digits: number, scale: scale) else { return nil }
    return Arabic(value: value, end: index, digits: whole, isPlain: isPlain, folds: folds)
  }

  /// Whether the dot belongs to more than one number: 192.168.1.1, 2026.3.15.
  private func isVersion(_ dot: Int) -> Bool {
    let end = digitsEnd(dot + 1)
    return isAt(end, ".") && kind(end + 1) == .digit
  }

  private func run(from start: Int, to digits: inout [Int64], folds: inout FoldSet) -> Int {
    var index = start
    while index < n {
      if c[index] == .digit {
        digits.append(Int64(s[index] - 0x30))
      } else if isLetterDigit(index) {
        digits.append(s[index] == 0x4F || s[index] == 0x6F ? 0 : 1)
        folds.formUnion(.letterDigit)
      } else {
        break
      }
      index += 1
    }
    return index
  }

  /// O or l standing for a digit: a digit (or another such letter after one) stands beside it, and
  /// the run of letters and digits has no other letters but a unit at its end.
  func isLetterDigit(_ index: Int) -> Bool {
    guard kind(index) == .latin, isLookalike(s[index]) else { return false }
    var left = index - 1
    let lowest = max(-1, index - 20)
    while left > lowest, kind(left) == .digit || isLookalike(at(left)) { left -= 1 }
    guard kind(left) != .latin else { return false }
    var right = index + 1
    let highest = min(n, index + 20)
    while right < highest, kind(right) == .digit || isLookalike(at(right)) { right += 1 }
    if kind(right) == .latin {
      guard isAt(right, anyOf: "kKwW"), !isWordly(right + 1) else { return false }
    }
    let run = (left + 1)..<right
    if run.contains(where: { c[$0] == .digit }) { return run.count > 1 }
    // lOOO元: without any digit the first letter must stand for 1.
    return run.count > 1 && isAt(right, anyOf: "万元块亿") && isAt(left + 1, anyOf: "lI")
  }

  private func isLookalike(_ scalar: UInt32) -> Bool {
    scalar == 0x4F || scalar == 0x6F || scalar == 0x6C || scalar == 0x49
  }

  /// Single digits with one blank between each: `1 0 0 0`.
  private func spacedRun(from start: Int) -> (digits: [Int64], end: Int)? {
    var digits: [Int64] = []
    var index = start
    while kind(index) == .digit, kind(index + 1) != .digit, digits.count < 18 {
      digits.append(Int64(s[index] - 0x30))
      guard kind(index + 1) == .space, kind(index + 2) == .digit, kind(index + 3) != .digit else {
        index += 1
        break
      }
      index += 2
    }
    guard digits.count >= 2, kind(index) != .digit else { return nil }
    return (digits, index)
  }

  /// A comma and exactly three digits.
  private func group(after index: Int) -> (digits: [Int64], end: Int)? {
    guard isAt(index, anyOf: ",'"), kind(index + 1) == .digit else { return nil }
    let end = digitsEnd(index + 1)
    guard end - index == 4 else { return nil }
    return ((index + 1..<end).map { Int64(s[$0] - 0x30) }, end)
  }
}
