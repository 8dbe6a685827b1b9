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
    var folds: FoldSet = []
    var read = run(from: start, &folds)
    guard read.count > 0, read.count <= 18 else { return nil }
    var isPlain = true
    if read.count == 1, let spaced = spacedRun(from: start) {
      read = spaced
    } else if read.count <= 3 {
      while let group = group(after: read.end), read.count < 16 {
        read.append(group)
        isPlain = false
      }
    }
    let whole = read.count
    let point = read.end
    if isAt(point, "."), kind(point + 1) == .digit || isLetterDigit(point + 1), !isVersion(point) {
      let decimals = run(from: point + 1, &folds)
      guard decimals.count + whole <= 18 else { return nil }
      if decimals.count > 0 {
        read.append(decimals)
        isPlain = false
      }
    }
    guard let value = ExactDecimal(digits: read.value, scale: read.count - whole) else {
      return nil
    }
    return Arabic(value: value, end: read.end, digits: whole, isPlain: isPlain, folds: folds)
  }

  /// Digits in a row: what they are worth (right up to 18 of them), how many, and where they end.
  private struct Digits {
    var value: Int64 = 0
    var count = 0
    var end: Int

    mutating func append(_ digit: Int64) {
      value = value &* 10 &+ digit
      count += 1
    }

    mutating func append(_ more: Digits) {
      for _ in 0..<min(more.count, 18) { value = value &* 10 }
      value = value &+ more.value
      count += more.count
      end = more.end
    }
  }

  /// Whether the dot belongs to more than one number: 192.168.1.1, 2026.3.15.
  private func isVersion(_ dot: Int) -> Bool {
    let end = digitsEnd(dot + 1)
    return isAt(end, ".") && kind(end + 1) == .digit
  }

  private func run(from start: Int, _ folds: inout FoldSet) -> Digits {
    var read = Digits(end: start)
    while read.end < n {
      if t[read.end].kind == .digit {
        read.append(Int64(s[read.end] - 0x30))
      } else if t[read.end].kind == .latin, isLetterDigit(read.end) {
        read.append(s[read.end] == 0x4F || s[read.end] == 0x6F ? 0 : 1)
        folds.formUnion(.letterDigit)
      } else {
        break
      }
      read.end += 1
    }
    return read
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
    if run.contains(where: { t[$0].kind == .digit }) { return run.count > 1 }
    // lOOO元: without any digit the first letter must stand for 1.
    return run.count > 1 && isAt(right, anyOf: "万元块亿") && isAt(left + 1, anyOf: "lI")
  }

  private func isLookalike(_ scalar: UInt32) -> Bool {
    scalar == 0x4F || scalar == 0x6F || scalar == 0x6C || scalar == 0x49
  }

  /// Single digits with one blank between each: `1 0 0 0`.
  private func spacedRun(from start: Int) -> Digits? {
    var read = Digits(end: start)
    while kind(read.end) == .digit, kind(read.end + 1) != .digit, read.count < 18 {
      read.append(Int64(s[read.end] - 0x30))
      guard kind(read.end + 1) == .space, kind(read.end + 2) == .digit,
        kind(read.end + 3) != .digit
      else {
        read.end += 1
        break
      }
      read.end += 2
    }
    guard read.count >= 2, kind(read.end) != .digit else { return nil }
    return read
  }

  /// A comma and exactly three digits.
  private func group(after index: Int) -> Digits? {
    guard isAt(index, anyOf: ",'"), kind(index + 1) == .digit else { return nil }
    let end = digitsEnd(index + 1)
    guard end - index == 4 else { return nil }
    var read = Digits(end: end)
    for place in index + 1..<end { read.append(Int64(s[place] - 0x30)) }
    return read
  }
}
