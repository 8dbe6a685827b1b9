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
    var changes = 0
    var wasNegative = weights.first.map { $0 < 0 } ?? false
    for weight in weights where (weight < 0) != wasNegative {
      wasNegative.toggle()
      changes += 1
    }
    return changes
  }

  /// A root, and whether the sum touches 0 there without crossing.
  struct Root {
    let growth: Double
    let isDouble: Bool
  }

  /// All roots with |y| ≤ `limit`, ascending; with a single sign change the one root wherever it is.
  func roots(limit: Double) -> [Root] { roots(limit: limit, signChanges: signChanges) }

  /// `roots(limit:)` where the sign changes were counted before.
  func roots(limit: Double, signChanges: Int) -> [Root] {
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

  private func soleRoot() -> Double { SoleRoot.root(times: times, weights: weights) ?? 0 }
}
