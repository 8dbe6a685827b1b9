/// Σ weight · e^(−time·y): the present value of flows at the logarithmic growth y = ln(1 + rate).
///
/// Times ascend from 0 and no weight is 0. All its roots are found, not sampled: multiplied by
/// e^(s·y) with s between two terms of opposite sign, the derivative has one sign change fewer, and
/// between the derivative's roots there is at most one root (the argument of Descartes' rule).
struct ExponentialSum {
  let times: [Double]
  let weights: [Double]

  /// How often the weights change sign.
  var signChanges: Int {
    zip(weights, weights.dropFirst()).reduce(0) { $0 + (($1.0 < 0) == ($1.1 < 0) ? 0 : 1) }
  }

  /// A root, and whether the sum touches 0 there without crossing.
  struct Root {
    let growth: Double
    let isDouble: Bool
  }

  /// All roots with |y| ≤ `limit`, ascending; with a single sign change the one root wherever it is.
  func roots(limit: Double) -> [Root] {
    switch signChanges {
    case 0: []
    case 1: [Root(growth: soleRoot(), isDouble: false)]
    default: manyRoots(limit: limit)
    }
  }

  private func manyRoots(limit: Double) -> [Root] {
    var levels = [self]
    while let lower = levels.last, lower.signChanges > 1 { levels.append(lower.derivative()) }
    var found: [Root] = []
    for level in levels.reversed() {
      if level.signChanges == 1 {
        found = [Root(growth: level.soleRoot(), isDouble: false)].filter { abs($0.growth) < limit }
      } else {
        found = level.roots(between: [-limit] + found.map(\.growth) + [limit])
      }
    }
    return found
  }

  /// The derivative of e^(s·y) times the sum, s inside the last sign change; weights rescaled.
  private func derivative() -> ExponentialSum {
    var last = weights.count - 1
    while last > 0, (weights[last] < 0) == (weights[last - 1] < 0) { last -= 1 }
    let pivot = last > 0 ? (times[last] + times[last - 1]) / 2 : 0
    let raw = zip(weights, times).map { $0 * (pivot - $1) }
    let largest = raw.reduce(0) { max($0, abs($1)) }
    return ExponentialSum(times: times, weights: raw.map { $0 / largest })
  }

  /// One root for each change of sign between neighbouring points, and each inner point that is
  /// itself a root.
  private func roots(between points: [Double]) -> [Root] {
    var found: [Root] = []
    var previous = (point: points[0], sign: sign(at: points[0]))
    for (index, point) in points.enumerated().dropFirst() {
      let here = sign(at: point)
      if previous.sign * here < 0 {
        found.append(
          Root(growth: bisect(previous.point, point, lowSign: previous.sign), isDouble: false))
      } else if here == 0, index < points.count - 1 {
        found.append(Root(growth: point, isDouble: true))
      }
      previous = (point, here)
    }
    return found
  }

  /// −1, 0 or 1; 0 where rounding drowns the value.
  private func sign(at growth: Double) -> Int {
    let (value, size) = scaledValue(at: growth)
    guard abs(value) > size * 4e-16 * Double(weights.count) else { return 0 }
    return value < 0 ? -1 : 1
  }

  /// The sum and the sum of magnitudes, both divided by the largest power (no overflow).
  private func scaledValue(at growth: Double) -> (value: Double, size: Double) {
    let reference = growth < 0 ? (times.last ?? 0) : 0
    var value = 0.0
    var size = 0.0
    for (weight, time) in zip(weights, times) {
      let term = weight * exponential((reference - time) * growth)
      value += term
      size += abs(term)
    }
    return (value, size)
  }

  private func bisect(_ low: Double, _ high: Double, lowSign: Int) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      let value = scaledValue(at: middle).value
      if value == 0 { return middle }
      if (value < 0) == (lowSign < 0) { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  // MARK: One sign change

  /// The root of ln(early part / late part), which rises everywhere: Newton, kept in a bracket.
  private func soleRoot() -> Double {
    let split = firstOfLaterSign()
    let gaps = TimeGaps(times)
    var growth = startingGrowth(split: split)
    var low = -Double.infinity
    var high = Double.infinity
    for _ in 0..<200 {
      let (value, slope) = logarithmicBalance(at: growth, split: split, gaps: gaps)
      if value == 0 { return growth }
      if value < 0 { low = growth } else { high = growth }
      var next = growth - value / slope
      if !(next > low && next < high) {
        next = low.isFinite && high.isFinite ? low + (high - low) / 2 : growth - value / slope
      }
      let step = abs(next - growth)
      if step <= 1e-15 * abs(next) || next == growth { return next }
      growth = next
    }
    return growth
  }

  private func firstOfLaterSign() -> Int {
    weights.firstIndex { ($0 < 0) != (weights[0] < 0) } ?? weights.count
  }

  private func startingGrowth(split: Int) -> Double {
    var early = (sum: 0.0, moment: 0.0)
    var late = (sum: 0.0, moment: 0.0)
    for index in weights.indices {
      let size = abs(weights[index])
      if index < split {
        early = (early.sum + size, early.moment + size * times[index])
      } else {
        late = (late.sum + size, late.moment + size * times[index])
      }
    }
    return logarithm(late.sum / early.sum) / (late.moment / late.sum - early.moment / early.sum)
  }

  /// ln(early) − ln(late) at a growth, and its derivative (mean time of late − of early, above 0).
  private func logarithmicBalance(
    at growth: Double, split: Int, gaps: TimeGaps
  ) -> (value: Double, slope: Double) {
    let falls = gaps.falls(at: abs(growth))
    let early = logarithmicSum(0..<split, at: growth, falls: falls, gaps: gaps)
    let late = logarithmicSum(split..<weights.count, at: growth, falls: falls, gaps: gaps)
    return (early.logarithm - late.logarithm, late.meanTime - early.meanTime)
  }

  /// The sum runs from its largest power on, each power the one before times the fall over the gap, so
  /// that nothing overflows.
  private func logarithmicSum(
    _ range: Range<Int>, at growth: Double, falls: [Double], gaps: TimeGaps
  ) -> (logarithm: Double, meanTime: Double) {
    let isFalling = growth >= 0
    var index = isFalling ? range.lowerBound : range.upperBound - 1
    let reference = times[index]
    var power = 1.0
    var sum = 0.0
    var moment = 0.0
    for _ in range {
      let term = abs(weights[index]) * power
      sum += term
      moment += term * times[index]
      if isFalling {
        index += 1
        if index < range.upperBound { power *= falls[gaps.kind[index]] }
      } else {
        if index > range.lowerBound { power *= falls[gaps.kind[index]] }
        index -= 1
      }
    }
    return (logarithm(sum) - reference * growth, moment / sum)
  }
}

/// The gaps between neighbouring times.
///
/// Monthly flows have four kinds, so four exponentials serve for all of them.
private struct TimeGaps {
  /// The different gaps.
  private var lengths: [Double] = []
  /// Which of them lies before each time.
  private(set) var kind: [Int] = []

  init(_ times: [Double]) {
    kind.reserveCapacity(times.count)
    lengths.reserveCapacity(8)
    var previous = times.first ?? 0
    for time in times {
      // Equal gaps of days differ in the last places after the division by 365.
      let gap = time - previous
      previous = time
      kind.append(place(of: gap))
    }
  }

  private mutating func place(of gap: Double) -> Int {
    // Only the first few kinds are looked through; more get a place of their own.
    for index in lengths.indices.prefix(8) where abs(lengths[index] - gap) < 2e-14 { return index }
    lengths.append(gap)
    return lengths.count - 1
  }

  /// e^(−gap·growth) of each kind.
  func falls(at growth: Double) -> [Double] { lengths.map { exponential(-$0 * growth) } }
}
