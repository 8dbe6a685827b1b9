/// The root of an exponential sum whose weights change sign once, wherever it is.
///
/// It is where ln(early part / late part) crosses 0; that rises everywhere, so Newton's steps are
/// kept in a bracket. The gaps between neighbouring times are few (months have 28 to 31 days), so
/// few exponentials serve for all powers, each power being the one before times the fall over its
/// gap, from the largest on: nothing overflows.
struct SoleRoot {
  private let times: UnsafeBufferPointer<Double>
  private let weights: UnsafeBufferPointer<Double>
  /// Which gap lies before each time, as a place in `gaps`.
  private let kinds: UnsafeMutableBufferPointer<Int32>
  private let gaps: UnsafeMutableBufferPointer<Double>
  /// e^(−gap·|growth|) of each gap.
  private let falls: UnsafeMutableBufferPointer<Double>
  private var gapCount = 0
  /// The first of the later sign.
  private var split = 0

  /// The root, or `nil` for no terms.
  static func root(times: [Double], weights: [Double]) -> Double? {
    guard times.count == weights.count, times.count > 1 else { return nil }
    return times.withUnsafeBufferPointer { times in
      weights.withUnsafeBufferPointer { weights in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: times.count) { kinds in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: times.count) { gaps in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: times.count) { falls in
              var search = SoleRoot(
                times: times, weights: weights, kinds: kinds, gaps: gaps, falls: falls)
              return search.found()
            }
          }
        }
      }
    }
  }

  private init(
    times: UnsafeBufferPointer<Double>, weights: UnsafeBufferPointer<Double>,
    kinds: UnsafeMutableBufferPointer<Int32>, gaps: UnsafeMutableBufferPointer<Double>,
    falls: UnsafeMutableBufferPointer<Double>
  ) {
    self.times = times
    self.weights = weights
    self.kinds = kinds
    self.gaps = gaps
    self.falls = falls
    kinds.initializeElement(at: 0, to: 0)
    for index in 1..<times.count { note(gap: times[index] - times[index - 1], at: index) }
  }

  /// Only the first few gaps are looked through; more get a place of their own.
  private mutating func note(gap: Double, at index: Int) {
    for place in 0..<min(gapCount, 8) where abs(gaps[place] - gap) < 2e-14 {
      kinds.initializeElement(at: index, to: Int32(truncatingIfNeeded: place))
      return
    }
    gaps.initializeElement(at: gapCount, to: gap)
    falls.initializeElement(at: gapCount, to: 0)
    kinds.initializeElement(at: index, to: Int32(truncatingIfNeeded: gapCount))
    gapCount += 1
  }

  private mutating func found() -> Double {
    var growth = startingGrowth()
    var low = -Double.infinity
    var high = Double.infinity
    let span = 1 + times[times.count - 1]
    for _ in 0..<200 {
      let (value, slope) = balance(at: growth)
      if value == 0 { return growth }
      if value < 0 { low = growth } else { high = growth }
      var next = growth - value / slope
      let isBisected = !(next > low && next < high) && low.isFinite && high.isFinite
      if isBisected { next = low + (high - low) / 2 }
      let step = abs(next - growth)
      // Newton's error after a step is about its square times the spread of the times.
      if step <= 1e-15 * abs(next) || (!isBisected && step * step * span <= 1e-18 * abs(next)) {
        return next
      }
      growth = next
    }
    return growth
  }

  /// The parts before and after the change of sign, their sums and mean times: Newton's step from 0.
  private mutating func startingGrowth() -> Double {
    let isNegative = weights[0] < 0
    var early = (sum: 0.0, moment: 0.0)
    var late = (sum: 0.0, moment: 0.0)
    var index = 0
    while index < weights.count, (weights[index] < 0) == isNegative {
      let size = abs(weights[index])
      early = (early.sum + size, early.moment + size * times[index])
      index += 1
    }
    split = index
    while index < weights.count {
      let size = abs(weights[index])
      late = (late.sum + size, late.moment + size * times[index])
      index += 1
    }
    return SoleRoot.logarithm(of: late.sum, over: early.sum)
      / (late.moment / late.sum - early.moment / early.sum)
  }

  /// ln(early) − ln(late) at a growth, and its derivative (mean time of late − of early, above 0).
  private func balance(at growth: Double) -> (value: Double, slope: Double) {
    let size = abs(growth)
    for place in 0..<gapCount { falls[place] = exponential(-gaps[place] * size) }
    let early = growth >= 0 ? falling(0, split) : rising(0, split)
    let late = growth >= 0 ? falling(split, times.count) : rising(split, times.count)
    return (
      SoleRoot.logarithm(of: early.sum, over: late.sum) - (early.reference - late.reference)
        * growth,
      late.moment / late.sum - early.moment / early.sum
    )
  }

  @inline(__always)
  private static func logarithm(of upper: Double, over lower: Double) -> Double {
    let quotient = upper / lower
    return quotient.isNormal
      ? Planning.logarithm(quotient)
      : Planning.logarithm(upper) - Planning.logarithm(lower)
  }

  /// The powers fall with time: the first is the reference.
  private func falling(
    _ start: Int, _ end: Int
  ) -> (sum: Double, moment: Double, reference: Double) {
    var power = 1.0
    var sum = abs(weights[start])
    var moment = sum * times[start]
    var index = start + 1
    while index < end {
      power *= falls[Int(kinds[index])]
      let term = abs(weights[index]) * power
      sum += term
      moment += term * times[index]
      index += 1
    }
    return (sum, moment, times[start])
  }

  /// The powers rise with time: the last is the reference.
  private func rising(
    _ start: Int, _ end: Int
  ) -> (sum: Double, moment: Double, reference: Double) {
    var power = 1.0
    var sum = abs(weights[end - 1])
    var moment = sum * times[end - 1]
    var index = end - 1
    while index > start {
      power *= falls[Int(kinds[index])]
      index -= 1
      let term = abs(weights[index]) * power
      sum += term
      moment += term * times[index]
    }
    return (sum, moment, times[end - 1])
  }
}
